"""Stretches of the calendar and steps between them."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from data.plan.deadlines.model import Deadline, Kind, Period

MONTHS = {Period.MONTH: 1, Period.QUARTER: 3, Period.HALF_YEAR: 6, Period.YEAR: 12}


@dataclass(frozen=True, slots=True)
class Span:
    """A stated period from its first to its last day."""

    first: date
    last: date
    granularity: Period


def due_with(span: Span, start: date | None = None) -> Deadline:
    """A deadline on the last day of the span."""
    return Deadline(Kind.DATE, due=span.last, start=start, granularity=span.granularity)


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
    """The same day of a later month, or that month's last day if it has none (民法典第二百零二条)."""
    years, month = divmod(day.month - 1 + months, 12)
    target = date(day.year + years, month + 1, 1)
    return target.replace(day=min(day.day, month_end(target).day))
