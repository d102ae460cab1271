"""Messages that answer what somebody did: a report to review, a request for more time, and what was decided.

They wait in the outbox like notices and are checked again before they go out.
"""

from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum
from typing import Literal, Protocol

from data.store import Database, change, fetch_column
from data.times import day_of


class Letter(StrEnum):
    """What a letter tells; its subject is the report, the request for more time, the deputy's invitation, the change of
    the plan, the broadcast, the arrival of somebody new, the removal, the nudge, the filing of a return, the work
    information, or who gets a regular summary."""

    REVIEW_WANTED = "review_wanted"
    REVIEWED = "reviewed"
    REVIEW_UNDONE = "review_undone"
    EXTENSION_ASKED = "extension_asked"
    EXTENSION_DECIDED = "extension_decided"
    URGENT = "urgent"
    DEPUTY_JOINED = "deputy_joined"
    DEPUTY_ENDED = "deputy_ended"
    HANDED_IN = "handed_in"
    PLAN_CHANGED = "plan_changed"
    PLAN_CHANGE_UNDONE = "plan_change_undone"
    BROADCAST = "broadcast"
    ARRIVED = "arrived"
    LET_IN = "let_in"
    ROLE_ENDED = "role_ended"
    ROLE_BACK = "role_back"
    STANDS_IN = "stands_in"
    TASK_NOTE = "task_note"
    TASK_NOTE_ANSWERED = "task_note_answered"
    NUDGE = "nudge"
    RETURN_NUDGE = "return_nudge"
    RETURN_GIVEN_BACK = "return_given_back"
    SUMMARY = "summary"
    INFORMATION_TAKEN = "information_taken"
    INFORMATION_DECLINED = "information_declined"
    STANDS_IN_ENDED = "stands_in_ended"
    LEAVE = "leave"
    LEAVE_ENDED = "leave_ended"
    EXTENSION_UNDONE = "extension_undone"
    INFORMATION_UNDONE = "information_undone"


TOLD_TOGETHER = (Letter.REVIEWED, Letter.REVIEW_UNDONE, Letter.ARRIVED)
"""Kinds of which all that wait for somebody go out in one message."""


class Addressee(Protocol):
    """Somebody with a chat."""

    @property
    def telegram_id(self) -> int | None:
        """The id of that chat."""


def post_anew(db: Database, letter: Letter, subject_id: int, people: Iterable[Addressee], now: datetime) -> None:
    """Put a letter into the outbox that may have been there and was not sent, for it did not hold then."""
    sql = "DELETE FROM outbox WHERE letter = ? AND subject_id = ? AND state = 'cancelled'"
    change(db, sql, [letter, subject_id])
    post(db, letter, subject_id, people, now)


def withhold(db: Database, letters: Iterable[Letter]) -> None:
    """Let letters of some kinds that have not gone out not go out: those concerned know already."""
    for letter in letters:
        change(db, "UPDATE outbox SET state = 'cancelled' WHERE state = 'pending' AND letter = ?", [letter])


def take_back(
    db: Database, told: Letter, undone: Letter, subject_id: int, people: Iterable[Addressee], now: datetime
) -> None:
    """Write to those of these people that something is `undone` whom a letter that has `told` of it may have reached.
    Where it has not gone out, nor that of an earlier undoing, it does not; all make room for those of the next time."""
    about = "letter IN (SELECT value FROM json_each(?)) AND subject_id = ? AND key NOT LIKE '%|undone%'"
    reached = f"SELECT chat_id FROM outbox WHERE {about} AND state IN ('sent', 'sending', 'uncertain')"
    heard = fetch_column(db, reached, [[told], subject_id])
    both = [[told, undone], subject_id]
    change(db, f"UPDATE outbox SET state = 'cancelled' WHERE {about} AND state = 'pending'", both)
    change(db, f"UPDATE outbox SET key = key || '|undone ' || ? || ' ' || id WHERE {about}", [now, *both])
    post(db, undone, subject_id, [each for each in people if each.telegram_id in heard], now)


def post(
    db: Database, letter: Letter, subject_id: int, people: Iterable[Addressee], now: datetime, *, repeated: bool = False
) -> None:
    """Put a letter to each of these people into the outbox, once; `repeated` where it may have gone out already."""
    for person in people:
        key, chat_id = f"{letter}:{subject_id}:{person.telegram_id}", person.telegram_id
        put_in_outbox(db, letter, subject_id, "person", chat_id, day_of(now, db.zone), now, key, repeated=repeated)


def put_in_outbox(
    db: Database,
    letter: Letter,
    subject_id: int,
    recipient: Literal["person", "group"],
    chat_id: int | None,
    day: date,
    now: datetime,
    key: str,
    *,
    repeated: bool = False,
) -> int:
    """Put a letter to one chat into the outbox, once for a `key`; one that may have gone out already is `repeated`.
    Returns how many were put there."""
    state = "uncertain" if repeated else "pending"
    return change(
        db,
        """INSERT INTO outbox (recipient, chat_id, day, state, not_before, letter, subject_id, key)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING""",
        [recipient, chat_id, day, state, now, letter, subject_id, key],
    )
