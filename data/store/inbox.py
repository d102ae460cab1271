"""Incoming updates: stored before they are confirmed to Telegram, and marked as done once handled.

An update is recognised by its id while its row is kept. Ids are no sequence: after a week of silence they start
anywhere (Bot API, Update).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from data.store import Database, transaction
from data.store.database import sqlite_errors_translated
from data.store.settings import Retention, retention
from data.store.unchanged import cache_left_valid
from data.times import moment


@dataclass(frozen=True, slots=True)
class Received:
    """An update as it came: its id and its JSON."""

    update_id: int
    body: str


def receive_updates(db: Database, updates: Iterable[Received], now: datetime) -> list[Received]:
    """Store updates, all or none, and return the new ones in order.

    Raises DatabaseUnusable if they cannot be stored; they must not be confirmed then.
    """
    with sqlite_errors_translated(), cache_left_valid(db), transaction(db):
        return [update for update in updates if _store(db, update, now)]


def undone_ids(db: Database) -> list[int]:
    """Return the ids of all updates not handled yet, in the order they came."""
    return db.fetch_column("SELECT update_id FROM inbox WHERE done_at IS NULL ORDER BY arrival")


def received_updates(db: Database, update_ids: Sequence[int]) -> list[Received]:
    """Return the updates with these ids, in this order."""
    sql = "SELECT update_id, body FROM inbox WHERE update_id IN (SELECT value FROM json_each(?))"
    bodies = {row["update_id"]: row["body"] for row in db.fetch_all(sql, [[*update_ids]])}
    return [Received(each, bodies[each]) for each in update_ids if each in bodies]


def mark_updates_done(db: Database, update_ids: Iterable[int], now: datetime) -> None:
    """Mark updates as handled. Raises DatabaseUnusable if that cannot be stored."""
    with sqlite_errors_translated(), cache_left_valid(db), transaction(db):
        for update_id in update_ids:
            db.change("UPDATE inbox SET done_at = ? WHERE update_id = ?", [now, update_id])


def count_interruptions(db: Database, update_ids: Iterable[int]) -> None:
    """Record that a process ended while it worked on these updates. Raises DatabaseUnusable if that fails."""
    with sqlite_errors_translated(), transaction(db):
        for update_id in update_ids:
            db.change("UPDATE inbox SET ends = ends + 1 WHERE update_id = ? AND done_at IS NULL", [update_id])


def deadly_updates(db: Database, ends: int) -> list[Received]:
    """Return the unhandled updates during which at least `ends` processes have ended."""
    rows = db.fetch_all("SELECT update_id, body FROM inbox WHERE done_at IS NULL AND ends >= ?", [ends])
    return [Received(**row) for row in rows]


def quarantine_update(db: Database, update_id: int, problem: str, now: datetime) -> None:
    """Set an update aside that cannot be handled; it is kept for inspection and not tried again."""
    db.change("UPDATE inbox SET done_at = ?, problem = ? WHERE update_id = ?", [now, problem, update_id])


def forget_text(db: Database, update_id: int) -> None:
    """Delete everything in an update except its id, by which a repeated one is recognised. Raises DatabaseUnusable."""
    with sqlite_errors_translated():
        db.change("UPDATE inbox SET body = ? WHERE update_id = ?", [f'{{"update_id": {update_id}}}', update_id])


def quarantined_ids(db: Database) -> list[int]:
    """Return the ids of the updates that were set aside."""
    return db.fetch_column("SELECT update_id FROM inbox WHERE problem IS NOT NULL")


def oldest_undone(db: Database) -> datetime | None:
    """Return when the oldest unhandled update came, or None."""
    at = db.fetch_text("SELECT received_at FROM inbox WHERE done_at IS NULL ORDER BY arrival LIMIT 1")
    return moment(at) if at else None


def last_written(db: Database, chat_id: int) -> int | None:
    """Return the id of the last message written in a chat, or None if it is no longer kept."""
    return db.fetch_number(
        """SELECT json_extract(body, '$.message.message_id') FROM inbox
        WHERE json_extract(body, '$.message.chat.id') = ? ORDER BY arrival DESC LIMIT 1""",
        [chat_id],
    )


@dataclass(frozen=True, slots=True)
class ReceivedMessage:
    """The updates that brought a message and its edits, and when it first came."""

    update_ids: frozenset[int]
    at: datetime


def received_with(db: Database, chat_id: int, message_id: int) -> ReceivedMessage | None:
    """Return how a message of a chat was received, or None if it is no longer kept."""
    rows = db.fetch_all(
        """SELECT update_id, received_at FROM inbox
        WHERE coalesce(json_extract(body, '$.message.chat.id'), json_extract(body, '$.edited_message.chat.id')) = ?1
        AND coalesce(json_extract(body, '$.message.message_id'), json_extract(body, '$.edited_message.message_id')) = ?2
        AND arrival >= (SELECT arrival FROM inbox WHERE json_extract(body, '$.message.chat.id') = ?1
            AND json_extract(body, '$.message.message_id') = ?2 ORDER BY arrival DESC LIMIT 1)
        ORDER BY arrival""",
        [chat_id, message_id],
    )
    ids = frozenset(row["update_id"] for row in rows)
    return ReceivedMessage(ids, moment(rows[0]["received_at"])) if rows else None


def text_written(db: Database, chat_id: int, update_id: int) -> str | None:
    """Return the text of an update from a chat, or None if it is no longer kept."""
    sql = """SELECT json_extract(body, '$.message.text') FROM inbox
    WHERE update_id = ? AND json_extract(body, '$.message.chat.id') = ?"""
    return db.fetch_text(sql, [update_id, chat_id])


def purge_handled(db: Database, now: datetime) -> int:
    """Delete handled updates that are past their retention, and return how many."""
    since = now - timedelta(days=retention(db, Retention.WORDS))
    return db.change("DELETE FROM inbox WHERE done_at IS NOT NULL AND received_at < ?", [since])


def is_received(db: Database, update_id: int) -> bool:
    """Return whether an update is stored already."""
    return db.exists("SELECT 1 FROM inbox WHERE update_id = ?", [update_id])


def _store(db: Database, update: Received, now: datetime) -> bool:
    sql = "INSERT INTO inbox (update_id, body, received_at) VALUES (?, ?, ?) ON CONFLICT (update_id) DO NOTHING"
    return bool(db.change(sql, [update.update_id, update.body, now]))
