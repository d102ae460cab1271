"""Silences that Telegram has asked for: how long no chat, or one chat, is written to. The running bot notes them, so
that `liaison doctor`, the summary and the bot's health can tell of them. A new process asks Telegram anew.
What people said meanwhile is answered by a letter that it came."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from data.errors.store import DatabaseUnusable
from data.letters import Letter, post_letter
from data.people.people import Person, coordinators
from data.store import Database, sqlite_errors_translated, transaction
from data.store.records import as_json
from data.store.settings import read_setting, write_setting

NAME = "silences"
"""The setting that holds them."""


@dataclass(frozen=True, slots=True)
class GreatSilence:
    """A silence towards all, and how many messages of people it has left unanswered."""

    since: datetime
    until: datetime
    unanswered: int = 0


@dataclass(frozen=True, slots=True)
class KnownSilences:
    """The silence towards all, if there is one, and until when each chat with one of its own is not written to."""

    towards_all: GreatSilence | None = None
    chats: Mapping[int, datetime] = field(default_factory=dict)


def note_silences(db: Database, now: datetime, towards_all: float, chats: Mapping[int, float]) -> None:
    """Store how many seconds of silence are left towards all, and towards each chat. When one towards all begins, the
    office gets a letter that tells of it when it is over. What cannot be stored is left out: the silence is kept."""
    with suppress(DatabaseUnusable), sqlite_errors_translated(), transaction(db):
        great = silences(db, now).towards_all
        if towards_all > 0:
            until = max(_after(now, towards_all), great.until if great else now)
            great = GreatSilence(great.since if great else now, until)
            post_letter(db, Letter.WAS_SILENT, _number(great.since), coordinators(db), until)
        _store(db, great or _last(db), {chat_id: _after(now, seconds) for chat_id, seconds in chats.items()})


def end_silences(db: Database, now: datetime) -> None:
    """Store that no silence is kept, as a new process knows of none; what was to be told after it is told now."""
    last = _last(db)
    if last and last.until > now:
        last = GreatSilence(last.since, now)
    if read_setting(db, NAME):
        _store(db, last, {})
    waiting = "state = 'pending' AND not_before > :now AND letter IN (:silence, :unanswered)"
    told = {"now": now, "silence": Letter.WAS_SILENT, "unanswered": Letter.UNANSWERED}
    db.change(f"UPDATE outbox SET not_before = :now WHERE {waiting}", told)


def silences(db: Database, now: datetime) -> KnownSilences:
    """Return the silences that are not over."""
    last = _last(db)
    chats = {int(chat_id): db.moment(until) for chat_id, until in _stored(db).get("chats", {}).items()}
    return KnownSilences(
        last if last and last.until > now else None, {each: until for each, until in chats.items() if until > now}
    )


def held_chats(db: Database, now: datetime) -> list[tuple[str, datetime]]:
    """Return the names of the people and groups with a silence of their own, each with the moment at which it ends; two
    may have the same name."""
    chats = silences(db, now).chats
    of_these = "IN (SELECT value FROM json_each(:chats))"
    rows = db.fetch_all(
        f"""SELECT telegram_id AS chat_id, name FROM people WHERE telegram_id {of_these}
        UNION ALL SELECT chat_id, title FROM group_chats WHERE chat_id {of_these}""",
        {"chats": [*chats]},
    )
    return [(row["name"], chats[row["chat_id"]]) for row in rows]


def find_great_silence(db: Database, number: int) -> GreatSilence | None:
    """Return the silence towards all that a letter tells of, or None if there has been another since."""
    last = _last(db)
    if last is None or _number(last.since) != number:
        return None
    unanswered = db.fetch_number(
        "SELECT count(*) FROM outbox WHERE letter = ? AND not_before BETWEEN ? AND ?",
        [Letter.UNANSWERED, last.since, last.until + timedelta(minutes=1)],
    )
    return GreatSilence(last.since, last.until, unanswered or 0)


def _last(db: Database) -> GreatSilence | None:
    told = _stored(db).get("all")
    return db.record(GreatSilence, told) if told else None


def _stored(db: Database) -> dict[str, Any]:
    text = read_setting(db, NAME)
    return json.loads(text) if text else {}


def _store(db: Database, great: GreatSilence | None, chats: dict[int, datetime]) -> None:
    write_setting(db, NAME, as_json({"all": great, "chats": chats}))


def _after(now: datetime, seconds: float) -> datetime:
    return now + timedelta(seconds=seconds)


def _number(since: datetime) -> int:
    """Return the number of a silence, by which its letter finds it."""
    return int(since.timestamp())


def promise_answer(db: Database, update_id: int, person: Person, by: datetime) -> None:
    """Note that a person waits for the answer to an update, which is told to be unanswered at the next start, or at
    `by`, unless it is given before."""
    post_letter(db, Letter.UNANSWERED, update_id, [person], by)


def note_answered(db: Database, update_id: int) -> None:
    """Note that the answer that was promised has been given."""
    waiting = "DELETE FROM outbox WHERE letter = ? AND subject_id = ? AND state = 'pending'"
    db.change(waiting, [Letter.UNANSWERED, update_id])


@dataclass(frozen=True, slots=True)
class Unanswered:
    """What somebody said, which may be a press or a file without words, and when it came."""

    words: str
    at: datetime


def find_unanswered(db: Database, update_id: int) -> Unanswered | None:
    """Return what an update said, or None if it is no longer kept."""
    row = db.fetch_one(
        """SELECT received_at, coalesce(body ->> '$.message.text', body ->> '$.message.caption',
            body ->> '$.edited_message.text', '') AS words FROM inbox WHERE update_id = ?""",
        [update_id],
    )
    return Unanswered(row["words"], db.moment(row["received_at"])) if row else None
