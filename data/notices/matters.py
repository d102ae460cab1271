"""What people are reminded of in their digest beside the assignments of the plan, and how another such kind is added.

A kind is a rule of its own (data/notices/rules.py: RETURN_DUE, STEP_DUE) and a row of KINDS below, made of three
functions. `open` finds what is still to be done; `hearers` says to whom it is said; `mark` says whether a working day
speaks of it. The rest is the same for every kind: it stands in the one digest of a working day after the tasks, is said
once for each mark and due day (a changed day is spoken of anew), joins the next digest after an outage, is looked at
again when the digest goes out or is opened later (done, gone, another day or another hearer: it is left out), keeps the
pauses of its unit and the quiet hours of its hearer, goes to the next hearer where one cannot be reached, and is in the
preview and the look ahead.

A kind whose rule is not among FOR_PEOPLE is the office's alone: it stands among its news.

How a kind's line and its button read is a row of MATTERS in handlers/notices/matters.py.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from data.notices import due_returns, due_steps, new_information
from data.notices.hearers import Hearing
from data.notices.reminders import WorkingDay
from data.notices.rules import FOR_PEOPLE, Entry, Matter, Rule
from data.people.people import Person
from data.store import Database


@dataclass(frozen=True, slots=True)
class MatterKind:
    """A kind of matter.

    `open(db, day, ids)` finds what is still to be done on a day, all or only these ids, in the order in which it is
    told. `hearers(db, matter, day)` are the people who are reminded of it and can be reached. `mark(matter, working)`
    names the reminder that falls on a working day, the latest of several, or None; each mark is told once.
    """

    open: Callable[[Database, date, Sequence[int] | None], list[Matter]]
    hearers: Callable[[Database, Matter, date], list[Person]]
    mark: Callable[[Matter, WorkingDay], int | None]


KINDS: dict[Rule, MatterKind] = {
    Rule.RETURN_DUE: MatterKind(due_returns.open_returns, due_returns.hearers, due_returns.mark),
    Rule.INFORMATION_NEW: MatterKind(new_information.undecided_pieces, new_information.hearers, new_information.mark),
    Rule.STEP_DUE: MatterKind(due_steps.open_steps, due_steps.hearers, due_steps.mark),
}


def matters_told(db: Database, working: WorkingDay, hearing: Hearing) -> Iterator[tuple[Person, Entry]]:
    """The reminders of matters that fall on a working day, each with a person who is told."""
    for rule in (each for each in KINDS if each in FOR_PEOPLE):
        kind = KINDS[rule]
        for matter in kind.open(db, working.day, None):
            since = hearing.silent_since(matter.unit_id, working)
            mark = kind.mark(matter, replace(working, planned_until=since)) if since else None
            if mark is not None:
                yield from ((person, Entry(rule, matter, mark)) for person in kind.hearers(db, matter, working.day))


def matters_for_office(db: Database, working: WorkingDay) -> Iterator[Entry]:
    """The matters that are news for the office on a working day."""
    for rule in (each for each in KINDS if each not in FOR_PEOPLE):
        for matter in KINDS[rule].open(db, working.day, None):
            mark = KINDS[rule].mark(matter, working)
            if mark is not None:
                yield Entry(rule, matter, mark)


def matters_by_id(db: Database, rule: Rule, ids: Sequence[int], day: date) -> dict[int, Matter]:
    """The matters of a kind with these ids that are still to be done, by id."""
    return {each.id: each for each in KINDS[rule].open(db, day, ids)}


def matter_hearers(db: Database, rule: Rule, matter: Matter, day: date) -> list[Person]:
    """The people who are reminded of a matter."""
    return KINDS[rule].hearers(db, matter, day)
