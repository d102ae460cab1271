"""The actor of a use-case: the person, the moment, and the message that caused it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Self
from zoneinfo import ZoneInfo

from data.people.people import Person, check_coordinator
from data.store import Database, audit, transaction
from data.times import day_of


@dataclass(frozen=True, slots=True)
class Actor:
    """A person who acts `now` through the message or command named by `source`. Days are those of `zone`."""

    person: Person
    now: datetime
    zone: ZoneInfo
    source: str = ""

    @property
    def id(self) -> int:
        """The person's id."""
        return self.person.id

    @property
    def today(self) -> date:
        """The present day in the zone."""
        return day_of(self.now, self.zone)

    def through(self, source: str) -> Self:
        """Return the same actor with another source, such as a dialog, whose result is recorded only once."""
        return replace(self, source=source)

    def check_office(self, db: Database) -> None:
        """Raise ForTheOffice unless the person is a coordinator now."""
        check_coordinator(db, self.person.id)

    @contextmanager
    def office_act(self, db: Database) -> Iterator[None]:
        """Open a transaction for something that only the office may do. Raises ForTheOffice."""
        with transaction(db):
            self.check_office(db)
            yield

    def record(self, db: Database, action: str, subject: str, **detail: object) -> None:
        """Add a row to the audit. To be called within the transaction of the change it describes."""
        audit.record(db, self.now, action, subject, person_id=self.person.id, source=self.source, **detail)
