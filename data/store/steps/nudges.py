"""Nudges: what was asked for once more, and when."""

from sqlite_utils import Database

from data.store.steps.register import migrations


@migrations()
def m024_nudges(db: Database) -> None:
    """A nudge, and the tasks that it is about."""
    for statement in NUDGES.split(";\n"):
        db.conn.execute(statement)


NUDGES = """
CREATE TABLE nudges (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER REFERENCES people ON DELETE SET NULL,
    words TEXT NOT NULL,
    source TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL
) STRICT;
CREATE TABLE nudged_tasks (
    nudge_id INTEGER NOT NULL REFERENCES nudges,
    assignment_id INTEGER NOT NULL REFERENCES assignments,
    PRIMARY KEY (nudge_id, assignment_id)
) STRICT;
CREATE INDEX nudged_tasks_by_assignment ON nudged_tasks (assignment_id)
"""
