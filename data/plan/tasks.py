"""The tasks of the plan as they are looked up, by their codes, their rows' ids and their sections; their titles."""

from collections.abc import Mapping
from typing import Any, Self

from data.plan.plan import CURRENT
from data.store import Database, fetch_all, fetch_column, fetch_number, fetch_text


class TaskTitle(str):
    """A task's title as the plan has it; `english` is empty where the plan gives none."""

    __slots__ = ("english",)
    english: str

    def __new__(cls, words: str, english: str = "") -> Self:
        """A title in the plan's own words, with the one in English."""
        title = super().__new__(cls, words)
        title.english = english
        return title

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Self:
        """The title of a row that has the columns `title` and `title_en`."""
        return cls(row["title"], row["title_en"])

    def said_in(self, language: str) -> str:
        """The title for a reader of a language, zh or en."""
        return self.english if language == "en" and self.english else str(self)


def task_id_of(db: Database, code: str) -> int | None:
    """The row's id of the current plan's task with this code, be it gone; None when there never was one."""
    return fetch_number(db, f"SELECT id FROM tasks WHERE code = ? AND plan_id = {CURRENT}", [code])


def count_tasks(db: Database) -> int:
    """How many tasks the current plan has."""
    return fetch_number(db, "SELECT sum(tasks) FROM section_counts") or 0


def task_titles(db: Database) -> dict[str, TaskTitle]:
    """The titles of the plan's tasks by their codes."""
    rows = fetch_all(db, "SELECT code, title, title_en FROM tasks WHERE gone_at IS NULL")
    return {row["code"]: TaskTitle.of(row) for row in rows}


def section_of(db: Database, task_id: int) -> str:
    """The section of a task by its row's id; empty when there is no such row."""
    return fetch_text(db, "SELECT section FROM tasks WHERE id = ?", [task_id]) or ""


def first_task_of(db: Database, section: str) -> int | None:
    """The row's id of the first task of a section; None when the plan has no such section."""
    sql = "SELECT id FROM tasks WHERE section = ? AND gone_at IS NULL ORDER BY position LIMIT 1"
    return fetch_number(db, sql, [section])


def code_of(db: Database, task_id: int) -> str:
    """The code of a task by its row's id; empty when there is no such row."""
    return fetch_text(db, "SELECT code FROM tasks WHERE id = ?", [task_id]) or ""


def code_of_assignment(db: Database, assignment_id: int) -> str:
    """The code of an assignment's task, be it gone from the plan."""
    sql = "SELECT code FROM tasks JOIN assignments ON task_id = tasks.id WHERE assignments.id = ?"
    return fetch_text(db, sql, [assignment_id]) or ""


def sections(db: Database) -> list[str]:
    """The sections of the current plan, in its order."""
    return [title for title in section_titles(db) if title]


def section_titles(db: Database) -> list[str]:
    """The titles of the sections that have tasks, in the order of the plan; an empty one where tasks stand in none."""
    return fetch_column(
        db,
        """SELECT section FROM section_counts WHERE tasks > 0 ORDER BY (
            SELECT min(position) FROM tasks WHERE tasks.section = section_counts.section AND gone_at IS NULL
        )""",
    )
