"""What is open about a subject is found without reading through all dialogs."""

from sqlite_utils import Database

from data.store.steps.register import migrations


@migrations()
def m042_dialogs_by_subject(db: Database) -> None:
    """An index of the dialogs by what they are about."""
    db.conn.execute("CREATE INDEX dialogs_by_subject ON dialogs (kind, subject_id)")
