"""What the plan says about a task and who is responsible for it, now and at any past moment."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from data.plan.deadlines.model import DEADLINE_FIELDS
from data.plan.units import ensure_unit
from data.store import Database, Row
from data.times import stored

WORDS = (
    *("section", "item", "title", "title_en", "measure", "deliverable", "remark"),
    *("deadline_text", "deadline_version"),
)
DEADLINE = tuple(each.name for each in DEADLINE_FIELDS)
VERSIONED = ("position", *WORDS, *DEADLINE)

TASKS_AT = f"""
SELECT id, plan_id, code, settled_version, {", ".join(VERSIONED)} FROM tasks
WHERE since < :until AND (gone_at IS NULL OR gone_at >= :until)
UNION ALL
SELECT id, plan_id, code, NULL, {", ".join(f"old.{name}" for name in VERSIONED)}
FROM task_versions AS old JOIN tasks ON tasks.id = task_id WHERE old.since < :until AND old.until >= :until
"""
"""SQL for the tasks of all plans as they were at the stored moment `:until`."""
IN_FORCE = "(standings.since < :until AND (standings.gone_at IS NULL OR standings.gone_at >= :until))"
VERSION = """FROM assignment_versions AS old
    WHERE old.assignment_id = standings.id AND old.since < :until AND old.until >= :until"""
ANSWERED_AT = f"({IN_FORCE} OR EXISTS (SELECT 1 {VERSION}))"
"""SQL condition that an assignment (a row named `standings`) was in force at `:until`."""
ROLE_AT = f"iif({IN_FORCE}, standings.role, (SELECT role {VERSION}))"
"""SQL for the role of the assignment's unit at `:until`."""


def add_task(db: Database, plan_id: int, code: str, values: Mapping[str, object], since: str) -> int:
    """Add a task and return its id. It is in force from `since`, or from the beginning if that is empty."""
    return db.insert("tasks", plan_id=plan_id, code=code, since=since, **values)


def change_task(db: Database, task: Row, values: Mapping[str, object], now: datetime) -> None:
    """Change the task row `task` to `values` from `now` on, keeping the old version; bring it back if it was gone.

    A new deadline text, kind or due day increases the deadline version, which ends notices about the old deadline.
    """
    moved = any(values.get(name, task[name]) != task[name] for name in ("deadline_text", "kind", "due"))
    version = task["deadline_version"] + moved
    new = {**values, "deadline_version": version}
    if task["gone_at"] is None and all(task[name] == value for name, value in new.items()):
        return
    if task["gone_at"] is None and all(task[name] == value for name, value in new.items() if name != "position"):
        db.update("tasks", task["id"], position=new["position"])
        return
    db.change(
        f"""INSERT INTO task_versions (task_id, {", ".join(VERSIONED)}, since, until)
        SELECT id, {", ".join(VERSIONED)}, since, ifnull(gone_at, ?) FROM tasks WHERE id = ?""",
        [now, task["id"]],
    )
    db.update("tasks", task["id"], **new, since=now, gone_at=None)


def remove_task(db: Database, task_id: int, now: datetime) -> None:
    """Mark a task as gone from its plan. Its reports are kept."""
    db.change("UPDATE tasks SET gone_at = ? WHERE id = ? AND gone_at IS NULL", [now, task_id])


def assign_units(db: Database, task_id: int, roles: Mapping[str, str | None], now: datetime, since: str) -> None:
    """Make exactly the units in `roles` responsible for a task, each as 'lead' or 'joint', or None if not stated.

    New assignments are in force from `since`, or from the beginning if that is empty. The reports of a removed unit
    are kept and count again if the unit is assigned again.
    """
    before = {row["unit_id"]: row for row in db.fetch_all("SELECT * FROM assignments WHERE task_id = ?", [task_id])}
    units = {ensure_unit(db, name): role for name, role in roles.items()}
    for unit_id, role in units.items():
        old = before.get(unit_id)
        if old is None:
            db.insert("assignments", task_id=task_id, unit_id=unit_id, role=role, since=since)
        elif old["gone_at"] or old["role"] != role:
            _reassign(db, old["id"], role, now)
    for unit_id, old in before.items():
        if unit_id not in units and old["gone_at"] is None:
            db.update("assignments", old["id"], gone_at=now)


def _reassign(db: Database, assignment_id: int, role: str | None, now: datetime) -> None:
    replaced = """INSERT INTO assignment_versions (assignment_id, role, since, until)
        SELECT id, role, since, ifnull(gone_at, ?) FROM assignments WHERE id = ?"""
    db.change(replaced, [now, assignment_id])
    db.update("assignments", assignment_id, role=role, since=now, gone_at=None)


TaskState = Mapping[str, Any]
"""The fields of a task by name: its texts, its position, and four more.

`deadline` holds text and reading, `units` the role of each unit, `settled` whether the deadline is settled, and
`present` whether the task is in the plan.
"""
WORDED = ("section", "item", "title", "title_en", "measure", "deliverable", "remark")
COLUMNS = (*WORDED, "position")
"""Fields that are columns of their own; only an import changes the position."""


def task_row(db: Database, task_id: int) -> Row:
    """Return a task's row. Raises LookupError if there is none."""
    return db.fetch_row("SELECT * FROM tasks WHERE id = ?", [task_id])


def state_of(db: Database, task: Row) -> TaskState:
    """Return the present state of a task."""
    units = db.fetch_all(
        """SELECT name, role FROM assignments JOIN units ON units.id = unit_id
        WHERE task_id = ? AND gone_at IS NULL ORDER BY role = 'joint', assignments.id""",
        [task["id"]],
    )
    return {
        **{name: task[name] for name in COLUMNS},
        "deadline": {"text": task["deadline_text"], **{name: task[name] for name in DEADLINE}},
        "units": {row["name"]: row["role"] for row in units},
        "settled": task["settled_version"] == task["deadline_version"],
        "present": task["gone_at"] is None,
    }


def change_state(db: Database, task: Row, new: TaskState, now: datetime) -> None:
    """Change the fields in `new` from `now` on; other fields stay as they are."""
    if not new.get("present", task["gone_at"] is None):
        remove_task(db, task["id"], now)
        return
    words = {name: new[name] for name in COLUMNS if name in new}
    if "deadline" in new:
        words |= {"deadline_text": new["deadline"]["text"], **{name: new["deadline"][name] for name in DEADLINE}}
    if words or "present" in new:
        change_task(db, task, words, now)
    if "units" in new:
        assign_units(db, task["id"], new["units"], now, stored(now))
    if "settled" in new:
        version = "deadline_version" if new["settled"] else "NULL"
        db.change(f"UPDATE tasks SET settled_version = {version} WHERE id = ?", [task["id"]])


def differing_fields(before: TaskState, after: TaskState) -> Sequence[str]:
    """Return the names of the fields whose values differ."""
    return [name for name in before if before[name] != after[name]]
