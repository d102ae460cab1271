"""Answers to the question of a broadcast."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from data.announcing.broadcasts import REPLACED_BY, Broadcast, BroadcastContent, broadcast_by_id
from data.announcing.recipients import units_to_tell
from data.errors import StaleButton
from data.errors.announcing import AnswersClosed
from data.store import Database, Row, transaction
from data.times import day_of, moment

OPEN_FOR = timedelta(days=14)
ANSWERED_WITHIN = timedelta(days=2)
"""How long after a broadcast words such as 去不了 are a reply to it."""


_ASKING_THE_SAME = """broadcasts AS this JOIN broadcasts AS same
    ON (same.text, same.question, same.choices) = (this.text, this.question, this.choices)"""


@dataclass(frozen=True, slots=True)
class Respondent:
    """A person who got the question, or answered it in a group, with the answer given, if any.

    `late` means that it came after the day to answer by; `words` were written with it.
    """

    person_id: int
    name: str
    units: tuple[str, ...]
    choice: str | None
    at: datetime | None
    late: bool
    words: str


def give_answer(
    db: Database, person_id: int, chat_id: int, broadcast_id: int, choice: int, now: datetime, words: str = ""
) -> Broadcast:
    """Store the answer of a person who got the question in private or in this group, replacing an earlier one.

    It counts for every broadcast that asked them the same (没回的再问一遍). `choice` is the index of the answer, and
    `words` came with it. Raises StaleButton for anybody else or an unknown choice, and AnswersClosed.
    """
    with transaction(db):
        broadcast = broadcast_asking(db, broadcast_id)
        if choice >= len(broadcast.said.choices) or not _was_asked(db, broadcast_id, person_id, chat_id):
            raise StaleButton
        db.change(
            f"""INSERT INTO broadcast_answers (broadcast_id, person_id, choice, at, words)
            SELECT same.id, :person, :choice, :now, :words FROM {_ASKING_THE_SAME}
            WHERE this.id = :id AND (same.id = this.id OR same.sent_at BETWEEN :first AND :last AND EXISTS (
                SELECT 1 FROM broadcast_recipients WHERE broadcast_id = same.id AND person_id = :person))
            ON CONFLICT (broadcast_id, person_id) DO UPDATE
            SET choice = excluded.choice, at = excluded.at, words = excluded.words
            WHERE choice <> excluded.choice OR (words <> excluded.words AND excluded.words <> '')""",
            {"id": broadcast_id, "person": person_id, "choice": choice, "now": now, "words": words}
            | {"first": broadcast.sent_at - OPEN_FOR, "last": broadcast.sent_at + OPEN_FOR},
        )
        return broadcast


def open_question_to(db: Database, person_id: int, now: datetime) -> Broadcast | None:
    """Return the last question that has reached a person and is still open, or None.

    It is open until its day is over, or for OPEN_FOR if it has none, unless it was replaced.
    """
    in_time = "iif(until IS NULL, outbox.sent_at >= ?, until >= ?)"
    is_open = f"{REACHED} AND question <> '' AND {REPLACED_BY} IS NULL AND {in_time}"
    return _last(db, is_open, person_id, now - OPEN_FOR, day_of(now, db.zone))


def broadcast_asking(db: Database, broadcast_id: int) -> Broadcast:
    """Return a broadcast to be answered. Raises StaleButton if there is none, and AnswersClosed if it was replaced."""
    broadcast = broadcast_by_id(db, broadcast_id)
    if (anew := is_told_anew(db, broadcast)) is not None:
        raise AnswersClosed(anew)
    return broadcast


def is_told_anew(db: Database, broadcast: Broadcast) -> bool | None:
    """Return whether a broadcast that was replaced is asked anew, rather than called off; None if it was not."""
    later = broadcast.replaced_by
    return None if later is None else bool(broadcast_by_id(db, later).said.choices)


def last_broadcast_to(db: Database, person_id: int, since: datetime) -> Broadcast | None:
    """Return the last broadcast that has reached a person since `since`; None if it offers answers to choose from."""
    found = newest_broadcast_to(db, person_id, since)
    return None if found is None or (found.said.choices and not found.said.in_words) else found


def newest_broadcast_to(db: Database, person_id: int, since: datetime) -> Broadcast | None:
    """Return the last broadcast that has reached a person since `since`, whether or not it asks a question, or None."""
    return _last(db, f"{REACHED} AND outbox.sent_at >= ?", person_id, since)


def awaits_words_of(db: Database, person_id: int, now: datetime) -> bool:
    """Return whether the last broadcast to a person wants words that they have not given yet, and is still new."""
    asked = last_broadcast_to(db, person_id, now - ANSWERED_WITHIN)
    return asked is not None and asked.said.in_words and given_answer(db, person_id, asked.id) is None


def newest_broadcast_in(db: Database, chat_id: int, since: datetime) -> Broadcast | None:
    """Return the last broadcast that has been posted in a group since `since`, or None."""
    in_group = """broadcast_recipients.person_id IS NULL AND recipient = 'group' AND state = 'sent'
        AND chat_id = ? AND outbox.sent_at >= ?"""
    return _last(db, in_group, chat_id, since)


def broadcast_in_message(db: Database, chat_id: int, message_id: int) -> Broadcast | None:
    """Return the broadcast that a message in a chat brought, or None."""
    return _last(db, "chat_id = ? AND outbox.message_id = ?", chat_id, message_id)


REACHED = "broadcast_recipients.person_id = ? AND state = 'sent'"
"""The SQL condition for a broadcast that has reached a person."""


def _last(db: Database, condition: str, *values: int | date) -> Broadcast | None:
    """Return the last broadcast with a message for which an SQL condition holds, or None."""
    broadcast_id = db.fetch_number(
        f"""SELECT broadcasts.id FROM broadcasts JOIN broadcast_recipients ON broadcast_id = broadcasts.id
        JOIN outbox ON outbox.id = outbox_id
        WHERE {condition} ORDER BY outbox.sent_at DESC, broadcasts.id DESC LIMIT 1""",
        values,
    )
    return None if broadcast_id is None else broadcast_by_id(db, broadcast_id)


def given_answer(db: Database, person_id: int, broadcast_id: int) -> int | None:
    """Return the index of the answer that a person has given, or None."""
    return db.fetch_number(
        "SELECT choice FROM broadcast_answers WHERE broadcast_id = ? AND person_id = ?", [broadcast_id, person_id]
    )


def went_to_units(db: Database, broadcast: Broadcast) -> set[int]:
    """Return the ids of the units whose people a broadcast goes or went to."""
    if broadcast.chosen is not None:
        return {unit.id for unit in units_to_tell(db)} if broadcast.chosen.everybody else {*broadcast.chosen.unit_ids}
    sql = """SELECT memberships.unit_id FROM broadcast_recipients JOIN memberships USING (person_id)
        WHERE broadcast_id = ?"""
    return {*db.fetch_column(sql, [broadcast.id])}


def went_to_groups(db: Database, broadcast_id: int) -> bool:
    """Return whether a broadcast went to groups, where it is not known who has read it."""
    sql = """SELECT 1 FROM broadcast_recipients JOIN outbox ON outbox.id = outbox_id
        WHERE broadcast_id = ? AND recipient = 'group'"""
    return db.exists(sql, [broadcast_id])


def respondents(db: Database, broadcast: Broadcast) -> list[Respondent]:
    """Return everybody who got the question or has answered it, in the order of their units. Where some of those who
    got it were asked once more, these are all who were asked at first."""
    rows = db.fetch_all(
        """SELECT people.id, people.name, choice, at, words, min(unit_id) AS first,
            group_concat(DISTINCT units.name) AS units
        FROM people
        LEFT JOIN broadcast_answers ON broadcast_answers.person_id = people.id AND broadcast_id = :id
        LEFT JOIN memberships ON memberships.person_id = people.id
        LEFT JOIN units ON units.id = unit_id
        WHERE choice IS NOT NULL OR people.id IN (
            SELECT person_id FROM broadcast_recipients JOIN outbox ON outbox.id = outbox_id
            WHERE broadcast_id = :id AND state = 'sent')
        GROUP BY people.id ORDER BY first IS NULL, first, people.id""",
        {"id": first_asked(db, broadcast).id},
    )
    return [_answered(row, broadcast.said.choices, broadcast.said.until, db.zone) for row in rows]


def was_asked_before(db: Database, broadcast: Broadcast, person_id: int) -> bool:
    """Return whether an earlier broadcast asked a person the same."""
    return bool(broadcast.said.choices) and db.exists(
        f"""SELECT 1 FROM {_ASKING_THE_SAME} JOIN broadcast_recipients AS asked ON asked.broadcast_id = same.id
        WHERE this.id = ? AND same.id < this.id AND same.sent_at >= ? AND asked.person_id = ?""",
        [broadcast.id, broadcast.sent_at - OPEN_FOR, person_id],
    )


def is_asked_already(db: Database, said: BroadcastContent, people: Collection[int], now: datetime) -> bool:
    """Return whether a broadcast has asked one of these people the same as one that is being written."""
    return bool(said.choices) and db.exists(
        """SELECT 1 FROM broadcasts JOIN broadcast_recipients ON broadcast_id = broadcasts.id
        WHERE (text, question, choices) = (?, ?, ?) AND sent_at >= ?
            AND broadcast_recipients.person_id IN (SELECT value FROM json_each(?))""",
        [said.text, said.question, said.choices, now - OPEN_FOR, [*people]],
    )


def first_asked(db: Database, broadcast: Broadcast) -> Broadcast:
    """Return the first broadcast that asked the same of all these people and of more, or else this one."""
    first = db.fetch_number(
        f"""SELECT min(same.id) FROM {_ASKING_THE_SAME}
        WHERE this.id = :id AND same.id < this.id AND same.sent_at >= :since
            AND (SELECT count(person_id) FROM broadcast_recipients WHERE broadcast_id = same.id)
                > (SELECT count(*) FROM broadcast_recipients WHERE broadcast_id = this.id)
            AND NOT EXISTS (SELECT 1 FROM broadcast_recipients AS asked WHERE broadcast_id = this.id AND NOT EXISTS (
                SELECT 1 FROM broadcast_recipients WHERE broadcast_id = same.id AND person_id = asked.person_id))""",
        {"id": broadcast.id, "since": broadcast.sent_at - OPEN_FOR},
    )
    return broadcast if first is None else broadcast_by_id(db, first)


def _answered(row: Row, choices: tuple[str, ...], until: date | None, zone: ZoneInfo) -> Respondent:
    at = moment(row["at"]).astimezone(zone) if row["at"] else None
    return Respondent(
        row["id"],
        row["name"],
        tuple((row["units"] or "").split(",")) if row["units"] else (),
        choices[row["choice"]] if row["choice"] is not None else None,
        at,
        late=at is not None and until is not None and day_of(at, zone) > until,
        words=row["words"] or "",
    )


def _was_asked(db: Database, broadcast_id: int, person_id: int, chat_id: int) -> bool:
    return db.exists(
        """SELECT 1 FROM broadcast_recipients LEFT JOIN outbox ON outbox.id = outbox_id
            WHERE broadcast_id = ? AND (person_id = ? OR (recipient = 'group' AND chat_id = ?))""",
        [broadcast_id, person_id, chat_id],
    )
