"""Nudges for statistics returns: the office asks units that have not filed, each once in 24 hours."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from data.announcing.nudges import ONCE_IN, Nudging, checked_nudging, nudging_for, nudging_of_all
from data.errors.returns import AllFiled
from data.letters import Letter, post_letter
from data.notices.outbox import Claimed, cancel
from data.people.actor import Actor
from data.people.people import Person, who_is
from data.plan.units import Unit
from data.returns.rounds import find_round
from data.returns.unit_returns import UnitReturn, completeness
from data.store import Database, transaction
from data.times import day_of, moment


@dataclass(frozen=True, slots=True)
class ReturnNudgeLetter:
    """A nudge as a person gets it: what the person's units still have to file."""

    person: Person
    words: str
    returns: tuple[UnitReturn, ...]


def return_nudging(db: Database, round_id: int, now: datetime, only: Collection[int] | None) -> Nudging[UnitReturn]:
    """Return what a nudge for a round would do, for the units in `only` (None: all).

    Raises StaleButton if there is no such round.
    """
    found = completeness(db, round_id, day_of(now, db.zone))
    missing = [each for each in found.missing if each.open and (only is None or each.unit.id in only)]
    last = _asked_within_a_day(db, [each.id for each in missing], now)
    return nudging_for(db, missing, _unit, lambda each: last.get(each.id))


def checked_return_nudging(
    db: Database, round_id: int, now: datetime, only: Collection[int] | None
) -> Nudging[UnitReturn]:
    """Return what a nudge for a round would do, for the units in `only` (None: all), if anything.

    Raises NudgedAlready, NobodyToNudge or AllFiled otherwise.
    """
    title = find_round(db, round_id).title
    return checked_nudging(return_nudging(db, round_id, now, only), lambda each: title, _unit, AllFiled(title))


def send_return_nudge(
    db: Database, by: Actor, round_id: int, words: str, source: str, only: Collection[int] | None
) -> Nudging[UnitReturn]:
    """Ask the units in `only` (None: all) that have not filed for a round; return who is asked for what.

    The same `source` asks once. Raises ForTheOffice, StaleButton and what `checked_return_nudging` raises.
    """
    with transaction(db):
        if (before := db.fetch_one("SELECT id FROM return_nudges WHERE source = ?", [source])) is not None:
            return nudging_of_all(db, _returns_of(db, before["id"], round_id, by.now), _unit)
        by.check_office(db)
        found = checked_return_nudging(db, round_id, by.now, only)
        nudge_id = db.insert("return_nudges", round_id=round_id, person_id=by.id, words=words, source=source, at=by.now)
        for each in found.asked:
            db.insert("nudged_returns", nudge_id=nudge_id, unit_return_id=each.id)
        post_letter(db, Letter.RETURN_NUDGE, nudge_id, found.people, by.now)
        units, of = [each.unit.name for each in found.asked], find_round(db, round_id)
        by.record(db, "nudge_return", of.title, period=of.period, units=units, people=len(found.people))
        return found


def _unit(of: UnitReturn) -> Unit:
    return of.unit


def return_nudge_letter(db: Database, claimed: Claimed, now: datetime) -> ReturnNudgeLetter | None:
    """Return a nudge in the outbox as its recipient gets it, or cancel its row and return None if nothing is left.

    It contains what the recipient's units have not filed since.
    """
    person = who_is(db, claimed.chat_id, day_of(now, db.zone))
    row = db.fetch_one("SELECT words, round_id FROM return_nudges WHERE id = ?", [claimed.subject_id])
    found = _returns_of(db, claimed.subject_id or 0, row["round_id"], now) if row and person else []
    still = tuple(each for each in found if person and each.open and each.unit.id in person.speaks_for)
    if row is None or person is None or not still:
        cancel(db, claimed)
        return None
    return ReturnNudgeLetter(person, row["words"], still)


def _returns_of(db: Database, nudge_id: int, round_id: int, now: datetime) -> list[UnitReturn]:
    ids = db.fetch_column("SELECT unit_return_id FROM nudged_returns WHERE nudge_id = ?", [nudge_id])
    return [each for each in completeness(db, round_id, day_of(now, db.zone)).units if each.id in ids]


def _asked_within_a_day(db: Database, ids: Sequence[int], now: datetime) -> dict[int, datetime]:
    """Return when each of these units' returns was last asked for, if that was within 24 hours."""
    rows = db.fetch_all(
        """SELECT unit_return_id, max(at) AS at FROM nudged_returns JOIN return_nudges ON return_nudges.id = nudge_id
        WHERE at > ? AND unit_return_id IN (SELECT value FROM json_each(?)) GROUP BY unit_return_id""",
        [now - ONCE_IN, [*ids]],
    )
    return {row["unit_return_id"]: moment(row["at"]).astimezone(db.zone) for row in rows}
