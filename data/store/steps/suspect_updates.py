"""Updates during which processes end are suspect."""

from sqlite_utils import Database

from data.store.steps.register import migrations


@migrations()
def m007_suspects(db: Database) -> None:
    """How many processes have ended while they worked on an update."""
    db.conn.execute("ALTER TABLE inbox ADD COLUMN ends INTEGER NOT NULL DEFAULT 0")
