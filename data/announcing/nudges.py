"""Nudges: the office asks the people of a unit about tasks once more, each task once in 24 hours.

Nudges with a set time wait in coming_announcements.py.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Generic, TypeVar

from data.announcing.sending_moment import checked_moment
from data.errors import Refusal
from data.errors.announcing import NobodyToNudge, NothingToNudge, NudgedAlready
from data.letters import Letter, post_letter
from data.notices.outbox import Claimed, cancel
from data.notices.plan_rules import plan_rules
from data.people.actor import Actor
from data.people.people import Person, reachable_people, who_is
from data.plan.units import Unit
from data.standing.assignments import Assignment, assignments, urgency
from data.standing.selection import UnfinishedChoice, unfinished
from data.store import Database, transaction
from data.times import day_of, moment, stored

ONCE_IN = timedelta(hours=24)
COMING_UP = timedelta(days=30)
MOST_WORDS = 300
LATELY = timedelta(days=7)
SENT = """(SELECT assignment_id, nudge_id, ifnull(send_at, at) AS sent
    FROM nudged_tasks JOIN nudges ON nudges.id = nudge_id
    WHERE ifnull(send_at, at) > :since AND ifnull(send_at, at) <= :now AND stopped_at IS NULL)"""
"""What was asked about, and when it was `sent`, after :since and up to :now; not what waits or was stopped."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Nudging(Generic[T]):
    """What a nudge would do now, for tasks or for returns."""

    asked: tuple[T, ...]
    """What it asks for."""
    people: tuple[Person, ...]
    """Who would get it."""
    rested: tuple[tuple[T, datetime], ...] = ()
    """What is left out because it was asked for within 24 hours, and when that was."""
    unheard: tuple[T, ...] = ()
    """What is left out because its unit has nobody who can be reached."""


def nudging_for(
    db: Database, found: Sequence[T], unit: Callable[[T], Unit], asked_last: Callable[[T], datetime | None]
) -> Nudging[T]:
    """Return what a nudge for everything in `found` would do.

    `unit` returns the unit of an item, and `asked_last` when it was last asked for within 24 hours, or None.
    """
    with_last = [(each, asked_last(each)) for each in found]
    rested = tuple((each, at) for each, at in with_last if at is not None)
    fresh = [each for each, at in with_last if at is None]
    heard = {unit_id for unit_id in {unit(each).id for each in fresh} if reachable_people(db, unit_id)}
    unheard = tuple(each for each in fresh if unit(each).id not in heard)
    return replace(
        nudging_of_all(db, [each for each in fresh if unit(each).id in heard], unit), rested=rested, unheard=unheard
    )


def nudging_of_all(db: Database, asked: Sequence[T], unit: Callable[[T], Unit]) -> Nudging[T]:
    """Return a nudge that asks for all of `asked`."""
    units = dict.fromkeys(unit(each).id for each in asked)
    people = {person.id: person for unit_id in units for person in reachable_people(db, unit_id)}
    return Nudging(tuple(asked), tuple(people.values()))


def checked_nudging(
    found: Nudging[T], name: Callable[[T], str], unit: Callable[[T], Unit], nothing: Refusal
) -> Nudging[T]:
    """Return `found` if it asks for anything.

    Raises NudgedAlready or NobodyToNudge if everything was left out, and `nothing` if there is nothing to ask for.
    """
    if found.asked:
        return found
    if found.rested:
        first, at = found.rested[0]
        raise NudgedAlready(name(first), unit(first).name, at + ONCE_IN, len(found.rested))
    if found.unheard:
        raise NobodyToNudge(tuple(dict.fromkeys(unit(each).name for each in found.unheard)))
    raise nothing


@dataclass(frozen=True, slots=True)
class NudgeLetter:
    """A nudge as a person gets it: the tasks in it that are still open."""

    person: Person
    words: str
    tasks: tuple[Assignment, ...]


def overdue_without_report(db: Database, now: datetime) -> list[Assignment]:
    """Return the overdue assignments of all units without a report for as long as the plan's rules allow.

    Doubtful deadlines are left out, as nobody has looked at each task.
    """
    today, silent = day_of(now, db.zone), timedelta(days=plan_rules(db).escalation_after)
    found = unfinished(db, today, UnfinishedChoice(until=today - timedelta(days=1)))
    known = [each for each in found if each.id and not each.doubtful]
    return [each for each in known if each.last is None or each.last.at.date() <= today - silent]


def assignments_to_nudge(db: Database, unit_ids: Sequence[int], now: datetime) -> list[Assignment]:
    """Return what there is to ask units about: overdue assignments, or else those due within 30 days."""
    today = day_of(now, db.zone)
    found = unfinished(db, today, UnfinishedChoice(until=today + COMING_UP), list(unit_ids))
    sure = [each for each in found if not each.doubtful]
    return [each for each in sure if each.overdue] or sure


def nudging(db: Database, ids: Sequence[int], now: datetime, excluding_nudge_id: int = 0) -> Nudging[Assignment]:
    """Return what a nudge for these assignments would do at the moment `now`, leaving out finished ones.

    A stored nudge that waits for its time is passed as `excluding_nudge_id`, so that it does not count as sent.
    """
    found = assignments(db, day_of(now, db.zone), ids=list(ids)) if ids else []
    open_ones = sorted((each for each in found if not each.finished), key=urgency)
    last = _asked_within_a_day(db, [each.id for each in open_ones], now, excluding_nudge_id)
    return nudging_for(db, open_ones, _unit, lambda each: last.get(each.id))


def checked_task_nudging(found: Nudging[Assignment]) -> Nudging[Assignment]:
    """Return `found` if it asks for anything. Raises NudgedAlready, NobodyToNudge or NothingToNudge otherwise."""
    return checked_nudging(found, lambda each: each.code, _unit, NothingToNudge())


def _unit(assignment: Assignment) -> Unit:
    return Unit(assignment.unit_id or 0, assignment.unit or "")


def send_nudge(
    db: Database, by: Actor, ids: Sequence[int], words: str, source: str, at: datetime | None
) -> Nudging[Assignment]:
    """Ask about these assignments, now or `at` a later moment, and return who is asked about what.

    Assignments that cannot be asked about are left out. The same `source` asks once. Raises ForTheOffice, TimeGone and
    what `checked_task_nudging` raises.
    """
    with transaction(db):
        if (before := db.fetch_one("SELECT id FROM nudges WHERE source = ?", [source])) is not None:
            return nudging_of_all(db, assignments_of_nudge(db, before["id"], by.now), _unit)
        by.check_office(db)
        if at is not None:
            checked_moment(at, by.now)
        found = checked_task_nudging(nudging(db, ids, at or by.now))
        nudge_id = db.insert("nudges", person_id=by.id, words=words, source=source, at=by.now)
        for each in found.asked:
            db.insert("nudged_tasks", nudge_id=nudge_id, assignment_id=each.id)
        if at is None:
            post_letter(db, Letter.NUDGE, nudge_id, found.people, by.now)
            record_nudge(db, by, "nudge", found)
        else:
            db.update("nudges", nudge_id, send_at=at, waits=1)
            record_nudge(db, by, "nudge_later", found, nudge_id=nudge_id, at=stored(at))
        return found


def record_nudge(db: Database, by: Actor, action: str, found: Nudging[Assignment], **detail: object) -> None:
    """Audit a nudge: the task codes, and the numbers of units and people."""
    codes = "、".join(dict.fromkeys(each.code for each in found.asked))
    counted = {"units": len({each.unit_id for each in found.asked}), "people": len(found.people)}
    by.record(db, action, codes, **counted, **detail)


def nudge_letter(db: Database, claimed: Claimed, now: datetime) -> NudgeLetter | None:
    """Return a nudge in the outbox as its recipient gets it, or cancel its row and return None if nothing is left.

    It contains the tasks of the recipient's units that are unfinished and without a report since it was ordered.
    """
    today = day_of(now, db.zone)
    person = who_is(db, claimed.chat_id, today)
    row = db.fetch_one("SELECT words, at FROM nudges WHERE id = ?", [claimed.subject_id])
    found = assignments_of_nudge(db, claimed.subject_id or 0, now) if row and person else []
    since = moment(row["at"]) if row else now
    tasks = [
        each
        for each in found
        if person and each.unit_id in person.speaks_for and not each.finished and not has_report_since(each, since)
    ]
    if row is None or person is None or not tasks:
        cancel(db, claimed)
        return None
    return NudgeLetter(person, row["words"], tuple(tasks))


def assignments_of_nudge(db: Database, nudge_id: int, now: datetime) -> list[Assignment]:
    """Return the assignments that a nudge asks about, in their present state."""
    ids = db.fetch_column("SELECT assignment_id FROM nudged_tasks WHERE nudge_id = ?", [nudge_id])
    return assignments(db, day_of(now, db.zone), ids=ids) if ids else []


def _asked_within_a_day(
    db: Database, ids: Sequence[int], now: datetime, excluding_nudge_id: int
) -> dict[int, datetime]:
    """Return when each of these assignments was last asked about, if that was within 24 hours before `now`."""
    rows = db.fetch_all(
        f"""SELECT assignment_id, max(sent) AS at FROM {SENT}
        WHERE nudge_id <> :excluded AND assignment_id IN (SELECT value FROM json_each(:ids)) GROUP BY assignment_id""",
        {"since": now - ONCE_IN, "now": now, "excluded": excluding_nudge_id, "ids": [*ids]},
    )
    return {row["assignment_id"]: moment(row["at"]).astimezone(db.zone) for row in rows}


def has_report_since(assignment: Assignment, since: datetime) -> bool:
    """Return whether there is a report at or after the moment `since`."""
    return assignment.last is not None and assignment.last.at >= since


@dataclass(frozen=True, slots=True)
class NudgedTask:
    """An assignment, when it was last nudged about, and whether it was `reported` on since."""

    assignment: Assignment
    at: datetime
    reported: bool


def recently_nudged(db: Database, now: datetime) -> Sequence[NudgedTask]:
    """Return the assignments nudged about in the last seven days, latest first."""
    rows = db.fetch_all(
        f"SELECT assignment_id, max(sent) AS at FROM {SENT} GROUP BY assignment_id ORDER BY at DESC, assignment_id",
        {"since": now - LATELY, "now": now},
    )
    when = {row["assignment_id"]: datetime.fromisoformat(row["at"]) for row in rows}
    found = {each.id: each for each in assignments(db, day_of(now, db.zone), ids=[*when])} if when else {}
    asked = ((found[number], at) for number, at in when.items() if number in found)
    return [NudgedTask(each, at, each.last is not None and each.last.at > at) for each, at in asked]
