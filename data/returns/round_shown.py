"""Which round of a statistics return a coordinator has just looked at."""

from datetime import datetime, timedelta

from data.errors import StaleButton, unless
from data.people.people import Person
from data.reporting.review_cards import card_shown_last
from data.returns.rounds import Round, round_by_id
from data.store import Database

REMEMBERED_FOR = timedelta(minutes=15)
"""How long after looking at a round a message without a title refers to it."""


def remember_round(db: Database, person: Person, round_id: int, message_id: int, now: datetime) -> None:
    """Store which round a coordinator looks at, and in which message."""
    if person.is_coordinator:
        of = {"person_id": person.id, "round_id": round_id, "message_id": message_id}
        db.put("rounds_looked_at", ["person_id"], **of, at=now)


def round_looked_at(db: Database, person: Person, now: datetime, *, since: int = 0) -> Round | None:
    """Return the round that a coordinator has just looked at, in the message `since` or a later one, or None.

    None, too, if a report to review was shown since.
    """
    row = db.fetch_one(
        "SELECT round_id, message_id FROM rounds_looked_at WHERE person_id = ? AND at > ?",
        [person.id, now - REMEMBERED_FOR],
    )
    if row is None or row["message_id"] < since or (card_shown_last(db, person) or 0) > row["message_id"]:
        return None
    return unless(StaleButton, round_by_id, db, row["round_id"])
