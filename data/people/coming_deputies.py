"""Deputies who have opened the link but not begun: they begin on a later day, or wait for the office."""

from dataclasses import dataclass
from datetime import date, datetime

from data.errors import StaleButton
from data.letters import Letter, post_letter
from data.people.actor import Actor
from data.people.invitations import IS_A_REQUEST
from data.people.people import Role, liaison_membership, person_by_id
from data.store import Database, record_of, transaction
from data.store.queries import Parameters


@dataclass(frozen=True, slots=True)
class ComingDeputy:
    """A deputy who has opened the link but begins on a later day or waits for the office."""

    arrival_id: int
    name: str
    first: date | None
    until: date | None


COMING = f"""SELECT arrivals.id AS arrival_id, arrivals.person_id, invite_id, people.name, first_day AS first, until,
    unit_id
FROM arrivals
JOIN invites ON invites.id = invite_id JOIN people ON people.id = arrivals.person_id
WHERE state IN ('waiting', 'coming') AND invites.role = '{Role.DEPUTY}' AND NOT {IS_A_REQUEST}"""
"""SQL for deputies who have not begun; strangers who ask to be one are the office's to decide on."""


def coming_deputies(db: Database, unit_id: int) -> tuple[ComingDeputy, ...]:
    """Return the unit's deputies who have not begun, in the order they came."""
    rows = db.fetch_all(f"{COMING} AND unit_id = ? ORDER BY arrivals.id", [unit_id])
    return tuple(record_of(ComingDeputy, row) for row in rows)


def drop_coming_deputy(db: Database, by: Actor, arrival_id: int) -> int:
    """Cancel a deputy who has not begun, and return the unit's id. Raises StaleButton and NotYours."""
    with transaction(db):
        row = db.fetch_row(f"{COMING} AND arrivals.id = ?", [arrival_id], StaleButton)
        liaison_membership(by.person, row["unit_id"])
        turn_away(db, "arrivals.id = ?", [arrival_id], by.now)
        by.record(db, "drop_deputy", row["name"], unit_id=row["unit_id"])
    return int(row["unit_id"])


def turn_away(db: Database, which: str, parameters: Parameters, now: datetime) -> None:
    """Cancel the deputies who have not begun for whom the SQL condition `which` holds, and tell them. To be called
    within a transaction."""
    for row in db.fetch_all(f"{COMING} AND {which}", parameters):
        db.update("arrivals", row["arrival_id"], state="refused")
        post_letter(db, Letter.DEPUTY_ENDED, row["invite_id"], [person_by_id(db, row["person_id"])], now)
