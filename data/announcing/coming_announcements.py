"""Broadcasts and nudges that wait for their time: when each chat would hear what, and how they begin."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from data.announcing.broadcasts import broadcast_by_id
from data.announcing.recipients import recipients
from data.announcing.timed_broadcasts import begin_broadcasts, next_broadcast_at, waiting_broadcasts
from data.announcing.timed_nudges import begin_nudges, next_nudge_at, waiting_nudges
from data.notices.pauses import quiet_hours
from data.notices.rules import Audience, Recipient
from data.notices.sending_hours import sending_hours
from data.store import Database
from data.times import day_of


@dataclass(frozen=True, slots=True)
class Hearer:
    """A chat that would hear it, and when; `name` is the person's or the group's."""

    at: datetime
    to: Recipient
    name: str


@dataclass(frozen=True, slots=True)
class ComingAnnouncement:
    """What a waiting broadcast says or which tasks a waiting nudge asks for, and who would hear it, the first first."""

    title: str
    hearers: tuple[Hearer, ...]
    nudges: bool = False

    @property
    def at(self) -> datetime:
        """When it begins to go out."""
        return self.hearers[0].at


class _Times:
    """When somebody would hear what goes out at a moment."""

    def __init__(self, db: Database, zone: ZoneInfo) -> None:
        self._hours, self._quiet = sending_hours(db, zone), quiet_hours(db)

    def hearer(self, at: datetime, to: Recipient, name: str) -> Hearer:
        """A chat with that moment."""
        quiet = self._quiet.get(to.chat_id or 0)
        return Hearer(self._hours.next_opening(at, reminder=False, quiet=quiet), to, name)


def announcements_between(db: Database, first: date, last: date, zone: ZoneInfo) -> Iterator[ComingAnnouncement]:
    """The broadcasts and nudges that would be heard on the days of a span, with those who would hear them then."""
    for each in (*_broadcasts(db, zone), *_nudges(db, zone)):
        heard = tuple(hearer for hearer in each.hearers if first <= hearer.at.date() <= last)
        if heard:
            yield replace(each, hearers=heard)


def _broadcasts(db: Database, zone: ZoneInfo) -> Iterator[ComingAnnouncement]:
    times = _Times(db, zone)
    for waiting in waiting_broadcasts(db):
        found = recipients(db, waiting.chosen, day_of(waiting.at, zone))
        addressed = [
            *((Recipient(Audience.PERSON, each.chat_id, "、".join(each.units)), each.name) for each in found.people),
            *((Recipient(Audience.GROUP, each.chat_id, None), each.title) for each in found.groups),
        ]
        said = broadcast_by_id(db, waiting.id).said
        hearers = sorted((times.hearer(waiting.at, *each) for each in addressed), key=lambda each: each.at)
        yield ComingAnnouncement(said.text or said.files[0].name, tuple(hearers))


def _nudges(db: Database, zone: ZoneInfo) -> Iterator[ComingAnnouncement]:
    times = _Times(db, zone)
    for waiting in waiting_nudges(db, zone):
        people = [
            (Recipient(Audience.PERSON, each.telegram_id, "、".join(each.units)), each.name)
            for each in waiting.found.people
        ]
        hearers = sorted((times.hearer(waiting.at, *each) for each in people), key=lambda each: each.at)
        codes = dict.fromkeys(each.code for each in waiting.found.asked)
        yield ComingAnnouncement("、".join(codes), tuple(hearers), nudges=True)


def begin_waiting(db: Database, now: datetime, zone: ZoneInfo) -> None:
    """Let all go out whose time has come."""
    begin_broadcasts(db, now, zone)
    begin_nudges(db, now, zone)


def next_waiting_at(db: Database) -> datetime | None:
    """When the next is to go out; None where nothing waits."""
    times = (next_broadcast_at(db), next_nudge_at(db))
    return min((each for each in times if each is not None), default=None)
