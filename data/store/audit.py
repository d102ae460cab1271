"""The audit: who changed what, when, and by which message."""

from datetime import datetime, timedelta

from data.store import Database
from data.times import moment

UNDONE_WITHIN = timedelta(days=1)
"""How long an act of the office can be taken back by a press."""


def record(
    db: Database,
    now: datetime,
    action: str,
    subject: str,
    *,
    person_id: int | None = None,
    source: str = "",
    **detail: object,
) -> None:
    """Add a row to the audit. To be called within the transaction of the change it describes.

    `source` is the message or command that caused it.
    """
    told = dict(sorted(detail.items()))
    db.insert("audit", at=now, person_id=person_id, action=action, subject=subject, detail=told, source=source)


def last_restore(db: Database) -> datetime | None:
    """Return when a backup was last restored, or None. What was due after it was made may have been sent."""
    row = db.fetch_one("SELECT max(at) AS at FROM audit WHERE action = 'restore'")
    return moment(row["at"]) if row and row["at"] else None
