"""Digests that have been sent: their present content, and which ones show lines that are no longer open."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from data import dialogs
from data.errors import StaleButton
from data.notices.contents import Content, content_of
from data.notices.rules import FOR_PEOPLE, OF_MATTERS, Audience, Entry
from data.store import Database, transaction
from data.times import day_of


@dataclass(frozen=True, slots=True)
class PreviousDigest:
    """A digest that a newer one replaces: its day, its message, its open entries, and the number of tasks put off."""

    day: date
    message_id: int
    entries: tuple[Entry, ...]
    put_off: int


def content_of_sent_digest(db: Database, outbox_id: int, chat_id: int, now: datetime) -> Content:
    """Return the present content of a digest. Raises StaleButton if it was never sent to this chat."""
    row = db.fetch_row(
        "SELECT recipient FROM outbox WHERE id = ? AND chat_id = ? AND letter IS NULL AND recipient <> ?",
        [outbox_id, chat_id, Audience.GROUP],
        StaleButton,
    )
    return content_of(db, outbox_id, Audience(row["recipient"]), chat_id, day_of(now, db.zone))


def previous_digest(db: Database, outbox_id: int, chat_id: int, now: datetime) -> PreviousDigest | None:
    """Return the digest that was sent before a message.

    Returns None if there was none, or if it also held news for the office, which stays visible. Of one whose lines were
    all dealt with only what was put off is open again, even if other tasks are to be reported on anew.
    """
    row = db.fetch_one(
        """SELECT id, day, message_id, lines_shown FROM outbox WHERE chat_id = ? AND id < ? AND letter IS NULL
        AND state = 'sent' AND recipient = ? ORDER BY id DESC LIMIT 1""",
        [chat_id, outbox_id, Audience.PERSON],
    )
    if row is None or not row["message_id"]:
        return None
    rules = db.fetch_column("SELECT DISTINCT rule FROM notices WHERE outbox_id = ?", [row["id"]])
    if not rules or not set(rules) <= set(FOR_PEOPLE):
        return None
    left = content_of(db, row["id"], Audience.PERSON, chat_id, day_of(now, db.zone))
    put_off = db.fetch_column(
        "SELECT assignment_id FROM snoozes JOIN people ON people.id = person_id WHERE until > ? AND telegram_id = ?",
        [row["day"], chat_id],
    )
    again = tuple(each for each in left.entries if each.rule not in OF_MATTERS and each.assignment.id in put_off)
    entries = again if row["lines_shown"] == 0 else left.entries
    return PreviousDigest(date.fromisoformat(row["day"]), row["message_id"], entries, left.put_off)


def message_of_digest(db: Database, outbox_id: int | None) -> int:
    """Return the id of the message that shows a digest; 0 if unknown."""
    return db.fetch_number("SELECT ifnull(message_id, 0) FROM outbox WHERE id = ?", [outbox_id]) or 0


def newest_digest(db: Database, chat_id: int, day: date | None = None) -> int | None:
    """Return the outbox id of the last digest that a person got, on `day` if given, or None."""
    sql = """SELECT max(id) FROM outbox WHERE chat_id = ? AND letter IS NULL AND state = 'sent' AND recipient <> ?
        AND day = ifnull(?, day)"""
    return db.fetch_number(sql, [chat_id, Audience.GROUP, day])


STANDS_FOR = dialogs.KEPT
"""Older digests are not updated: nobody reads them, and dialogs that may have taken their message are forgotten."""


@dataclass(frozen=True, slots=True)
class StandingDigest:
    """A digest with its present content and the message that shows it."""

    outbox_id: int
    day: date
    chat_id: int
    message_id: int
    said: Content


def changed_units(db: Database) -> dict[int, int]:
    """Return the units that have changed since their digests were last checked, with the number of changes."""
    rows = db.fetch_all("SELECT unit_id, changes FROM changed_units ORDER BY unit_id")
    return {row["unit_id"]: row["changes"] for row in rows}


def newest_digests(db: Database, changed: Mapping[int, int], now: datetime) -> dict[int, int]:
    """Return the outbox id of the newest digest of each person who speaks for these units, by chat."""
    given = {"units": [*changed], "since": (day_of(now, db.zone) - STANDS_FOR).isoformat()}
    return {row["chat_id"]: row["id"] for row in db.fetch_all(NEWEST_OF_UNITS, given)}


NEWEST_OF_UNITS = """SELECT max(sent.id) AS id, sent.chat_id
FROM people JOIN memberships ON memberships.person_id = people.id
JOIN outbox AS sent ON sent.chat_id = people.telegram_id AND sent.letter IS NULL AND sent.state = 'sent'
WHERE memberships.unit_id IN (SELECT value FROM json_each(:units)) AND sent.day >= :since
GROUP BY people.id ORDER BY id"""


def outdated_digest(db: Database, outbox_id: int, now: datetime) -> StandingDigest | None:
    """Return a digest that shows more lines than are still open, with its present content.

    Returns None if it is up to date, is not the newest of its chat, or a dialog uses its message.
    """
    row = db.fetch_one(STANDING, [outbox_id])
    if row is None:
        return None
    said = content_of(db, row["id"], Audience.PERSON, row["chat_id"], day_of(now, db.zone))
    if len(said.entries) >= row["lines"]:
        return None
    return StandingDigest(row["id"], date.fromisoformat(row["day"]), row["chat_id"], row["message_id"], said)


STANDING = """SELECT id, day, chat_id, message_id,
    ifnull(lines_shown, (SELECT count(*) FROM notices WHERE outbox_id = outbox.id)) AS lines
FROM outbox WHERE id = ? AND recipient = 'person' AND message_id IS NOT NULL
AND NOT EXISTS (SELECT 1 FROM outbox AS later
    WHERE later.chat_id = outbox.chat_id AND later.id > outbox.id AND later.letter IS NULL AND later.state = 'sent')
AND NOT EXISTS (SELECT 1 FROM dialogs JOIN people ON people.id = person_id
    WHERE telegram_id = chat_id AND dialogs.message_id = outbox.message_id)"""


def store_lines_shown(db: Database, digest: StandingDigest) -> None:
    """Store how many lines a digest shows now."""
    db.update("outbox", digest.outbox_id, lines_shown=len(digest.said.entries))


def mark_digests_checked(db: Database, changed: Mapping[int, int]) -> None:
    """Mark the digests of these units as checked, unless there were more changes meanwhile."""
    with transaction(db):
        for each in changed.items():
            db.change("DELETE FROM changed_units WHERE unit_id = ? AND changes = ?", each)
