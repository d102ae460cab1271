"""Whether newcomers wait until the office agrees."""

from data.people.actor import Actor
from data.store import Database
from data.store.settings import read_setting, write_setting

CONSENT = "newcomers_need_consent"
"""The setting that says so, and how the record calls a change of it."""


def needs_consent(db: Database) -> bool:
    """Whether a newcomer waits until the office agrees."""
    return read_setting(db, CONSENT) == "yes"


def ask_for_consent(db: Database, by: Actor, wanted: bool) -> None:
    """Let newcomers wait for the office, or not; those who wait go on waiting. Raises ForTheOffice."""
    with by.office_act(db):
        if wanted != needs_consent(db):
            write_setting(db, CONSENT, "yes" if wanted else "no")
            by.record(db, CONSENT, "", wanted=wanted)
