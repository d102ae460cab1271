"""稍后提醒: of a task somebody is not reminded until a day, on which it comes back."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from data.errors.deadlines import DayTooEarly, PauseTooLong
from data.people.actor import Actor
from data.people.people import Person
from data.reporting.reports import assignment_for
from data.standing.assignments import Assignment
from data.store import Database, fetch_all, fetch_column, put, transaction
from data.store.records import record_of

LONGEST = timedelta(days=180)


@dataclass(frozen=True, slots=True)
class Snooze:
    """Whom a task is not mentioned to until a day, since a moment."""

    person_id: int
    assignment_id: int
    until: date
    at: datetime

    def holds(self, assignment: Assignment) -> bool:
        """Whether it counts still: a report since then has answered what was put off."""
        return assignment.last is None or assignment.last.at <= self.at


def snooze(db: Database, by: Actor, assignment_id: int, until: date) -> Assignment:
    """Do not remind a person of an assignment until a day; the last word counts. On its due day it is mentioned anyway.
    Raises NotYours and TaskClosed as `assignment_for` does, DayTooEarly for a day that is not to come, PauseTooLong."""
    today = by.today
    if until <= today:
        raise DayTooEarly(today)
    if until > today + LONGEST:
        raise PauseTooLong(today + LONGEST)
    with transaction(db):
        assignment = assignment_for(db, by.person, assignment_id, today, by.zone)
        of = {"person_id": by.id, "assignment_id": assignment_id}
        put(db, "snoozes", [*of], **of, until=until, at=by.now, source=by.source)
        by.record(db, "snooze", f"{assignment.code}@{assignment.unit}", until=str(until))
    return assignment


def put_off_last(db: Database, person: Person, since: datetime) -> list[int]:
    """The assignments that a person put off together, where that is what they did last, and not before a moment."""
    return fetch_column(
        db,
        """SELECT assignment_id FROM snoozes WHERE person_id = :person AND at >= :since AND source = (
            SELECT source FROM audit WHERE person_id = :person AND action = 'snooze'
            AND id = (SELECT max(id) FROM audit WHERE person_id = :person))""",
        {"person": person.id, "since": since},
    )


def snoozes(db: Database, since: date) -> dict[tuple[int, int], Snooze]:
    """The tasks that are put off until a day or later, by person and assignment."""
    rows = fetch_all(db, "SELECT * FROM snoozes WHERE until >= ?", [since])
    return {(row["person_id"], row["assignment_id"]): record_of(Snooze, row) for row in rows}
