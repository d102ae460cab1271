"""Putting a broadcast that is sent now into the outbox."""

from datetime import datetime
from typing import Literal

from data.announcing.recipients import Recipients
from data.letters import Letter, put_letter_in_outbox
from data.store import Database
from data.times import day_of


def put_broadcast_in_outbox(
    db: Database, broadcast_id: int, found: Recipients, now: datetime, *, repeated: bool = False
) -> None:
    """Store a message for each reachable recipient, and every recipient with its message, if any.

    `repeated` marks messages that may have gone out before.
    """

    def post(recipient: Literal["person", "group"], chat_id: int | None) -> int | None:
        key = f"{Letter.BROADCAST}:{broadcast_id}:{chat_id}"
        day = day_of(now, db.zone)
        put_letter_in_outbox(db, Letter.BROADCAST, broadcast_id, recipient, chat_id, day, now, key, repeated=repeated)
        return db.fetch_number("SELECT id FROM outbox WHERE key = ?", [key])

    rows: list[tuple[int | None, int | None, int | None]] = [
        *((each.id, None, post("person", each.chat_id)) for each in found.people),
        *((None, None, post("group", group.chat_id)) for group in found.groups),
        *((each.id, None, None) for each in found.missing),
        *((None, unit.id, None) for unit in found.empty),
    ]
    for person_id, unit_id, outbox_id in rows:
        db.insert(
            "broadcast_recipients", broadcast_id=broadcast_id, person_id=person_id, unit_id=unit_id, outbox_id=outbox_id
        )
