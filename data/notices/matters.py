"""Reminders about other things than assignments, such as returns and steps, and how to add another kind.

A kind of matter is a rule of its own (data/notices/rules.py) and a row of MATTER_KINDS with three functions: `open`
finds what is still to be done, `hearers` who is told, and `mark` whether a working day has a reminder of it.

Everything else is the same for all kinds. A matter is listed in the person's digest after the tasks, once for each
mark and due day, and in the next digest after an outage. When a digest is sent or opened later, matters that are
done, gone, moved to another day or have another hearer are left out. Pauses of the unit and quiet hours of the
hearer apply, the next hearer takes over if one cannot be reached, and previews include matters.

A kind whose rule is not in FOR_PEOPLE is news for the office only. The wording of a kind's line and button is a row
of MATTERS in handlers/notices/matters.py.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from data.notices import due_returns, due_steps, new_information
from data.notices.hearers import Hearing
from data.notices.reminders import WorkingDay
from data.notices.rules import FOR_PEOPLE, Entry, NoticeMatter, Rule
from data.people.people import Person
from data.store import Database


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
    Rule.RETURN_DUE: MatterKind(due_returns.open_returns, due_returns.hearers, due_returns.mark),
    Rule.INFORMATION_NEW: MatterKind(new_information.undecided_pieces, new_information.hearers, new_information.mark),
    Rule.STEP_DUE: MatterKind(due_steps.open_steps, due_steps.hearers, due_steps.mark),
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
