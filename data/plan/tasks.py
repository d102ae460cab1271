"""Lookup of the plan's tasks by code, id and section, and their titles."""

from collections.abc import Mapping
from typing import Any, Self

from data.errors import UnknownTask
from data.plan.plan import CURRENT
from data.store import Database


class TaskTitle(str):
    """A task's title as the plan has it, with its English version in `english` (empty if there is none)."""

    __slots__ = ("english",)
    english: str

    def __new__(cls, words: str, english: str = "") -> Self:
        """Create a title from the plan's own words and its English version."""
        title = super().__new__(cls, words)
        title.english = english
        return title

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Self:
        """Return the title from a row with the columns `title` and `title_en`."""
        return cls(row["title"], row["title_en"])

    def said_in(self, language: str) -> str:
        """Return the title in `language` ("zh" or "en"), falling back to the plan's own words."""
        return self.english if language == "en" and self.english else str(self)


def task_id_of(db: Database, code: str) -> int | None:
    """Return the id of the task with this code in the current plan, even if it is gone; None if there is none."""
    return db.fetch_number(f"SELECT id FROM tasks WHERE code = ? AND plan_id = {CURRENT}", [code])


def first_code(db: Database, item: str) -> str:
    """Return the code of the first task of the item with this number, or an empty string if there is none."""
    sql = "SELECT code FROM tasks WHERE code GLOB ? AND gone_at IS NULL ORDER BY position LIMIT 1"
    return db.fetch_text(sql, [f"{item}-*"]) or ""


def count_tasks(db: Database) -> int:
    """Return the number of tasks in the current plan."""
    return db.fetch_number("SELECT sum(tasks) FROM section_counts") or 0


def task_titles(db: Database) -> dict[str, TaskTitle]:
    """Return the titles of the current plan's tasks by code."""
    rows = db.fetch_all("SELECT code, title, title_en FROM tasks WHERE gone_at IS NULL")
    return {row["code"]: TaskTitle.of(row) for row in rows}


def section_of(db: Database, task_id: int) -> str:
    """Return the section of a task, or an empty string if there is no such task."""
    return db.fetch_text("SELECT section FROM tasks WHERE id = ?", [task_id]) or ""


def first_task_of(db: Database, section: str) -> int | None:
    """Return the id of the first task in a section, or None if the plan has no such section."""
    sql = "SELECT id FROM tasks WHERE section = ? AND gone_at IS NULL ORDER BY position LIMIT 1"
    return db.fetch_number(sql, [section])


def code_of(db: Database, task_id: int) -> str:
    """Return the code of a task, or an empty string if there is no such task."""
    return db.fetch_text("SELECT code FROM tasks WHERE id = ?", [task_id]) or ""


def code_of_assignment(db: Database, assignment_id: int) -> str:
    """Return the code of an assignment's task, even if the task is gone from the plan."""
    sql = "SELECT code FROM tasks JOIN assignments ON task_id = tasks.id WHERE assignments.id = ?"
    return db.fetch_text(sql, [assignment_id]) or ""


def unknown_task(db: Database, code: str) -> UnknownTask:
    """Return the refusal of a code that is no task of the person's, with the units whose task it is."""
    units = db.fetch_column(
        f"""SELECT units.name FROM tasks JOIN assignments ON task_id = tasks.id JOIN units ON units.id = unit_id
        WHERE code = ? AND plan_id = {CURRENT} AND tasks.gone_at IS NULL AND assignments.gone_at IS NULL
        ORDER BY role = 'joint', assignments.id""",
        [code],
    )
    return UnknownTask(code, units=tuple(units))


def sections(db: Database) -> list[str]:
    """Return the titles of the current plan's sections in order."""
    return [title for title in section_titles(db) if title]


def section_titles(db: Database) -> list[str]:
    """Return the titles of the sections that have tasks, in order, with an empty one for tasks without a section."""
    return db.fetch_column(
        """SELECT section FROM section_counts WHERE tasks > 0 ORDER BY (
            SELECT min(position) FROM tasks WHERE tasks.section = section_counts.section AND gone_at IS NULL
        )"""
    )
