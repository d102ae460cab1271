"""The present content of a broadcast in the outbox, if it is still to be sent."""

from dataclasses import dataclass
from datetime import datetime

from data.announcing.answers import given_answer
from data.announcing.broadcasts import Broadcast, broadcast_by_id
from data.notices.groups import bound_group
from data.notices.outbox import Claimed, cancel, mark_dead
from data.notices.rules import Audience
from data.people.people import Person, who_is
from data.store import Database
from data.times import day_of


@dataclass(frozen=True, slots=True)
class Announcement:
    """A broadcast to a person (None for a group), and the index of the answer already given, if any."""

    broadcast: Broadcast
    person: Person | None
    answered: int | None = None


def announcement(db: Database, claimed: Claimed, now: datetime) -> Announcement | None:
    """Return the broadcast to send, or None if the recipient has left, was unbound, or the broadcast was stopped.

    In that case the row is cancelled, or marked as dead if it may have arrived.
    """
    broadcast = broadcast_by_id(db, claimed.subject_id or 0)
    person = who_is(db, claimed.chat_id, day_of(now, db.zone)) if claimed.audience is Audience.PERSON else None
    is_group = claimed.audience is Audience.GROUP and bound_group(db, claimed.chat_id) is not None
    if broadcast.stopped or not (is_group or (person and person.speaks_for)):
        if claimed.repeated:
            mark_dead(db, claimed, "uncertain")
        else:
            cancel(db, claimed)
        return None
    return Announcement(broadcast, person, given_answer(db, person.id, broadcast.id) if person else None)
