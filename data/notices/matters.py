"""Reminders about other things than assignments: statistics returns, steps and work information, and how to add
another kind.

A kind of matter is a rule of its own (data/notices/rules.py) and a row of MATTER_KINDS with three functions: `open`
finds what is still to be done, `hearers` who is told, and `mark` whether a working day has a reminder of it.

Everything else is the same for all kinds. A matter is listed in the person's digest after the tasks, once for each
mark and due day, and in the next digest after an outage. When a digest is sent or opened later, matters that are
done, gone, moved to another day or have another hearer are left out. Pauses of the unit and quiet hours of the
hearer apply, the next hearer takes over if one cannot be reached, and previews include matters.

A kind whose rule is not in FOR_PEOPLE is news for the office only. The wording of a kind's line and button is a row
of MATTERS in handlers/notices/morning.py.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from data.calendar import Span
from data.information.information import undecided_information
from data.notices.hearers import Hearing
from data.notices.reminders import LEFT_ALONE, WorkingDay, days_before_due, days_overdue
from data.notices.rules import FOR_PEOPLE, Entry, NoticeMatter, Rule
from data.people.absence import is_away
from data.people.people import Person, coordinators, hearers, reachable_people
from data.returns.unit_returns import ReturnState, unit_returns
from data.steps.steps import steps_to_do
from data.store import Database

OPENED = 1000
"""Mark of the reminder that a return is open; all other marks of returns are numbers of days."""
NEAR = 1
"""Number of days before the due day within which even a newly opened return is reminded of."""
DAYS_BEFORE = (1, 0)
"""Numbers of days before the due day of a step on which it is reminded of."""


@dataclass(frozen=True, slots=True)
class DueReturn(NoticeMatter):
    """An open return of a unit. `name` is its title; `span` is None for a return that is asked for only once."""

    name: str
    span: Span | None
    opened_on: date
    round_id: int


def open_returns(db: Database, day: date, ids: Sequence[int] | None) -> list[NoticeMatter]:
    """Return the returns that are open and not filed on `day`, or were returned, earliest due day first.

    In rounds with frozen figures only those that were returned count.
    """
    found = list[NoticeMatter]()
    for each in unit_returns(db, day, ids=ids, open_only=True):
        of, unit = each.round, each.unit
        if of.opens_on <= day and (of.frozen_at is None or each.state is ReturnState.RETURNED):
            title = " ".join(filter(None, (of.title, of.period)))
            found.append(
                DueReturn(each.id, None, title, of.due, unit.id, unit.name, of.title, of.span, of.opens_on, of.id)
            )
    return found


def mark_of_return(matter: NoticeMatter, working: WorkingDay) -> int | None:
    """Return the number of days left (negative after the due day) if it is a day for a reminder by the plan's rules.

    Returns OPENED if the return has opened since the last working day, and None if there is no reminder. In its first
    week, an open return is reminded of only near its due day.
    """
    assert isinstance(matter, DueReturn)
    if matter.due < working.day:
        late = days_overdue(matter.due, working, working.rules.overdue_marks((working.day - matter.due).days))
        return None if late is None else -late
    left = days_before_due(matter.due, working, working.rules.days_before)
    if left is not None and (left <= NEAR or working.day - matter.opened_on >= LEFT_ALONE):
        return left
    return OPENED if working.catches_up(matter.opened_on) else None


def mark_of_late_return(matter: NoticeMatter, working: WorkingDay) -> int | None:
    """Return the number of days after the due day on the first day that the plan sets for overdue tasks, else None."""
    return days_overdue(matter.due, working, working.rules.overdue_steps[:1]) if matter.due < working.day else None


def open_steps(db: Database, day: date, ids: Sequence[int] | None) -> list[NoticeMatter]:
    """Return the steps of unfinished tasks that have a due day and are not done, earliest first."""
    return [
        NoticeMatter(each.id, each.code, each.words, each.due, each.unit_id, each.unit)
        for each in steps_to_do(db, day, ids)
        if each.due is not None
    ]


def hearers_of_step(db: Database, matter: NoticeMatter, day: date) -> list[Person]:
    """Return the person who is to do the step, or the one who wrote it if that person is missing or away.

    If that one is away too, return the people of the unit who get its notices.
    """
    people = {each.id: each for each in reachable_people(db, matter.unit_id)}
    [step] = steps_to_do(db, day, [matter.id])
    for person_id in (step.person_id, step.written_by):
        if person_id in people and not is_away(db, person_id, matter.unit_id, day):
            return [people[person_id]]
    return hearers(db, matter.unit_id, day)


def mark_of_step(matter: NoticeMatter, working: WorkingDay) -> int | None:
    """Return the number of days left if the working day has a reminder of the step, else None.

    It is negative after the due day, which happens once, on the first day that the plan sets for overdue tasks.
    """
    before, late = days_before_due(matter.due, working, DAYS_BEFORE), mark_of_late_return(matter, working)
    return -late if before is None and late is not None else before


def new_information(db: Database, day: date, ids: Sequence[int] | None) -> list[NoticeMatter]:
    """Return the work information that the office has not decided on, oldest first, due on the day it came."""
    return [
        NoticeMatter(each.id, None, each.title, each.sent_at.date(), each.unit_id, each.unit)
        for each in undecided_information(db, ids)
    ]


def mark_of_information(matter: NoticeMatter, working: WorkingDay) -> int | None:
    """Return the ordinal of the day it came, if that was after the last planned morning; else None."""
    return matter.due.toordinal() if working.planned_until <= matter.due <= working.day else None


@dataclass(frozen=True, slots=True)
class MatterKind:
    """A kind of matter.

    `open(db, day, ids)` returns what is still to be done on a day, limited to `ids` unless that is None, in the order
    of the digest. `hearers(db, matter, day)` returns the reachable people who are reminded of it. `mark(matter,
    working)` returns the latest reminder that falls on a working day, or None; each mark is told once.
    """

    open: Callable[[Database, date, Sequence[int] | None], list[NoticeMatter]]
    hearers: Callable[[Database, NoticeMatter, date], list[Person]]
    mark: Callable[[NoticeMatter, WorkingDay], int | None]


MATTER_KINDS: dict[Rule, MatterKind] = {
    Rule.RETURN_DUE: MatterKind(open_returns, lambda db, matter, day: hearers(db, matter.unit_id, day), mark_of_return),
    Rule.RETURN_LATE: MatterKind(open_returns, lambda db, matter, day: coordinators(db), mark_of_late_return),
    Rule.INFORMATION_NEW: MatterKind(new_information, lambda db, matter, day: coordinators(db), mark_of_information),
    Rule.STEP_DUE: MatterKind(open_steps, hearers_of_step, mark_of_step),
}


def reminders_of_matters(db: Database, working: WorkingDay, hearing: Hearing) -> Iterator[tuple[Person, Entry]]:
    """Yield the reminders of matters that fall on a working day, each with a person who gets it."""
    for rule in (each for each in MATTER_KINDS if each in FOR_PEOPLE):
        kind = MATTER_KINDS[rule]
        for matter in kind.open(db, working.day, None):
            since = hearing.silent_since(matter.unit_id, working)
            mark = kind.mark(matter, replace(working, planned_until=since)) if since else None
            if mark is not None:
                yield from ((person, Entry(rule, matter, mark)) for person in kind.hearers(db, matter, working.day))


def matters_new_for_office(db: Database, working: WorkingDay) -> Iterator[Entry]:
    """Yield the matters that are news for the office on a working day."""
    for rule in (each for each in MATTER_KINDS if each not in FOR_PEOPLE):
        for matter in MATTER_KINDS[rule].open(db, working.day, None):
            mark = MATTER_KINDS[rule].mark(matter, working)
            if mark is not None:
                yield Entry(rule, matter, mark)
