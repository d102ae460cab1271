"""Contacts: the office's contact, phone numbers entered for people, and whether newcomers need the office's consent."""

from data.people.actor import Actor
from data.store import Database
from data.store.settings import read_setting, write_setting

CONTACT = "office_contact"
"""The setting that holds the office's contact."""


def office_contact(db: Database) -> str:
    """Return the office's contact as entered, or an empty string."""
    return read_setting(db, CONTACT) or ""


def enter_contact(db: Database, by: Actor, contact: str) -> None:
    """Set the office's contact. Raises ForTheOffice."""
    with by.office_act(db):
        before = office_contact(db)
        if contact != before:
            write_setting(db, CONTACT, contact)
            by.record(db, "office_contact", "", before=before, contact=contact)


def enter_phone(db: Database, by: Actor, person_id: int, number: str) -> None:
    """Set the number at which a person can be called, or delete it if empty. Raises ForTheOffice."""
    with by.office_act(db):
        if db.change("UPDATE people SET phone = ? WHERE id = ? AND phone <> ?", [number, person_id, number]):
            by.record(db, "enter_phone", str(person_id))


CONSENT = "newcomers_need_consent"
"""The setting for whether newcomers need consent, and the audit's name for a change of it."""


def needs_consent(db: Database) -> bool:
    """Return whether newcomers wait until the office agrees."""
    return read_setting(db, CONSENT) == "yes"


def set_consent_needed(db: Database, by: Actor, wanted: bool) -> None:
    """Set whether newcomers wait for the office; people already waiting still do. Raises ForTheOffice."""
    with by.office_act(db):
        if wanted != needs_consent(db):
            write_setting(db, CONSENT, "yes" if wanted else "no")
            by.record(db, CONSENT, "", wanted=wanted)
