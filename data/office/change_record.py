"""The changes of the plan as they are kept: what each did to which task, who made it, and why."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from data.plan.tasks import TaskTitle
from data.plan.versions import TaskState, state_of, task_row
from data.store import Database, Row, fetch_all, fetch_number, fetch_row
from data.store.records import record_of

NO_NEWS = frozenset(("position", "settled", "remark", "title_en"))


class ChangeKind(StrEnum):
    """What was changed."""

    EVENT = "event"
    EDIT = "edit"
    UNITS = "units"
    ADD = "add"
    CLOSE = "close"
    WITHDRAW = "withdraw"
    DEADLINE = "deadline"
    SETTLE = "settle"
    IMPORT = "import"


@dataclass(frozen=True, slots=True)
class TaskChange:
    """What a change did to one task: the fields that differ, before and after. `units` are all that are concerned."""

    task_id: int
    code: str
    title: TaskTitle
    before: TaskState
    after: TaskState
    units: tuple[str, ...]

    @property
    def is_news(self) -> bool:
        """Whether it says anything new to a unit: not that a deadline stands, nor another place or remark."""
        return not NO_NEWS.issuperset(self.after)


@dataclass(frozen=True, slots=True)
class PlanChange:
    """One change of the plan. `subject` is the event or the task's code, `day` is that of the event; `by` may be
    empty."""

    id: int
    kind: ChangeKind
    subject: str
    day: date | None
    reason: str
    by: str
    person_id: int | None
    at: datetime
    undone: bool
    tasks: tuple[TaskChange, ...]

    @property
    def units(self) -> frozenset[str]:
        """The units of all tasks that it touches."""
        return frozenset(unit for each in self.tasks for unit in each.units)

    @property
    def told(self) -> frozenset[str]:
        """The units to whom it says anything new."""
        return frozenset(unit for each in self.tasks if each.is_news for unit in each.units)


def change_made(db: Database, source: str) -> PlanChange | None:
    """The change that a source has made already, or None."""
    change_id = fetch_number(db, "SELECT id FROM plan_changes WHERE source = ?", [source])
    return None if change_id is None else find_change(db, change_id)


def find_change(db: Database, change_id: int) -> PlanChange:
    """A change with its tasks. Raises LookupError when there never was one."""
    row = fetch_row(
        db,
        """SELECT plan_changes.*, ifnull(name, '') AS by FROM plan_changes
        LEFT JOIN people ON people.id = person_id WHERE plan_changes.id = ?""",
        [change_id],
        LookupError(change_id),
    )
    tasks = fetch_all(
        db,
        """SELECT task_changes.*, code, title, title_en FROM task_changes JOIN tasks ON tasks.id = task_id
        WHERE change_id = ? ORDER BY position, tasks.id""",
        [change_id],
    )
    return record_of(
        PlanChange, row, undone=row["undone_at"] is not None, tasks=tuple(_task_change(db, each) for each in tasks)
    )


def _task_change(db: Database, row: Row) -> TaskChange:
    before, after = json.loads(row["before"]), json.loads(row["after"])
    there = state_of(db, task_row(db, row["task_id"]))["units"]
    units = dict.fromkeys([*before.get("units", there), *after.get("units", there)])
    return TaskChange(row["task_id"], row["code"], TaskTitle.of(row), before, after, tuple(units))
