"""What the office lets go out at a time: broadcasts and nudges."""

from datetime import datetime
from zoneinfo import ZoneInfo

from data.announcing.timed_broadcasts import begin_broadcasts, next_broadcast_at
from data.announcing.timed_nudges import begin_nudges, next_nudge_at
from data.store import Database


def begin_appointed(db: Database, now: datetime, zone: ZoneInfo) -> None:
    """Let all go out whose time has come."""
    begin_broadcasts(db, now, zone)
    begin_nudges(db, now, zone)


def next_appointed(db: Database) -> datetime | None:
    """When the next is to go out; None where nothing waits."""
    times = (next_broadcast_at(db), next_nudge_at(db))
    return min((each for each in times if each is not None), default=None)
