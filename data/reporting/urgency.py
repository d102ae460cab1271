"""Urgent reports (急), which the office hears of at once instead of next morning."""

from datetime import datetime

from data.errors import StaleButton, still_there
from data.letters import Letter, post_letter
from data.people.actor import Actor
from data.people.people import coordinators
from data.reporting.reviews import full_report
from data.standing.standing import FINISHED, Status
from data.store import Database, transaction
from data.understanding import says


def is_marked_urgent(status: Status | None, *texts: str | None) -> bool:
    """Return whether one of the texts of a report on unfinished work says that it is urgent."""
    return status not in (None, *FINISHED) and any(says(text or "", "urgency.set_apart") for text in texts)


def tell_office_at_once(db: Database, report_id: int, now: datetime) -> None:
    """Write to the coordinators about a report, once. To be called within a transaction."""
    post_letter(db, Letter.URGENT, report_id, coordinators(db), now)


def is_urgent(db: Database, report_id: int) -> bool:
    """Return whether the office was told of a report at once."""
    return db.exists("SELECT 1 FROM outbox WHERE key GLOB ?", [f"{Letter.URGENT}:{report_id}:*"])


def mark_urgent(db: Database, by: Actor, report_id: int) -> None:
    """Mark a report of the person's unit as urgent. Does nothing if it is urgent already.

    Raises StaleButton if it no longer counts, is another unit's, or is about finished work.
    """
    with transaction(db):
        report = still_there(full_report(db, report_id))
        if not report.latest or report.status in FINISHED or report.unit not in by.person.units:
            raise StaleButton
        if not is_urgent(db, report_id):
            tell_office_at_once(db, report_id, by.now)
            by.record(db, "urgent", f"{report.code}@{report.unit}", report_id=report_id)
