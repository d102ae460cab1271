"""Deadlines in working days after an event."""

from sqlite_utils import Database

from data.store.steps.register import migrations


@migrations()
def m009_deadlines_in_workdays(db: Database) -> None:
    """A deadline may lie some working days after its event."""
    db.conn.execute("ALTER TABLE tasks ADD COLUMN offset_workdays INTEGER")
