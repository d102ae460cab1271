"""Broadcasts that wait for their time: when each chat would hear what, as things are now."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from data.announcing.broadcasts import Said, broadcast_by_id
from data.announcing.recipients import recipients
from data.announcing.waiting import waiting_broadcasts
from data.notices.quiet_hours import quiet_hours
from data.notices.rules import Audience, Recipient
from data.notices.sending_hours import sending_hours
from data.store import Database
from data.times import day_of


@dataclass(frozen=True, slots=True)
class Hearer:
    """A chat that would hear a broadcast, and when; `name` is the person's or the group's."""

    at: datetime
    to: Recipient
    name: str


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What a waiting broadcast says, and who would hear it, the first first."""

    said: Said
    hearers: tuple[Hearer, ...]

    @property
    def at(self) -> datetime:
        """When it begins to go out."""
        return self.hearers[0].at

    @property
    def title(self) -> str:
        """Its words, or where there are none the name of its first file."""
        return self.said.text or self.said.files[0].name


def broadcasts_between(db: Database, first: date, last: date, zone: ZoneInfo) -> Iterator[Foreseen]:
    """The broadcasts that would be heard on the days of a span, with those who would hear them then."""
    hours, quiet = sending_hours(db, zone), quiet_hours(db)

    def hearer(at: datetime, to: Recipient, name: str) -> Hearer:
        return Hearer(hours.next_opening(at, reminder=False, quiet=quiet.get(to.chat_id or 0)), to, name)

    for waiting in waiting_broadcasts(db):
        found = recipients(db, waiting.chosen, day_of(waiting.at, zone))
        addressed = [
            *((Recipient(Audience.PERSON, each.chat_id, "、".join(each.units)), each.name) for each in found.people),
            *((Recipient(Audience.GROUP, each.chat_id, None), each.title) for each in found.groups),
        ]
        hearers = sorted((hearer(waiting.at, *each) for each in addressed), key=lambda each: each.at)
        heard = tuple(each for each in hearers if first <= each.at.date() <= last)
        if heard:
            yield Foreseen(broadcast_by_id(db, waiting.id).said, heard)
