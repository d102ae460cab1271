"""Requests for more time can be taken back."""

from sqlite_utils import Database

from data.store.steps.register import migrations


@migrations()
def m008_requests_taken_back(db: Database) -> None:
    """A request for more time can be taken back while it waits."""
    db.conn.execute("ALTER TABLE extensions ADD COLUMN withdrawn_at TEXT")
