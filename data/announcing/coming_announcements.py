"""Broadcasts and nudges that wait for their time; content and recipients are determined when it comes. What a broadcast
in the outbox says by then is looked up once more."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from data.announcing.answers import given_answer, was_asked_before
from data.announcing.broadcasts import Broadcast, broadcast_by_id, waiting_broadcasts
from data.announcing.nudges import Asked, Nudging, asked_in_nudge, is_still_to_do, name_of, nudging, record_nudge
from data.announcing.recipients import put_broadcast_in_outbox, recipients
from data.letters import Letter, post_letter
from data.notices.groups import bound_group
from data.notices.outbox import Claimed, cancel, mark_dead
from data.notices.pauses import quiet_hours
from data.notices.plan_rules import sending_hours
from data.notices.rules import Audience, Recipient
from data.people.actor import Actor
from data.people.people import Person, is_of_the_office, person_by_id, who_is
from data.store import Database, Row, audit, transaction
from data.store.audit import last_restore
from data.times import day_of, moment

_WAITING = "SELECT id, person_id, at, send_at FROM nudges WHERE waits"


def next_waiting_at(db: Database) -> datetime | None:
    """Return when the next broadcast or nudge goes out, or None."""
    times = (
        db.fetch_text("SELECT min(send_at) FROM broadcasts WHERE chosen IS NOT NULL"),
        db.fetch_text("SELECT min(send_at) FROM nudges WHERE waits"),
    )
    return min((moment(each) for each in times if each is not None), default=None)


def number_waiting(db: Database, person_id: int) -> int:
    """Return how many broadcasts and nudges of a person wait for their time."""
    sql = """SELECT (SELECT count(*) FROM broadcasts WHERE chosen IS NOT NULL AND person_id = ?1)
        + (SELECT count(*) FROM nudges WHERE waits AND person_id = ?1)"""
    return db.fetch_number(sql, [person_id]) or 0


def send_due_announcements(db: Database, now: datetime) -> None:
    """Send the broadcasts whose time has come, to their recipients at this moment, and the nudges, for what is still to
    be done and was not reported on or asked for since.

    Those of people who are no longer coordinators are stopped. What may have gone out before a restored backup is
    marked as a possible repetition.
    """
    first = next_waiting_at(db)
    if first is None or first > now:
        return
    restored = last_restore(db)
    with transaction(db):
        sql = "SELECT id FROM broadcasts WHERE chosen IS NOT NULL AND send_at <= ? ORDER BY id"
        for broadcast_id in db.fetch_column(sql, [now]):
            _begin_broadcast(db, broadcast_by_id(db, broadcast_id), now, restored)
    with transaction(db):
        for row in db.fetch_all(f"{_WAITING} AND send_at <= ? ORDER BY send_at, id", [now]):
            _begin_nudge(db, row, now, restored)


def _begin_broadcast(db: Database, waiting: Broadcast, now: datetime, restored: datetime | None) -> None:
    if not is_of_the_office(db, waiting.person_id):
        db.update("broadcasts", waiting.id, stopped_at=now, finished_at=now, chosen=None)
        audit.record(db, now, "broadcast_stopped", str(waiting.id), left=0)
        return
    assert waiting.chosen is not None
    repeated = restored is not None and waiting.sent_at <= restored
    found = recipients(db, waiting.chosen, day_of(now, db.zone))
    put_broadcast_in_outbox(db, waiting.id, found, now, repeated=repeated)
    db.update("broadcasts", waiting.id, chosen=None)


def is_nudge_waiting(db: Database, nudge_id: int) -> bool:
    """Return whether a nudge, or another one ordered in the same dialog, still waits."""
    source = db.fetch_text("SELECT source FROM nudges WHERE id = ?", [nudge_id]) or ""
    ordered = ":".join(source.split(":")[:2])
    parts = "SELECT 1 FROM nudges WHERE waits AND (source = ?1 OR source LIKE ?1 || ':%')"
    return db.exists(parts, [ordered])


def stop_nudge(db: Database, nudge_id: int, now: datetime) -> None:
    """Stop a waiting nudge, within the caller's transaction."""
    db.change("UPDATE nudges SET waits = 0, stopped_at = ? WHERE waits AND id = ?", [now, nudge_id])


def _begin_nudge(db: Database, row: Row, now: datetime, restored: datetime | None) -> None:
    if not is_of_the_office(db, row["person_id"]):
        stop_nudge(db, row["id"], now)
        return
    found = _nudging_at(db, row, now)
    db.update("nudges", row["id"], waits=0)
    needless = """DELETE FROM nudged WHERE nudge_id = ?
        AND ifnull(assignment_id, unit_return_id) NOT IN (SELECT value FROM json_each(?))"""
    db.change(needless, [row["id"], [each.id for each in found.asked]])
    if found.asked:
        repeated = restored is not None and moment(row["send_at"]) <= restored
        post_letter(db, Letter.NUDGE, row["id"], found.people, now, repeated=repeated)
        record_nudge(db, Actor(person_by_id(db, row["person_id"]), now, db.zone), found)


def _nudging_at(db: Database, row: Row, at: datetime) -> Nudging[Asked]:
    """Return what a nudge asks for at the moment `at`, leaving out tasks reported on since it was ordered."""
    asked, ordered = asked_in_nudge(db, row["id"], at), moment(row["at"])
    left = [each for each in asked if is_still_to_do(each, ordered)]
    return nudging(db, left, at, excluding_nudge_id=row["id"])


@dataclass(frozen=True, slots=True)
class Hearer:
    """A chat that would get a message, when, and the name of the person or group."""

    at: datetime
    to: Recipient
    name: str


@dataclass(frozen=True, slots=True)
class ComingAnnouncement:
    """The text of a waiting broadcast, or what a waiting nudge asks for, with its recipients, earliest first."""

    title: str
    hearers: tuple[Hearer, ...]
    nudges: bool = False

    @property
    def at(self) -> datetime:
        """When the first message goes out."""
        return self.hearers[0].at


def announcements_between(db: Database, first: date, last: date) -> Iterator[ComingAnnouncement]:
    """Yield the broadcasts and nudges that would go out on the days of a span, with their recipients."""
    hours, quiet = sending_hours(db), quiet_hours(db)
    for at, title, to, nudges in (*_broadcasts(db), *_nudges(db)):
        heard = (
            Hearer(hours.next_opening(at, reminder=False, quiet=quiet.get(each.chat_id or 0)), each, name)
            for each, name in to
        )
        hearers = sorted((each for each in heard if first <= each.at.date() <= last), key=lambda each: each.at)
        if hearers:
            yield ComingAnnouncement(title, tuple(hearers), nudges)


_Coming = tuple[datetime, str, list[tuple[Recipient, str]], bool]
"""When something goes out, its text, its recipients with their names, and whether it is a nudge."""


def _broadcasts(db: Database) -> Iterator[_Coming]:
    for each in waiting_broadcasts(db):
        assert each.chosen is not None
        found = recipients(db, each.chosen, day_of(each.sent_at, db.zone))
        to = [
            *((Recipient(Audience.PERSON, one.chat_id, "、".join(one.units)), one.name) for one in found.people),
            *((Recipient(Audience.GROUP, one.chat_id, None), one.title) for one in found.groups),
        ]
        yield each.sent_at, each.said.text or each.said.files[0].name, to, False


def _nudges(db: Database) -> Iterator[_Coming]:
    """Yield the waiting nudges, except those of people who are no longer coordinators."""
    for row in db.fetch_all(f"{_WAITING} ORDER BY send_at, id"):
        if is_of_the_office(db, row["person_id"]):
            at = moment(row["send_at"])
            found = _nudging_at(db, row, at)
            to = [
                (Recipient(Audience.PERSON, each.telegram_id, "、".join(each.units)), each.name)
                for each in found.people
            ]
            yield at, "、".join(dict.fromkeys(name_of(each) for each in found.asked)), to, True


@dataclass(frozen=True, slots=True)
class Announcement:
    """A broadcast to a person (None for a group), the index of the answer already given, if any, and whether the same
    was `asked_before` and not answered."""

    broadcast: Broadcast
    person: Person | None
    answered: int | None = None
    asked_before: bool = False


def announcement(db: Database, claimed: Claimed, now: datetime) -> Announcement | None:
    """Return the broadcast to send, or None if the recipient has left, was unbound, or the broadcast was stopped.

    In that case the row is cancelled, or marked as dead if it may have arrived.
    """
    broadcast = broadcast_by_id(db, claimed.subject_id or 0)
    person = who_is(db, claimed.chat_id, day_of(now, db.zone)) if claimed.audience is Audience.PERSON else None
    is_group = claimed.audience is Audience.GROUP and bound_group(db, claimed.chat_id) is not None
    if broadcast.stopped or not (is_group or (person and person.speaks_for)):
        if claimed.repeated:
            mark_dead(db, claimed, "uncertain")
        else:
            cancel(db, claimed)
        return None
    if person is None:
        return Announcement(broadcast, person)
    answered = given_answer(db, person.id, broadcast.id)
    asked_before = answered is None and was_asked_before(db, broadcast, person.id)
    return Announcement(broadcast, person, answered, asked_before)
