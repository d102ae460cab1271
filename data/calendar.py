"""The calendar: its stretches, steps between them, and days and periods of which a part is left to the reader."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Period(StrEnum):
    """A stretch of the calendar: how exact a day is, or how often it returns."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"


EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)
"""The first and the last day that may be named: however one counts on from a day between them, there is a day."""
MONTHS = {Period.MONTH: 1, Period.QUARTER: 3, Period.HALF_YEAR: 6, Period.YEAR: 12}


@dataclass(frozen=True, slots=True)
class Span:
    """A period from its first to its last day."""

    first: date
    last: date
    granularity: Period


def day_span(day: date) -> Span:
    """One day."""
    return Span(day, day, Period.DAY)


def month_span(year: int, month: int, granularity: Period) -> Span:
    """The period of that size, a month or longer, that begins with the month. ValueError if there is none."""
    first = date(year, month, 1)
    return Span(first, month_end(add_months(first, MONTHS[granularity] - 1)), granularity)


def span_around(day: date, period: Period) -> Span:
    """The calendar week (from Monday), month, quarter, half-year or year that holds the day."""
    if period is Period.DAY:
        return day_span(day)
    if period is Period.WEEK:
        monday = day - timedelta(days=day.weekday())
        return Span(monday, monday + timedelta(days=6), period)
    months = MONTHS[period]
    return month_span(day.year, (day.month - 1) // months * months + 1, period)


def month_end(day: date) -> date:
    """The last day of the day's month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def add_months(day: date, months: int) -> date:
    """The same day of another month, or that month's last day if it has none (民法典第二百零二条)."""
    years, month = divmod(day.month - 1 + months, 12)
    target = date(day.year + years, month + 1, 1)
    return target.replace(day=min(day.day, month_end(target).day))


def add(day: date, count: int, period: Period) -> date:
    """The day some days, weeks, months or longer after a day, or before it where the count is negative."""
    if period in MONTHS:
        return add_months(day, count * MONTHS[period])
    return day + timedelta(days=count * (7 if period is Period.WEEK else 1))


_SPRING_FESTIVALS = """
2018-02-16 2019-02-05 2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17
2027-02-06 2028-01-26 2029-02-13 2030-02-03 2031-01-23 2032-02-11 2033-01-31 2034-02-19 2035-02-08
"""
SPRING_FESTIVALS = tuple(map(date.fromisoformat, _SPRING_FESTIVALS.split()))
"""The first days of the lunar years."""
THIRDS = {"上": (1, 10), "中": (11, 20), "下": (21, 31)}
"""The first and the last day of a third of a month (旬)."""


@dataclass(frozen=True, slots=True)
class Point:
    """A period as it is named: what is None was left out. `days` are the first and last day within the month."""

    year: int | None
    month: int | None
    granularity: Period
    days: tuple[int, int] | None = None

    def at(self, year: int, month: int) -> Span:
        """The period in that year and month; ValueError if the calendar has no such day."""
        if self.days is None:
            return month_span(year, month, self.granularity)
        first_day, last_day = self.days
        last = month_end(date(year, month, 1)) if self.days == THIRDS["下"] else date(year, month, last_day)
        return Span(date(year, month, first_day), last, Period.DAY)


def resolve(point: Point, today: date, past: bool = False) -> Span:
    """The point in the calendar; without a year or month the first that is not over, or the last that has begun.

    ValueError if there is no such period within a year.
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
