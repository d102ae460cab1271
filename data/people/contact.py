"""How to reach people: the office's contact, the phone numbers it has entered, and whether newcomers need its
consent."""

from data.patterns import Pattern
from data.people.actor import Actor
from data.store import Database, change
from data.store.settings import read_setting, write_setting

CONTACT = "office_contact"
"""The setting that holds the office's contact."""


def office_contact(db: Database) -> str:
    """The office's contact as it was entered, or an empty text."""
    return read_setting(db, CONTACT) or ""


def enter_contact(db: Database, by: Actor, contact: str) -> None:
    """Set the office's contact. Raises ForTheOffice."""
    with by.office_act(db):
        before = office_contact(db)
        if contact != before:
            write_setting(db, CONTACT, contact)
            by.record(db, "office_contact", "", before=before, contact=contact)


_PHONE = Pattern(r"[+(]?\d[\d\-() 转]{4,22}\d")


def phone_in(text: str) -> str:
    """The phone number that a text consists of, as written; empty if it is none."""
    number = " ".join(text.split())
    digits = sum(char.isdigit() for char in number)
    return number if 5 <= digits <= 20 and not set(number) - set("0123456789+-() 转") else ""


def phone_within(text: str) -> str:
    """The phone number within a sentence; empty if there is none, or more than one."""
    found = [each[0].strip() for each in _PHONE.finditer(text) if phone_in(each[0].strip())]
    return found[0] if len(found) == 1 else ""


def without_phone(text: str) -> str:
    """Words without the phone numbers that stand in them."""
    return " ".join(_PHONE.sub(" ", text).split())


def enter_phone(db: Database, by: Actor, person_id: int, number: str) -> None:
    """Set the number at which somebody can be called, or delete it if empty. Raises ForTheOffice."""
    with by.office_act(db):
        if change(db, "UPDATE people SET phone = ? WHERE id = ? AND phone <> ?", [number, person_id, number]):
            by.record(db, "enter_phone", str(person_id))


CONSENT = "newcomers_need_consent"
"""The setting that says so, and how the record calls a change of it."""


def needs_consent(db: Database) -> bool:
    """Whether a newcomer waits until the office agrees."""
    return read_setting(db, CONSENT) == "yes"


def ask_for_consent(db: Database, by: Actor, wanted: bool) -> None:
    """Switch on or off whether newcomers wait for the office; those who wait already go on waiting. Raises
    ForTheOffice."""
    with by.office_act(db):
        if wanted != needs_consent(db):
            write_setting(db, CONSENT, "yes" if wanted else "no")
            by.record(db, CONSENT, "", wanted=wanted)
