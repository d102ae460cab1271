"""What somebody saw last of a dialog, so that what they confirm is what they saw."""

from sqlite_utils import Database

from data.store.steps.register import migrations


@migrations()
def m045_shown_in_dialogs(db: Database) -> None:
    """A digest of the question or check that was shown last, and the update that led to it."""
    db.conn.execute("ALTER TABLE dialogs ADD COLUMN shown TEXT")
    db.conn.execute("ALTER TABLE dialogs ADD COLUMN shown_for INTEGER")
