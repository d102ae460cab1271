"""Reports that were written in one message."""

from sqlite_utils import Database

from data.store.steps.register import migrations


@migrations()
def m006_bundles(db: Database) -> None:
    """Which reports were written in one message, and the lines of it that were not understood."""
    db.conn.execute(BUNDLES)


BUNDLES = """
CREATE TABLE bundles (
    id INTEGER NOT NULL,
    person_id INTEGER NOT NULL REFERENCES people ON DELETE CASCADE,
    drafts TEXT NOT NULL,
    unclear TEXT NOT NULL,
    PRIMARY KEY (person_id, id)
) STRICT
"""
