"""Which round of a statistics return somebody of the office has before them."""

from datetime import datetime, timedelta

from data.people.people import Person
from data.reporting.review_cards import card_shown_last
from data.returns.rounds import Round, find_round
from data.store import Database, fetch_one, put

BEFORE_ONES_EYES = timedelta(minutes=15)
"""So long after looking at a round what is said without a name is about it."""


def remember_round(db: Database, person: Person, round_id: int, message_id: int, now: datetime) -> None:
    """Note that somebody of the office looks at a round, and where."""
    if person.is_coordinator:
        of = {"person_id": person.id, "round_id": round_id, "message_id": message_id}
        put(db, "rounds_looked_at", ["person_id"], **of, at=now)


def round_before_ones_eyes(db: Database, person: Person, now: datetime) -> Round | None:
    """The round that somebody of the office has looked at just now; None where it is a while ago, or where a report to
    review was shown since."""
    row = fetch_one(
        db,
        "SELECT round_id, message_id FROM rounds_looked_at WHERE person_id = ? AND at > ?",
        [person.id, now - BEFORE_ONES_EYES],
    )
    if row is None or (card_shown_last(db, person) or 0) > row["message_id"]:
        return None
    return find_round(db, row["round_id"])
