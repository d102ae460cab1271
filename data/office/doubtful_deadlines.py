"""Deadlines that the plan itself doubts or that nobody can read: the office says of each what holds."""

from datetime import date
from zoneinfo import ZoneInfo

from data.office.change_record import ChangeKind, PlanChange
from data.office.plan_changes import change_plan
from data.people.actor import Actor
from data.plan.deadlines import Kind
from data.plan.task_states import TaskState, state_of, task_row
from data.standing.assignments import Assignment
from data.standing.facts import DOUBTFUL, SETTLED
from data.standing.selection import chosen
from data.standing.standing import Status
from data.store import Database

AS_PLANNED: TaskState = {"settled": True}
"""The deadline is as the plan has it (期限无误)."""
UNREADABLE = (Kind.UNCLEAR, Kind.MISSING)
OPEN_DEADLINE = f""" AND (standings.unit_id IS NULL OR {DOUBTFUL}
    OR kind IN ({", ".join(f"'{each}'" for each in UNREADABLE)}) AND NOT ({SETTLED}))"""
"""What the office is asked about as long as it is not closed, in SQL."""


def to_settle(db: Database, today: date, zone: ZoneInfo) -> list[Assignment]:
    """What the office is still asked about, a task once, in the order of the plan."""
    found = chosen(db, today, zone, OPEN_DEADLINE, is_to_settle)
    of_tasks = {each.task_id: each for each in sorted(found, key=lambda each: -(each.id or 0))}
    return sorted(of_tasks.values(), key=lambda each: (each.position, each.task_id))


def is_to_settle(assignment: Assignment) -> bool:
    """Whether the office is asked about a task: its deadline is in doubt or cannot be read, or it has no unit."""
    if assignment.status is Status.CLOSED:
        return False
    return assignment.unit is None or has_open_deadline(assignment)


def has_open_deadline(assignment: Assignment) -> bool:
    """Whether the plan itself doubts a deadline, or nobody can read it, and the office has not said what holds."""
    unreadable = assignment.deadline.kind in UNREADABLE and not assignment.settled
    return assignment.doubtful or unreadable


def settle_deadline(db: Database, by: Actor, task_id: int, what_holds: TaskState, source: str) -> PlanChange:
    """Say what holds of a deadline in doubt: AS_PLANNED, or another one as data.office.task_edits words it (`on_day`,
    `undated`). From then on it is not in doubt, until its text changes. Once for one `source`. Raises ForTheOffice."""
    code, edits = str(task_row(db, task_id)["code"]), {task_id: what_holds}
    return change_plan(db, by, ChangeKind.SETTLE, code, edits, source)


def remark_of(db: Database, task_id: int) -> str:
    """What the plan itself remarks of a task."""
    return str(state_of(db, task_row(db, task_id))["remark"])


def position_of(db: Database, task_id: int) -> int:
    """The place of a task in its plan."""
    return int(task_row(db, task_id)["position"])
