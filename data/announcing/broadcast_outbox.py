"""Puts a broadcast that goes out now into the outbox."""

from datetime import datetime
from zoneinfo import ZoneInfo

from data.announcing.recipients import Recipients
from data.letters import Letter
from data.store import Database, insert
from data.times import day_of


def put_into_outbox(
    db: Database, broadcast_id: int, found: Recipients, now: datetime, zone: ZoneInfo, *, repeated: bool = False
) -> None:
    """A row in the outbox for everybody who can be reached, and one that remembers whom it was for; `repeated` where
    it may have gone out before."""
    day = day_of(now, zone)

    def post(recipient: str, chat_id: int | None) -> int:
        return insert(
            db,
            "outbox",
            recipient=recipient,
            chat_id=chat_id,
            day=day,
            state="uncertain" if repeated else "pending",
            not_before=now,
            letter=Letter.BROADCAST,
            subject_id=broadcast_id,
            key=f"{Letter.BROADCAST}:{broadcast_id}:{chat_id}",
        )

    rows: list[tuple[int | None, int | None, int | None]] = [
        *((each.id, None, post("person", each.chat_id)) for each in found.people),
        *((None, None, post("group", group.chat_id)) for group in found.groups),
        *((each.id, None, None) for each in found.missing),
        *((None, unit.id, None) for unit in found.empty),
    ]
    for person_id, unit_id, outbox_id in rows:
        insert(
            db,
            "broadcast_recipients",
            broadcast_id=broadcast_id,
            person_id=person_id,
            unit_id=unit_id,
            outbox_id=outbox_id,
        )
