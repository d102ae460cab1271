"""An answer to a broadcast's question may come with words of one's own."""

from sqlite_utils import Database

from data.store.steps.register import migrations


@migrations()
def m049_words_of_answers(db: Database) -> None:
    """What somebody has written beside the answer that was chosen; nothing where a button was pressed."""
    db.conn.execute("ALTER TABLE broadcast_answers ADD COLUMN words TEXT NOT NULL DEFAULT ''")
