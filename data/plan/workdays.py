"""Working days in China, as the State Council's yearly holiday notices set them."""

from collections.abc import Mapping
from datetime import date, timedelta

import chinese_calendar
from chinese_calendar.constants import holidays

_NO_EXCEPTIONS: Mapping[date, bool] = {}
_DAY = timedelta(days=1)


def last_covered_year() -> int:
    """The last year whose holidays and make-up working days are known."""
    return int(max(holidays).year)


def calendar_covers(day: date) -> bool:
    """Whether the day's holidays are known; where they are not, Monday to Friday count as working days."""
    return int(min(holidays).year) <= day.year <= last_covered_year()


def is_workday(day: date, exceptions: Mapping[date, bool] = _NO_EXCEPTIONS) -> bool:
    """Whether people work that day; `exceptions` (True for a working day) prevail over the calendar."""
    if day in exceptions:
        return exceptions[day]
    return bool(chinese_calendar.is_workday(day)) if calendar_covers(day) else day.weekday() < 5


def next_workday(day: date, exceptions: Mapping[date, bool] = _NO_EXCEPTIONS) -> date:
    """The first working day after the day, the day itself not counted."""
    return _step(day, _DAY, exceptions)


def previous_workday(day: date, exceptions: Mapping[date, bool] = _NO_EXCEPTIONS) -> date:
    """The last working day before the day, the day itself not counted."""
    return _step(day, -_DAY, exceptions)


def _step(day: date, step: timedelta, exceptions: Mapping[date, bool]) -> date:
    day += step
    while not is_workday(day, exceptions):
        day += step
    return day
