"""Which unit, task or person a sentence of the office is about that names none: that of the card, list, summary, people
or return shown last."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from data.people.people import person_by_id
from data.plan.tasks import code_of
from data.plan.units import unit_name
from data.standing.assignments import Assignment, assignments
from data.understanding import Aim, Kind, Order, Understanding, find_order, says, values_of
from data.understanding.aims import LISTS
from data.understanding.announcing.addressees import names_of_everybody
from data.understanding.announcing.nudge_words import nudges_asked
from data.understanding.normalise.sentence import Span, is_hanzi
from handlers.summary.summary_scope import summary_shown_last
from handlers.tasks.list import list_shown_last
from handlers.tasks.list_contents import assignments_in
from handlers.telegram import Context, Verb

NAMED = (Kind.UNIT, Kind.STRANGER, Kind.CODE, Kind.TASK)


@dataclass(frozen=True, slots=True)
class _Unnamed:
    """A sentence that names no task, with the word in it that stands for somebody shown before, the parts of it that
    ask to nudge, and the code of the task on the card shown last."""

    context: Context
    text: str
    meaning: Understanding
    pointed: Order | None
    nudges: Sequence[Span]
    code: str

    @property
    def leaves_unsaid(self) -> bool:
        """Whether it asks for what only a unit has, without one."""
        return says(self.meaning, "matter_shown.left_unsaid")


def with_matter_shown(context: Context, text: str, meaning: Understanding) -> str | None:
    """Return the text of somebody who oversees the plan with the name of the unit or person or the code of the task
    shown last, if it names nobody and is about that; else None. Whom to speak to about a task (29-4 电话多少) is asked
    of its unit."""
    if not context.person.sees_everything:
        return None
    if says(meaning, "matter_shown.contact_of_task"):
        [code] = values_of(meaning, Kind.CODE)
        unit = _only_unit(assignments(context.db, context.today, None, code))
        return text.replace(code, unit, 1) if unit else None
    if meaning.names(Kind.CODE) or meaning.names(Kind.TASK):
        return None
    pointed = find_order(meaning, "matter_shown.pointed_at")
    said = _Unnamed(context, text, meaning, pointed, nudges_asked(text), _card_shown(context))
    return next((named for put in MATTERS if (named := put(said)) is not None), None)


def _for_him(said: _Unnamed) -> str | None:
    """Put the person shown last for 他: for work to be done their unit, for a nudge below a card that of the task."""
    if said.pointed is None or not said.pointed["him"]:
        return None
    name, units = _person_shown(said.context)
    name = units[0] if said.meaning.aim in (*LISTS, Aim.NUDGE) and len(units) == 1 else name
    name = f" {said.code} " if not name and said.nudges else name
    return said.text.replace(said.pointed["him"], name, 1) if name.strip() else None


def _of_the_card(said: _Unnamed) -> str | None:
    """Put the code of the card shown last before a new day, or an order to nudge."""
    if not said.code:
        return None
    changes = says(said.meaning, "matter_shown.new_value")
    joint = "" if is_hanzi(said.text[:1]) else " "
    return f"{said.code}{joint}{said.text}" if changes or (said.nudges and said.leaves_unsaid) else None


def _for_them(said: _Unnamed) -> str | None:
    """Put the unit shown last for 他们, or before what lacks a unit. A nudge below a list is for what is listed."""
    them = said.pointed["them"] if said.pointed is not None else ""
    if not (them or said.leaves_unsaid) or names_of_everybody(said.text):
        return None
    if said.meaning.names(*NAMED) or (said.nudges and list_shown_last(said.context)):
        return None
    unit = _unit_shown(said.context, said.code)
    named = said.text.replace(them, unit, 1) if them else f"{unit}{said.text}"
    return named if unit else None


MATTERS = (_for_him, _of_the_card, _for_them)
"""Each puts the name of something that was shown into a sentence about it; the first that can does."""


def _person_shown(context: Context) -> tuple[str, tuple[str, ...]]:
    """Return the name and the units of the person whose page was shown last, or an empty string and none."""
    shown = {each[1] for each in context.last_messages.offers(Verb.PEOPLE) if each[0] == "remove"}
    person = person_by_id(context.db, int(shown.pop())) if len(shown) == 1 else None
    return (person.name, person.units) if person is not None else ("", ())


def _card_shown(context: Context) -> str:
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
