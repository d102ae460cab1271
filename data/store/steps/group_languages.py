"""A group is spoken to in its own language."""

from sqlite_utils import Database

from data.store.steps.register import migrations


@migrations()
def m043_group_languages(db: Database) -> None:
    """In which language a group is spoken to, zh or en; those that are bound already are Chinese."""
    db.conn.execute("ALTER TABLE group_chats ADD COLUMN language TEXT NOT NULL DEFAULT 'zh'")
