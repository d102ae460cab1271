"""Which unit, task, person or rule a sentence of the office is about that names none: that of the card, list, summary,
people or return shown last, or set just now."""

from collections.abc import Iterable

from data.people.people import person_by_id
from data.plan.tasks import code_of
from data.plan.units import unit_name
from data.standing.assignments import Assignment, assignments
from data.understanding import Aim, Kind, Understanding, find_order, of_kind, says, values_of
from data.understanding.aims import LISTS
from data.understanding.announcing.addressees import names_of_everybody
from data.understanding.announcing.nudge_words import nudges_asked
from handlers.settings.reminder_rules import rule_just_set
from handlers.summary.summary_scope import summary_shown_last
from handlers.tasks.list import list_shown_last
from handlers.tasks.list_contents import assignments_in
from handlers.telegram import Context, Verb

NAMED = (Kind.UNIT, Kind.STRANGER, Kind.CODE, Kind.TASK)


def with_matter_shown(context: Context, text: str, meaning: Understanding) -> str | None:
    """Return the text of somebody who oversees the plan with the name of the unit or person or the code of the task
    shown last, if it names nobody and is about that; else None. What a person has to do is their unit's, and a nudge
    below a list is for what is on the list. Whom to speak to about a task (29-4 电话多少) is asked of its unit."""
    if not context.person.sees_everything:
        return None
    if says(meaning, "matter_shown.contact_of_task"):
        [code] = values_of(meaning, Kind.CODE)
        unit = _only_unit(assignments(context.db, context.today, None, code))
        return text.replace(code, unit, 1) if unit else None
    if any(of_kind(meaning, Kind.CODE)) or any(of_kind(meaning, Kind.TASK)):
        return None
    pointed = find_order(meaning, "matter_shown.pointed_at")
    nudges, code = nudges_asked(text), _card_shown(context)
    if pointed is not None and pointed["him"]:
        name, units = _person_shown(context)
        name = units[0] if meaning.aim in (*LISTS, Aim.NUDGE) and len(units) == 1 else name
        name = f" {code} " if not name and nudges else name
        return text.replace(pointed["him"], name, 1) if name.strip() else None
    if code and (says(meaning, "matter_shown.new_value") or (nudges and says(meaning, "matter_shown.left_unsaid"))):
        return f"{code} {text}"
    if (value := find_order(meaning, "matter_shown.new_setting")) is not None and (rule := rule_just_set(context)):
        return f"{rule}{value['words']}"
    if (pointed is None and not says(meaning, "matter_shown.left_unsaid")) or names_of_everybody(text):
        return None
    if any(each.kind in NAMED for each in meaning.readings) or (nudges and list_shown_last(context)):
        return None
    if not (unit := _unit_shown(context, code)):
        return None
    return text.replace(pointed["them"], unit, 1) if pointed is not None else f"{unit}{text}"


def _person_shown(context: Context) -> tuple[str, tuple[str, ...]]:
    """Return the name and the units of the person whose page was shown last, or an empty string and none."""
    shown = {each[1] for each in context.last_messages.offers(Verb.PEOPLE) if each[0] == "remove"}
    person = person_by_id(context.db, int(shown.pop())) if len(shown) == 1 else None
    return (person.name, person.units) if person is not None else ("", ())


def _card_shown(context: Context) -> str:
    """Return the code of the task whose card the office was shown last, or an empty string."""
    task = context.last_messages.shown(Verb.TASK, "menu")
    return code_of(context.db, int(task)) if task is not None else ""


def _unit_shown(context: Context, code: str) -> str:
    """Return the name of the unit shown last, or of the only one that the task on the card, or all on the list shown
    last, belong to, or that the person shown last is from; empty if there is none."""
    shown, summary = list_shown_last(context), summary_shown_last(context)
    scope = shown[0] if shown else summary.scope if summary else None
    if scope is not None and scope.unit_id is not None:
        return unit_name(context.db, scope.unit_id)
    if shown or code:
        return _only_unit(
            assignments_in(context, shown[0], None) if shown else assignments(context.db, context.today, None, code)
        )
    known, (_, of_person) = context.last_messages.list_shown() or (), _person_shown(context)
    if known[:1] == (Verb.UNIT,):
        return unit_name(context.db, int(known[1]))
    return of_person[0] if len(of_person) == 1 else ""


def _only_unit(found: Iterable[Assignment]) -> str:
    units = {each.unit for each in found}
    return (units.pop() if len(units) == 1 else None) or ""
