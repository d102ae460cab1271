"""Ongoing work: which of it waits for a word in this period."""

from collections.abc import Iterable
from datetime import date

from data.deadlines import Kind, Period
from data.tasks import Assignment

MONTHS = {Period.MONTH: 1, Period.QUARTER: 3, Period.HALF_YEAR: 6, Period.YEAR: 12}


def waiting_for_check_in(group: Iterable[Assignment]) -> list[Assignment]:
    """The ongoing assignments without a report since their present period began; a quarter where none is stated."""
    return [each for each in group if is_ongoing(each) and not _heard_of(each)]


def is_ongoing(assignment: Assignment) -> bool:
    """Whether the work goes on without a due day and is not finished."""
    ongoing = assignment.deadline.kind in (Kind.ONGOING, Kind.MILESTONE_THEN_ONGOING)
    return ongoing and assignment.due is None and not assignment.finished


def period_start(day: date, period: Period) -> date:
    """The first day of the period that a day lies in, weeks from Monday."""
    if period not in MONTHS:
        return day if period is Period.DAY else date.fromordinal(day.toordinal() - day.weekday())
    months = MONTHS[period]
    return date(day.year, (day.month - 1) // months * months + 1, 1)


def _heard_of(assignment: Assignment) -> bool:
    start = period_start(assignment.today, assignment.deadline.check_in or Period.QUARTER)
    return assignment.last is not None and assignment.last.at.date() >= start
