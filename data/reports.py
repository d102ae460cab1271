"""Progress reports: appended, never changed; the latest one is what counts."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from data import audit
from data.drafts import Draft, Step, drop_draft
from data.errors import NotYours, StaleButton, TaskClosed
from data.people import Person
from data.standing import Status
from data.store import Database, fetch_one, insert, transaction
from data.tasks import Assignment, assignments
from data.times import day_of, stored


@dataclass(frozen=True, slots=True)
class Stored:
    """A report that has been stored, with the assignment as it stands after it."""

    assignment: Assignment


def assignment_for(db: Database, person: Person, assignment_id: int, today: date, zone: ZoneInfo) -> Assignment:
    """The assignment, if this person may report on it today.

    Raises NotYours when it belongs to others or is gone, TaskClosed when nothing is left to report.
    """
    mine = assignments(db, today, zone, person.speaks_for)
    found = next((assignment for assignment in mine if assignment.id == assignment_id), None)
    if found is None:
        raise NotYours
    if found.status is Status.CLOSED:
        raise TaskClosed(found.code)
    return found


def submit(db: Database, person: Person, draft_id: int, draft: Draft | None, now: datetime, zone: ZoneInfo) -> Stored:
    """Store the drafted report and drop the draft. The same press again finds what it stored the first time.

    Raises StaleButton when the preview is not what is open, NotYours and TaskClosed as `assignment_for` does; the
    draft stays then.
    """
    today = day_of(now, zone)
    with transaction(db):
        before = fetch_one(
            db,
            "SELECT assignment_id FROM reports WHERE source = ? AND person_id = ?",
            [_source(draft_id), person.id],
        )
        if before is None:
            before = {"assignment_id": _store(db, person, draft_id, draft, now, zone)}
        mine = assignments(db, today, zone, person.speaks_for)
    return Stored(next(each for each in mine if each.id == before["assignment_id"]))


def _store(db: Database, person: Person, draft_id: int, draft: Draft | None, now: datetime, zone: ZoneInfo) -> int:
    if draft is None or draft.id != draft_id or draft.step is not Step.PREVIEW:
        raise StaleButton
    if draft.status is None:
        raise StaleButton
    assignment = assignment_for(db, person, draft.assignment_id, day_of(now, zone), zone)
    insert(
        db,
        "reports",
        assignment_id=draft.assignment_id,
        person_id=person.id,
        status=draft.status,
        percent=draft.percent or 0,
        note=draft.note or "",
        source=_source(draft_id),
        reported_at=stored(now),
    )
    drop_draft(db, person.id)
    audit.record(
        db,
        now,
        "report",
        f"{assignment.code}@{assignment.unit}",
        person_id=person.id,
        status=draft.status,
        percent=draft.percent or 0,
        source=_source(draft_id),
    )
    return draft.assignment_id


def _source(draft_id: int) -> str:
    return f"draft:{draft_id}"
