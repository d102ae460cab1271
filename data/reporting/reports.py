"""Progress reports: appended, never changed; the latest one that was not withdrawn is what counts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from data import dialogs
from data.errors import NotYours, StaleButton
from data.errors.reporting import AlreadyReported, TaskClosed
from data.letters import Letter, post
from data.people.actor import Actor
from data.people.people import Person, person_by_id
from data.reporting.attachments import Owner, attached_to, hand_over
from data.reporting.drafts import KIND, Draft, Step, draft_by_id
from data.reporting.reviews import ask_for_review, is_reviewed
from data.reporting.totals import store_figures
from data.reporting.urgency import is_marked_urgent, tell_office_at_once
from data.standing.assignments import Assignment, assignment_by_id
from data.standing.rows import keep
from data.standing.standing import Status
from data.store import Database, Row, exists, fetch_all, fetch_number, fetch_one, fetch_row, insert, transaction
from data.times import day_of, moment


@dataclass(frozen=True, slots=True)
class Stored:
    """A report that has been stored, with the assignment as it stands after it; `for_review` is whether the office
    has to accept it."""

    report_id: int
    assignment: Assignment
    status: Status
    for_review: bool


def assignment_for(
    db: Database, person: Person, assignment_id: int, today: date, *, in_its_name: bool = False
) -> Assignment:
    """The assignment, if this person may report on it today: for an own unit, or from the office `in_its_name`.

    Raises NotYours when it belongs to others or is gone, TaskClosed when nothing is left to report.
    """
    found = reported_on(db, person, assignment_id, today, in_its_name=in_its_name)
    if found.status is Status.CLOSED:
        raise TaskClosed(found.code)
    return found


def submit(db: Database, by: Actor, draft_id: int) -> Stored:
    """Store the drafted report and drop the draft.

    The same press again finds what it stored the first time.

    Raises StaleButton when there is no such draft or it is not complete, NotYours and TaskClosed as `assignment_for`
    does, AlreadyReported when somebody else has reported meanwhile; the draft stays then.
    """
    with transaction(db):
        before = by_source(db, f"draft:{draft_id}", by.person)
        report = before or _store_draft(db, by, draft_by_id(db, by.id, draft_id))
        return stored_report(db, by.person, report, by.now)


def has_reported(db: Database, person: Person) -> bool:
    """Whether a person has made any report that was not withdrawn."""
    return exists(db, "SELECT 1 FROM reports WHERE person_id = ? AND withdrawn_at IS NULL", [person.id])


def became_report(db: Database, draft_id: int) -> bool:
    """Whether a draft has been submitted."""
    return exists(db, "SELECT 1 FROM reports WHERE source = ?", [f"draft:{draft_id}"])


def replaced_by(db: Database, report_id: int) -> int | None:
    """The id of the report that another one corrected; None for one that corrected none."""
    return fetch_number(db, "SELECT replaces FROM reports WHERE id = ?", [report_id])


def latest_report_id(db: Database, assignment_id: int) -> int | None:
    """The id of the report on an assignment that counts, or None."""
    sql = "SELECT max(id) FROM reports WHERE assignment_id = ? AND withdrawn_at IS NULL"
    return fetch_number(db, sql, [assignment_id])


def _store_draft(db: Database, by: Actor, draft: Draft) -> Row:
    if draft.step is not Step.PREVIEW or draft.status is None:
        raise StaleButton
    assignment = assignment_for(db, by.person, draft.assignment_id, by.today, in_its_name=True)
    latest = latest_report_id(db, draft.assignment_id)
    if latest is not None and latest > (draft.seen_report_id or 0):
        raise AlreadyReported(latest)
    report = append_report(
        db,
        by,
        assignment,
        source=f"draft:{draft.id}",
        figures=draft.figures or {},
        files=[each.name for each in attached_to(db, Owner.DRAFT, draft.id)],
        status=draft.status,
        percent=draft.percent or 0,
        note=draft.note or "",
        obstacle=(draft.obstacle or "") if draft.status is Status.BLOCKED else "",
        replaces=draft.replaces,
        batch=draft.batch,
    )
    store_figures(db, report["id"], draft.figures or {}, draft.running)
    hand_over(db, draft.id, Owner.REPORT, report["id"])
    ask_for_review(db, report["id"], draft.status, by.now)
    if is_marked_urgent(draft.status, draft.obstacle, draft.note):
        tell_office_at_once(db, report["id"], by.now)
    dialogs.end_dialog(db, dialogs.find_dialog(db, by.id, draft.id), draft.update_id, by.now)
    return report


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
    """Append a report, with the liaison on whose behalf a deputy gives it, and note it in the audit.

    `source` makes it one report however often it is asked for.
    """
    report_id = insert(
        db,
        "reports",
        assignment_id=assignment.id,
        person_id=by.id,
        for_person_id=by.person.stands_in_for(assignment.unit_id),
        by_office=int(assignment.unit_id not in by.person.speaks_for),
        source=source,
        reported_at=by.now,
        **values,
    )
    keep(db, [assignment.id or 0], by.now)
    post(db, Letter.HANDED_IN, report_id, _also_writing(db, by.person, assignment), by.now)
    subject = f"{assignment.code}@{assignment.unit}"
    by.record(db, "report", subject, **values, report_id=report_id, figures=figures or {}, files=list(files))
    return fetch_row(db, "SELECT * FROM reports WHERE id = ?", [report_id])


def _also_writing(db: Database, person: Person, assignment: Assignment) -> list[Person]:
    """The others who have a report on the same assignment open, or put aside."""
    rows = fetch_all(
        db,
        """SELECT DISTINCT person_id FROM dialogs JOIN people ON people.id = person_id
        WHERE kind = ? AND subject_id = ? AND state <> 'ended' AND person_id <> ? AND telegram_id IS NOT NULL""",
        [KIND, assignment.id, person.id],
    )
    return [person_by_id(db, row["person_id"]) for row in rows]


def by_source(db: Database, source: str, person: Person) -> Row | None:
    """The report that a person has made by one source already, or None."""
    return fetch_one(db, "SELECT * FROM reports WHERE source = ? AND person_id = ?", [source, person.id])


def stored_report(db: Database, person: Person, report: Row, now: datetime) -> Stored:
    """A report that has been stored, with its assignment. Raises NotYours when that is the person's no longer."""
    at, status = moment(report["reported_at"]), Status(report["status"])
    day = max(day_of(now, db.zone), day_of(at, db.zone))
    assignment = reported_on(db, person, report["assignment_id"], day)
    return Stored(report["id"], assignment, status, is_reviewed(db, status, at))


def reported_on(
    db: Database, person: Person, assignment_id: int, today: date, *, in_its_name: bool = True
) -> Assignment:
    """The assignment of a report, for somebody of its unit or the office. Raises NotYours."""
    found = assignment_by_id(db, assignment_id, today)
    in_its_name = in_its_name and person.is_coordinator
    if found is None or found.unit_id is None or (found.unit_id not in person.speaks_for and not in_its_name):
        raise NotYours
    return found
