"""Which unit a sentence is about that names none: that whose list, summary, people or return was shown last."""

from data.plan.units import unit_name
from data.understanding import Kind, Understanding, find_order, says
from data.understanding.announcing.addressees import names_of_everybody
from data.understanding.announcing.nudge_words import nudges_asked
from handlers.summary.summary_scope import summary_shown_last
from handlers.tasks.list import list_shown_last
from handlers.tasks.list_contents import assignments_in
from handlers.telegram import Context, Verb

NAMED = (Kind.UNIT, Kind.STRANGER, Kind.CODE, Kind.TASK)


def with_unit_shown(context: Context, text: str, meaning: Understanding) -> str | None:
    """Return the text of somebody who oversees the plan with the name of the unit shown last, if it names nobody and
    is about that unit; else None. A nudge below a list is for what is on the list."""
    if not context.person.sees_everything or any(each.kind in NAMED for each in meaning.readings):
        return None
    pointed = find_order(meaning, "unit_shown.pointed_at")
    if (pointed is None and not says(meaning, "unit_shown.left_unsaid")) or names_of_everybody(text):
        return None
    if (list_shown_last(context) and nudges_asked(text)) or (unit := _unit_shown(context)) is None:
        return None
    return text.replace(pointed["them"], unit, 1) if pointed is not None else f"{unit}{text}"


def _unit_shown(context: Context) -> str | None:
    """Return the name of the unit that was shown last, or to which all tasks on the list shown last belong; None if
    there is none."""
    shown, summary = list_shown_last(context), summary_shown_last(context)
    scope = shown[0] if shown else summary.scope if summary else None
    if scope is not None and scope.unit_id is not None:
        return unit_name(context.db, scope.unit_id)
    if shown is not None:
        units = {each.unit for each in assignments_in(context, shown[0], context.person.may_see)}
        return units.pop() if len(units) == 1 else None
    known = context.last_messages.list_shown() or ()
    return unit_name(context.db, int(known[1])) if known[:1] == (Verb.UNIT,) else None
