"""The days that a summary or an export covers, and the days they are compared with."""

from datetime import date, timedelta
from math import ceil

from data.calendar import Period, add_months, month_end, months_between, span_around
from data.errors import unless
from data.errors.deadlines import BeforeThePlan, SpanAhead, SpanBackwards
from data.errors.plans import NoPlan
from data.plan.plan import Plan, plan_on
from data.store import Database

DAY, WEEK, A_YEAR = timedelta(days=1), timedelta(days=7), 12
Days = tuple[date, date]
"""The first and the last day of a span."""


def last_day_and_plan(db: Database, first: date, last: date, today: date) -> tuple[date, Plan]:
    """Return the last day of a span that is not in the future, and the plan of that day.

    Raises SpanBackwards, SpanAhead if the span has not begun, BeforeThePlan if it ended before the plan was issued, and
    NoPlan.
    """
    if last < first:
        raise SpanBackwards(first, last)
    if today < first:
        raise SpanAhead(first)
    until = min(last, today)
    return until, plan_issued_by(db, until)


def plan_issued_by(db: Database, day: date) -> Plan:
    """Return the plan of a day. Raises BeforeThePlan if it was issued later, and NoPlan."""
    plan = plan_on(db, day)
    if day < plan.issued:
        raise BeforeThePlan(day, plan.issued)
    return plan


def was_current(db: Database, plan: Plan, day: date) -> bool:
    """Return whether a plan was issued and current on a day."""
    then = unless(NoPlan, plan_on, db, day) if day >= plan.issued else None
    return then is not None and then.id == plan.id


def days_around(day: date, period: Period) -> Days:
    """Return the first and the last day of the calendar period that contains `day`."""
    span = span_around(day, period)
    return span.first, span.last


def span_behind(span: Days, today: date) -> Days | None:
    """Return the seven days up to `today` if a span is the week before; None for any other span."""
    first, last = span
    return (today - 6 * DAY, today) if last - first == 6 * DAY and last < today <= last + WEEK else None


def span_before(span: Days, until: date) -> Days:
    """Return the days that a span, of which only the days up to `until` have passed, is compared with.

    For a span from the first of a month these are the same days as many months earlier, or years earlier if it is
    longer than half a year; otherwise as many days right before it.
    """
    first, last = span
    if first.day == 1:
        months = months_between(first, until) + 1
        back = months if months <= A_YEAR / 2 else ceil(months / A_YEAR) * A_YEAR
        then = add_months(until, -back)
        return add_months(first, -back), month_end(then) if until == month_end(until) else then
    start = first - (last - first) - DAY
    return start, start + (until - first)
