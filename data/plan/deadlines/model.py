"""What a deadline text can mean, and when what was read falls due."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from operator import itemgetter
from typing import Any

from data.calendar import MONTHS, Period, Span, add_months, month_end
from data.plan.workdays import Workdays
from data.store.records import record_of


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


@dataclass(frozen=True, slots=True)
class Deadline:
    """The reading of one deadline text.

    `due` is the last day of the stated period and `granularity` that period's size; `start` is set where a
    text names one. A recurring deadline is due first on `due`, then once `every` period. A conditional one
    waits for `event` and is due `offset_months`, `offset_days` or `offset_workdays` after it, if the text states
    one. An ongoing one is asked after once every `check_in`.
    """

    kind: Kind
    due: date | None = None
    start: date | None = None
    granularity: Period | None = None
    every: Period | None = None
    event: str | None = None
    offset_months: int | None = None
    offset_days: int | None = None
    offset_workdays: int | None = None
    check_in: Period | None = None


FIELDS = fields(Deadline)
_IN_ORDER = itemgetter(*(each.name for each in FIELDS))


def due_with(span: Span, start: date | None = None) -> Deadline:
    """A deadline on the last day of the span."""
    return Deadline(Kind.DATE, due=span.last, start=start, granularity=span.granularity)


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


def plain_values(deadline: Deadline) -> dict[str, object]:
    """A deadline as plain values, days in ISO form: as it is stored and as `liaison plan check --json` prints it."""
    values = {field.name: getattr(deadline, field.name) for field in FIELDS}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}


def deadline_of(values: Mapping[str, Any]) -> Deadline:
    """The deadline of plain values, as a task's columns hold it."""
    return _deadline(*_IN_ORDER(values))


@lru_cache(4096)
def _deadline(*plain: Any) -> Deadline:
    return record_of(Deadline, {each.name: value for each, value in zip(FIELDS, plain, strict=True)})
