"""Progress reports: appended, never changed; the latest one that was not withdrawn counts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from data import dialogs
from data.errors import NotYours, StaleButton, TaskArchived
from data.errors.reporting import AlreadyReported, TaskClosed
from data.letters import Letter, post_letter
from data.people.actor import Actor
from data.people.people import Person, hearers, person_by_id
from data.reporting.attachments import Owner, attached_files, move_files_from_draft
from data.reporting.drafts import REPORT_DIALOG, Draft, Step, draft_by_id
from data.reporting.reviews import ask_for_review, is_reviewed
from data.reporting.totals import store_figures
from data.reporting.urgency import is_marked_urgent, tell_office_at_once
from data.standing.assignments import Assignment, find_assignment
from data.standing.rows import update_rows
from data.standing.standing import Status
from data.store import Database, Row, transaction
from data.times import day_of, moment

ARCHIVED = """SELECT 1 FROM assignments JOIN tasks ON tasks.id = task_id
    WHERE assignments.id = ? AND tasks.gone_at IS NOT NULL"""


@dataclass(frozen=True, slots=True)
class StoredReport:
    """A stored report, with the assignment as it stands after it; `for_review` if the office has to review it."""

    report_id: int
    assignment: Assignment
    status: Status
    for_review: bool


def assignment_to_report_on(
    db: Database, person: Person, assignment_id: int, today: date, *, in_its_name: bool = False
) -> Assignment:
    """Return the assignment if the person may report on it today.

    With `in_its_name`, a coordinator may report for any unit. Raises NotYours if it is another unit's or gone,
    TaskClosed if it is closed.
    """
    found = assignment_spoken_for(db, person, assignment_id, today, in_its_name=in_its_name)
    if found.status is Status.CLOSED:
        raise TaskClosed(found.code)
    return found


def submit_report(db: Database, by: Actor, draft_id: int) -> StoredReport:
    """Store the drafted report and end its dialog. A second call returns the report stored first.

    Raises StaleButton if there is no such draft or it is incomplete, NotYours and TaskClosed as
    `assignment_to_report_on` does, AlreadyReported if there is a report that the writer has not seen. The draft stays
    then.
    """
    with transaction(db):
        before = report_by_source(db, f"draft:{draft_id}", by.person)
        report = before or _store_draft(db, by, draft_by_id(db, by.id, draft_id))
        return stored_report(db, by.person, report, by.now)


def has_reported(db: Database, person: Person) -> bool:
    """Return whether a person has made any report that was not withdrawn."""
    return db.exists("SELECT 1 FROM reports WHERE person_id = ? AND withdrawn_at IS NULL", [person.id])


def is_submitted(db: Database, draft_id: int) -> bool:
    """Return whether a draft has been submitted."""
    return db.exists("SELECT 1 FROM reports WHERE source = ?", [f"draft:{draft_id}"])


def corrected_report_id(db: Database, report_id: int) -> int | None:
    """Return the id of the report that this report corrected, or None."""
    return db.fetch_number("SELECT replaces FROM reports WHERE id = ?", [report_id])


def latest_report_id(db: Database, assignment_id: int) -> int | None:
    """Return the id of the report on an assignment that counts, or None."""
    sql = "SELECT max(id) FROM reports WHERE assignment_id = ? AND withdrawn_at IS NULL"
    return db.fetch_number(sql, [assignment_id])


def _store_draft(db: Database, by: Actor, draft: Draft) -> Row:
    if draft.step is not Step.PREVIEW or draft.status is None:
        raise StaleButton
    assignment = assignment_to_report_on(db, by.person, draft.assignment_id, by.today, in_its_name=True)
    latest = latest_report_id(db, draft.assignment_id)
    if latest is not None and latest > (draft.seen_report_id or 0):
        raise AlreadyReported(latest)
    told = {
        "status": draft.status,
        "percent": draft.percent or 0,
        "note": draft.note or "",
        "obstacle": (draft.obstacle or "") if draft.status is Status.BLOCKED else "",
    }
    report = append_report(
        db,
        by,
        assignment,
        source=f"draft:{draft.id}",
        figures=draft.figures or {},
        files=[each.name for each in attached_files(db, Owner.DRAFT, draft.id)],
        **told,
        unchanged=int(draft.says_unchanged and told == values_unchanged(assignment)),
        replaces=draft.replaces,
        batch=draft.batch,
    )
    store_figures(db, report["id"], draft.figures or {}, draft.running)
    move_files_from_draft(db, draft.id, Owner.REPORT, report["id"])
    ask_for_review(db, report["id"], draft.status, by.now)
    if is_marked_urgent(draft.status, draft.obstacle, draft.note):
        tell_office_at_once(db, report["id"], by.now)
    dialogs.end_dialog(db, dialogs.find_dialog(db, by.id, draft.id), draft.update_id, by.now)
    return report


def values_unchanged(assignment: Assignment) -> dict[str, Any]:
    """Return the values of a report that nothing has changed in a task."""
    begun = assignment.last is not None or assignment.status is not Status.NOT_STARTED
    return {
        "status": assignment.status if begun else Status.IN_PROGRESS,
        "percent": assignment.percent,
        "note": "",
        "obstacle": assignment.last.obstacle if assignment.last else "",
    }


def append_report(
    db: Database,
    by: Actor,
    assignment: Assignment,
    *,
    source: str,
    figures: Mapping[str, float] | None = None,
    files: Sequence[str] = (),
    **values: object,
) -> Row:
    """Append a report, record it in the audit, and tell a unit for which the office has made it.

    A deputy's report also stores the liaison it is made for. `source` is unique to the report.
    """
    by_office = assignment.unit_id not in by.person.speaks_for
    report_id = db.insert(
        "reports",
        assignment_id=assignment.id,
        person_id=by.id,
        for_person_id=by.person.stands_in_for(assignment.unit_id),
        by_office=int(by_office),
        source=source,
        reported_at=by.now,
        **values,
    )
    update_rows(db, [assignment.id], by.now)
    writing = _also_writing(db, by.person, assignment)
    post_letter(db, Letter.HANDED_IN, report_id, writing, by.now)
    if by_office and assignment.unit_id is not None:
        told_already = {by.id, *(each.id for each in writing)}
        told = [each for each in hearers(db, assignment.unit_id, by.today) if each.id not in told_already]
        post_letter(db, Letter.REPORTED_FOR, report_id, told, by.now)
    subject = f"{assignment.code}@{assignment.unit}"
    by.record(db, "report", subject, **values, report_id=report_id, figures=figures or {}, files=list(files))
    return db.fetch_row("SELECT * FROM reports WHERE id = ?", [report_id])


def _also_writing(db: Database, person: Person, assignment: Assignment) -> list[Person]:
    """Return the other people with an unfinished report on the same assignment."""
    rows = db.fetch_all(
        """SELECT DISTINCT person_id FROM dialogs JOIN people ON people.id = person_id
        WHERE kind = ? AND subject_id = ? AND state <> 'ended' AND person_id <> ? AND telegram_id IS NOT NULL""",
        [REPORT_DIALOG, assignment.id, person.id],
    )
    return [person_by_id(db, row["person_id"]) for row in rows]


def report_by_source(db: Database, source: str, person: Person) -> Row | None:
    """Return the row of the report that a person made under `source`, or None."""
    return db.fetch_one("SELECT * FROM reports WHERE source = ? AND person_id = ?", [source, person.id])


def stored_report(db: Database, person: Person, report: Row, now: datetime) -> StoredReport:
    """Return a stored report with its assignment. Raises NotYours if it is no longer the person's."""
    at, status = moment(report["reported_at"]), Status(report["status"])
    day = max(day_of(now, db.zone), day_of(at, db.zone))
    assignment = assignment_spoken_for(db, person, report["assignment_id"], day, in_its_name=True)
    return StoredReport(report["id"], assignment, status, is_reviewed(db, status, at))


def assignment_spoken_for(
    db: Database, person: Person, assignment_id: int, today: date, *, in_its_name: bool = False
) -> Assignment:
    """Return the assignment if the person speaks for its unit, or is a coordinator and `in_its_name`. Raises
    NotYours, and TaskArchived if the task is no longer in the plan."""
    found = find_assignment(db, assignment_id, today)
    if found is None and db.exists(ARCHIVED, [assignment_id]):
        raise TaskArchived
    may_speak = found and (found.unit_id in person.speaks_for or (in_its_name and person.is_coordinator))
    if found is None or found.unit_id is None or not may_speak:
        raise NotYours
    return found
