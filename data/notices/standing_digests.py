"""The digests that stand in people's chats: which of them show lines that are done with since."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from data.notices.contents import Content, content_of
from data.notices.rules import Audience
from data.store import Database, change, fetch_all, fetch_one
from data.times import day_of

STANDS_FOR = timedelta(days=10)
"""A digest of longer ago is none that anybody looks at."""


@dataclass(frozen=True, slots=True)
class StandingDigest:
    """The digest of a day as it reads now, in the message of its chat that shows it; `of` is its row in the outbox."""

    of: int
    day: date
    chat_id: int
    message_id: int
    said: Content


@dataclass(frozen=True, slots=True)
class Changed:
    """A unit of which something has changed, and how often until it was looked at."""

    unit_id: int
    changes: int


def changed_units(db: Database) -> list[Changed]:
    """The units of which something has changed since their digests were looked at."""
    return [Changed(**row) for row in fetch_all(db, "SELECT unit_id, changes FROM changed_units ORDER BY unit_id")]


def has_changed_units(db: Database) -> bool:
    """Whether there are any."""
    return fetch_one(db, "SELECT 1 FROM changed_units LIMIT 1") is not None


def outdated_digests(db: Database, changed: list[Changed], now: datetime, zone: ZoneInfo) -> Iterator[StandingDigest]:
    """The digests of people of these units that show more lines than are left."""
    today = day_of(now, zone)
    units = json.dumps([each.unit_id for each in changed])
    rows = fetch_all(db, DIGESTS, {"units": units, "since": (today - STANDS_FOR).isoformat()})
    for row in rows:
        said = content_of(db, row["id"], Audience.PERSON, row["chat_id"], today, zone)
        if len(said.entries) < row["lines"]:
            yield StandingDigest(row["id"], date.fromisoformat(row["day"]), row["chat_id"], row["message_id"], said)


DIGESTS = """SELECT id, day, chat_id, message_id,
    ifnull(lines_shown, (SELECT count(*) FROM notices WHERE outbox_id = outbox.id)) AS lines
FROM outbox WHERE recipient = 'person' AND state = 'sent' AND message_id IS NOT NULL AND day >= :since
AND id IN (
    SELECT max(sent.id) FROM people JOIN memberships ON memberships.person_id = people.id
    JOIN outbox AS sent ON sent.chat_id = people.telegram_id AND sent.letter IS NULL AND sent.state = 'sent'
    WHERE memberships.unit_id IN (SELECT value FROM json_each(:units)) GROUP BY people.id)
AND NOT EXISTS (SELECT 1 FROM dialogs JOIN people ON people.id = person_id
    WHERE telegram_id = chat_id AND dialogs.message_id = outbox.message_id)
ORDER BY id"""
"""The newest digest of everybody who speaks for some units, unless a dialog has taken its message."""


def note_lines(db: Database, digest: StandingDigest) -> None:
    """Note how many lines a digest shows now."""
    change(db, "UPDATE outbox SET lines_shown = ? WHERE id = ?", [len(digest.said.entries), digest.of])


def looked_at(db: Database, changed: list[Changed]) -> None:
    """Note that the digests of these units have been looked at; what has changed meanwhile is still to be."""
    for each in changed:
        change(db, "DELETE FROM changed_units WHERE unit_id = ? AND changes = ?", [each.unit_id, each.changes])
