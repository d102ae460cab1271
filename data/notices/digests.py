"""Messages of the morning after they have arrived: looked at again, and the one before which a later one replaces."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from data.errors import StaleButton
from data.notices.contents import Content, content_of
from data.notices.rules import FOR_PEOPLE, Audience, Entry
from data.store import Database, fetch_column, fetch_number, fetch_one, fetch_row
from data.times import day_of


@dataclass(frozen=True, slots=True)
class Before:
    """A digest that a later one replaces: its day, its message, what is left of it to do, and how much was put off."""

    day: date
    message_id: int
    entries: tuple[Entry, ...]
    put_off: int


def sent_content(db: Database, outbox_id: int, chat_id: int, now: datetime, zone: ZoneInfo) -> Content:
    """What a message of the morning says now, to the person whose chat it was sent to. Raises StaleButton for one that
    was never sent there."""
    row = fetch_row(
        db,
        "SELECT recipient FROM outbox WHERE id = ? AND chat_id = ? AND letter IS NULL AND recipient <> ?",
        [outbox_id, chat_id, Audience.GROUP],
        StaleButton,
    )
    return content_of(db, outbox_id, Audience(row["recipient"]), chat_id, day_of(now, zone), zone)


def digest_before(db: Database, outbox_id: int, chat_id: int, now: datetime, zone: ZoneInfo) -> Before | None:
    """The last digest that a person got before a message; None where there was none, or where it held more than what
    the unit has to do: the office's news stay."""
    row = fetch_one(
        db,
        """SELECT id, day, message_id FROM outbox WHERE chat_id = ? AND id < ? AND letter IS NULL AND state = 'sent'
        AND recipient = ? ORDER BY id DESC LIMIT 1""",
        [chat_id, outbox_id, Audience.PERSON],
    )
    if row is None or not row["message_id"]:
        return None
    rules = fetch_column(db, "SELECT DISTINCT rule FROM notices WHERE outbox_id = ?", [row["id"]])
    if not rules or not set(rules) <= set(FOR_PEOPLE):
        return None
    left = content_of(db, row["id"], Audience.PERSON, chat_id, day_of(now, zone), zone)
    return Before(date.fromisoformat(row["day"]), row["message_id"], left.entries, left.put_off)


NEWEST = "SELECT max(id) FROM outbox WHERE chat_id = ? AND letter IS NULL AND state = 'sent' AND recipient <> ?"
"""The last digest of a person's chat, in SQL."""


def digest_of(db: Database, chat_id: int, day: date) -> int | None:
    """The message of the morning that a person got on a day, by its id in the outbox; None where there was none."""
    return fetch_number(db, f"{NEWEST} AND day = ?", [chat_id, Audience.GROUP, day])


def newest_digest(db: Database, chat_id: int) -> int | None:
    """The last message of the morning that a person got, by its id in the outbox; None where there was none."""
    return fetch_number(db, NEWEST, [chat_id, Audience.GROUP])
