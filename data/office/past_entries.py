"""Single entries of the history: a report or a request for more time, with its outcome."""

from typing import TypeVar

from data.errors import NotYours
from data.office.extensions import EXTENSIONS, PastExtension
from data.people.people import Person
from data.reporting.reviews import FullReport, full_report
from data.standing.rows import ALWAYS
from data.store import Database
from data.store.records import in_zone, record_of

Entry = FullReport | PastExtension
E = TypeVar("E", FullReport, PastExtension)


def past_report(db: Database, person: Person, report_id: int) -> FullReport:
    """Return a report. Raises NotYours if the person may not see it."""
    return _visible(person, full_report(db, report_id))


def past_extension(db: Database, person: Person, extension_id: int) -> PastExtension:
    """Return a request for more time. Raises NotYours if the person may not see it."""
    query = f"{EXTENSIONS} WHERE extensions.id = :id"
    row = db.fetch_one(query, {"until": ALWAYS, "id": extension_id})
    return _visible(person, in_zone(record_of(PastExtension, row), db.zone) if row else None)


def sees_unit(person: Person, unit_id: int) -> bool:
    """Return whether a person may see what a unit reports."""
    return person.sees_everything or unit_id in person.speaks_for


def past_entry(db: Database, person: Person, kind: str, entry_id: int) -> Entry:
    """Return a history entry of kind 'report' or 'extension'. Raises NotYours if the person may not see its unit."""
    return (past_report if kind == "report" else past_extension)(db, person, entry_id)


def _visible(person: Person, found: E | None) -> E:
    if found is None or not sees_unit(person, found.unit_id):
        raise NotYours
    return found
