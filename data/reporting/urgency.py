"""急: blocked work of which a liaison wants the office to hear at once, and not next morning."""

from datetime import datetime
from zoneinfo import ZoneInfo

from data.errors import StaleButton
from data.letters import Letter, post
from data.patterns import Pattern
from data.people.people import Person, coordinators
from data.reporting.reviews import reviewed
from data.standing.standing import Status
from data.store import Database, audit, fetch_one, transaction

_URGENT = Pattern(r"(?i)\s*[【（(\[]?\s*(?:特急|加急|紧急|急|urgent)\s*[】）)\]：:，,。.!！\s]")
"""急 at the beginning, set apart: 急需经费 is none."""


def says_urgent(*texts: str) -> bool:
    """Whether one of the texts of a report begins with 急."""
    return any(_URGENT.match(text) is not None for text in texts)


def tell_office_at_once(db: Database, report_id: int, now: datetime, zone: ZoneInfo) -> None:
    """Write to the coordinators of a report, once, within the transaction that stored it."""
    post(db, Letter.URGENT, report_id, coordinators(db), now, zone)


def is_urgent(db: Database, report_id: int) -> bool:
    """Whether the office was told of a report at once."""
    return (
        fetch_one(db, "SELECT 1 FROM outbox WHERE key GLOB ? LIMIT 1", [f"{Letter.URGENT}:{report_id}:*"]) is not None
    )


def mark_urgent(db: Database, person: Person, report_id: int, now: datetime, zone: ZoneInfo, source: str) -> None:
    """Mark a report of the person's unit urgent. The same again changes nothing. Raises StaleButton for a report that
    does not count any longer, is of another unit, or says of nothing that it is blocked."""
    with transaction(db):
        report = reviewed(db, report_id)
        mine = report is not None and report.unit in person.units
        if report is None or not mine or not report.latest or report.status is not Status.BLOCKED:
            raise StaleButton
        if not is_urgent(db, report_id):
            tell_office_at_once(db, report_id, now, zone)
            subject = f"{report.code}@{report.unit}"
            audit.record(db, now, "urgent", subject, person_id=person.id, source=source, report_id=report_id)
