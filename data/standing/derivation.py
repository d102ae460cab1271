"""Deriving the standing of an assignment from its reports and granted extensions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from data.plan.deadlines import Deadline, DeadlineKind, Period, next_due
from data.standing.standing import FINISHED, Standing, Status, Verdict
from data.times import day_of

STALE_AFTER = {
    Period.DAY: 7,
    Period.WEEK: 14,
    Period.MONTH: 45,
    Period.QUARTER: 100,
    Period.HALF_YEAR: 190,
    Period.YEAR: 370,
}
"""The days without a report after which ongoing work is stale, by how often it is asked about."""
STALE_DATED = 30
"""The days without a report after which dated work is stale, unless the plan's rules say otherwise."""
BEHIND_BY = 40
RULES = 4
"""To be raised whenever these rules change: rows made by other rules are rebuilt (rows.py)."""


_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """A report that was not withdrawn, reduced to what counts; `replaces` is the report that it corrects."""

    id: int
    status: Status
    percent: int
    at: datetime
    verdict: Verdict | None = None
    replaces: int | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What the standing of an assignment is derived from.

    `reports` are in order; `granted` are extensions as pairs of the due day before and after; `stale_after` is the
    number of days without a report after which dated work is stale.
    """

    deadline: Deadline
    issued: date
    reports: Sequence[ReportFacts] = ()
    granted: Sequence[tuple[date, date]] = ()
    stale_after: int = STALE_DATED


def derive_standing(facts: Facts, zone: ZoneInfo) -> Standing:
    """Derive the standing from what was reported and granted.

    A returned report does not count: the percentage is that of the report before it, and work said to be done is in
    progress again. Each report of done settles one occurrence of a recurring deadline. A settled milestone leaves
    ongoing work with no percentage yet.
    """
    deadline = facts.deadline
    if deadline.kind is DeadlineKind.DONE:
        return Standing(Status.CLOSED, 100, None, None)
    last = facts.reports[-1] if facts.reports else None
    status, percent = _reported(facts.reports)
    settled = [day_of(each.at, zone) for each in _counting(facts.reports) if each.status is Status.SUBMITTED]
    due, renewed = deadline.due, False
    following = None
    if settled and due is not None:
        if deadline.kind is DeadlineKind.MILESTONE_THEN_ONGOING and status is not Status.SUBMITTED:
            status, percent = (Status.IN_PROGRESS, 0) if status is Status.CLOSED else (status, percent)
            due = None
        elif deadline.kind is DeadlineKind.RECURRING and (done := _settled_occurrence(deadline, settled)) is not None:
            following = _following(deadline, done)
            renewed = status in FINISHED
            due = done if renewed else following
    percent = 100 if status in FINISHED else 0 if status is Status.NOT_STARTED else percent
    counted = _extended(due, facts.granted)
    return Standing(
        status,
        percent,
        counted,
        due,
        renews_on=counted + _DAY if renewed and counted is not None else None,
        next_due=_extended(following, facts.granted) if renewed else None,
        next_original_due=following if renewed else None,
        stale_on=_stale_on(counted, last, facts, zone),
        behind_on=_behind_on(counted, percent, facts.issued),
        last_id=last.id if last else None,
        last_at=last.at if last else None,
    )


def _reported(reports: Sequence[ReportFacts]) -> tuple[Status, int]:
    """Return the status and percentage that follow from the reports."""
    if not reports:
        return Status.NOT_STARTED, 0
    last = reports[-1]
    if last.verdict is not Verdict.RETURNED:
        return _judged(last), last.percent
    before = _counting(reports)
    status = _judged(before[-1]) if before else Status.NOT_STARTED
    percent = before[-1].percent if before else 0
    if status is Status.SUBMITTED:
        status = Status.IN_PROGRESS
    if last.status is Status.SUBMITTED:
        percent = 0 if status is Status.CLOSED else percent
        status = Status.IN_PROGRESS
    return status, percent


def _judged(report: ReportFacts) -> Status:
    accepted = report.status is Status.SUBMITTED and report.verdict is Verdict.ACCEPTED
    return Status.CLOSED if accepted else report.status


def _counting(reports: Sequence[ReportFacts]) -> list[ReportFacts]:
    replaced = {each.replaces for each in reports}
    return [each for each in reports if each.verdict is not Verdict.RETURNED and each.id not in replaced]


def _settled_occurrence(deadline: Deadline, settled: Sequence[date]) -> date | None:
    """Return the last settled occurrence, or None.

    An occurrence is settled by a report before it, or by the first one after it.
    """
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
    return next_due(deadline, occurrence + _DAY)


def _extended(due: date | None, granted: Sequence[tuple[date, date]]) -> date | None:
    """Return a due day, if there is one, after the granted extensions.

    Each extension moves only the day it was asked for, not other occurrences or a deadline in a new plan.
    """
    for before, after in granted:
        if before == due:
            due = after
    return due


def _stale_on(due: date | None, last: ReportFacts | None, facts: Facts, zone: ZoneInfo) -> date | None:
    """Return the day from which nothing has been heard for too long, or None.

    For ongoing work it follows from the check-in period, for dated work from `stale_after`.
    """
    if last is None:
        return None
    if due is not None:
        return day_of(last.at, zone) + timedelta(days=facts.stale_after + 1)
    check_in = facts.deadline.check_in
    return None if check_in is None else day_of(last.at, zone) + timedelta(days=STALE_AFTER[check_in] + 1)


def _behind_on(due: date | None, percent: int, issued: date) -> date | None:
    """Return the day from which the percentage lags far behind the share of time gone since the plan was issued.

    None if the due day comes first, or work that is under way has no percentage, which is stored as 0.
    """
    if due is None or due <= issued or not percent:
        return None
    whole = (due - issued).days
    days = -(-(percent + BEHIND_BY + 1) * whole // 100)
    return issued + timedelta(days=days) if days <= whole else None
