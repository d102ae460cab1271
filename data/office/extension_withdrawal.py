"""Withdrawing a request for more time, while the office has not answered it."""

from datetime import date
from zoneinfo import ZoneInfo

from data.errors import NotYours
from data.office.extensions import Extension, find_extension, undecided
from data.people.actor import Actor
from data.people.people import Person
from data.store import Database, fetch_column, fetch_number, fetch_one, transaction, update


def withdraw_extension(db: Database, by: Actor, extension_id: int) -> Extension:
    """Withdraw one's own request; the deadline stays as it is. Doing so twice changes nothing.

    Raises NotYours for another's or another unit's, AlreadyDecided when it has been answered, RequestRests while no
    answer is needed.
    """
    today = by.today
    with transaction(db):
        asked = find_extension(db, extension_id, today, by.zone)
        if (
            asked is None
            or not may_withdraw(db, by.person, asked)
            or asked.assignment.unit_id not in by.person.speaks_for
        ):
            raise NotYours
        if asked.withdrawn:
            return asked
        undecided(asked)
        update(db, "extensions", extension_id, withdrawn_at=by.now)
        subject = f"{asked.assignment.code}@{asked.assignment.unit}"
        by.record(db, "withdraw_extension", subject, extension_id=extension_id)
    return asked


def waiting_of(db: Database, person: Person, today: date, zone: ZoneInfo, *codes: str) -> list[Extension]:
    """A person's requests that wait for an answer, of the tasks with these codes if any, the newest first."""
    sql = "SELECT id FROM extensions WHERE person_id = ? AND verdict IS NULL AND withdrawn_at IS NULL ORDER BY id DESC"
    asked = (find_extension(db, each, today, zone) for each in fetch_column(db, sql, [person.id]))
    return [each for each in asked if each and each.waits and (not codes or each.assignment.code in codes)]


def asked_in(db: Database, extension_id: int) -> tuple[int, int] | None:
    """The chat and the message that show that a request was sent, where they are known."""
    row = fetch_one(
        db,
        """SELECT source, telegram_id, message_id FROM extensions
        LEFT JOIN dialogs ON source = 'dialog:' || dialogs.id LEFT JOIN people ON people.id = dialogs.person_id
        WHERE extensions.id = ?""",
        [extension_id],
    )
    if row is not None and row["message_id"] is not None:
        return row["telegram_id"], row["message_id"]
    chat, _, message = (row["source"] if row else "").partition(":")
    return (int(chat), int(message)) if chat.isdigit() and message.isdigit() else None


def may_withdraw(db: Database, person: Person, asked: Extension) -> bool:
    """Whether a request that waits is the person's own, or was left to them: who asked speaks for the unit no more."""
    may = fetch_number(
        db,
        """SELECT person_id IS NULL OR person_id = :person OR NOT EXISTS (
            SELECT 1 FROM memberships WHERE memberships.person_id = extensions.person_id AND unit_id = :unit
        ) FROM extensions WHERE id = :id""",
        {"id": asked.id, "person": person.id, "unit": asked.assignment.unit_id},
    )
    return bool(may) and asked.assignment.unit_id in person.speaks_for
