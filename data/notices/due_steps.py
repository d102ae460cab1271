"""Steps in the digest: on the day before they are due, on the due day, and once after it."""

from collections.abc import Sequence
from datetime import date

from data.notices.reminders import WorkingDay, days_before_due, days_overdue
from data.notices.rules import NoticeMatter
from data.people.absence import is_away
from data.people.people import Person, reachable_people
from data.people.people import hearers as hearers_of_unit
from data.steps.steps import Step, steps_to_do
from data.store import Database

DAYS_BEFORE = (1, 0)


def open_steps(db: Database, day: date, ids: Sequence[int] | None) -> list[NoticeMatter]:
    """Return the steps of unfinished tasks that have a due day and are not done, earliest first."""
    return [_matter(each) for each in steps_to_do(db, day, ids) if each.due is not None]


def hearers(db: Database, matter: NoticeMatter, day: date) -> list[Person]:
    """Return the person who is to do the step, or the one who wrote it if that person is missing or away.

    If that one is away too, return the people of the unit who get its notices.
    """
    people = {each.id: each for each in reachable_people(db, matter.unit_id)}
    [step] = steps_to_do(db, day, [matter.id])
    for person_id in (step.person_id, step.written_by):
        if person_id in people and not is_away(db, person_id, matter.unit_id, day):
            return [people[person_id]]
    return hearers_of_unit(db, matter.unit_id)


def mark(matter: NoticeMatter, working: WorkingDay) -> int | None:
    """Return the number of days left if the working day has a reminder of the step, else None.

    It is negative after the due day, which happens once, on the first day that the plan sets for overdue tasks.
    """
    before = days_before_due(matter.due, working, DAYS_BEFORE)
    if matter.due >= working.day or before is not None:
        return before
    late = days_overdue(matter.due, working, working.rules.overdue_steps[:1])
    return None if late is None else -late


def _matter(step: Step) -> NoticeMatter:
    assert step.due is not None
    return NoticeMatter(step.id, step.code, step.words, step.due, step.unit_id, step.unit)
