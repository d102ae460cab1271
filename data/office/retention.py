"""The office sets how long is kept what is kept for a while only."""

from datetime import datetime

from data.errors.numbers import NotBetween
from data.people.people import Person, check_coordinator
from data.store import Database, audit, transaction
from data.store.retention import LEAST_AND_MOST, Kept, kept
from data.store.settings import write_setting


def checked_retention(what: Kept, value: int) -> int:
    """A number that may be set. Raises NotBetween."""
    least, most = LEAST_AND_MOST[what]
    if not least <= value <= most:
        raise NotBetween(least, most)
    return value


def keep_for(db: Database, by: Person, what: Kept, value: int, now: datetime, source: str) -> None:
    """Keep something for so many days, or so many of it. The same again changes nothing. Raises ForTheOffice and
    NotBetween."""
    with transaction(db):
        check_coordinator(db, by.id)
        before = kept(db, what)
        if checked_retention(what, value) != before:
            write_setting(db, what, str(value))
            audit.record(db, now, "retention", what, person_id=by.id, source=source, before=before, after=value)
