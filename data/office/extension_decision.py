"""How a request for more time ends: the office decides it, may take the decision back, or the unit withdraws it."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime
from typing import NamedTuple

from data.errors import AlreadyDecided, NotYours, Refusal, StaleButton, needed, still_there
from data.errors.deadlines import RequestLapsed, RequestRests
from data.errors.plans import ChangedSince
from data.letters import Letter, post_letter, take_letter_back
from data.office.extensions import (
    Decision,
    Extension,
    check_day,
    check_undecided,
    extension_by_id,
    find_extension,
    waiting_for_decision,
)
from data.people.actor import Actor
from data.people.people import Person, hearers
from data.standing.rows import update_rows
from data.store import Database, transaction
from data.times import day_of


class RequestDecision(NamedTuple):
    """The decision on one of several requests, as stored in a dialog: the day is the one granted, if any."""

    request: int
    decision: str
    day: str = ""
    reason: str = ""


def decide_extension(
    db: Database, by: Actor, extension_id: int, decision: Decision, *, day: date | None = None, answer: str = ""
) -> Extension:
    """Decide a request for more time: grant the proposed day, another `day` (CHANGED), or refuse with an `answer`; the
    unit is told.

    Repeating the same decision does nothing. Raises ForTheOffice, AlreadyDecided if it was decided otherwise,
    RequestRests if it needs no answer now, and what `check_day` raises for the day granted.
    """
    today = by.today
    with by.office_act(db):
        asked = needed(find_extension(db, extension_id, today), RequestLapsed)
        granted = {Decision.ACCEPTED: asked.proposed, Decision.CHANGED: day, Decision.REFUSED: None}[decision]
        if (asked.decision, asked.decided) == (decision, granted):
            return asked
        check_undecided(asked)
        if granted is not None:
            check_day(asked.assignment, granted)
        decided = {"verdict": decision, "decided": str(granted) if granted else None, "answer": answer}
        db.update("extensions", extension_id, **decided, decided_by=by.id, decided_at=by.now)
        update_rows(db, [asked.assignment.id], by.now)
        detail = {"extension_id": extension_id, "decision": decision, "day": str(granted or ""), "answer": answer}
        by.record(db, "decide_extension", f"{asked.assignment.code}@{asked.assignment.unit}", **detail)
        unit = hearers(db, asked.assignment.unit_id or 0, today)
        post_letter(db, Letter.EXTENSION_DECIDED, extension_id, unit, by.now)
        return extension_by_id(db, extension_id, today)


def decide_several(db: Database, by: Actor, decided: Sequence[RequestDecision]) -> list[Extension]:
    """Decide several requests in one act, and return them without those that no longer wait. Raises ForTheOffice, and
    what `check_day` raises for a day granted."""
    done = []
    with by.office_act(db):
        for each in decided:
            with suppress(AlreadyDecided, RequestRests):
                day = date.fromisoformat(each.day) if each.decision == Decision.CHANGED else None
                done.append(
                    decide_extension(db, by, each.request, Decision(each.decision), day=day, answer=each.reason)
                )
    return done


def undo_decision(db: Database, extension_id: int, now: datetime) -> None:
    """Make a request wait for its decision again. To be called within a transaction.

    Raises StaleButton if it is gone.
    """
    today = day_of(now, db.zone)
    asked = still_there(find_extension(db, extension_id, today))
    db.update("extensions", extension_id, verdict=None, decided=None, answer=None, decided_by=None, decided_at=None)
    update_rows(db, [asked.assignment.id], now)
    people = hearers(db, asked.assignment.unit_id or 0, today)
    take_letter_back(db, Letter.EXTENSION_DECIDED, Letter.EXTENSION_UNDONE, extension_id, people, now)


def why_decision_stands(db: Database, extension_id: int, now: datetime) -> Refusal | None:
    """Return why a decision cannot be taken back, or None if it can.

    It stands once the unit has asked or reported again, or the deadline has been changed.
    """
    asked = find_extension(db, extension_id, day_of(now, db.zone))
    if asked is None or asked.decision is None:
        return StaleButton()
    as_decided = asked.assignment.due == (asked.decided or asked.due_before)
    stands = not asked.latest or asked.withdrawn_at is not None or asked.assignment.finished or not as_decided
    return ChangedSince(asked.assignment.code) if stands else None


def withdraw_extension(db: Database, by: Actor, extension_id: int) -> Extension:
    """Withdraw one's own request; the due day stays. Does nothing if it is already withdrawn.

    Raises NotYours for somebody else's or another unit's request, AlreadyDecided if it was answered, RequestRests if it
    needs no answer now.
    """
    today = by.today
    with transaction(db):
        asked = find_extension(db, extension_id, today)
        if asked is None or not may_withdraw_extension(db, by.person, asked):
            raise NotYours
        if asked.withdrawn_at is not None:
            return asked
        check_undecided(asked)
        db.update("extensions", extension_id, withdrawn_at=by.now)
        subject = f"{asked.assignment.code}@{asked.assignment.unit}"
        by.record(db, "withdraw_extension", subject, extension_id=extension_id)
    return asked


def own_waiting_extensions(db: Database, person: Person, today: date, *codes: str) -> list[Extension]:
    """Return the requests that wait for a decision and that a person may withdraw, also those of a predecessor, newest
    first, limited to tasks with these codes if any."""
    newest_first = reversed(waiting_for_decision(db, today))
    of_codes = (each for each in newest_first if not codes or each.assignment.code in codes)
    return [each for each in of_codes if may_withdraw_extension(db, person, each)]


def request_message(db: Database, extension_id: int) -> tuple[int, int] | None:
    """Return the ids of the chat and message that show the sent request, or None if unknown."""
    row = db.fetch_one(
        """SELECT source, telegram_id, message_id FROM extensions
        LEFT JOIN dialogs ON source = 'dialog:' || dialogs.id LEFT JOIN people ON people.id = dialogs.person_id
        WHERE extensions.id = ?""",
        [extension_id],
    )
    if row is not None and row["message_id"] is not None:
        return row["telegram_id"], row["message_id"]
    chat, _, message = (row["source"] if row else "").partition(":")
    return (int(chat), int(message)) if chat.isdigit() and message.isdigit() else None


def may_withdraw_extension(db: Database, person: Person, asked: Extension) -> bool:
    """Return whether a person may withdraw a request of their unit: their own, or one of somebody who has left it."""
    may = db.fetch_number(
        """SELECT person_id IS NULL OR person_id = :person OR NOT EXISTS (
            SELECT 1 FROM memberships WHERE memberships.person_id = extensions.person_id AND unit_id = :unit
        ) FROM extensions WHERE id = :id""",
        {"id": asked.id, "person": person.id, "unit": asked.assignment.unit_id},
    )
    return bool(may) and asked.assignment.unit_id in person.speaks_for
