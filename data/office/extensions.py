"""Requests for more time, made by a unit and decided by the office.

A granted day is never written into the plan. An assignment's due day is computed from the plan's own day and the
extensions granted on it, so that the original stays on record and an old grant does not override a new plan.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from data.errors import AlreadyDecided
from data.errors.deadlines import DayTooEarly, DayTooLate, NothingToExtend, RequestLapsed, RequestRests
from data.letters import Letter, post_letter
from data.people.actor import Actor
from data.people.people import Person, coordinators
from data.plan.deadlines import DeadlineKind, next_due
from data.plan.plan import FULL_CODE, known_plan
from data.plan.tasks import TaskTitle
from data.reporting.drafts import checked_reason
from data.reporting.reports import assignment_to_report_on
from data.standing.assignments import Assignment, assignments
from data.standing.rows import ALWAYS
from data.store import Database, sql_among, transaction


class Decision(StrEnum):
    """The office's decision: the proposed day, another day, or refusal."""

    ACCEPTED = "accepted"
    CHANGED = "changed"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class PastExtension:
    """A request for more time, with its outcome.

    `full_code` is as FULL_CODE has it. `due_before` is the due day when the request was made, `decided` the day
    granted, if any, `answer` the reason for a refusal. `latest` is false if a later request replaced it.
    """

    id: int
    code: str
    full_code: str
    title: TaskTitle
    unit_id: int
    unit: str
    by: str
    at: datetime
    due_before: date
    proposed: date
    reason: str
    decision: Decision | None
    decided: date | None
    answer: str
    decided_by: str
    decided_at: datetime | None
    withdrawn_at: datetime | None
    latest: bool


@dataclass(frozen=True, slots=True)
class Extension(PastExtension):
    """A request for more time, with the assignment as it stands today."""

    assignment: Assignment

    @property
    def awaits_decision(self) -> bool:
        """Whether it needs a decision: not decided, withdrawn or replaced, the due day unchanged, the task not done."""
        same = self.latest and self.withdrawn_at is None and self.assignment.due == self.due_before
        return self.decision is None and same and not self.assignment.finished

    @property
    def needs_another_day(self) -> bool:
        """Whether it still needs a decision although the day asked for has passed."""
        return self.awaits_decision and self.proposed < self.assignment.today


EXTENSIONS = f"""
SELECT extensions.id, assignment_id, code, {FULL_CODE} AS full_code, tasks.title, title_en, section, unit_id,
    units.name AS unit, ifnull(asker.name, '') AS by, asked_at AS at, due_before, proposed, reason, withdrawn_at,
    iif(decided_at < :until, verdict, NULL) AS decision, iif(decided_at < :until, decided, NULL) AS decided,
    ifnull(iif(decided_at < :until, answer, NULL), '') AS answer, ifnull(decider.name, '') AS decided_by, decided_at,
    NOT EXISTS (SELECT 1 FROM extensions AS newer
        WHERE newer.assignment_id = extensions.assignment_id AND newer.id > extensions.id) AS latest
FROM extensions
JOIN assignments ON assignments.id = assignment_id JOIN tasks ON tasks.id = task_id
JOIN plans ON plans.id = plan_id JOIN units ON units.id = unit_id
LEFT JOIN people AS asker ON asker.id = extensions.person_id
LEFT JOIN people AS decider ON decider.id = decided_by
"""
"""An SQL query for requests for more time, with the answers given before the moment `:until`."""


def extendable_assignment(db: Database, person: Person, assignment_id: int, today: date) -> Assignment:
    """Return the assignment if the person may ask for more time for it.

    Raises what `assignment_to_report_on` raises, and NothingToExtend if it has no due day or is done.
    """
    assignment = assignment_to_report_on(db, person, assignment_id, today)
    if assignment.due is None or assignment.finished:
        raise NothingToExtend(assignment.code, assignment.finished)
    return assignment


def example_day(assignment: Assignment) -> date:
    """Return an acceptable new due day: 30 days later, or less if that is too late."""
    first = max(assignment.due or assignment.today, assignment.today)
    for days in (30, 7):
        try:
            return check_day(assignment, first + timedelta(days=days))
        except DayTooLate:
            continue
    return first + timedelta(days=1)


def check_day(assignment: Assignment, day: date) -> date:
    """Return `day` if it may be the new due day of the assignment.

    Raises NothingToExtend if there is no due day, DayTooEarly if it is past or not after the present one, DayTooLate if
    it reaches the next occurrence of a recurring task.
    """
    if assignment.due is None or assignment.original_due is None:
        raise NothingToExtend(assignment.code)
    last = max(assignment.due, assignment.today - timedelta(days=1))
    if day <= last:
        raise DayTooEarly(last)
    if assignment.deadline.kind is DeadlineKind.RECURRING:
        following = next_due(assignment.deadline, assignment.original_due + timedelta(days=1))
        if following is not None and day >= following:
            raise DayTooLate(following)
    return day


def ask_for_extension(db: Database, by: Actor, assignment_id: int, day: date, reason: str, source: str) -> Extension:
    """Ask the office to put a due day off, replacing an earlier request that waits. Done once per `source`.

    Raises what `extendable_assignment`, `check_day` and `checked_reason` raise.
    """
    today = by.today
    with transaction(db):
        sql = "SELECT id FROM extensions WHERE source = ? AND person_id = ?"
        if before := db.fetch_number(sql, [source, by.id]):
            return extension_by_id(db, before, today)
        assignment = extendable_assignment(db, by.person, assignment_id, today)
        extension_id = db.insert(
            "extensions",
            assignment_id=assignment_id,
            person_id=by.id,
            due_before=str(assignment.due),
            proposed=str(check_day(assignment, day)),
            reason=checked_reason(reason),
            source=source,
            asked_at=by.now,
        )
        subject = f"{assignment.code}@{assignment.unit}"
        by.record(db, "ask_extension", subject, extension_id=extension_id, day=str(day), reason=reason)
        post_letter(db, Letter.EXTENSION_ASKED, extension_id, coordinators(db), by.now)
        return extension_by_id(db, extension_id, today)


def check_undecided(asked: Extension | None) -> None:
    """Raise AlreadyDecided if a request is decided, or RequestRests or RequestLapsed if it needs no decision now."""
    if asked is None:
        raise RequestLapsed
    if asked.decision is not None:
        raise AlreadyDecided
    if not asked.awaits_decision:
        raise RequestRests(asked.assignment.code, asked.assignment.finished and asked.withdrawn_at is None)


def find_extension(db: Database, extension_id: int, today: date) -> Extension | None:
    """Return a request, or None if it does not exist or its task is gone from the plan."""
    found = _extensions(db, "extensions.id = :id", today, id=extension_id)
    return found[0] if found else None


def waiting_for_decision(db: Database, today: date) -> list[Extension]:
    """Return the requests that need a decision, oldest first; none without a plan."""
    if known_plan(db) is None:
        return []
    # SQLite uses the index of undecided requests only if its column is limited.
    return [each for each in _extensions(db, "verdict IS NULL AND assignment_id > 0", today) if each.awaits_decision]


def resting_extension(db: Database, assignment_id: int, today: date) -> Extension | None:
    """Return the request on an assignment that is suspended because the assignment is reported done, or None."""
    asked = _undecided_on(db, assignment_id, today)
    return next(
        (each for each in asked if each.latest and each.withdrawn_at is None and each.assignment.finished), None
    )


def waiting_extension(db: Database, assignment_id: int, today: date) -> Extension | None:
    """Return the request on an assignment that needs a decision, or None."""
    return next((each for each in _undecided_on(db, assignment_id, today) if each.awaits_decision), None)


def granted_extensions(db: Database, assignment_ids: Sequence[int], today: date) -> dict[int, Extension]:
    """Return the request granted last on each of these assignments that has one, by the assignment's id."""
    found = _extensions(db, f"extensions.decided IS NOT NULL{sql_among('assignment_id', assignment_ids)}", today)
    return {each.assignment.id: each for each in found}


def latest_extension(db: Database, unit_ids: Sequence[int] | None, today: date, code: str | None) -> Extension | None:
    """Return the newest request of these units (None: all) that was not withdrawn, for the task `code` if given."""
    asked = _extensions(db, "withdrawn_at IS NULL", today)
    of_units = [each for each in asked if unit_ids is None or each.assignment.unit_id in unit_ids]
    return next((each for each in reversed(of_units) if code in (None, each.assignment.code)), None)


def newest_request_on(db: Database, assignment_id: int, today: date) -> Extension | None:
    """Return the newest request on an assignment, even one that was withdrawn, or None."""
    return next(reversed(_extensions(db, "assignment_id = :id", today, id=assignment_id)), None)


def extension_just_asked(db: Database, person_id: int) -> int | None:
    """Return the id of a person's request if making it was the last thing they did, else None."""
    return db.fetch_number(
        """SELECT detail ->> 'extension_id' FROM audit
        WHERE action = 'ask_extension' AND id = (SELECT max(id) FROM audit WHERE person_id = ?)""",
        [person_id],
    )


def extension_by_id(db: Database, extension_id: int, today: date) -> Extension:
    """Return an existing request, with its assignment as it stands today."""
    found = find_extension(db, extension_id, today)
    assert found is not None
    return found


def _undecided_on(db: Database, assignment_id: int, today: date) -> list[Extension]:
    return _extensions(db, "verdict IS NULL AND assignment_id = :id", today, id=assignment_id)


def _extensions(db: Database, condition: str, today: date, **values: object) -> list[Extension]:
    rows = db.fetch_all(f"{EXTENSIONS} WHERE {condition} ORDER BY extensions.id", {"until": ALWAYS, **values})
    found = assignments(db, today, ids=[row["assignment_id"] for row in rows]) if rows else []
    standing = {each.id: each for each in found}
    return [
        db.record(Extension, row, assignment=standing[row["assignment_id"]])
        for row in rows
        if row["assignment_id"] in standing
    ]
