"""Conversion of moments and days to and from stored text: UTC, to the second, so that text order is time order."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

HOLD = timedelta(minutes=5)
"""How long to wait before resending, marked as a repetition, a message that may have been sent."""


def stored(moment: datetime) -> str:
    """Return the text that `moment` is stored as."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def moment(text: str) -> datetime:
    """Return the moment that a stored text stands for."""
    return datetime.fromisoformat(text)


def day_of(moment: datetime, zone: ZoneInfo) -> date:
    """Return the calendar day of `moment` in `zone`."""
    return moment.astimezone(zone).date()


def day_in(value: object) -> date | None:
    """Return the day that `value` stands for if it is a text such as 2019-11-25, or None for anything else."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) and len(value) == len("2019-11-25") else None
    except ValueError:
        return None


def stored_day(text: str | None) -> date | None:
    """Return the day that a stored text stands for, or None for None or an empty text."""
    return date.fromisoformat(text) if text else None


def at_hour(day: date, hour: int, zone: ZoneInfo) -> datetime:
    """Return the moment when `hour` begins on `day` in `zone`."""
    return datetime.combine(day, time(hour), zone)


def end_of_day(day: date, zone: ZoneInfo) -> datetime:
    """Return the moment when `day` ends in `zone`, which is the first moment of the next day."""
    return at_hour(day + timedelta(days=1), 0, zone)
