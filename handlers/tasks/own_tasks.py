"""The assignments that a user may report on."""

from data.errors import unless
from data.errors.plans import NoPlan
from data.plan.tasks import unknown_task
from data.reporting.drafts import find_draft
from data.reporting.reports import assignment_to_report_on
from data.standing.assignments import Assignment, assignments
from handlers.telegram import Context
from handlers.wording import Html, html

EXAMPLE = "2-7"
"""The task in the examples of what can be said."""


def own_assignment(context: Context, assignment_id: int) -> Assignment:
    """Return an assignment that the user may report on now. Raises NotYours or TaskClosed."""
    return assignment_to_report_on(context.db, context.person, assignment_id, context.today, in_its_name=True)


def all_own_assignments(context: Context) -> list[Assignment]:
    """Return all assignments of the user's units, most urgent first."""
    return assignments(context.db, context.today, context.person.speaks_for)


def with_own_example(context: Context, text: Html) -> Html:
    """Return a text with the user's task shown last, or their most urgent one, in place of the one in its examples."""
    if EXAMPLE not in text or (own := unless(NoPlan, all_own_assignments, context)) is None:
        return text
    mine = (each for each in own if not each.finished)
    task = assignment_shown_last(context) or next(mine, None)
    return Html(text.replace(EXAMPLE, html(task.code))) if task is not None else text


def own_assignments(context: Context, code: str | None, unit: str | None = None) -> list[Assignment]:
    """Return the assignments of the user's units for a task, or of one unit if it is named; none without a code."""
    mine = assignments(context.db, context.today, context.person.speaks_for, code) if code else []
    return [each for each in mine if unit is None or each.unit == unit]


def named_own_assignments(context: Context, code: str) -> list[Assignment]:
    """Return the assignments of the user's units for a task that they name. Raises UnknownTask if there is none."""
    mine = own_assignments(context, code)
    if not mine:
        raise unknown_task(context.db, code)
    return mine


def only_own_assignment(context: Context, code: str | None, unit: str | None = None) -> Assignment | None:
    """Return the only assignment that `own_assignments` finds, or None if it finds none or several."""
    mine = own_assignments(context, code, unit)
    return mine[0] if len(mine) == 1 else None


def assignment_shown_last(context: Context) -> Assignment | None:
    """Return the unfinished assignment of the user's units last shown to them on its own (a card, a nudge), or None."""
    shown = context.last_messages.task()
    mine = all_own_assignments(context) if shown is not None else []
    return next((each for each in mine if each.id == shown and not each.finished), None)


def assignment_spoken_of(context: Context) -> Assignment | None:
    """Return the assignment of the report being filled in, else the one shown last, else None."""
    draft = find_draft(context.db, context.person.id)
    if draft is None:
        return assignment_shown_last(context)
    return next((each for each in all_own_assignments(context) if each.id == draft.assignment_id), None)


def speaks_for_several(context: Context) -> bool:
    """Return whether the user must say for which unit they report."""
    return len(context.person.speaks_for) > 1 or context.person.is_coordinator
