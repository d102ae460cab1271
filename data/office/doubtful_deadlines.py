"""Deadlines that the plan itself doubts or that nobody can read: the office says of each what holds."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from data.office.change_record import ChangeKind, PlanChange
from data.office.plan_changes import change_plan
from data.people.people import Person
from data.plan.deadlines import Deadline, Kind, Period
from data.plan.deadlines.model import plain_values
from data.plan.task_states import TaskState, state_of, task_row
from data.standing.assignments import Assignment
from data.standing.facts import DOUBTFUL, SETTLED
from data.standing.selection import chosen
from data.standing.standing import Status
from data.store import Database

NO_DEADLINE = "不设期限"
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


def confirm_deadline(
    db: Database, person: Person, task_id: int, source: str, now: datetime, zone: ZoneInfo, said_in: str = ""
) -> PlanChange:
    """期限无误: the deadline is as the plan has it. Once for one `source`. Raises ForTheOffice."""
    return _settle(db, person, task_id, {"settled": True}, source, now, zone, said_in)


def set_deadline(
    db: Database, person: Person, task_id: int, day: date, source: str, now: datetime, zone: ZoneInfo, said_in: str = ""
) -> PlanChange:
    """改日期: the deadline is a day. Once for one `source`. Raises ForTheOffice."""
    text = f"{day.year}年{day.month}月{day.day}日"
    deadline = {"text": text, **plain_values(Deadline(Kind.DATE, due=day, granularity=Period.DAY))}
    return _settle(db, person, task_id, {"deadline": deadline, "settled": True}, source, now, zone, said_in)


def set_no_deadline(
    db: Database, person: Person, task_id: int, source: str, now: datetime, zone: ZoneInfo, said_in: str = ""
) -> PlanChange:
    """不设期限: there is none. Once for one `source`. Raises ForTheOffice."""
    deadline = {"text": NO_DEADLINE, **plain_values(Deadline(Kind.MISSING))}
    return _settle(db, person, task_id, {"deadline": deadline, "settled": True}, source, now, zone, said_in)


def remark_of(db: Database, task_id: int) -> str:
    """What the plan itself remarks of a task."""
    return str(state_of(db, task_row(db, task_id))["remark"])


def position_of(db: Database, task_id: int) -> int:
    """The place of a task in its plan."""
    return int(task_row(db, task_id)["position"])


def _settle(
    db: Database,
    person: Person,
    task_id: int,
    edit: TaskState,
    source: str,
    now: datetime,
    zone: ZoneInfo,
    said_in: str,
) -> PlanChange:
    code = str(task_row(db, task_id)["code"])
    return change_plan(db, person, ChangeKind.SETTLE, code, {task_id: edit}, source, now, zone, said_in=said_in)
