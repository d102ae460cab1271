"""Leave that is put down: from a first to a last day somebody is away, and another may stand in."""

from dataclasses import dataclass
from datetime import date, datetime

from data.people.people import Person, person_by_id
from data.store import Database, Row, exists, fetch_all, first_of
from data.store.queries import Parameters
from data.store.records import record_of


@dataclass(frozen=True, slots=True)
class Absence:
    """Somebody of a unit is away; `stand_in` is who stands in, None for nobody by name."""

    id: int
    person: Person
    unit: str
    first: date
    last: date
    stand_in: Person | None


def absence_by_id(db: Database, absence_id: int) -> Absence:
    """An absence, be it over. Raises LookupError where there is none such."""
    return first_of(_absences(db, "absences.id = ?", [absence_id]), LookupError)


def find_absence(db: Database, absence_id: int) -> Absence | None:
    """An absence that is not over, by its id."""
    return next(iter(_absences(db, "absences.id = ? AND ended_at IS NULL", [absence_id])), None)


def absences_on(db: Database, day: date) -> list[Absence]:
    """Who is away on a day or will be, the first to go first."""
    return _absences(db, "ended_at IS NULL AND last_day >= ? ORDER BY first_day", [day])


def own_absences(db: Database, person: Person, day: date) -> list[Absence]:
    """The leave of a person that is not over on a day, the first to begin first."""
    return [each for each in absences_on(db, day) if each.person.id == person.id]


def put_down_since(db: Database, person: Person, moment: datetime) -> bool:
    """Whether leave of a person that is not over was put down after a moment."""
    sql = "SELECT 1 FROM absences WHERE person_id = ? AND ended_at IS NULL AND at >= ?"
    return exists(db, sql, [person.id, moment])


def is_away(db: Database, person_id: int, unit_id: int, day: date) -> bool:
    """Whether somebody of a unit is on leave on a day."""
    return exists(
        db,
        """SELECT 1 FROM absences WHERE person_id = ? AND unit_id = ? AND ended_at IS NULL
        AND first_day <= ? AND last_day >= ?""",
        [person_id, unit_id, day, day],
    )


def _absences(db: Database, which: str, parameters: Parameters) -> list[Absence]:
    sql = """SELECT absences.*, first_day AS first, last_day AS last, units.name AS unit
        FROM absences JOIN units ON units.id = unit_id WHERE """
    return [_absence(db, row) for row in fetch_all(db, sql + which, parameters)]


def _absence(db: Database, row: Row) -> Absence:
    stand_in = person_by_id(db, row["stand_in"]) if row["stand_in"] else None
    return record_of(Absence, row, person=person_by_id(db, row["person_id"]), stand_in=stand_in)
