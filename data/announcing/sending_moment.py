"""The moment at which a broadcast or nudge is to be sent."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from data.errors.announcing import TimeGone
from data.times import day_of
from data.understanding.announcing.sending_time import SendingTime


def moment_to_send(wanted: SendingTime, now: datetime, zone: ZoneInfo) -> datetime | None:
    """Return the moment of a day and time, today or tomorrow for a time alone; None without a time.

    Raises TimeGone.
    """
    if wanted.at is None:
        return None
    today = day_of(now, zone)
    moment = datetime.combine(wanted.day or today, wanted.at, zone)
    if wanted.day is None and moment <= now:
        moment += timedelta(days=1)
    return checked_moment(moment, now)


def checked_moment(moment: datetime, now: datetime) -> datetime:
    """Return the moment. Raises TimeGone unless it is still to come."""
    if moment <= now:
        raise TimeGone(moment)
    return moment
