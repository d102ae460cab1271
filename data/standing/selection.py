"""Selecting unfinished assignments that matter on a day without reading all others."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date

from data.calendar import Period
from data.standing.assignments import Assignment, assignments, assignments_where
from data.standing.rows import CHECK_IN, rows_describe
from data.standing.standing import FINISHED, Status
from data.store import Database, sql_among
from data.times import stored_day


@dataclass(frozen=True, slots=True)
class UnfinishedChoice:
    """A choice of unfinished assignments by exactly one of its fields.

    They are due on one of some `days` or `until` a day, have no due day and are asked about once per `check_in` period,
    have been stale since one of the days `stale_on`, are `blocked`, have these `ids`, or are any assignments
    `of_units`.
    """

    days: Collection[date] = ()
    until: date | None = None
    check_in: Period | None = None
    stale_on: Collection[date] = ()
    blocked: bool = False
    ids: Collection[int] = ()
    of_units: bool = False

    def condition(self, today: date) -> str:
        """Return the SQL condition on the rows of a day.

        A finished recurring task counts as open for its next occurrence from the day after it was due.
        """
        if self.check_in is not None:
            return f" AND standings.due IS NULL AND {_OPEN} AND {CHECK_IN} = '{self.check_in}'"
        if self.ids:
            return sql_among("assignment_id", self.ids)
        if self.blocked:
            return f" AND standings.status = '{Status.BLOCKED}'"
        if self.stale_on:
            return f" AND standings.stale_on {_in(self.stale_on)} AND standings.due IS NOT NULL AND {_OPEN}"
        renewed = f"renews_on <= '{today}'"
        if self.of_units:
            return f" AND standings.unit_id IS NOT NULL AND ({_OPEN} OR {renewed})"
        due = f"<= '{self.until}'" if self.until else _in(self.days)
        return f" AND (standings.due {due} AND {_OPEN} OR next_due {due} AND {renewed})"

    def holds(self, assignment: Assignment) -> bool:
        """Return whether an assignment belongs to the choice."""
        due = assignment.due
        if assignment.finished:
            return False
        if self.ids:
            return assignment.id in self.ids
        if self.blocked:
            return assignment.status is Status.BLOCKED
        if self.stale_on:
            return due is not None and assignment.last is not None
        if self.of_units:
            return bool(assignment.id)
        if self.check_in is not None:
            return due is None and (assignment.deadline.check_in or Period.QUARTER) is self.check_in
        return due is not None and (due <= self.until if self.until else due in self.days)


def _in(days: Collection[date]) -> str:
    """Return an SQL expression that matches one of these days."""
    return f"IN ({', '.join(f'{str(day)!r}' for day in days)})"


_OPEN = f"status NOT IN ({', '.join(f'{each.value!r}' for each in FINISHED)})"


def unfinished(
    db: Database, today: date, which: UnfinishedChoice, unit_ids: Collection[int] | None = None
) -> list[Assignment]:
    """Return the unfinished assignments of a choice, most urgent first, of some units if given."""
    return assignments_holding(db, today, which.condition(today), which.holds, unit_ids)


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
