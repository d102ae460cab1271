"""Who must be reminded of what on a day, according to the truth and the promises of the README."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from data.calendar import Period, span_around
from data.plan.workdays import Workdays
from tests.rehearsal.truth import ONGOING, Duty

BEFORE = (30, 7, 3, 1, 0)
WEEK = timedelta(days=7)
LONG_SILENT = timedelta(days=31)
WORKDAYS_BEFORE = 5
Reminded = tuple[int, str]
"""The person's id and the task's code."""


def expected(
    duties: Sequence[Duty], people: Mapping[str, Sequence[int]], day: date, calendar: Workdays
) -> set[Reminded]:
    """Return the reminders of a working day; `people` are those of each unit."""
    recalled = (each for each in duties if each.unit in people and is_recalled(each, day, calendar))
    return {(person, duty.code) for duty in recalled for person in people[duty.unit or ""]}


def is_recalled(duty: Duty, day: date, calendar: Workdays) -> bool:
    """Return whether a duty must be reminded of on a working day."""
    state = duty.state(day)
    if state.finished or (duty.asked is not None and state.due is not None):
        return False
    if state.due is None:
        return duty.kind in ONGOING and not _reported_in_period(duty, day) and day in _asked_on(duty, day, calendar)
    if state.due < day:
        marks = [state.due + timedelta(days=mark) for mark in _overdue_marks((day - state.due).days)]
        return any(calendar.before(day) < each <= day for each in marks) and not _reported_lately(duty, day)
    ahead = [mark for mark in BEFORE if day <= state.due - timedelta(days=mark) < calendar.after(day)]
    if ahead and (min(ahead) < WEEK.days or not _reported_lately(duty, day)):
        return True
    return _long_silent(duty, state.due, day, calendar)


def _overdue_marks(days: int) -> Iterator[int]:
    """Yield 1, 3, 10, 17, … up to `days`."""
    yield from (mark for mark in (1, 3, *range(10, days + 1, WEEK.days)) if mark <= days)


def _reported_lately(duty: Duty, day: date) -> bool:
    return duty.last is not None and day - duty.last.day < WEEK


def _long_silent(duty: Duty, due: date, day: date, calendar: Workdays) -> bool:
    if duty.last is None or duty.state(day).status != "in_progress" or due <= day + WEEK:
        return False
    return calendar.before(day) < duty.last.day + LONG_SILENT <= day


def _reported_in_period(duty: Duty, day: date) -> bool:
    return duty.last is not None and duty.last.day >= span_around(day, duty.period).first


def _asked_on(duty: Duty, day: date, calendar: Workdays) -> tuple[date, date]:
    """Return the days on which ongoing work is asked about: five working days (two for a weekly period) before the last
    one of the period, and that one."""
    last = calendar.latest(span_around(day, duty.period).last)
    return calendar.before(last, 2 if duty.period is Period.WEEK else WORKDAYS_BEFORE), last
