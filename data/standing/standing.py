"""Where an assignment stands on a day: its status, the day it is due, and its light."""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum

from data.plan.deadlines import Deadline, Kind, Period, next_due


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


class Verdict(StrEnum):
    """What the coordinator said of a report that said done."""

    ACCEPTED = "accepted"
    RETURNED = "returned"


def standing(
    deadline: Deadline, reported: Status | None, verdict: Verdict | None, settled: Sequence[date], today: date
) -> tuple[Status, date | None]:
    """The status and the due day that count today.

    `reported` is the status of the latest report and `verdict` the review of it; `settled` are the days, in order, of
    the reports that said done and were not returned. Each of them settles one occurrence of a recurring deadline, and
    once that has passed the next one counts; a milestone that is settled leaves the ongoing work.
    """
    if deadline.kind is Kind.DONE:
        return Status.CLOSED, None
    status = _reviewed(reported or Status.NOT_STARTED, verdict)
    if not settled or deadline.due is None:
        return status, deadline.due
    if deadline.kind is Kind.MILESTONE_THEN_ONGOING and status is not Status.SUBMITTED:
        return (Status.IN_PROGRESS if status is Status.CLOSED else status), None
    if deadline.kind is Kind.RECURRING:
        done = _settled_occurrence(deadline, settled)
        if done is not None and (today > done or status not in FINISHED):
            return (Status.NOT_STARTED if status in FINISHED else status), _following(deadline, done)
        return status, done
    return status, deadline.due


def extended(due: date | None, granted: Sequence[tuple[date, date]]) -> date | None:
    """A due day after the extensions granted one after the other, as pairs of the day before and the day after.

    Each moves the one day that it was asked for: another occurrence, or another deadline in a new plan, stays.
    """
    for before, after in granted:
        if before == due:
            due = after
    return due


def _reviewed(status: Status, verdict: Verdict | None) -> Status:
    if status is not Status.SUBMITTED or verdict is None:
        return status
    return Status.CLOSED if verdict is Verdict.ACCEPTED else Status.IN_PROGRESS


def _settled_occurrence(deadline: Deadline, settled: Sequence[date]) -> date | None:
    """The last occurrence that has been settled: by a report before it, or by the first one after it."""
    done: date | None = None
    current = deadline.due
    for day in settled:
        if done is not None and day <= done:
            continue
        while current is not None and (following := _following(deadline, current)) and following <= day:
            current = following
        done, current = current, current and _following(deadline, current)
    return done


def _following(deadline: Deadline, occurrence: date) -> date | None:
    return next_due(deadline, occurrence + timedelta(days=1))


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
