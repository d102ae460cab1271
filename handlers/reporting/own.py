"""The tasks that a person reports on, and the forms that their drafts are."""

from data.plan.tasks import Assignment, assignments
from data.reporting.drafts import Draft
from data.reporting.forms import Form, form_of
from data.reporting.reports import assignment_for
from handlers.telegram.context import Context


def form_for(context: Context, draft: Draft) -> Form:
    """The draft with what is shown of it. Raises NotYours or TaskClosed."""
    return form_of(context.db, draft, own_assignment(context, draft.assignment_id))


def own_assignment(context: Context, assignment_id: int) -> Assignment:
    """An assignment that the person may report on now. Raises NotYours or TaskClosed."""
    return assignment_for(context.db, context.person, assignment_id, context.today, context.zone)


def own_assignments(context: Context, code: str, unit: str | None = None) -> list[Assignment]:
    """The assignments of a task for which the person speaks; of one unit where that is named."""
    mine = assignments(context.db, context.today, context.zone, context.person.speaks_for, code)
    return [each for each in mine if each.id is not None and (unit is None or each.unit == unit)]


def speaks_for_several(context: Context) -> bool:
    """Whether it must be said for which unit."""
    return len(context.person.speaks_for) > 1
