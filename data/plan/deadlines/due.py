"""When a deadline that is already read falls due."""

from datetime import date, timedelta

from data.calendar import MONTHS, Period, add_months, month_end
from data.plan.deadlines.model import Deadline, Kind
from data.plan.workdays import Workdays


def next_due(deadline: Deadline, after: date) -> date | None:
    """For a recurring deadline its first due day on or after `after`; for any other its due day, if any."""
    due, every = deadline.due, deadline.every
    if deadline.kind is not Kind.RECURRING or due is None or every is None or after <= due:
        return due
    if every is Period.WEEK:
        return after + timedelta(days=(due - after).days % 7)
    months = (after.year - due.year) * 12 + after.month - due.month
    steps = months // MONTHS[every]
    return next(day for n in (steps, steps + 1) if (day := _occurrence(deadline, due, n * MONTHS[every])) >= after)


def due_after_event(deadline: Deadline, event_day: date) -> date | None:
    """The day a conditional deadline falls due after its event; None if the text states no offset."""
    if deadline.kind is not Kind.CONDITIONAL:
        return None
    if deadline.offset_months is not None:
        return add_months(event_day, deadline.offset_months)
    if deadline.offset_days is not None:
        return event_day + timedelta(days=deadline.offset_days)
    return None if deadline.offset_workdays is None else Workdays().after(event_day, deadline.offset_workdays)


def _occurrence(deadline: Deadline, due: date, months: int) -> date:
    day = add_months(due, months)
    return day if deadline.granularity is Period.DAY else month_end(day)
