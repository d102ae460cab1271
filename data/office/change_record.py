"""The record of changes to the plan: what each did to which tasks, who made it, and why."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from data.errors import StaleButton
from data.plan.tasks import TaskTitle
from data.plan.versions import TaskState, state_of, task_row
from data.store import Database, Row

NO_NEWS = frozenset(("position", "settled", "remark", "title_en"))


class ChangeKind(StrEnum):
    """The kind of a change to the plan."""

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
    """What a change did to one task: the differing fields before and after. `units` are the task's units on either
    side, `unanswered` those it was taken from while they waited for an answer to a request for more time, `unreviewed`
    those while their report waited for review."""

    task_id: int
    code: str
    title: TaskTitle
    before: TaskState
    after: TaskState
    units: tuple[str, ...]
    unanswered: tuple[str, ...] = ()
    unreviewed: tuple[str, ...] = ()

    @property
    def is_news(self) -> bool:
        """Whether a unit needs to hear of more than position, remark, English title or a confirmed deadline."""
        return not NO_NEWS.issuperset(self.after)


@dataclass(frozen=True, slots=True)
class PlanChange:
    """One change to the plan of the `subject`: an event, a code or a file; `day` is the event's; `by` may be empty."""

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
        """The units of all tasks changed."""
        return frozenset(unit for each in self.tasks for unit in each.units)

    @property
    def told(self) -> frozenset[str]:
        """The units that are told of the change."""
        return frozenset(unit for each in self.tasks if each.is_news for unit in each.units)


def change_from_source(db: Database, source: str) -> PlanChange | None:
    """Return the change already recorded under `source`, or None."""
    change_id = db.fetch_number("SELECT id FROM plan_changes WHERE source = ?", [source])
    return None if change_id is None else find_change(db, change_id)


def last_change_of(db: Database, code: str) -> PlanChange | None:
    """Return the last change of a task that stands and of which its units were told, or None."""
    changes = db.fetch_column(
        """SELECT change_id FROM task_changes JOIN tasks ON tasks.id = task_id
        JOIN plan_changes ON plan_changes.id = change_id
        WHERE code = ? AND undone_at IS NULL ORDER BY change_id DESC""",
        [code],
    )
    return next((each for each in (find_change(db, number) for number in changes) if each.told), None)


def times_undone(db: Database, task_id: int) -> int:
    """Return how many changes of a task were undone."""
    sql = """SELECT count(*) FROM task_changes JOIN plan_changes ON plan_changes.id = change_id
        WHERE task_id = ? AND undone_at IS NOT NULL"""
    return db.fetch_number(sql, [task_id]) or 0


def find_change(db: Database, change_id: int) -> PlanChange:
    """Return a change with its tasks. Raises StaleButton if it does not exist."""
    row = db.fetch_row(
        """SELECT plan_changes.*, ifnull(name, '') AS by FROM plan_changes
        LEFT JOIN people ON people.id = person_id WHERE plan_changes.id = ?""",
        [change_id],
        StaleButton,
    )
    tasks = db.fetch_all(
        """SELECT task_changes.*, code, title, title_en FROM task_changes JOIN tasks ON tasks.id = task_id
        WHERE change_id = ? ORDER BY position, tasks.id""",
        [change_id],
    )
    return db.record(
        PlanChange, row, undone=row["undone_at"] is not None, tasks=tuple(_task_change(db, each) for each in tasks)
    )


def _task_change(db: Database, row: Row) -> TaskChange:
    before, after = json.loads(row["before"]), json.loads(row["after"])
    there = state_of(db, task_row(db, row["task_id"]))["units"]
    units = dict.fromkeys([*before.get("units", there), *after.get("units", there)])
    waiting = (left_waiting(of(db, row["task_id"]), after) for of in (units_asking, units_under_review))
    return TaskChange(row["task_id"], row["code"], TaskTitle.of(row), before, after, tuple(units), *waiting)


def units_asking(db: Database, task_id: int) -> tuple[str, ...]:
    """Return the units that wait for an answer to a request for more time on a task."""
    sql = """SELECT DISTINCT units.name FROM extensions JOIN assignments ON assignments.id = assignment_id
        JOIN units ON units.id = unit_id WHERE task_id = ? AND verdict IS NULL AND withdrawn_at IS NULL"""
    return tuple(db.fetch_column(sql, [task_id]))


def units_under_review(db: Database, task_id: int) -> tuple[str, ...]:
    """Return the units whose last report says that a task is done, and waits for review."""
    sql = """SELECT DISTINCT units.name FROM reports JOIN assignments ON assignments.id = assignment_id
        JOIN units ON units.id = unit_id LEFT JOIN reviews ON reviews.report_id = reports.id
        WHERE task_id = ? AND withdrawn_at IS NULL AND reports.status = 'submitted' AND verdict IS NULL
        AND NOT EXISTS (SELECT 1 FROM reports AS newer WHERE newer.assignment_id = assignments.id
            AND newer.id > reports.id AND newer.withdrawn_at IS NULL)"""
    return tuple(db.fetch_column(sql, [task_id]))


def left_waiting(waiting: Sequence[str], after: TaskState) -> tuple[str, ...]:
    """Return the units of those `waiting` for the office that have the task no longer with the new fields `after`."""
    if after.get("present") is False:
        return tuple(waiting)
    return tuple(each for each in waiting if each not in after.get("units", waiting))
