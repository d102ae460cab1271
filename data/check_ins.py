"""Ongoing work: which of it waits for a word in this period, and when it is asked after."""

from collections.abc import Iterable
from datetime import date, timedelta

from data.deadlines import Kind, Period, span_around
from data.tasks import Assignment
from data.workdays import next_workday

ASKED_DAYS_BEFORE = {Period.DAY: 0, Period.WEEK: 2}
"""How many days before the last day of a period ongoing work is asked after; a week in the longer ones."""


def waiting_for_check_in(group: Iterable[Assignment]) -> list[Assignment]:
    """The ongoing assignments without a report since their present period began; a quarter where none is stated."""
    return [each for each in group if is_ongoing(each) and not _heard_of(each)]


def asked_after(group: Iterable[Assignment]) -> list[Assignment]:
    """Those of the waiting ones that have been asked after: on their day, or the last working day before it."""
    return [each for each in waiting_for_check_in(group) if check_in_day(each) < next_workday(each.today)]


def is_ongoing(assignment: Assignment) -> bool:
    """Whether the work goes on without a due day and is not finished."""
    ongoing = assignment.deadline.kind in (Kind.ONGOING, Kind.MILESTONE_THEN_ONGOING)
    return ongoing and assignment.due is None and not assignment.finished


def check_in_day(assignment: Assignment) -> date:
    """The day of the present period on which ongoing work is asked after when nothing has been reported."""
    period = _period(assignment)
    return span_around(assignment.today, period).last - timedelta(days=ASKED_DAYS_BEFORE.get(period, 7))


def _period(assignment: Assignment) -> Period:
    return assignment.deadline.check_in or Period.QUARTER


def _heard_of(assignment: Assignment) -> bool:
    start = span_around(assignment.today, _period(assignment)).first
    return assignment.last is not None and assignment.last.at.date() >= start
