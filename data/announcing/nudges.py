"""Nudges: the office asks for tasks once more, of all people of a unit, once in 24 hours for each task, at once or at a
time (timed_nudges.py)."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from data.announcing.sending_time import checked_moment
from data.errors.announcing import NobodyToNudge, NothingToNudge, NudgedAlready
from data.letters import Letter, post
from data.notices.outbox import Claimed, cancel
from data.notices.plan_rules import plan_rules
from data.people.actor import Actor
from data.people.people import Person, reachable_people, who_is
from data.standing.assignments import Assignment, assignments, urgency
from data.standing.selection import Unfinished, unfinished
from data.store import Database, fetch_all, fetch_column, fetch_one, insert, transaction, update
from data.times import day_of, moment, stored

ONCE_IN = timedelta(hours=24)
COMING_UP = timedelta(days=30)
MOST_WORDS = 300


@dataclass(frozen=True, slots=True)
class Nudging:
    """What a nudge would do now: `asked` are the tasks that it asks for, of the `people` who would hear; `rested` those
    that were asked for within 24 hours, with when; `unheard` those of units that have nobody."""

    asked: tuple[Assignment, ...]
    people: tuple[Person, ...]
    rested: tuple[tuple[Assignment, datetime], ...]
    unheard: tuple[Assignment, ...]


@dataclass(frozen=True, slots=True)
class Nudged:
    """A nudge as it is told to a person: what of it is still open."""

    person: Person
    words: str
    tasks: tuple[Assignment, ...]


def overdue_and_silent(db: Database, now: datetime, zone: ZoneInfo) -> list[Assignment]:
    """What is surely overdue and of which nothing has been reported for as long as the office is told of, of all
    units. A deadline in doubt is none to ask for unseen."""
    today, silent = day_of(now, zone), timedelta(days=plan_rules(db).escalation_after)
    found = unfinished(db, today, zone, Unfinished(until=today - timedelta(days=1)))
    return [each for each in found if each.id is not None and not each.doubtful and _is_silent(each, silent)]


def to_ask_of(db: Database, unit_ids: Sequence[int], now: datetime, zone: ZoneInfo) -> list[Assignment]:
    """What there is to ask of units: what is surely overdue, else what falls due within thirty days."""
    today = day_of(now, zone)
    found = unfinished(db, today, zone, Unfinished(until=today + COMING_UP), list(unit_ids))
    sure = [each for each in found if each.id is not None and not each.doubtful]
    return [each for each in sure if each.overdue] or sure


def nudging(db: Database, ids: Sequence[int], now: datetime, zone: ZoneInfo, but: int = 0) -> Nudging:
    """What a nudge for these assignments would do at a moment, as they stand; what is finished is left out. The nudge
    that is it itself, `but`, counts for none before it."""
    found = assignments(db, day_of(now, zone), zone, ids=list(ids)) if ids else []
    open_ones = sorted((each for each in found if not each.finished and each.id), key=urgency)
    rested = _asked_within_a_day(db, [each.id or 0 for each in open_ones], now, zone, but)
    people = {unit_id: reachable_people(db, unit_id) for unit_id in {each.unit_id or 0 for each in open_ones}}
    asked = [each for each in open_ones if each.id not in rested and people[each.unit_id or 0]]
    hearing = {person.id: person for each in asked for person in people[each.unit_id or 0]}
    return Nudging(
        asked=tuple(asked),
        people=tuple(hearing.values()),
        rested=tuple((each, rested[each.id]) for each in open_ones if each.id in rested),
        unheard=tuple(each for each in open_ones if each.id not in rested and not people[each.unit_id or 0]),
    )


def check_nudging(found: Nudging) -> Nudging:
    """The same, if it asks for anything. Raises NudgedAlready, NobodyToNudge or NothingToNudge where it does not."""
    if found.asked:
        return found
    if found.rested:
        assignment, at = found.rested[0]
        raise NudgedAlready(assignment.code, assignment.unit or "", at + ONCE_IN, len(found.rested))
    if found.unheard:
        raise NobodyToNudge(tuple(dict.fromkeys(each.unit or "" for each in found.unheard)))
    raise NothingToNudge


def send_nudge(
    db: Database, by: Actor, ids: Sequence[int], words: str, source: str, at: datetime | None = None
) -> Nudging:
    """Ask for these assignments, as far as they can be, now or `at` a moment; the same `source` asks once. Returns what
    is asked of whom, as things stand.

    Raises ForTheOffice, TimeGone and what check_nudging raises.
    """
    with transaction(db):
        if (before := fetch_one(db, "SELECT id FROM nudges WHERE source = ?", [source])) is not None:
            return _as_sent(db, before["id"], by.now, by.zone)
        by.check_office(db)
        if at is not None:
            checked_moment(at, by.now)
        found = check_nudging(nudging(db, ids, at or by.now, by.zone))
        nudge_id = insert(db, "nudges", person_id=by.id, words=words, source=source, at=stored(by.now))
        for each in found.asked:
            insert(db, "nudged_tasks", nudge_id=nudge_id, assignment_id=each.id)
        if at is None:
            post(db, Letter.NUDGE, nudge_id, found.people, by.now, by.zone)
            record_nudge(db, by, "nudge", found)
        else:
            update(db, "nudges", nudge_id, send_at=stored(at), waits=1)
            record_nudge(db, by, "nudge_later", found, nudge_id=nudge_id, at=stored(at))
        return found


def record_nudge(db: Database, by: Actor, action: str, found: Nudging, **detail: object) -> None:
    """Write down what is asked of how many."""
    codes = "、".join(dict.fromkeys(each.code for each in found.asked))
    counted = {"units": len({each.unit_id for each in found.asked}), "people": len(found.people)}
    by.record(db, action, codes, **counted, **detail)


def nudged(db: Database, claimed: Claimed, now: datetime, zone: ZoneInfo) -> Nudged | None:
    """What a nudge in the outbox says now: the tasks of the recipient's units that are neither finished nor reported on
    since. None when nothing of it is left; the row is then cancelled."""
    today = day_of(now, zone)
    person = who_is(db, claimed.chat_id, today)
    row = fetch_one(db, "SELECT words, at FROM nudges WHERE id = ?", [claimed.subject_id])
    found = tasks_of(db, claimed.subject_id or 0, now, zone) if row and person else []
    since = moment(row["at"]) if row else now
    tasks = [
        each
        for each in found
        if person and each.unit_id in person.speaks_for and not each.finished and not reported_since(each, since)
    ]
    if row is None or person is None or not tasks:
        cancel(db, claimed)
        return None
    return Nudged(person, row["words"], tuple(tasks))


def _as_sent(db: Database, nudge_id: int, now: datetime, zone: ZoneInfo) -> Nudging:
    tasks = tasks_of(db, nudge_id, now, zone)
    people = {person.id: person for each in tasks for person in reachable_people(db, each.unit_id or 0)}
    return Nudging(tuple(tasks), tuple(people.values()), (), ())


def tasks_of(db: Database, nudge_id: int, now: datetime, zone: ZoneInfo) -> list[Assignment]:
    """What a nudge asks for, as it stands."""
    ids = fetch_column(db, "SELECT assignment_id FROM nudged_tasks WHERE nudge_id = ?", [nudge_id])
    return assignments(db, day_of(now, zone), zone, ids=ids) if ids else []


def _asked_within_a_day(
    db: Database, ids: Sequence[int], now: datetime, zone: ZoneInfo, but: int
) -> dict[int | None, datetime]:
    """When those of these assignments are asked for last that are so in the 24 hours before a moment."""
    rows = fetch_all(
        db,
        """SELECT assignment_id, max(ifnull(send_at, at)) AS at FROM nudged_tasks JOIN nudges ON nudges.id = nudge_id
        WHERE ifnull(send_at, at) > :since AND ifnull(send_at, at) <= :now AND stopped_at IS NULL AND nudge_id <> :but
        AND assignment_id IN (SELECT value FROM json_each(:ids)) GROUP BY assignment_id""",
        {"since": stored(now - ONCE_IN), "now": stored(now), "but": but, "ids": json.dumps([*ids])},
    )
    return {row["assignment_id"]: moment(row["at"]).astimezone(zone) for row in rows}


def _is_silent(assignment: Assignment, silent: timedelta) -> bool:
    return assignment.last is None or assignment.last.at.date() <= assignment.today - silent


def reported_since(assignment: Assignment, since: datetime) -> bool:
    """Whether something was reported since a nudge was ordered."""
    return assignment.last is not None and assignment.last.at >= since
