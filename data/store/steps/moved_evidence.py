"""Evidence that the operator has moved out of the database."""

from sqlite_utils import Database

from data.store.steps.register import migrations


@migrations()
def m041_moved_evidence(db: Database) -> None:
    """Where a file lies that was moved out; its content is empty then."""
    db.conn.execute("ALTER TABLE evidence ADD COLUMN moved_to TEXT")
