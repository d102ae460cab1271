"""Somebody who does something: the person, when, and by which message."""

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
    """A person who does something `now`, by the message or command that `source` names; days are those of the zone."""

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
        """The same actor with another source than a message: a dialog, which does its deed only once."""
        return replace(self, source=source)

    def check_office(self, db: Database) -> None:
        """Raise ForTheOffice unless the person is a coordinator now."""
        check_coordinator(db, self.person.id)

    @contextmanager
    def office_act(self, db: Database) -> Iterator[None]:
        """A transaction for something that only the office may do. Raises ForTheOffice."""
        with transaction(db):
            self.check_office(db)
            yield

    def record(self, db: Database, action: str, subject: str, **detail: object) -> None:
        """Add a line to the record of who changed what, in the transaction of the change it describes."""
        audit.record(db, self.now, action, subject, person_id=self.person.id, source=self.source, **detail)
