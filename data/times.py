"""Moments as they are stored: UTC, to the second, ISO 8601, so that text order is time order."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

HOLD = timedelta(minutes=5)
"""How long a message that may have gone out is held before it is sent again, marked as a repetition."""


def stored(moment: datetime) -> str:
    """The text that a moment is stored as."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def moment(text: str) -> datetime:
    """The moment that a stored text means."""
    return datetime.fromisoformat(text)


def day_of(moment: datetime, zone: ZoneInfo) -> date:
    """The calendar day that a moment falls on in a zone."""
    return moment.astimezone(zone).date()


def day_kept(value: object) -> date | None:
    """The day that a value is, as it is kept; None for any other value."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) and len(value) == len("2019-11-25") else None
    except ValueError:
        return None


def stored_day(text: str | None) -> date | None:
    """The day that a stored text means; None for none."""
    return date.fromisoformat(text) if text else None


def at_hour(day: date, hour: int, zone: ZoneInfo) -> datetime:
    """The full hour of a day in a zone."""
    return datetime.combine(day, time(hour), zone)


def end_of(day: date, zone: ZoneInfo) -> datetime:
    """The end of a day in a zone: the first moment of the next."""
    return at_hour(day + timedelta(days=1), 0, zone)
