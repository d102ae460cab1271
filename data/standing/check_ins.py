"""Ongoing work: which of it has no report in its present period, and on which day it is asked about."""

from collections.abc import Iterable
from datetime import date, timedelta

from data.plan.deadlines import Kind, Period, span_around
from data.plan.tasks import Assignment
from data.plan.workdays import next_workday

ASKED_DAYS_BEFORE = {Period.DAY: 0, Period.WEEK: 2}
"""How many days before the last day of a period ongoing work is asked after; a week in the longer ones."""


def waiting_for_check_in(group: Iterable[Assignment]) -> list[Assignment]:
    """The ongoing assignments without a report since their present period began; a quarter where none is stated."""
    return [each for each in group if is_ongoing(each) and not is_heard_of(each)]


def is_asked_after(assignment: Assignment, day: date) -> bool:
    """Whether the question of the present period has been due by a day: on that day, or the last working day before."""
    return check_in_day(assignment) < next_workday(day)


def is_heard_of(assignment: Assignment) -> bool:
    """Whether anything has been reported in the present period."""
    return assignment.last is not None and is_of_present_period(assignment, assignment.last.at.date())


def is_of_present_period(assignment: Assignment, day: date) -> bool:
    """Whether a past day lies in the period for which a report is wanted now."""
    return day >= span_around(assignment.today, _period(assignment)).first


def is_ongoing(assignment: Assignment) -> bool:
    """Whether the work goes on without a due day and is not finished."""
    return goes_on(assignment) and not assignment.finished


def goes_on(assignment: Assignment) -> bool:
    """Whether the work is to go on without a due day."""
    ongoing = assignment.deadline.kind in (Kind.ONGOING, Kind.MILESTONE_THEN_ONGOING)
    return ongoing and assignment.due is None


def check_in_day(assignment: Assignment) -> date:
    """The day of the present period on which ongoing work is asked about when nothing has been reported."""
    return asked_after_on(_period(assignment), assignment.today)


def asked_after_on(period: Period, today: date) -> date:
    """The day of a period on which work that is reported on once in it is asked after."""
    return span_around(today, period).last - timedelta(days=ASKED_DAYS_BEFORE.get(period, 7))


def _period(assignment: Assignment) -> Period:
    return assignment.deadline.check_in or Period.QUARTER
