"""Deadlines that the office has yet to settle, as they are doubtful or unreadable in the plan."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from data.office.change_record import ChangeKind, PlanChange
from data.office.plan_changes import change_plan
from data.people.actor import Actor
from data.plan.deadlines import DeadlineKind
from data.plan.versions import TaskState, state_of, task_row
from data.standing.assignments import Assignment
from data.standing.rows import IS_DOUBTFUL, IS_SETTLED
from data.standing.selection import assignments_holding
from data.standing.standing import Status
from data.store import Database

AS_PLANNED: TaskState = {"settled": True}
"""The state that confirms a deadline as the plan has it (期限无误)."""
UNREADABLE = (DeadlineKind.UNCLEAR, DeadlineKind.MISSING)
OPEN_DEADLINE = f""" AND (standings.unit_id IS NULL OR {IS_DOUBTFUL}
    OR kind IN ({", ".join(f"'{each}'" for each in UNREADABLE)}) AND NOT ({IS_SETTLED}))"""
"""An SQL condition for what the office is asked about while it is not closed."""


def assignments_to_settle(db: Database, today: date, unit_ids: Collection[int] | None = None) -> list[Assignment]:
    """Return the assignments that the office has to settle, of some units if given, one per task, in plan order."""
    return one_of_each_task(assignments_holding(db, today, OPEN_DEADLINE, is_to_settle, unit_ids))


def one_of_each_task(found: Iterable[Assignment]) -> list[Assignment]:
    """Return the first assignment of each task, in plan order."""
    of_tasks = {each.task_id: each for each in sorted(found, key=lambda each: -each.id)}
    return sorted(of_tasks.values(), key=lambda each: (each.position, each.task_id))


def is_to_settle(assignment: Assignment) -> bool:
    """Return whether the office has to settle a task: its deadline is doubtful or unreadable, or it has no unit."""
    if assignment.status is Status.CLOSED:
        return False
    return assignment.unit is None or has_open_deadline(assignment)


def has_open_deadline(assignment: Assignment) -> bool:
    """Return whether the deadline is doubtful in the plan or unreadable, and the office has not settled it."""
    unreadable = assignment.deadline.kind in UNREADABLE and not assignment.settled
    return assignment.doubtful or unreadable


def settle_deadlines(
    db: Database, by: Actor, task_ids: Sequence[int], what_holds: TaskState, source: str
) -> PlanChange:
    """Settle the deadlines of tasks: AS_PLANNED, or a new one from data.office.task_edits (`due_day_edit`,
    `no_deadline_edit`). Done once per `source`.

    Each stays settled until its text changes. Raises ForTheOffice.
    """
    codes = "、".join(str(task_row(db, each)["code"]) for each in task_ids)
    return change_plan(db, by, ChangeKind.SETTLE, codes, dict.fromkeys(task_ids, what_holds), source)


def remark_of(db: Database, task_id: int) -> str:
    """Return the plan's remark on a task."""
    return str(state_of(db, task_row(db, task_id))["remark"])


def position_of(db: Database, task_id: int) -> int:
    """Return the task's position in its plan."""
    return int(task_row(db, task_id)["position"])
