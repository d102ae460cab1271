"""Calendar arithmetic: periods, working days, and dates that leave out the year or month."""

from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

import chinese_calendar
from chinese_calendar.constants import holidays


class Period(StrEnum):
    """The length of a calendar period: how exact a date is, or how often something recurs."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"


EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)
"""The first and last day accepted from users; date arithmetic from any day between them cannot overflow."""
MONTHS = {Period.MONTH: 1, Period.QUARTER: 3, Period.HALF_YEAR: 6, Period.YEAR: 12}


@dataclass(frozen=True, slots=True)
class Span:
    """A period from its first to its last day."""

    first: date
    last: date
    granularity: Period


def day_span(day: date) -> Span:
    """Return the span of a single day."""
    return Span(day, day, Period.DAY)


def month_span(year: int, month: int, granularity: Period) -> Span:
    """Return the period of size `granularity`, a month or longer, that begins with the given month.

    Raises ValueError if there is no such month.
    """
    first = date(year, month, 1)
    return Span(first, month_end(add_months(first, MONTHS[granularity] - 1)), granularity)


def span_around(day: date, period: Period) -> Span:
    """Return the calendar day, week (from Monday), month, quarter, half-year or year that contains `day`."""
    if period is Period.DAY:
        return day_span(day)
    if period is Period.WEEK:
        monday = day - timedelta(days=day.weekday())
        return Span(monday, monday + timedelta(days=6), period)
    months = MONTHS[period]
    return month_span(day.year, (day.month - 1) // months * months + 1, period)


def month_end(day: date) -> date:
    """Return the last day of the month of `day`."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def add_months(day: date, months: int) -> date:
    """Return the same day `months` later, or the last day of that month if it is shorter (民法典第二百零二条)."""
    years, month = divmod(day.month - 1 + months, 12)
    target = date(day.year + years, month + 1, 1)
    return target.replace(day=min(day.day, month_end(target).day))


def months_between(first: date, last: date) -> int:
    """Return how many months later the month of `last` is than that of `first`."""
    return (last.year - first.year) * 12 + last.month - first.month


def months_of(first: date, last: date) -> list[date]:
    """Return the first days of the months that a span touches."""
    month, found = first.replace(day=1), []
    while month <= last:
        found.append(month)
        month = add_months(month, 1)
    return found


def add_periods(day: date, count: int, period: Period) -> date:
    """Return the day `count` periods after `day`, or before it if `count` is negative."""
    if period in MONTHS:
        return add_months(day, count * MONTHS[period])
    return day + timedelta(days=count * (7 if period is Period.WEEK else 1))


_FIRST_YEAR, _LAST_YEAR = int(min(holidays).year), int(max(holidays).year)


def last_covered_year() -> int:
    """Return the last year whose public holidays and make-up working days are known."""
    return _LAST_YEAR


def calendar_covers(day: date) -> bool:
    """Return whether the holidays in the year of `day` are known; if not, Monday to Friday are working days."""
    return _FIRST_YEAR <= day.year <= _LAST_YEAR


@lru_cache(4096)
def is_workday(day: date) -> bool:
    """Return whether `day` is a working day in China by the State Council's yearly holiday notices."""
    return bool(chinese_calendar.is_workday(day)) if calendar_covers(day) else day.weekday() < 5


def workdays_later(day: date, count: int, works: Callable[[date], bool] = is_workday) -> date:
    """Return the day `count` working days after `day`, or before it if `count` is negative."""
    step = timedelta(days=1 if count > 0 else -1)
    for _ in range(abs(count)):
        day += step
        while not works(day):
            day += step
    return day


THIRDS = {"上": (1, 10), "中": (11, 20), "下": (21, 31)}
"""The first and last day of each third of a month (旬)."""


@dataclass(frozen=True, slots=True)
class Point:
    """A period as it was named; `year` and `month` are None if they were left out.

    `days` are the first and last day within the month, None for the whole period.
    """

    year: int | None
    month: int | None
    granularity: Period
    days: tuple[int, int] | None = None

    def at(self, year: int, month: int) -> Span:
        """Return the period in the given year and month. Raises ValueError if the calendar has no such day."""
        if self.days is None:
            return month_span(year, month, self.granularity)
        first_day, last_day = self.days
        last = month_end(date(year, month, 1)) if self.days == THIRDS["下"] else date(year, month, last_day)
        return Span(date(year, month, first_day), last, Period.DAY)


def resolve_point(point: Point, today: date, past: bool = False) -> Span:
    """Return the span that `point` means on `today`, filling in a year or month that was left out.

    That is the first period that is not over, or with `past` the last that has begun. Raises ValueError if there is
    none within a year.
    """
    for year, month in _candidates(point, today, -1 if past else 1):
        try:
            span = point.at(year, month)
        except ValueError:
            if point.year is not None or point.month is None:
                raise
            continue
        if point.year is not None or (span.first <= today if past else span.last >= today):
            return span
    raise ValueError("a day no calendar has")


def _candidates(point: Point, today: date, step: int) -> Iterator[tuple[int, int]]:
    if point.month is not None:
        years = [point.year] if point.year is not None else [today.year, today.year + step]
        yield from ((year, point.month) for year in years)
    elif point.year is not None:
        raise ValueError("a day of no month")
    else:
        following = add_months(today.replace(day=1), step)
        yield from ((today.year, today.month), (following.year, following.month))
