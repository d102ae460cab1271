"""What the next days would bring, as things are and as they would be after a change."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from data.notices.planning import upcoming
from data.notices.rules import Message
from data.store import Database, exists, trial
from data.times import day_of

AHEAD = timedelta(days=7)
_DAY = timedelta(days=1)


def coming_week(db: Database, now: datetime, zone: ZoneInfo) -> list[Message]:
    """The messages of the next seven days; of today only where they have not been planned yet."""
    today = day_of(now, zone)
    planned = exists(db, "SELECT 1 FROM planned_days WHERE day = ?", [today])
    return list(upcoming(db, today + _DAY if planned else today, today + AHEAD, zone))


def coming_week_after(db: Database, change: Callable[[], None], now: datetime, zone: ZoneInfo) -> list[Message]:
    """The same as it would be after a change, of which nothing stays. Raises what the change raises."""
    with trial(db):
        change()
        return coming_week(db, now, zone)


def days_of(messages: list[Message]) -> dict[date, list[Message]]:
    """The messages by their days."""
    days: dict[date, list[Message]] = {}
    for message in messages:
        days.setdefault(message.at.date(), []).append(message)
    return days
