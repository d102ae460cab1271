"""Letters in the outbox: messages that tell the people concerned what somebody did, such as a report or a decision.

They wait there like notices, and whether they still hold is checked again before they are sent.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Literal, Protocol

from data.store import Database, sql_among
from data.times import day_of


class Letter(StrEnum):
    """The kinds of letters.

    The kind says what a letter's subject is: a report, an extension request, a deputy's invitation, a change of the
    plan, a broadcast, an arrival, a removal, a person whose unit changed, an absence, a task note, a nudge, the filing
    of a return, work information, a recipient of regular summaries, an update that was not answered, or a silence
    towards all.
    """

    REVIEW_WANTED = "review_wanted"
    REVIEWED = "reviewed"
    REVIEW_UNDONE = "review_undone"
    EXTENSION_ASKED = "extension_asked"
    EXTENSION_DECIDED = "extension_decided"
    URGENT = "urgent"
    DEPUTY_JOINED = "deputy_joined"
    DEPUTY_ENDED = "deputy_ended"
    HANDED_IN = "handed_in"
    REPORTED_FOR = "reported_for"
    PLAN_CHANGED = "plan_changed"
    PLAN_CHANGE_UNDONE = "plan_change_undone"
    BROADCAST = "broadcast"
    ARRIVED = "arrived"
    LET_IN = "let_in"
    ROLE_ENDED = "role_ended"
    ROLE_BACK = "role_back"
    UNIT_CHANGED = "unit_changed"
    STANDS_IN = "stands_in"
    TASK_NOTE = "task_note"
    TASK_NOTE_ANSWERED = "task_note_answered"
    NUDGE = "nudge"
    RETURN_GIVEN_BACK = "return_given_back"
    SUMMARY = "summary"
    INFORMATION_TAKEN = "information_taken"
    INFORMATION_DECLINED = "information_declined"
    STANDS_IN_ENDED = "stands_in_ended"
    STAND_IN_GONE = "stand_in_gone"
    STAND_IN_BACK = "stand_in_back"
    LEAVE = "leave"
    LEAVE_ENDED = "leave_ended"
    EXTENSION_UNDONE = "extension_undone"
    INFORMATION_UNDONE = "information_undone"
    UNANSWERED = "unanswered"
    WAS_SILENT = "was_silent"


TOLD_TOGETHER = (Letter.REVIEWED, Letter.REVIEW_UNDONE, Letter.REPORTED_FOR, Letter.ARRIVED, Letter.UNANSWERED)
"""The kinds whose waiting letters to one person go out in a single message."""

_STANDS = "letter IN (SELECT value FROM json_each(?)) AND subject_id = ? AND key NOT LIKE '%|undone%'"


class Addressee(Protocol):
    """Anybody with a chat."""

    @property
    def telegram_id(self) -> int | None:
        """The Telegram id of the chat, or None."""


def post_letter_anew(db: Database, letter: Letter, subject_id: int, people: Iterable[Addressee], now: datetime) -> None:
    """Post a letter to `people`, also if an earlier one about the same subject was cancelled before it was sent."""
    sql = "DELETE FROM outbox WHERE letter = ? AND subject_id = ? AND state = 'cancelled'"
    db.change(sql, [letter, subject_id])
    post_letter(db, letter, subject_id, people, now)


def post_letter_instead(
    db: Database, letter: Letter, subject_id: int, people: Iterable[Addressee], now: datetime, of: Letter | None = None
) -> None:
    """Post a letter that says otherwise than the letter `of`, or an earlier one like it, about the same subject: anew
    also to those who were told the same before they may have received that one."""
    _file_away(db, [letter], subject_id, now, _chats_reached(db, of or letter, subject_id))
    post_letter_anew(db, letter, subject_id, people, now)


def take_letter_back(
    db: Database, told: Letter, undone: Letter, subject_id: int, people: Iterable[Addressee], now: datetime
) -> None:
    """Send an `undone` letter to those of `people` who may have received the `told` letter about the subject.

    Letters of both kinds about the subject that are still pending are cancelled. All are filed under other keys, so
    that the same thing can be told again later.
    """
    reached = _chats_reached(db, told, subject_id)
    _file_away(db, [told, undone], subject_id, now)
    post_letter(db, undone, subject_id, [each for each in people if each.telegram_id in reached], now)


def _chats_reached(db: Database, letter: Letter, subject_id: int) -> list[int]:
    """Return the chats that may have received a letter about a subject that has not been taken back."""
    sql = f"SELECT chat_id FROM outbox WHERE {_STANDS} AND state IN ('sent', 'sending', 'uncertain')"
    return db.fetch_column(sql, [[letter], subject_id])


def _file_away(
    db: Database, letters: Sequence[Letter], subject_id: int, now: datetime, chats: Iterable[int] | None = None
) -> None:
    """File letters about a subject, to these chats or to all, under other keys, and cancel those still pending."""
    db.change(
        f"""UPDATE outbox SET key = key || '|undone ' || ? || ' ' || id,
            state = iif(state = 'pending', 'cancelled', state)
        WHERE {_STANDS} {sql_among("chat_id", chats)}""",
        [now, [*letters], subject_id],
    )


def post_letter(
    db: Database, letter: Letter, subject_id: int, people: Iterable[Addressee], at: datetime, *, repeated: bool = False
) -> None:
    """Put a letter to each of `people` into the outbox once, due `at`; `repeated` if it may already have been sent."""
    for person in people:
        key, chat_id = f"{letter}:{subject_id}:{person.telegram_id}", person.telegram_id
        put_letter_in_outbox(db, letter, subject_id, "person", chat_id, key, at=at, repeated=repeated)


def put_letter_in_outbox(
    db: Database,
    letter: Letter,
    subject_id: int,
    recipient: Literal["person", "group"],
    chat_id: int | None,
    key: str,
    *,
    at: datetime,
    repeated: bool,
) -> int:
    """Put a letter to one chat into the outbox unless `key` is already there, and return how many were added.

    It is sent from `at` on, as a letter of that day. `repeated` marks a letter that may already have been sent.
    """
    state = "uncertain" if repeated else "pending"
    return db.change(
        """INSERT INTO outbox (recipient, chat_id, day, state, not_before, letter, subject_id, key)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING""",
        [recipient, chat_id, day_of(at, db.zone), state, at, letter, subject_id, key],
    )
