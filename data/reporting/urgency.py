"""Urgent reports (急), which the office hears of at once instead of next morning."""

from datetime import datetime

from data.errors import StaleButton
from data.letters import Letter, post_letter
from data.people.actor import Actor
from data.people.people import coordinators
from data.reporting.reviews import FullReport, full_report
from data.standing.standing import Status
from data.store import Database, transaction
from data.understanding import says

UNFINISHED = (Status.NOT_STARTED, Status.IN_PROGRESS, Status.BLOCKED)


def may_be_urgent(db: Database, report_id: int) -> bool:
    """Return whether a report still counts and is about unfinished work."""
    return _unfinished(db, report_id) is not None


def is_marked_urgent(status: Status | None, *texts: str | None) -> bool:
    """Return whether one of the texts of a report on unfinished work says that it is urgent."""
    return status in UNFINISHED and any(says(text or "", "urgency.set_apart") for text in texts)


def tell_office_at_once(db: Database, report_id: int, now: datetime) -> None:
    """Write to the coordinators about a report, once. To be called within a transaction."""
    post_letter(db, Letter.URGENT, report_id, coordinators(db), now)


def is_urgent(db: Database, report_id: int) -> bool:
    """Return whether the office was told of a report at once."""
    return db.exists("SELECT 1 FROM outbox WHERE key GLOB ?", [f"{Letter.URGENT}:{report_id}:*"])


def mark_urgent(db: Database, by: Actor, report_id: int) -> FullReport:
    """Mark a report of the person's unit as urgent. Does nothing if it is urgent already.

    Raises StaleButton if it no longer counts, is another unit's, or is about finished work.
    """
    with transaction(db):
        report = _unfinished(db, report_id)
        if report is None or report.unit not in by.person.units:
            raise StaleButton
        if not is_urgent(db, report_id):
            tell_office_at_once(db, report_id, by.now)
            by.record(db, "urgent", f"{report.code}@{report.unit}", report_id=report_id)
    return report


def _unfinished(db: Database, report_id: int) -> FullReport | None:
    """Return a report if it still counts and is about unfinished work, else None."""
    report = full_report(db, report_id)
    return report if report is not None and report.latest and report.status in UNFINISHED else None
