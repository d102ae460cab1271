"""An answer to a request for more time taken back: the request waits again, and who has heard it hears of that."""

from datetime import datetime
from zoneinfo import ZoneInfo

from data.errors import Refusal, StaleButton
from data.errors.plans import ChangedSince
from data.letters import Letter, post, take_back
from data.office.extensions import find_extension
from data.people.people import hearers
from data.standing.rows import keep
from data.store import Database, update
from data.times import day_of


def undo_decision(db: Database, extension_id: int, now: datetime, zone: ZoneInfo) -> None:
    """Let a request wait for its answer again. Within the caller's transaction; raises StaleButton where it is gone."""
    asked = find_extension(db, extension_id, day_of(now, zone), zone)
    if asked is None:
        raise StaleButton
    update(db, "extensions", extension_id, verdict=None, decided=None, answer=None, decided_by=None, decided_at=None)
    keep(db, [asked.assignment.id or 0], now, zone)
    heard = take_back(db, [Letter.EXTENSION_DECIDED], Letter.EXTENSION_UNDONE, extension_id, now)
    people = [each for each in hearers(db, asked.assignment.unit_id or 0) if each.telegram_id in heard]
    post(db, Letter.EXTENSION_UNDONE, extension_id, people, now, zone)


def why_decision_stands(db: Database, extension_id: int, now: datetime, zone: ZoneInfo) -> Refusal | None:
    """Why an answer cannot be taken back any more: the unit has asked or reported since, or the deadline has been
    changed; None where it can."""
    asked = find_extension(db, extension_id, day_of(now, zone), zone)
    if asked is None or asked.decision is None:
        return StaleButton()
    as_decided = asked.assignment.due == (asked.decided or asked.due_before)
    stands = not asked.latest or asked.withdrawn or asked.assignment.finished or not as_decided
    return ChangedSince(asked.assignment.code) if stands else None
