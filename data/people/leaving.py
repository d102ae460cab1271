"""Leaving: what is known about somebody is deleted (/forget), while reports stay with the unit, without a name; and a
deputy's appointment ends, or is passed on when the liaison who named the deputy leaves."""

import json
from datetime import datetime

from data.errors.people import LastCoordinator
from data.letters import Letter, post_letter
from data.people.absence import tell_those_stood_in_for
from data.people.actor import Actor
from data.people.coming_deputies import COMING, turn_away
from data.people.deputies import has_deputy, recallable_deputy
from data.people.people import Person, Role, coordinators, person_by_id, reachable_people
from data.store import Database, Row, audit, transaction
from data.times import day_of


def forget_person(db: Database, by: Actor) -> None:
    """Delete a person: name, Telegram id, phone hash, roles, drafts, and recent messages.

    Their deputies are passed on or end (hand_over_deputies). Raises LastCoordinator.
    """
    person = by.person
    with transaction(db):
        if person.is_coordinator and len(coordinators(db)) == 1:
            raise LastCoordinator
        audit.record(db, by.now, "forget", ", ".join(person.units), source=by.source.rpartition(":")[2])
        hand_over_deputies(db, person, by.now)
        db.change("DELETE FROM memberships WHERE person_id = ?", [person.id])
        for unit_id in person.speaks_for:
            tell_those_stood_in_for(db, person.id, unit_id, by.now)
        db.change("DELETE FROM people WHERE id = ?", [person.id])
        _forget_chat(db, person.telegram_id or 0)
        _forget_what_was_said(db, person)


def _forget_chat(db: Database, chat_id: int) -> None:
    """Cancel what would still be sent to a chat, and remove its id from the outbox, notices, attachments and audit."""
    db.change(
        """UPDATE outbox SET chat_id = 0, key = NULL,
        state = CASE WHEN state IN ('pending', 'uncertain') THEN 'cancelled' ELSE state END WHERE chat_id = ?""",
        [chat_id],
    )
    db.change("UPDATE notices SET key = id || '|forgotten' WHERE key LIKE '%:' || ?", [chat_id])
    db.change("UPDATE attachments SET message_key = 'forgotten:' || id WHERE message_key LIKE ? || ':%'", [chat_id])
    db.change("UPDATE audit SET source = '' WHERE source LIKE ? || ':%'", [chat_id])


def _forget_what_was_said(db: Database, person: Person) -> None:
    """Blank the kept updates that the person sent, that concern them, or that contain their name, and the buttons shown
    last if one has it."""
    name = json.dumps(person.name, ensure_ascii=False)[1:-1]
    db.change(
        """UPDATE last_shown SET offered = '[]', buttons = '[]', labels = '[]'
        WHERE length(?1) > 1 AND instr(offered || buttons || labels, ?1)""",
        [name],
    )
    db.change(
        """UPDATE inbox SET body = json_object('update_id', update_id) WHERE done_at IS NOT NULL AND (
            (length(?2) > 1 AND instr(body, ?2)) OR (instr(body, ?1) AND EXISTS (
                SELECT 1 FROM json_tree(body) WHERE json_tree.key = 'id' AND json_tree.value = ?1)))""",
        [person.telegram_id or 0, name],
    )


def recall_deputy(db: Database, by: Actor, membership_id: int) -> int:
    """End a deputy's role, tell the deputy and, if somebody else, the liaison who named them, and return the unit's id.

    Raises StaleButton if it has ended already, NotYours for another unit's.
    """
    with transaction(db):
        row = recallable_deputy(db, by.person, membership_id)
        concerned = {row["person_id"], row["named_by"]} - {by.id}
        _end(db, row, by.now, person_id=by.id, source=by.source, tell=sorted(concerned))
    return int(row["unit_id"])


def end_expired(db: Database, now: datetime) -> None:
    """End the role of every deputy whose last day is over, and tell deputy and liaison."""
    due = "SELECT * FROM memberships WHERE until < ?"
    today = [day_of(now, db.zone)]
    if not db.fetch_all(due, today):
        return
    with transaction(db):
        for row in db.fetch_all(due, today):
            _end(db, row, now, tell=[row["person_id"], row["named_by"]])


def deputies_ending_with(db: Database, person: Person) -> list[str]:
    """Return the names of the deputies who would end with this person because no colleague could recall them."""
    begun = "SELECT unit_id, people.name FROM memberships JOIN people ON people.id = person_id WHERE named_by = ?"
    rows = [row for sql in (begun, f"{COMING} AND named_by = ?") for row in db.fetch_all(sql, [person.id])]
    return [row["name"] for row in rows if _colleague(db, person.id, row["unit_id"]) is None]


def hand_over_deputies(db: Database, person: Person, now: datetime) -> None:
    """Pass the deputies of a leaving liaison to a colleague, who can then recall them. To be called within a
    transaction.

    If the unit has no other liaison, their roles end, and the office is told as well.
    """
    named = "SELECT unit_id FROM memberships WHERE named_by = ?1 UNION SELECT unit_id FROM invites WHERE named_by = ?1"
    for unit_id in db.fetch_column(named, [person.id]):
        hand_over_deputies_for_unit(db, person.id, unit_id, now)
    for row in db.fetch_all("SELECT * FROM memberships WHERE named_by = ?", [person.id]):
        told = [row["person_id"], *(each.id for each in coordinators(db) if each.id != person.id)]
        _end(db, row, now, tell=told)
    db.change("UPDATE invites SET named_by = NULL WHERE named_by = ? AND used_at IS NOT NULL", [person.id])


def hand_over_deputies_for_unit(db: Database, person_id: int, unit_id: int, now: datetime) -> None:
    """Pass a person's deputies for a unit to another liaison, who is told. To be called within a transaction.

    If there is no other liaison, those who have not begun are turned away.
    """
    colleague = _colleague(db, person_id, unit_id)
    if colleague is None:
        turn_away(db, "named_by = ? AND unit_id = ?", [person_id, unit_id], now)
        return
    to_come = f"SELECT invite_id FROM ({COMING} AND named_by = ? AND unit_id = ?)"
    db.change(f"UPDATE invites SET named_by = ? WHERE id IN ({to_come})", [colleague.id, person_id, unit_id])
    named = "SELECT * FROM memberships WHERE named_by = ? AND unit_id = ?"
    for row in db.fetch_all(named, [person_id, unit_id]):
        db.update("memberships", row["id"], named_by=colleague.id)
        if invite_id := _invite_of(db, row):
            post_letter(db, Letter.DEPUTY_JOINED, invite_id, [colleague], now)


def let_liaisons_hear_again(db: Database, unit_id: int) -> None:
    """Send a unit's notices to its liaisons again if no deputy is left. To be called within a transaction."""
    if not has_deputy(db, unit_id):
        db.change("UPDATE memberships SET hears = 1 WHERE unit_id = ?", [unit_id])


def _end(
    db: Database, row: Row, now: datetime, *, tell: list[int | None], person_id: int | None = None, source: str = ""
) -> None:
    """End a deputy's role and tell the people with the ids in `tell`."""
    db.change("DELETE FROM memberships WHERE id = ?", [row["id"]])
    let_liaisons_hear_again(db, row["unit_id"])
    tell_those_stood_in_for(db, row["person_id"], row["unit_id"], now)
    audit.record(
        db, now, "end_deputy", str(row["person_id"]), person_id=person_id, source=source, unit_id=row["unit_id"]
    )
    if invite_id := _invite_of(db, row):
        post_letter(db, Letter.DEPUTY_ENDED, invite_id, [person_by_id(db, each) for each in tell if each], now)


def _invite_of(db: Database, row: Row) -> int | None:
    """Return the id of the deputy's last invitation, or None if they came by the roster."""
    return db.fetch_number(
        "SELECT max(id) AS id FROM invites WHERE used_by = ? AND unit_id = ? AND role = ?",
        [row["person_id"], row["unit_id"], Role.DEPUTY],
    )


def _colleague(db: Database, person_id: int, unit_id: int) -> Person | None:
    others = (each for each in reachable_people(db, unit_id) if each.id != person_id)
    return next((each for each in others if any(m.unit_id == unit_id for m in each.liaison_for)), None)
