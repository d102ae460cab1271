"""Steps that fall due, in the digest: the day before, on the day, and once after it."""

from collections.abc import Sequence
from datetime import date

from data.notices.reminders import WorkingDay, days_before_due, days_overdue
from data.notices.rules import Matter
from data.people.absence import is_away
from data.people.people import Person, reachable_people
from data.people.people import hearers as hearers_of_unit
from data.steps.steps import Step, steps_to_do
from data.store import Database

DAYS_BEFORE = (1, 0)


def open_steps(db: Database, day: date, ids: Sequence[int] | None) -> list[Matter]:
    """The steps that have a day and are not done, of unfinished tasks, the earliest first."""
    return [_matter(each) for each in steps_to_do(db, day, ids) if each.due is not None]


def hearers(db: Database, matter: Matter, day: date) -> list[Person]:
    """The person of a step; if nobody is named or that person is away, whoever wrote it, else the unit's people."""
    people = {each.id: each for each in reachable_people(db, matter.unit_id)}
    [step] = steps_to_do(db, day, [matter.id])
    for person_id in (step.person_id, step.written_by):
        if person_id in people and not is_away(db, person_id, matter.unit_id, day):
            return [people[person_id]]
    return hearers_of_unit(db, matter.unit_id)


def mark(matter: Matter, working: WorkingDay) -> int | None:
    """The number of days left if a working day reminds of it; negative after the due day, which happens once, with the
    plan's first overdue reminder."""
    before = days_before_due(matter.due, working, DAYS_BEFORE)
    if matter.due >= working.day or before is not None:
        return before
    late = days_overdue(matter.due, working, working.rules.overdue_steps[:1])
    return None if late is None else -late


def _matter(step: Step) -> Matter:
    assert step.due is not None
    return Matter(step.id, step.code, step.words, step.due, step.unit_id, step.unit)
