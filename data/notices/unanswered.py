"""What people said while Telegram let nothing through to them: a letter tells them that it came, once it may."""

from dataclasses import dataclass
from datetime import datetime

from data.store import Database
from data.times import moment


@dataclass(frozen=True, slots=True)
class Unanswered:
    """What somebody said, which may be a press or a file without words, and when it came."""

    words: str
    at: datetime


def find_unanswered(db: Database, update_id: int) -> Unanswered | None:
    """Return what an update said, or None if it is no longer kept."""
    row = db.fetch_one(
        """SELECT received_at, coalesce(body ->> '$.message.text', body ->> '$.message.caption',
            body ->> '$.edited_message.text', '') AS words FROM inbox WHERE update_id = ?""",
        [update_id],
    )
    return Unanswered(row["words"], moment(row["received_at"]).astimezone(db.zone)) if row else None
