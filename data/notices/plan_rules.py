"""The reminder rules of a plan (on which days, at which hour, how often), and when the bot may write unasked."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from data.calendar import Period
from data.errors.deadlines import HourIsQuiet, RuleUnclear
from data.people.actor import Actor
from data.plan.plan import current_plan
from data.plan.workdays import Workdays, workdays
from data.standing.derivation import STALE_DATED
from data.standing.rows import ensure_rows
from data.store import Database
from data.store.settings import RuleName, read_settings_of_plan, write_setting
from data.times import at_hour, day_of


@dataclass(frozen=True, slots=True)
class Hours:
    """The hours from `first` up to `last`, past midnight unless `last` is later."""

    first: int
    last: int

    def hold(self, hour: int) -> bool:
        """Return whether `hour` is one of these hours."""
        if self.first < self.last:
            return self.first <= hour < self.last
        return hour >= self.first or hour < self.last


@dataclass(frozen=True, slots=True)
class PlanRules:
    """The reminder rules of a plan.

    `days_before` are days before a due day; `overdue_steps` are days after it, the last of which is repeated as an
    interval. Hours are hours of the day, and `group_day` is a weekday (1 to 7). `check_in` is how often ongoing work is
    asked about if its deadline does not say. After `stale_after` days without a report dated work is stale, and after
    `escalation_after` days the office is told of overdue work.
    """

    days_before: tuple[int, ...] = (30, 7, 3, 1, 0)
    overdue_steps: tuple[int, ...] = (1, 3, 7)
    sending_hour: int = 9
    quiet_hours: Hours = Hours(21, 8)
    group_day: int = 1
    group_hour: int = 9
    check_in: Period = Period.QUARTER
    stale_after: int = STALE_DATED
    escalation_after: int = 7

    @property
    def planning_hour(self) -> int:
        """The hour at which a day's messages are planned: the first hour at which any goes out."""
        return min(self.sending_hour, self.group_hour)

    def overdue_marks(self, days: int) -> list[int]:
        """Return the numbers of days, up to `days`, after which an overdue task is mentioned: 1, 3, 10, 17, …"""
        *first, every = self.overdue_steps
        later = range((first[-1] if first else 0) + every, days + 1, every)
        return [mark for mark in first if mark <= days] + list(later)


MOST_DAYS, MOST_STEPS = 180, 8
EARLIEST_HOUR, LATEST_HOUR = 6, 18
AT_AN_HOUR = (RuleName.SENDING_HOUR, RuleName.GROUP_HOUR)
AT_NIGHT = (23, 0, 1, 2, 3, 4, 5)
"""Hours that are always quiet."""
ALLOWED = {RuleName.GROUP_DAY: (1, 7), RuleName.STALE_AFTER: (7, 365), RuleName.ESCALATION_AFTER: (1, 90)}
CHECK_INS = (Period.WEEK, Period.MONTH, Period.QUARTER, Period.HALF_YEAR, Period.YEAR)


def plan_rules(db: Database) -> PlanRules:
    """Return the rules of the current plan, with defaults for what is not set."""
    kept = read_settings_of_plan(db, RuleName)
    return PlanRules(**{name: parse_rule(RuleName(name), text) for name, text in kept.items()})


def set_rule(db: Database, by: Actor, name: RuleName, text: str) -> None:
    """Set a rule of the current plan to a text returned by `checked_rule`.

    Setting the present value changes nothing. Raises ForTheOffice, NoPlan and RuleUnclear.
    """
    with by.office_act(db):
        current_plan(db)
        before = rule_text(plan_rules(db), name)
        if before != checked_rule(plan_rules(db), name, text):
            write_setting(db, name, text)
            by.record(db, "rule", name, before=before, after=text)
            ensure_rows(db, by.now)


def rule_text(rules: PlanRules, name: RuleName) -> str:
    """Return a rule in its stored form: numbers separated by commas, hours as 21-8, a period by its name."""
    value = getattr(rules, name)
    if isinstance(value, tuple):
        return ",".join(map(str, value))
    return f"{value.first}-{value.last}" if isinstance(value, Hours) else str(value)


def checked_rule(rules: PlanRules, name: RuleName, text: str) -> str:
    """Return the stored form of a rule if it is allowed together with the other rules.

    Raises RuleUnclear for an impossible value, and HourIsQuiet for an hour within the quiet hours.
    """
    try:
        value = parse_rule(name, text)
    except ValueError:
        raise RuleUnclear(name) from None
    if name in AT_AN_HOUR and EARLIEST_HOUR <= value < LATEST_HOUR and rules.quiet_hours.hold(value):
        raise HourIsQuiet(value, rules.quiet_hours.first, rules.quiet_hours.last)
    if not _is_sensible(rules, name, value):
        raise RuleUnclear(name)
    return text


def parse_rule(name: RuleName, text: str) -> Any:
    """Return the value of a stored rule. Raises ValueError if `text` is invalid."""
    match name:
        case RuleName.DAYS_BEFORE:
            return tuple(sorted({int(each) for each in text.split(",")}, reverse=True))
        case RuleName.OVERDUE_STEPS:
            return tuple(int(each) for each in text.split(","))
        case RuleName.QUIET_HOURS:
            return parse_hours(text)
        case RuleName.CHECK_IN:
            return Period(text)
    return int(text)


def parse_hours(text: str) -> Hours:
    """Return the hours of a stored text such as 21-8. Raises ValueError if it is invalid."""
    first, last = map(int, text.split("-"))
    if not (0 <= first <= 24 and 0 <= last <= 24) or first == last:
        raise ValueError(text)
    return Hours(first % 24, last % 24)


def _is_sensible(rules: PlanRules, name: RuleName, value: object) -> bool:
    """Return whether a rule may have this value, so that nobody is reminded at night or years ahead."""
    match value:
        case tuple() if name is RuleName.DAYS_BEFORE:
            return len(value) <= MOST_STEPS and all(0 <= each <= MOST_DAYS for each in value)
        case tuple():
            *first, _ = value
            return len(value) <= MOST_STEPS and first == sorted(set(first)) and all(1 <= each <= 90 for each in value)
        case Hours():
            awake = (rules.sending_hour, rules.group_hour)
            return all(map(value.hold, AT_NIGHT)) and not any(map(value.hold, awake))
        case Period():
            return value in CHECK_INS
        case int() if name in AT_AN_HOUR:
            return EARLIEST_HOUR <= value < LATEST_HOUR
        case int():
            least, most = ALLOWED[name]
            return least <= value <= most
    return False


LAST_PLANNING_HOUR = 18
MOST_AHEAD = timedelta(days=7)
_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class SendingHours:
    """When messages may go out, according to a plan's rules, the working days and the time zone."""

    rules: PlanRules
    workdays: Workdays
    zone: ZoneInfo

    def open_since(self, now: datetime, *, reminder: bool) -> datetime | None:
        """Return since when today a reminder, or another message, may go out; None if it may not now."""
        since = _full_hour(now.astimezone(self.zone))
        if not self._is_open(since, reminder=reminder):
            return None
        while since.hour and self._is_open(since - _HOUR, reminder=reminder):
            since -= _HOUR
        return since

    def next_opening(self, moment: datetime, *, reminder: bool, quiet: Hours | None = None) -> datetime:
        """Return the first moment, from `moment` on, at which a reminder or another message may go out.

        `quiet` are the recipient's quiet hours.
        """
        local = moment.astimezone(self.zone)
        while not self._is_open(local, reminder=reminder) or (quiet is not None and quiet.hold(local.hour)):
            local = _full_hour(local) + _HOUR
        return local

    def put_off_to(self, moment: datetime) -> int | None:
        """Return the hour until which a message of this moment that is no reminder has to wait; None if it has not."""
        opening = self.next_opening(moment, reminder=False)
        return opening.hour if opening > moment else None

    def next_planning(self, now: datetime) -> datetime:
        """Return the next moment after `now` at which a day's messages are planned."""
        today = day_of(now, self.zone)
        planning = at_hour(today, self.rules.planning_hour, self.zone)
        if planning <= now or not self.workdays.has(today):
            planning = at_hour(self.workdays.after(today), self.rules.planning_hour, self.zone)
        return planning

    def _is_open(self, local: datetime, *, reminder: bool) -> bool:
        if self.rules.quiet_hours.hold(local.hour):
            return False
        return not reminder or (local.hour >= self.rules.planning_hour and self.workdays.has(local.date()))


def sending_hours(db: Database) -> SendingHours:
    """Return the sending hours as they are set now."""
    return SendingHours(plan_rules(db), workdays(db), db.zone)


def planning_due(db: Database, now: datetime) -> bool:
    """Return whether today's reminders still have to be planned.

    That is so on a working day between the planning hour and 18:00, if neither today nor one of the next seven days was
    planned. Days planned further ahead are ignored, as they come from a wrong clock.
    """
    local, hours = now.astimezone(db.zone), sending_hours(db)
    today = local.date()
    if not hours.rules.planning_hour <= local.hour < LAST_PLANNING_HOUR or not hours.workdays.has(today):
        return False
    days = [today.isoformat(), (today + MOST_AHEAD).isoformat()]
    return not db.exists("SELECT 1 FROM planned_days WHERE day BETWEEN ? AND ?", days)


def _full_hour(local: datetime) -> datetime:
    return local.replace(minute=0, second=0, microsecond=0)
