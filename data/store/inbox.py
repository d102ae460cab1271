"""Updates on their way in: stored before Telegram is told that they have arrived, and done once they are handled.

An update is known by its id as long as its row is kept; ids are no sequence, because they start anywhere after a
week of silence (Bot API, Update).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from data.store import Database, change, fetch_all, fetch_column, fetch_number, fetch_text, transaction
from data.store.database import failures_named
from data.store.settings import Kept, kept
from data.store.unchanged import beside_what_is_known
from data.times import moment


@dataclass(frozen=True, slots=True)
class Received:
    """An update as it came: its id and its JSON."""

    update_id: int
    body: str


def receive(db: Database, updates: Iterable[Received], now: datetime) -> list[Received]:
    """Store updates, all or none, and return those that are new, in order. Raises DatabaseUnusable if they cannot be
    stored; they must not be confirmed then."""
    with failures_named(), beside_what_is_known(db), transaction(db):
        return [update for update in updates if _store(db, update, now)]


def undone_ids(db: Database) -> list[int]:
    """The ids of all updates that were stored and not handled, in the order in which they came."""
    return fetch_column(db, "SELECT update_id FROM inbox WHERE done_at IS NULL ORDER BY arrival")


def received(db: Database, update_ids: Sequence[int]) -> list[Received]:
    """The updates with these ids, in this order."""
    sql = "SELECT update_id, body FROM inbox WHERE update_id IN (SELECT value FROM json_each(?))"
    bodies = {row["update_id"]: row["body"] for row in fetch_all(db, sql, [[*update_ids]])}
    return [Received(each, bodies[each]) for each in update_ids if each in bodies]


def mark_done(db: Database, update_ids: Iterable[int], now: datetime) -> None:
    """Mark these updates as handled. Raises DatabaseUnusable if that cannot be stored."""
    with failures_named(), beside_what_is_known(db), transaction(db):
        for update_id in update_ids:
            change(db, "UPDATE inbox SET done_at = ? WHERE update_id = ?", [now, update_id])


def count_ends(db: Database, update_ids: Iterable[int]) -> None:
    """Note that a process ended while it worked on these updates. Raises DatabaseUnusable if that cannot be stored."""
    with failures_named(), transaction(db):
        for update_id in update_ids:
            change(db, "UPDATE inbox SET ends = ends + 1 WHERE update_id = ? AND done_at IS NULL", [update_id])


def deadly(db: Database, ends: int) -> list[Received]:
    """The updates that are not done and have ended this many processes."""
    rows = fetch_all(db, "SELECT update_id, body FROM inbox WHERE done_at IS NULL AND ends >= ?", [ends])
    return [Received(**row) for row in rows]


def quarantine(db: Database, update_id: int, problem: str, now: datetime) -> None:
    """Lay an update aside that cannot be handled; it stays to be looked at, and is not tried again."""
    change(db, "UPDATE inbox SET done_at = ?, problem = ? WHERE update_id = ?", [now, problem, update_id])


def forget_text(db: Database, update_id: int) -> None:
    """Delete everything of an update but its id, by which it is recognised if it comes again. Raises
    DatabaseUnusable."""
    with failures_named():
        change(db, "UPDATE inbox SET body = ? WHERE update_id = ?", [f'{{"update_id": {update_id}}}', update_id])


def quarantined(db: Database) -> list[int]:
    """The ids of the updates that were laid aside."""
    return fetch_column(db, "SELECT update_id FROM inbox WHERE problem IS NOT NULL")


def oldest_undone(db: Database) -> datetime | None:
    """When the oldest update came that has not been handled, or None."""
    at = fetch_text(db, "SELECT min(received_at) FROM inbox WHERE done_at IS NULL")
    return moment(at) if at else None


def last_written(db: Database, chat_id: int) -> int | None:
    """The id of the last message that somebody wrote in a private chat, if it is still kept."""
    return fetch_number(
        db,
        """SELECT max(json_extract(body, '$.message.message_id')) AS id FROM inbox
        WHERE json_extract(body, '$.message.chat.id') = ?""",
        [chat_id],
    )


def text_written(db: Database, chat_id: int, update_id: int) -> str | None:
    """What somebody wrote in a chat, if it is still kept."""
    sql = """SELECT json_extract(body, '$.message.text') FROM inbox
    WHERE update_id = ? AND json_extract(body, '$.message.chat.id') = ?"""
    return fetch_text(db, sql, [update_id, chat_id])


def purge(db: Database, now: datetime) -> int:
    """Delete handled updates that are older than they are to be kept. Returns how many."""
    since = now - timedelta(days=kept(db, Kept.WORDS))
    return change(db, "DELETE FROM inbox WHERE done_at IS NOT NULL AND received_at < ?", [since])


def _store(db: Database, update: Received, now: datetime) -> bool:
    sql = "INSERT INTO inbox (update_id, body, received_at) VALUES (?, ?, ?) ON CONFLICT (update_id) DO NOTHING"
    return bool(change(db, sql, [update.update_id, update.body, now]))
