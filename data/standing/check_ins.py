"""Check-ins on ongoing work: which of it has no report for the present period, and on which days the bot asks."""

from collections.abc import Iterable
from datetime import date, timedelta

from data.plan.deadlines import DeadlineKind, Period, span_around
from data.plan.workdays import Workdays
from data.standing.assignments import Assignment

WORKDAYS_BEFORE = {Period.DAY: 0, Period.WEEK: 2}
"""How many working days before the end of a period the bot asks about ongoing work; five in longer periods."""
DAYS_AHEAD = 30
"""How many days before it is due something is listed as coming up and can be reported."""


def waiting_for_check_in(group: Iterable[Assignment], asked: date | None = None) -> list[Assignment]:
    """Return the ongoing assignments without a report since the period began in which they were `asked` about: by
    default the present one."""
    return [each for each in group if is_unfinished_ongoing(each) and not has_report_in_period(each, asked)]


def is_to_report(assignment: Assignment) -> bool:
    """Return whether a report is wanted now: overdue, due soon, or ongoing without a report in its period."""
    days = assignment.days_left
    return days <= DAYS_AHEAD if days is not None else bool(waiting_for_check_in([assignment]))


def is_check_in_due(assignment: Assignment, day: date, workdays: Workdays) -> bool:
    """Return whether the first question about the present period falls on or before a day."""
    return check_in_days(check_in_period(assignment), assignment.today, workdays)[0] <= day


def has_report_in_period(assignment: Assignment, day: date | None = None) -> bool:
    """Return whether anything has been reported since the period around a day began: by default the present one."""
    first = span_around(day or assignment.today, check_in_period(assignment)).first
    return assignment.last is not None and assignment.last.at.date() >= first


def is_of_present_period(assignment: Assignment, day: date) -> bool:
    """Return whether a past day lies in the present period."""
    return day >= span_around(assignment.today, check_in_period(assignment)).first


def is_unfinished_ongoing(assignment: Assignment) -> bool:
    """Return whether the work is ongoing, without a due day, and not finished."""
    return is_ongoing_work(assignment) and not assignment.finished


def is_ongoing_work(assignment: Assignment) -> bool:
    """Return whether the work is ongoing, without a due day, finished or not."""
    ongoing = assignment.deadline.kind in (DeadlineKind.ONGOING, DeadlineKind.MILESTONE_THEN_ONGOING)
    return ongoing and assignment.due is None


def check_in_days(period: Period, today: date, workdays: Workdays) -> tuple[date, ...]:
    """Return the working days on which the bot asks about ongoing work in today's period: one before its end, and its
    last."""
    last = workdays.latest(span_around(today, period).last)
    first = workdays.before(last, WORKDAYS_BEFORE.get(period, 5))
    return (first, last) if first != last else (last,)


def check_in_period(assignment: Assignment) -> Period:
    """Return how often the bot asks about ongoing work; a quarter unless the plan says otherwise."""
    return assignment.deadline.check_in or Period.QUARTER


def has_report_since_previous_period(assignment: Assignment) -> bool:
    """Return whether anything has been reported since the previous period began."""
    present = span_around(assignment.today, check_in_period(assignment))
    return has_report_in_period(assignment, present.first - timedelta(days=1))
