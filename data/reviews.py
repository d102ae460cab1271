"""Review: the coordinator accepts a report or gives it back with a reason."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from data import audit
from data.attachments import Attachment, attached_to_report
from data.errors import AlreadyDecided
from data.figures import figures_of_report
from data.letters import Letter, post
from data.people import coordinators, hearers
from data.settings import read_setting
from data.standing import Status, Verdict
from data.store import Database, Row, change, fetch_all, fetch_one, transaction
from data.times import moment, stored


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A report with what a reviewer needs to see, and the verdict where there is one."""

    report_id: int
    assignment_id: int
    code: str
    title: str
    unit: str
    by: str
    on_behalf_of: str
    at: datetime
    status: Status
    percent: int
    note: str
    obstacle: str
    figures: dict[str, float]
    files: tuple[Attachment, ...]
    verdict: Verdict | None
    reason: str


REPORTS = """
SELECT reports.id AS report_id, assignment_id, code, title, units.name AS unit, ifnull(people.name, '') AS by,
    ifnull(stand_in.name, '') AS on_behalf_of, reported_at, status, percent, note, obstacle,
    verdict, ifnull(reason, '') AS reason
FROM reports
JOIN assignments ON assignments.id = assignment_id JOIN tasks ON tasks.id = task_id
JOIN units ON units.id = unit_id
LEFT JOIN people ON people.id = reports.person_id
LEFT JOIN people AS stand_in ON stand_in.id = for_person_id
LEFT JOIN reviews ON report_id = reports.id
"""
WAITING = """
WHERE reports.status = 'submitted' AND withdrawn_at IS NULL AND verdict IS NULL
    AND reports.id = (SELECT max(id) FROM reports AS newer
        WHERE newer.assignment_id = reports.assignment_id AND newer.withdrawn_at IS NULL)
"""


def reviews_everything(db: Database) -> bool:
    """Whether every report is reviewed, not only those that say done."""
    return read_setting(db, "review") == "always"


def ask_for_review(db: Database, report_id: int, status: Status, now: datetime, zone: ZoneInfo) -> None:
    """Let the coordinators know of a report that waits for them, within the transaction that stored it."""
    if status is Status.SUBMITTED or reviews_everything(db):
        post(db, Letter.REVIEW_WANTED, report_id, coordinators(db), now, zone)


def review(
    db: Database, person_id: int, report_id: int, verdict: Verdict, reason: str, now: datetime, zone: ZoneInfo
) -> Reviewed:
    """Accept a report or give it back; the unit hears of it.

    The same verdict again changes nothing. Raises AlreadyDecided when it has the other one, or was withdrawn.
    """
    with transaction(db):
        change(
            db,
            """INSERT INTO reviews (report_id, verdict, reason, person_id, at)
            SELECT id, :verdict, :reason, :person_id, :now FROM reports
            WHERE id = :report_id AND withdrawn_at IS NULL ON CONFLICT DO NOTHING""",
            {
                "verdict": verdict,
                "reason": reason,
                "person_id": person_id,
                "now": stored(now),
                "report_id": report_id,
            },
        )
        found = reviewed(db, report_id)
        if found is None or found.verdict is not verdict:
            raise AlreadyDecided
        audit.record(db, now, "review", str(report_id), person_id=person_id, verdict=verdict, reason=reason)
        unit = fetch_one(db, "SELECT unit_id FROM assignments WHERE id = ?", [found.assignment_id])
        post(db, Letter.REVIEWED, report_id, hearers(db, unit["unit_id"] if unit else 0), now, zone)
    return found


def reviewed(db: Database, report_id: int) -> Reviewed | None:
    """A report as a reviewer sees it; None when it was withdrawn or never was."""
    row = fetch_one(db, REPORTS + "WHERE reports.id = ? AND withdrawn_at IS NULL", [report_id])
    return reviewed_of(db, row) if row else None


def waiting_for_review(db: Database) -> list[Reviewed]:
    """The reports that wait for a verdict, oldest first."""
    return [reviewed_of(db, row) for row in fetch_all(db, REPORTS + WAITING + "ORDER BY reports.id")]


def reviewed_of(db: Database, row: Row) -> Reviewed:
    """The report that a row of REPORTS holds."""
    report_id = row["report_id"]
    values = {name: value for name, value in row.items() if name != "reported_at"}
    return Reviewed(
        **{
            **values,
            "at": moment(row["reported_at"]),
            "status": Status(row["status"]),
            "figures": figures_of_report(db, report_id),
            "files": tuple(attached_to_report(db, report_id)),
            "verdict": Verdict(row["verdict"]) if row["verdict"] else None,
        }
    )
