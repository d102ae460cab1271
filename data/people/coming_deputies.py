"""Deputies who have opened their link and have not begun: their first day is to come, or the office has to agree."""

from dataclasses import dataclass
from datetime import date

from data.errors import NotYours, StaleButton
from data.people.actor import Actor
from data.people.people import Role
from data.store import Database, fetch_all, fetch_one, transaction, update
from data.times import stored_day


@dataclass(frozen=True, slots=True)
class Coming:
    """A deputy who has opened the link and begins on a later day, or waits for the office."""

    arrival_id: int
    name: str
    first: date | None
    until: date | None


COMING = f"""SELECT arrivals.id, people.name, first_day, until, unit_id FROM arrivals
JOIN invites ON invites.id = invite_id JOIN people ON people.id = arrivals.person_id
WHERE state IN ('waiting', 'coming') AND invites.role = '{Role.DEPUTY}'"""


def coming_deputies(db: Database, unit_id: int) -> tuple[Coming, ...]:
    """The deputies of a unit who have not begun, in the order they came."""
    rows = fetch_all(db, f"{COMING} AND unit_id = ? ORDER BY arrivals.id", [unit_id])
    return tuple(Coming(row["id"], row["name"], stored_day(row["first_day"]), stored_day(row["until"])) for row in rows)


def drop_coming(db: Database, by: Actor, arrival_id: int) -> int:
    """Let somebody not become the deputy who has not begun. Returns the unit's id. Raises StaleButton and NotYours."""
    with transaction(db):
        row = fetch_one(db, f"{COMING} AND arrivals.id = ?", [arrival_id])
        if row is None:
            raise StaleButton
        if row["unit_id"] not in (each.unit_id for each in by.person.liaison_for):
            raise NotYours
        update(db, "arrivals", arrival_id, state="refused")
        by.record(db, "drop_deputy", row["name"], unit_id=row["unit_id"])
    return int(row["unit_id"])
