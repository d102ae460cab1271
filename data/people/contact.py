"""Whom people can ask in the office: a name and a number, as the office has entered them."""

from datetime import datetime

from data.people.people import Person, check_coordinator
from data.store import Database, audit, transaction
from data.store.settings import read_setting, write_setting

CONTACT = "office_contact"
"""The setting that holds the office's contact."""


def office_contact(db: Database) -> str:
    """The office's contact, as it was entered; empty while there is none."""
    return read_setting(db, CONTACT) or ""


def enter_contact(db: Database, by: Person, contact: str, now: datetime, source: str) -> None:
    """Keep another contact of the office. Raises ForTheOffice."""
    with transaction(db):
        check_coordinator(db, by.id)
        if contact != office_contact(db):
            write_setting(db, CONTACT, contact)
            audit.record(db, now, "office_contact", "", person_id=by.id, source=source, contact=contact)
