"""What a deadline text can mean."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """How a deadline text binds a task to time."""

    DATE = "date"
    ONGOING = "ongoing"
    MILESTONE_THEN_ONGOING = "milestone_then_ongoing"
    RECURRING = "recurring"
    CONDITIONAL = "conditional"
    ARRANGED = "arranged"
    DONE = "done"
    MISSING = "missing"
    UNCLEAR = "unclear"


class Period(StrEnum):
    """A stretch of the calendar: how exact a due day is, or how often it returns."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Deadline:
    """The reading of one deadline text.

    `due` is the last day of the stated period and `granularity` that period's size; `start` is set where a
    text names one. A recurring deadline is due first on `due`, then once `every` period. A conditional one
    waits for `event` and is due `offset_months` or `offset_days` after it, where the text states either.
    An ongoing one is asked after once every `check_in`.
    """

    kind: Kind
    due: date | None = None
    start: date | None = None
    granularity: Period | None = None
    every: Period | None = None
    event: str | None = None
    offset_months: int | None = None
    offset_days: int | None = None
    check_in: Period | None = None


def plain_values(deadline: Deadline) -> dict[str, object]:
    """A deadline as plain values, days in ISO form: as it is stored and as `liaison plan check --json` prints it."""
    return {
        "kind": deadline.kind,
        "due": deadline.due.isoformat() if deadline.due else None,
        "start": deadline.start.isoformat() if deadline.start else None,
        "granularity": deadline.granularity,
        "every": deadline.every,
        "event": deadline.event,
        "offset_months": deadline.offset_months,
        "offset_days": deadline.offset_days,
        "check_in": deadline.check_in,
    }
