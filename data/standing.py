"""Where an assignment stands on a day: its status, the day it is due, and its light."""

from datetime import date, timedelta
from enum import StrEnum

from data.deadlines import Deadline, Kind, Period, next_due


class Status(StrEnum):
    """What the latest report says of an assignment."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    BLOCKED = "blocked"
    SUBMITTED = "submitted"
    CLOSED = "closed"


FINISHED = (Status.SUBMITTED, Status.CLOSED)


class Light(StrEnum):
    """How urgent an assignment is, at one look."""

    OVERDUE = "🔴"
    WORRYING = "🟡"
    DUE_SOON = "🔵"
    ON_TIME = "🟢"
    NO_DATE = "⚪"
    CLOSED = "✅"


SOON = timedelta(days=7)
STALE_AFTER = {
    Period.WEEK: 14,
    Period.MONTH: 45,
    Period.QUARTER: 100,
    Period.HALF_YEAR: 190,
    Period.YEAR: 370,
}
STALE_DATED = timedelta(days=30)
BEHIND_BY = 40


def standing(
    deadline: Deadline, reported: Status | None, settled_on: date | None, today: date
) -> tuple[Status, date | None]:
    """The status and the due day that count today.

    `reported` is the status of the latest report, `settled_on` the day of the latest report that said done. For a
    recurring deadline that report settles the occurrence it falls into; once that has passed, the next one counts.
    """
    if deadline.kind is Kind.DONE:
        return Status.CLOSED, None
    status = reported or Status.NOT_STARTED
    if deadline.kind is not Kind.RECURRING or deadline.due is None or settled_on is None:
        return status, deadline.due
    settled = next_due(deadline, max(settled_on, deadline.due))
    if settled is None or (status is Status.SUBMITTED and today <= settled):
        return status, settled
    return (Status.NOT_STARTED if status is Status.SUBMITTED else status), next_due(
        deadline, settled + timedelta(days=1)
    )


def light(
    status: Status,
    due: date | None,
    today: date,
    *,
    percent: int,
    issued: date,
    reported_on: date | None,
    check_in: Period | None,
) -> Light:
    """The light of an assignment; overdue means due before today and neither submitted nor closed."""
    if status is Status.CLOSED:
        return Light.CLOSED
    if status is not Status.SUBMITTED:
        if due is not None and due < today:
            return Light.OVERDUE
        if status is Status.BLOCKED:
            return Light.WORRYING
        if status is Status.IN_PROGRESS and (
            _stale(due, today, reported_on, check_in) or _behind(due, today, percent, issued)
        ):
            return Light.WORRYING
        if due is not None and due - today <= SOON:
            return Light.DUE_SOON
    return Light.NO_DATE if due is None else Light.ON_TIME


def _stale(due: date | None, today: date, reported_on: date | None, check_in: Period | None) -> bool:
    """Whether nothing has been heard for long: a month, or for ongoing work its check-in period and some days."""
    if reported_on is None:
        return False
    if due is None:
        return check_in is not None and (today - reported_on).days > STALE_AFTER[check_in]
    return today - reported_on > STALE_DATED


def _behind(due: date | None, today: date, percent: int, issued: date) -> bool:
    """Whether the percent done lags far behind the share of time gone since the plan was issued."""
    if due is None or due <= issued:
        return False
    elapsed = (today - issued).days * 100 // (due - issued).days
    return elapsed - percent > BEHIND_BY
