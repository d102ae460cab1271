"""Nudges for statistics returns: the office asks the units that have not filed once more, once in 24 hours for each."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from data.announcing.nudges import ONCE_IN
from data.errors.announcing import NobodyToNudge, NudgedAlready
from data.errors.returns import AllFiled
from data.letters import Letter, post
from data.notices.outbox import Claimed, cancel
from data.people.actor import Actor
from data.people.people import Person, reachable_people, who_is
from data.returns.completeness import completeness
from data.returns.rounds import Round, find_round
from data.returns.unit_returns import UnitReturn
from data.store import Database, fetch_all, fetch_column, fetch_one, insert, transaction
from data.times import day_of, moment, stored


@dataclass(frozen=True, slots=True)
class ReturnNudging:
    """What a nudge for a round would do now: `asked` are the units' returns that it asks for, of the `people` who would
    hear; `rested` those that were asked for within 24 hours, with when; `unheard` those of units that have nobody."""

    round: Round
    asked: tuple[UnitReturn, ...]
    people: tuple[Person, ...]
    rested: tuple[tuple[UnitReturn, datetime], ...]
    unheard: tuple[UnitReturn, ...]


@dataclass(frozen=True, slots=True)
class ReturnNudged:
    """A nudge as it is told to a person: what of it the person's units still have to file."""

    person: Person
    words: str
    returns: tuple[UnitReturn, ...]


def return_nudging(
    db: Database, round_id: int, now: datetime, zone: ZoneInfo, only: Collection[int] | None = None
) -> ReturnNudging:
    """What a nudge for a round would do, of the units with `only` these ids (None: all). Raises StaleButton where there
    is none with this id."""
    found = completeness(db, round_id, day_of(now, zone), zone)
    missing = [each for each in found.missing if each.open and (only is None or each.unit.id in only)]
    rested = _asked_within_a_day(db, [each.id for each in missing], now, zone)
    people = {each.unit.id: reachable_people(db, each.unit.id) for each in missing}
    asked = [each for each in missing if each.id not in rested and people[each.unit.id]]
    hearing = {person.id: person for each in asked for person in people[each.unit.id]}
    return ReturnNudging(
        found.round,
        tuple(asked),
        tuple(hearing.values()),
        tuple((each, rested[each.id]) for each in missing if each.id in rested),
        tuple(each for each in missing if each.id not in rested and not people[each.unit.id]),
    )


def check_return_nudging(found: ReturnNudging) -> ReturnNudging:
    """The same, if it asks for anything. Raises NudgedAlready, NobodyToNudge or AllFiled where it does not."""
    if found.asked:
        return found
    if found.rested:
        of, at = found.rested[0]
        raise NudgedAlready(found.round.title, of.unit.name, at + ONCE_IN, len(found.rested))
    if found.unheard:
        raise NobodyToNudge(tuple(each.unit.name for each in found.unheard))
    raise AllFiled(found.round.title)


def send_return_nudge(
    db: Database, by: Actor, round_id: int, words: str, source: str, only: Collection[int] | None = None
) -> ReturnNudging:
    """Ask the units that have not filed for a round once more, `only` those with these ids (None: all); the same
    `source` asks once. Returns what is asked of whom. Raises ForTheOffice, StaleButton and what check_return_nudging
    raises."""
    with transaction(db):
        if (before := fetch_one(db, "SELECT id FROM return_nudges WHERE source = ?", [source])) is not None:
            return _as_sent(db, before["id"], round_id, by.now, by.zone)
        by.check_office(db)
        found = check_return_nudging(return_nudging(db, round_id, by.now, by.zone, only))
        nudge_id = insert(
            db, "return_nudges", round_id=round_id, person_id=by.id, words=words, source=source, at=stored(by.now)
        )
        for each in found.asked:
            insert(db, "nudged_returns", nudge_id=nudge_id, unit_return_id=each.id)
        post(db, Letter.RETURN_NUDGE, nudge_id, found.people, by.now, by.zone)
        units = [each.unit.name for each in found.asked]
        detail = {"period": found.round.period, "units": units, "people": len(found.people)}
        by.record(db, "nudge_return", found.round.title, **detail)
        return found


def return_nudged(db: Database, claimed: Claimed, now: datetime, zone: ZoneInfo) -> ReturnNudged | None:
    """What a nudge in the outbox says now: what the recipient's units have not filed since. None when nothing of it is
    left; the row is then cancelled."""
    person = who_is(db, claimed.chat_id, day_of(now, zone))
    row = fetch_one(db, "SELECT words, round_id FROM return_nudges WHERE id = ?", [claimed.subject_id])
    found = _returns_of(db, claimed.subject_id or 0, row["round_id"], now, zone) if row and person else []
    still = tuple(each for each in found if person and each.open and each.unit.id in person.speaks_for)
    if row is None or person is None or not still:
        cancel(db, claimed)
        return None
    return ReturnNudged(person, row["words"], still)


def _as_sent(db: Database, nudge_id: int, round_id: int, now: datetime, zone: ZoneInfo) -> ReturnNudging:
    found = _returns_of(db, nudge_id, round_id, now, zone)
    people = {person.id: person for each in found for person in reachable_people(db, each.unit.id)}
    return ReturnNudging(find_round(db, round_id), tuple(found), tuple(people.values()), (), ())


def _returns_of(db: Database, nudge_id: int, round_id: int, now: datetime, zone: ZoneInfo) -> list[UnitReturn]:
    ids = fetch_column(db, "SELECT unit_return_id FROM nudged_returns WHERE nudge_id = ?", [nudge_id])
    return [each for each in completeness(db, round_id, day_of(now, zone), zone).units if each.id in ids]


def _asked_within_a_day(db: Database, ids: Sequence[int], now: datetime, zone: ZoneInfo) -> dict[int, datetime]:
    """When those of these units' returns were asked for last that were so within 24 hours."""
    rows = fetch_all(
        db,
        """SELECT unit_return_id, max(at) AS at FROM nudged_returns JOIN return_nudges ON return_nudges.id = nudge_id
        WHERE at > ? AND unit_return_id IN (SELECT value FROM json_each(?)) GROUP BY unit_return_id""",
        [stored(now - ONCE_IN), json.dumps([*ids])],
    )
    return {row["unit_return_id"]: moment(row["at"]).astimezone(zone) for row in rows}
