"""People who cannot be reached, because they have blocked the bot or deleted their account.

Until they write in private again, their notices go to other people of their unit, or to the coordinators if there are
none. The coordinators are told, at once if they have had no message today or a task would fall due unheard, else in the
next morning's message.

An undelivered message is an alarm for the office, which has to reach the person in another way. The alarm ends after
a week, or when a later reminder arrives.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from data.notices.groups import unbind_group
from data.notices.matters import MATTER_KINDS
from data.notices.outbox import Claimed, mark_dead
from data.notices.plan_rules import sending_hours
from data.notices.rules import FOR_PEOPLE, Audience, Rule, key_of_copy
from data.people.people import Person, coordinators, hearers, who_is
from data.store import Database, Row, transaction
from data.times import day_of


def give_up_on(db: Database, claimed: Claimed, error: str, now: datetime) -> None:
    """Mark the recipient as unreachable and pass the notices of the message on; unbind it if it is a group."""
    with transaction(db):
        mark_dead(db, claimed, error)
        if claimed.audience is Audience.GROUP:
            unbind_group(db, claimed.chat_id, None, now, "")
            return
        row = db.fetch_one("SELECT id, unreachable_at FROM people WHERE telegram_id = ?", [claimed.chat_id])
        if row is None:
            return
        db.update("people", row["id"], unreachable_at=row["unreachable_at"] or now)
        handed = _notices_to_hand_over(db, claimed, day_of(now, db.zone))
        desk = _messages_to_office(db, handed, now)
        if row["unreachable_at"] is None:
            for outbox_id in desk.values():
                db.change("INSERT OR IGNORE INTO outbox_unreachable VALUES (?, ?)", [outbox_id, row["id"]])
        _hand_over(db, handed, desk, now)


def mark_reachable(db: Database, telegram_id: int) -> None:
    """Mark a user who has written in private as reachable."""
    db.change(
        "UPDATE people SET unreachable_at = NULL WHERE telegram_id = ? AND unreachable_at IS NOT NULL", [telegram_id]
    )


Handed = list[tuple[Row, list[Person]]]
"""The notices of a message, each with the other people who are told about its subject."""


def _notices_to_hand_over(db: Database, claimed: Claimed, today: date) -> Handed:
    notices = db.fetch_all(
        """SELECT notices.*, unit_id FROM notices LEFT JOIN assignments ON assignments.id = assignment_id
        WHERE outbox_id = ? AND rule IN (SELECT value FROM json_each(?)) ORDER BY notices.id""",
        [claimed.id, [*FOR_PEOPLE]],
    )
    return [(notice, _other_hearers(db, notice, today)) for notice in notices]


def _messages_to_office(db: Database, handed: Handed, now: datetime) -> dict[int, int]:
    """Return the outbox id of the message that waits for each reachable coordinator, by chat id.

    A new message is created where none waits; one that stays empty is never sent.
    """
    morning = sending_hours(db).next_planning(now)
    days = [day_of(each, db.zone).isoformat() for each in (now, morning)]
    unheard = [notice["due"] for notice, people in handed if notice["assignment_id"] and not people]
    urgent = any(due and days[0] <= due <= days[1] for due in unheard)
    chats = [person.telegram_id for person in coordinators(db) if person.telegram_id]
    return {
        chat_id: _to_office(db, chat_id, now if urgent or not _has_heard(db, chat_id, days[0]) else morning)
        for chat_id in chats
    }


def _has_heard(db: Database, chat_id: int, day: str) -> bool:
    sql = "SELECT 1 FROM outbox WHERE chat_id = ? AND day = ? AND letter IS NULL AND state IN (?, ?, ?)"
    return db.exists(sql, [chat_id, day, "sending", "sent", "uncertain"])


def _to_office(db: Database, chat_id: int, at: datetime) -> int:
    """Return the outbox id of the message that waits for a chat, or of a new one; a later day becomes that of `at`."""
    waiting = "SELECT id FROM outbox WHERE chat_id = ? AND state = 'pending' AND letter IS NULL LIMIT 1"
    outbox_id = db.fetch_number(waiting, [chat_id])
    if outbox_id is None:
        return _insert_message(db, Audience.COORDINATORS, chat_id, at)
    sooner = "UPDATE outbox SET not_before = ?2, day = ?3 WHERE id = ?1 AND day > ?3"
    db.change(sooner, [outbox_id, at, day_of(at, db.zone)])
    return outbox_id


def _hand_over(db: Database, handed: Handed, desk: dict[int, int], now: datetime) -> None:
    """Copy the notices to the other people of the unit, or those about tasks to the office if there are none."""
    others: dict[int, int] = {}
    for notice, people in handed:
        for chat_id in [person.telegram_id for person in people if person.telegram_id]:
            if chat_id not in others:
                others[chat_id] = _insert_message(db, Audience.PERSON, chat_id, now)
            _copy(db, notice, others[chat_id], notice["rule"], Audience.PERSON, chat_id)
        for chat_id, outbox_id in desk.items() if notice["assignment_id"] and not people else ():
            _copy(db, notice, outbox_id, Rule.NO_LIAISON, Audience.COORDINATORS, chat_id)


def _other_hearers(db: Database, notice: Row, day: date) -> list[Person]:
    """Return the reachable people who are told about the subject of a notice."""
    if notice["matter_id"] is None:
        return hearers(db, notice["unit_id"], day)
    rule = Rule(notice["rule"])
    found = MATTER_KINDS[rule].open(db, day, [notice["matter_id"]])
    return [person for matter in found for person in MATTER_KINDS[rule].hearers(db, matter, day)]


def _insert_message(db: Database, to: Audience, chat_id: int, at: datetime) -> int:
    day = day_of(at, db.zone).isoformat()
    return db.insert("outbox", recipient=to, chat_id=chat_id, day=day, not_before=at)


def _copy(db: Database, notice: Row, outbox_id: int, rule: str, to: Audience, chat_id: int) -> None:
    """Copy a notice to another message, unless its recipient has already had it."""
    key = key_of_copy(notice["key"], rule, to, chat_id)
    names = ("task_id", "assignment_id", "matter_id", "deadline_version", "due")
    db.change(
        f"""INSERT INTO notices (key, outbox_id, rule, {", ".join(names)})
        VALUES (?, ?, ?, {", ".join("?" * len(names))}) ON CONFLICT (key) DO NOTHING""",
        [key, outbox_id, rule, *(notice[name] for name in names)],
    )


COUNTED = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Undelivered:
    """The number of messages that did not arrive, some perhaps to groups, and the people concerned."""

    messages: int
    people: tuple[Person, ...]


def undelivered(db: Database, today: date) -> Undelivered:
    """Return the undelivered messages that still count as alarms on the day `today`."""
    chats = db.fetch_column(
        """SELECT chat_id FROM outbox AS lost WHERE state = 'dead' AND day > ? AND (letter IS NOT NULL OR NOT EXISTS (
            SELECT 1 FROM outbox AS later WHERE later.chat_id = lost.chat_id AND later.id > lost.id
            AND later.state = 'sent' AND later.letter IS NULL)) ORDER BY id""",
        [today - COUNTED],
    )
    people = (who_is(db, chat_id, today) for chat_id in dict.fromkeys(chats))
    return Undelivered(len(chats), tuple(person for person in people if person))
