"""The unfinished assignments that are concerned on a day, found without reading the others."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from data.calendar import Period
from data.plan.tasks import Assignment, assignments, of_rows
from data.standing.facts import among
from data.standing.rows import rows_hold
from data.standing.standing import FINISHED
from data.store import Database, fetch_one
from data.times import stored_day


@dataclass(frozen=True, slots=True)
class Unfinished:
    """Which unfinished assignments: those due on one of some `days`, those due `until` a day, or those without a due
    day that are asked after once in a period `check_in`."""

    days: Collection[date] = ()
    until: date | None = None
    check_in: Period | None = None

    def condition(self, today: date) -> str:
        """The condition in SQL, on the rows as they are on a day. A recurring task that has been done waits, from the
        day after it was due, for its next occurrence."""
        if self.check_in is not None:
            return f" AND standings.due IS NULL AND {_OPEN} AND ifnull(check_in, 'quarter') = '{self.check_in}'"
        due = f"<= '{self.until}'" if self.until else f"IN ({', '.join(f'{str(day)!r}' for day in self.days)})"
        renewed = f"renews_on <= '{today}'"
        return f" AND (standings.due {due} AND {_OPEN} OR next_due {due} AND {renewed})"

    def holds(self, assignment: Assignment) -> bool:
        """Whether an assignment is one of them."""
        due = assignment.due
        if assignment.finished:
            return False
        if self.check_in is not None:
            return due is None and (assignment.deadline.check_in or Period.QUARTER) is self.check_in
        return due is not None and (due <= self.until if self.until else due in self.days)


_OPEN = f"status NOT IN ({', '.join(f'{each.value!r}' for each in FINISHED)})"


def unfinished(
    db: Database, today: date, zone: ZoneInfo, which: Unfinished, unit_ids: Collection[int] | None = None
) -> list[Assignment]:
    """The unfinished assignments of a kind, of some units only where they are named; most urgent first."""
    if rows_hold(db, today, zone):
        of_units = among("standings.unit_id", None if unit_ids is None else list(unit_ids))
        found = of_rows(db, today, zone, which.condition(today) + of_units, {})
    else:
        found = assignments(db, today, zone, None if unit_ids is None else list(unit_ids))
    return [each for each in found if which.holds(each)]


def first_due(db: Database) -> date | None:
    """The earliest day that the plan names; extensions only lead to later ones. None where it names none."""
    row = fetch_one(db, "SELECT min(due) AS due FROM tasks WHERE gone_at IS NULL")
    return stored_day(row["due"]) if row else None
