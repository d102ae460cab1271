"""What lets a plan grow: who waits for a message is found by the chat."""

from sqlite_utils import Database

from data.store.steps.register import migrations


@migrations()
def m044_outbox_by_chat(db: Database) -> None:
    """What waits for a chat, and what it was told, is found without looking at all that waits."""
    db.conn.execute("CREATE INDEX outbox_by_chat ON outbox (chat_id, state)")
