"""What the plan says of a task at one moment, as plain values that can be kept, compared and brought back."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from data.plan.versions import DEADLINE, assign, change_task, remove_task
from data.store import Database, Row, change, fetch_all, fetch_row
from data.times import stored

TaskState = Mapping[str, Any]
"""The fields of a task by name: its words; its `deadline` as text and reading; its `units`, each with its role; whether
the deadline is `settled`; whether the task is `present` at all."""
PLACED = ("position",)
"""What only an import changes."""
WORDED = ("section", "item", "title", "title_en", "measure", "deliverable", "remark")


def task_row(db: Database, task_id: int) -> Row:
    """A task's row. Raises LookupError when there never was one."""
    return fetch_row(db, "SELECT * FROM tasks WHERE id = ?", [task_id])


def state_of(db: Database, task: Row) -> TaskState:
    """What is said of a task now."""
    units = fetch_all(
        db,
        """SELECT name, role FROM assignments JOIN units ON units.id = unit_id
        WHERE task_id = ? AND gone_at IS NULL ORDER BY role = 'joint', assignments.id""",
        [task["id"]],
    )
    return {
        **{name: task[name] for name in (*WORDED, *PLACED)},
        "deadline": {"text": task["deadline_text"], **{name: task[name] for name in DEADLINE}},
        "units": {row["name"]: row["role"] for row in units},
        "settled": task["settled_version"] == task["deadline_version"],
        "present": task["gone_at"] is None,
    }


def put_state(db: Database, task: Row, new: TaskState, now: datetime) -> None:
    """Let a task say these fields from now on; the others stay as they are."""
    if not new.get("present", task["gone_at"] is None):
        remove_task(db, task["id"], now)
        return
    words = {name: new[name] for name in (*WORDED, *PLACED) if name in new}
    if "deadline" in new:
        words |= {"deadline_text": new["deadline"]["text"], **{name: new["deadline"][name] for name in DEADLINE}}
    if words or "present" in new:
        change_task(db, task, words, now)
    if "units" in new:
        assign(db, task["id"], new["units"], now, stored(now))
    if "settled" in new:
        version = "deadline_version" if new["settled"] else "NULL"
        change(db, f"UPDATE tasks SET settled_version = {version} WHERE id = ?", [task["id"]])


def differing_fields(before: TaskState, after: TaskState) -> Sequence[str]:
    """The names of the fields that are not the same."""
    return [name for name in before if before[name] != after[name]]
