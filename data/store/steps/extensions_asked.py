"""Requests for more time."""

from sqlite_utils import Database

from data.store.steps.register import migrations


@migrations()
def m004_extensions(db: Database) -> None:
    """What is granted is read from the requests for more time; a question knows the message that shows it."""
    for statement in EXTENSIONS.split(";\n"):
        db.conn.execute(statement)


EXTENSIONS = """
ALTER TABLE assignments DROP COLUMN due;
ALTER TABLE assignments DROP COLUMN extended;
ALTER TABLE questions ADD COLUMN message_id INTEGER
"""
