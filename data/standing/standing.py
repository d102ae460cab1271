"""How an assignment stands, and what that means on a given day.

A `Standing` is valid from one change of the reports to the next, however many days pass. What depends on the day is
found by comparing it with days stored in the standing.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from data.standing.due_state import DueState, due_state


class Status(StrEnum):
    """The status of an assignment, as its latest report and the verdict on it leave it."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    BLOCKED = "blocked"
    SUBMITTED = "submitted"
    CLOSED = "closed"


FINISHED = (Status.SUBMITTED, Status.CLOSED)


class Light(StrEnum):
    """How urgent an assignment is, at a glance."""

    OVERDUE = "🔴"
    WORRYING = "🟡"
    DUE_SOON = "🔵"
    ON_TIME = "🟢"
    NO_DATE = "⚪"
    CLOSED = "✅"


class Verdict(StrEnum):
    """The office's verdict on a report."""

    ACCEPTED = "accepted"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class AssignmentState:
    """How an assignment stands on one day; `original_due` is the due day before extensions."""

    status: Status
    percent: int
    due: date | None
    original_due: date | None

    @property
    def finished(self) -> bool:
        """Whether it is reported as done, accepted or not."""
        return self.status in FINISHED


@dataclass(frozen=True, slots=True)
class Standing:
    """How an assignment stands until the next change.

    A finished recurring task waits from `renews_on` for its next occurrence, due on `next_due`. Open work is stale from
    `stale_on` and behind from `behind_on`. `last_id` is the latest report, returned or not.
    """

    status: Status
    percent: int
    due: date | None
    original_due: date | None
    renews_on: date | None = None
    next_due: date | None = None
    next_original_due: date | None = None
    stale_on: date | None = None
    behind_on: date | None = None
    last_id: int | None = None
    last_at: datetime | None = None

    def on(self, day: date) -> AssignmentState:
        """Return how the assignment stands on a day, if nothing changes before then."""
        if self.renews_on is not None and self.renews_on <= day:
            return AssignmentState(Status.NOT_STARTED, 0, self.next_due, self.next_original_due)
        return AssignmentState(self.status, self.percent, self.due, self.original_due)

    def stale(self, day: date) -> bool:
        """Return whether, on a day, unfinished work has had no report for too long."""
        return _reached(self.stale_on, day) and not self.on(day).finished

    def light(self, day: date) -> Light:
        """Return the light on a day."""
        state = self.on(day)
        if state.status is Status.CLOSED:
            return Light.CLOSED
        if not state.finished:
            urgent = due_state(state.due, day)
            if urgent is DueState.OVERDUE:
                return Light.OVERDUE
            if state.status is Status.BLOCKED:
                return Light.WORRYING
            if state.status is Status.IN_PROGRESS and (self.stale(day) or _reached(self.behind_on, day)):
                return Light.WORRYING
            if urgent in (DueState.TODAY, DueState.SOON):
                return Light.DUE_SOON
        return Light.NO_DATE if state.due is None else Light.ON_TIME


def _reached(since: date | None, day: date) -> bool:
    return since is not None and since <= day
