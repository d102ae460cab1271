"""Deleting what is known about a person (/forget). Reports stay with the unit, without a name."""

import json

from data.errors.people import LastCoordinator
from data.people.actor import Actor
from data.people.deputies_leaving import hand_over_deputies
from data.people.people import Person, coordinators
from data.store import Database, audit, transaction


def forget_person(db: Database, by: Actor) -> None:
    """Delete a person: name, Telegram id, phone hash, roles, drafts, and recent messages.

    Their deputies are passed on or end (data.people.deputies_leaving.hand_over). Raises LastCoordinator.
    """
    person = by.person
    with transaction(db):
        if person.is_coordinator and len(coordinators(db)) == 1:
            raise LastCoordinator
        audit.record(db, by.now, "forget", ", ".join(person.units), source=by.source.rpartition(":")[2])
        hand_over_deputies(db, person, by.now)
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
