"""When the bot speaks unasked: outside the quiet hours of the plan, and reminders from their hour on, on working days
only.

What is due at any other time waits, whatever the reason: an answer given late in the evening, another attempt after a
failure, an outage that ends at night.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from data.notices.plan_rules import Hours, PlanRules, plan_rules
from data.plan.workdays import Workdays, workdays
from data.store import Database, exists
from data.times import at_hour, day_of

LAST_PLANNING_HOUR = 18
MOST_AHEAD = timedelta(days=7)
_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class SendingHours:
    """The hours of a plan, on its working days, in a zone."""

    rules: PlanRules
    workdays: Workdays
    zone: ZoneInfo

    def open_since(self, now: datetime, *, reminder: bool) -> datetime | None:
        """Since when today a reminder, or another message, may go out; None when it may not now."""
        since = _full_hour(now.astimezone(self.zone))
        if not self._is_open(since, reminder=reminder):
            return None
        while since.hour and self._is_open(since - _HOUR, reminder=reminder):
            since -= _HOUR
        return since

    def next_opening(self, moment: datetime, *, reminder: bool, quiet: Hours | None = None) -> datetime:
        """The first moment, from a moment on, at which a reminder, or another message, may go out to somebody with
        quiet hours of their own."""
        local = moment.astimezone(self.zone)
        while not self._is_open(local, reminder=reminder) or (quiet is not None and quiet.hold(local.hour)):
            local = _full_hour(local) + _HOUR
        return local

    def next_planning(self, now: datetime) -> datetime:
        """The next moment after now at which a day's messages are planned."""
        today = day_of(now, self.zone)
        planning = at_hour(today, self.rules.planning_hour, self.zone)
        if planning <= now or not self.workdays.has(today):
            planning = at_hour(self.workdays.after(today), self.rules.planning_hour, self.zone)
        return planning

    def _is_open(self, local: datetime, *, reminder: bool) -> bool:
        if self.rules.quiet_hours.hold(local.hour):
            return False
        return not reminder or (local.hour >= self.rules.planning_hour and self.workdays.has(local.date()))


def sending_hours(db: Database, zone: ZoneInfo) -> SendingHours:
    """The hours as they are set now."""
    return SendingHours(plan_rules(db), workdays(db), zone)


def planning_due(db: Database, now: datetime, zone: ZoneInfo) -> bool:
    """Whether today's reminders are still to be planned: on a working day, from their hour on while it is worth while,
    and neither this day nor a later one that takes it in has been. One too far ahead is a clock's error."""
    local, hours = now.astimezone(zone), sending_hours(db, zone)
    today = local.date()
    if not hours.rules.planning_hour <= local.hour < LAST_PLANNING_HOUR or not hours.workdays.has(today):
        return False
    days = [today.isoformat(), (today + MOST_AHEAD).isoformat()]
    return not exists(db, "SELECT 1 FROM planned_days WHERE day BETWEEN ? AND ?", days)


def _full_hour(local: datetime) -> datetime:
    return local.replace(minute=0, second=0, microsecond=0)
