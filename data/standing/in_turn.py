"""The assignments of a large plan, some at a time."""

from collections.abc import Iterator, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from data.plan.plan import plan_on
from data.plan.versions import TASKS_AT
from data.standing.assignments import Assignment, assignments
from data.standing.facts import AT_ONCE
from data.store import Database, fetch_column
from data.times import end_of


def in_turn(
    db: Database, day: date, zone: ZoneInfo, unit_ids: Sequence[int] | None = None
) -> Iterator[list[Assignment]]:
    """The assignments as they stand at the end of a day, in the plan's order, those of some hundred tasks at a time, so
    that no more of them are in memory. Raises NoPlan."""
    values = {"until": end_of(day, zone), "plan": plan_on(db, day, zone).id}
    tasks = fetch_column(db, f"SELECT id FROM ({TASKS_AT}) WHERE plan_id = :plan ORDER BY position, id", values)
    for start in range(0, len(tasks), AT_ONCE):
        found = assignments(db, day, zone, unit_ids, task_ids=tasks[start : start + AT_ONCE])
        yield sorted(found, key=lambda each: (each.position, each.id or 0))
