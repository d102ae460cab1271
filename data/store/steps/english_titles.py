"""Titles of tasks in English, beside those in the plan's own words."""

from sqlite_utils import Database

from data.store.steps.register import migrations


@migrations()
def m038_english_titles(db: Database) -> None:
    """A task, and what the plan said of it before, has a title in English where the plan gives one."""
    for table in ("tasks", "task_versions"):
        db.conn.execute(f"ALTER TABLE {table} ADD COLUMN title_en TEXT NOT NULL DEFAULT ''")
