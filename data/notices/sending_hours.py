"""When the bot speaks unasked: from 8 to 21 o'clock, and reminders from 9 on, on working days only.

What is due at any other time waits, whatever the reason: an answer given late in the evening, another attempt after a
failure, an outage that ends at night.
"""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from data.notices.rules import SENDING_HOUR
from data.plan.workdays import is_workday
from data.store import Database, fetch_one
from data.times import at_hour, day_of

FIRST_HOUR, LAST_HOUR = 8, 21
LAST_PLANNING_HOUR = 18
MOST_AHEAD = timedelta(days=7)
_DAY = timedelta(days=1)


def open_since(now: datetime, zone: ZoneInfo, *, reminder: bool) -> datetime | None:
    """Since when today a reminder, or another message, may go out; None when it may not now."""
    today = day_of(now, zone)
    first, last = at_hour(today, _first_hour(reminder), zone), at_hour(today, LAST_HOUR, zone)
    return first if first <= now < last and (is_workday(today) or not reminder) else None


def next_opening(moment: datetime, zone: ZoneInfo, *, reminder: bool) -> datetime:
    """The first moment, from a moment on, at which a reminder, or another message, may go out."""
    if open_since(moment, zone, reminder=reminder) is not None:
        return moment
    day = day_of(moment, zone)
    if moment >= at_hour(day, _first_hour(reminder), zone):
        day += _DAY
    while reminder and not is_workday(day):
        day += _DAY
    return at_hour(day, _first_hour(reminder), zone)


def planning_due(db: Database, now: datetime, zone: ZoneInfo) -> bool:
    """Whether today's reminders are still to be planned: on a working day, between 9 and 18 o'clock, and neither this
    day nor a later one that takes it in has been. One too far ahead is a clock's error."""
    local = now.astimezone(zone)
    today = local.date()
    if not is_workday(today) or not SENDING_HOUR <= local.hour < LAST_PLANNING_HOUR:
        return False
    days = [today.isoformat(), (today + MOST_AHEAD).isoformat()]
    return fetch_one(db, "SELECT 1 FROM planned_days WHERE day BETWEEN ? AND ?", days) is None


def _first_hour(reminder: bool) -> int:
    return SENDING_HOUR if reminder else FIRST_HOUR
