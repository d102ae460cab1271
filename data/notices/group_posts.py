"""What was last posted in each group, so that it is not posted again."""

from data.store import Database, change, fetch_one


def last_post(db: Database, chat_id: int, kind: str) -> tuple[str, int] | None:
    """What was last posted of a kind in a group, and the message that says it; None for nothing."""
    row = fetch_one(db, "SELECT said, message_id FROM group_posts WHERE chat_id = ? AND kind = ?", [chat_id, kind])
    return (row["said"], row["message_id"]) if row else None


def note_post(db: Database, chat_id: int, kind: str, said: str, message_id: int) -> None:
    """Note what was posted last of a kind in a bound group."""
    change(
        db,
        """INSERT INTO group_posts (chat_id, kind, said, message_id)
        SELECT chat_id, ?, ?, ? FROM group_chats WHERE chat_id = ?
        ON CONFLICT (chat_id, kind) DO UPDATE SET said = excluded.said, message_id = excluded.message_id""",
        [kind, said, message_id, chat_id],
    )
