"""A report as it was given, and a request for more time, each with what became of it."""

from typing import TypeVar

from data.errors import NotYours
from data.office.extensions import EXTENSIONS, PastExtension
from data.people.people import Person
from data.reporting.reviews import Reviewed, reviewed
from data.standing.rows import ALWAYS
from data.store import Database, fetch_one
from data.store.records import in_zone, record_of

Entry = Reviewed | PastExtension
E = TypeVar("E", Reviewed, PastExtension)


def past_report(db: Database, person: Person, report_id: int) -> Reviewed:
    """One report. Raises NotYours."""
    return _visible(person, reviewed(db, report_id))


def past_extension(db: Database, person: Person, extension_id: int) -> PastExtension:
    """One request for more time. Raises NotYours."""
    query = f"{EXTENSIONS} WHERE extensions.id = :id"
    row = fetch_one(db, query, {"until": ALWAYS, "id": extension_id})
    return _visible(person, in_zone(record_of(PastExtension, row), db.zone) if row else None)


def sees_unit(person: Person, unit_id: int) -> bool:
    """Whether somebody may see what a unit reports."""
    return person.sees_everything or unit_id in person.speaks_for


def past_entry(db: Database, person: Person, kind: str, entry_id: int) -> Entry:
    """A `report` or an `extension`. Raises NotYours for one of a unit that the person may not see."""
    return (past_report if kind == "report" else past_extension)(db, person, entry_id)


def _visible(person: Person, found: E | None) -> E:
    if found is None or not sees_unit(person, found.unit_id):
        raise NotYours
    return found
