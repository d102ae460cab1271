"""Whether newcomers wait until the office agrees."""

from datetime import datetime

from data.people.people import Person, check_coordinator
from data.store import Database, audit, transaction
from data.store.settings import read_setting, write_setting

CONSENT = "newcomers_need_consent"
"""The setting that says so, and how the record calls a change of it."""


def needs_consent(db: Database) -> bool:
    """Whether a newcomer waits until the office agrees."""
    return read_setting(db, CONSENT) == "yes"


def ask_for_consent(db: Database, by: Person, wanted: bool, now: datetime, source: str) -> None:
    """Let newcomers wait for the office, or not; those who wait go on waiting. Raises ForTheOffice."""
    with transaction(db):
        check_coordinator(db, by.id)
        if wanted != needs_consent(db):
            write_setting(db, CONSENT, "yes" if wanted else "no")
            audit.record(db, now, CONSENT, "", person_id=by.id, source=source, wanted=wanted)
