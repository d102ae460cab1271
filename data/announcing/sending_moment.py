"""The moment at which something is to go out."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from data.errors.announcing import TimeGone
from data.times import day_of
from data.understanding.sending_time import SendingTime


def moment_to_send(wanted: SendingTime, now: datetime, zone: ZoneInfo) -> datetime | None:
    """The moment that a day and a time are; of a time alone the next one. None where the time is left open. Raises
    TimeGone."""
    if wanted.at is None:
        return None
    today = day_of(now, zone)
    moment = datetime.combine(wanted.day or today, wanted.at, zone)
    if wanted.day is None and moment <= now:
        moment += timedelta(days=1)
    return checked_moment(moment, now)


def checked_moment(moment: datetime, now: datetime) -> datetime:
    """A moment at which something may go out. Raises TimeGone for one that is over."""
    if moment <= now:
        raise TimeGone(moment)
    return moment
