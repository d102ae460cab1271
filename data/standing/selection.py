"""Selecting unfinished assignments that matter on a day without reading all others."""

from collections.abc import Callable, Collection
from datetime import date, timedelta
from typing import NamedTuple

from data.calendar import Period
from data.standing.assignments import Assignment, assignments, assignments_where
from data.standing.rows import CHECK_IN, rows_describe
from data.standing.standing import FINISHED, Status
from data.store import Database, sql_among
from data.times import stored_day

_DAY = timedelta(days=1)
_OPEN = f"status NOT IN ({', '.join(f'{each.value!r}' for each in FINISHED)})"


class Choice(NamedTuple):
    """A choice of unfinished assignments: an SQL condition on the rows of a day, and whether it `holds` for one."""

    condition: Callable[[date], str]
    holds: Callable[[Assignment], bool]


def blocked() -> Choice:
    """Choose what is blocked."""
    return Choice(
        lambda today: f" AND standings.status = '{Status.BLOCKED}'", lambda each: each.status is Status.BLOCKED
    )


def due_until(last: date) -> Choice:
    """Choose what is due by a day."""
    return _due(f"<= '{last}'", lambda due: due <= last)


def overdue(today: date) -> Choice:
    """Choose what was due before today."""
    return due_until(today - _DAY)


def due_on(days: Collection[date]) -> Choice:
    """Choose what is due on one of some days."""
    return _due(_in(days), lambda due: due in days)


def asked_every(period: Period) -> Choice:
    """Choose what has no due day and is asked about once in each period."""
    return Choice(
        lambda today: f" AND standings.due IS NULL AND {_OPEN} AND {CHECK_IN} = '{period}'",
        lambda each: each.due is None and (each.deadline.check_in or Period.QUARTER) is period,
    )


def stale_since(days: Collection[date]) -> Choice:
    """Choose what has a due day and became stale on one of some days."""
    return Choice(
        lambda today: f" AND standings.stale_on {_in(days)} AND standings.due IS NOT NULL AND {_OPEN}",
        lambda each: each.due is not None and each.last is not None,
    )


def with_ids(ids: Collection[int]) -> Choice:
    """Choose assignments by their ids."""
    return Choice(lambda today: sql_among("assignment_id", ids), lambda each: each.id in ids)


def of_units() -> Choice:
    """Choose whatever a unit has to do."""
    return Choice(
        lambda today: f" AND standings.unit_id IS NOT NULL AND ({_OPEN} OR {_renewed(today)})",
        lambda each: bool(each.id),
    )


def _due(comparison: str, holds: Callable[[date], bool]) -> Choice:
    """Choose by the due day.

    A finished recurring task counts as open for its next occurrence from the day after it was due.
    """
    return Choice(
        lambda today: f" AND (standings.due {comparison} AND {_OPEN} OR next_due {comparison} AND {_renewed(today)})",
        lambda each: each.due is not None and holds(each.due),
    )


def _renewed(today: date) -> str:
    return f"renews_on <= '{today}'"


def _in(days: Collection[date]) -> str:
    return f"IN ({', '.join(f'{str(day)!r}' for day in days)})"


def unfinished(db: Database, today: date, which: Choice, unit_ids: Collection[int] | None = None) -> list[Assignment]:
    """Return the unfinished assignments of a choice, most urgent first, of some units if given."""
    found = assignments_holding(db, today, which.condition(today), which.holds, unit_ids)
    return [each for each in found if not each.finished]


def assignments_holding(
    db: Database,
    today: date,
    condition: str,
    holds: Callable[[Assignment], bool],
    unit_ids: Collection[int] | None = None,
) -> list[Assignment]:
    """Return the assignments for which `holds`, most urgent first, of some units if given.

    Each must also meet the SQL `condition`, which limits what is read.
    """
    units = None if unit_ids is None else list(unit_ids)
    if rows_describe(db, today):
        found = assignments_where(db, today, condition + sql_among("standings.unit_id", units), {})
    else:
        found = assignments(db, today, units)
    return [each for each in found if holds(each)]


def first_due(db: Database) -> date | None:
    """Return the earliest due day in the plan, or None. Extensions can only move it later."""
    return stored_day(db.fetch_text("SELECT min(due) FROM tasks WHERE gone_at IS NULL"))
