"""Nudges: the office asks the people of a unit about tasks or statistics returns once more, each once in 24 hours.

Nudges with a set time wait in coming_announcements.py.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Generic, TypeVar

from data.announcing.nudging_times import checked_moment
from data.errors import Refusal
from data.errors.announcing import NobodyToNudge, NothingToNudge, NudgedAlready
from data.letters import Letter, post_letter
from data.notices.outbox import Claimed, cancel
from data.people.actor import Actor
from data.people.people import Person, hearers, who_is
from data.plan.units import Unit
from data.returns.unit_returns import UnitReturn, unit_returns
from data.standing.assignments import Assignment, assignments
from data.store import Database, transaction
from data.times import day_of, moment, stored

ONCE_IN = timedelta(hours=24)
MOST_WORDS = 300
LATELY = timedelta(days=7)
SENT = """(SELECT assignment_id, unit_return_id, nudge_id, ifnull(send_at, at) AS sent
    FROM nudged JOIN nudges ON nudges.id = nudge_id
    WHERE ifnull(send_at, at) > :since AND ifnull(send_at, at) <= :now AND stopped_at IS NULL)"""
"""What was asked about, and when it was `sent`, after :since and up to :now; not what waits or was stopped."""
Asked = Assignment | UnitReturn
"""What a nudge asks for; all that one asks for is of the same kind."""
T = TypeVar("T", bound=Asked)


@dataclass(frozen=True, slots=True)
class Nudging(Generic[T]):
    """What a nudge would do now."""

    asked: tuple[T, ...]
    """What it asks for."""
    people: tuple[Person, ...]
    """Who would get it."""
    rested: tuple[tuple[T, datetime], ...] = ()
    """What is left out because it was asked for within 24 hours, and when that was."""
    unheard: tuple[T, ...] = ()
    """What is left out because its unit has nobody who can be reached."""


def unit_of(asked: Asked) -> Unit:
    """Return the unit that is asked."""
    return asked.unit if isinstance(asked, UnitReturn) else Unit(asked.unit_id or 0, asked.unit or "")


def name_of(asked: Asked) -> str:
    """Return the code of a task or the title of a return."""
    return asked.round.title if isinstance(asked, UnitReturn) else asked.code


def is_among(asked: Asked, unit_ids: Collection[int], names: Collection[str]) -> bool:
    """Return whether something asked for is of one of some units and has one of some codes or titles; none is any."""
    return (not unit_ids or unit_of(asked).id in unit_ids) and (not names or name_of(asked) in names)


def is_still_to_do(asked: Asked, since: datetime | None = None) -> bool:
    """Return whether something can still be asked for: a task unfinished, and not reported on since a moment if one is
    given, or a return not yet filed."""
    if isinstance(asked, UnitReturn):
        return asked.open
    return not asked.finished and (since is None or asked.last is None or asked.last.at < since)


def nudging(db: Database, found: Sequence[T], now: datetime, excluding_nudge_id: int = 0) -> Nudging[T]:
    """Return what a nudge for all in `found` would do at the moment `now`, leaving out what is done.

    A stored nudge that waits for its time is passed as `excluding_nudge_id`, so that it does not count as sent.
    """
    to_do = [each for each in found if is_still_to_do(each)]
    last = _asked_within_a_day(db, to_do, now, excluding_nudge_id)
    fresh = [each for each in to_do if each.id not in last]
    day, units = day_of(now, db.zone), dict.fromkeys(unit_of(each).id for each in fresh)
    people = {unit_id: hearers(db, unit_id, day) for unit_id in units}
    return Nudging(
        tuple(each for each in fresh if people[unit_of(each).id]),
        tuple({person.id: person for some in people.values() for person in some}.values()),
        tuple((each, last[each.id]) for each in to_do if each.id in last),
        tuple(each for each in fresh if not people[unit_of(each).id]),
    )


def checked_nudging(found: Nudging[T], nothing: Refusal | None = None) -> Nudging[T]:
    """Return `found` if it asks for anything.

    Raises NudgedAlready or NobodyToNudge if everything was left out, and `nothing`, or else NothingToNudge, if there is
    nothing to ask for.
    """
    if found.asked:
        return found
    if found.rested:
        first, at = found.rested[0]
        raise NudgedAlready(name_of(first), unit_of(first).name, at + ONCE_IN, len(found.rested))
    if found.unheard:
        raise NobodyToNudge(tuple(dict.fromkeys(unit_of(each).name for each in found.unheard)))
    raise nothing or NothingToNudge()


@dataclass(frozen=True, slots=True)
class NudgeLetter:
    """A nudge as a person gets it: what is still to be done of what it asks for."""

    person: Person
    words: str
    asked: tuple[Asked, ...]


def send_nudge(
    db: Database,
    by: Actor,
    wanted: Sequence[T],
    words: str,
    source: str,
    at: datetime | None,
    nothing: Refusal | None = None,
) -> Nudging[T]:
    """Ask for what is wanted, now or `at` a later moment, and return who is asked for what.

    What cannot be asked for is left out. The same `source` asks once. Raises ForTheOffice, TimeGone and what
    `checked_nudging` raises.
    """
    with transaction(db):
        if (before := db.fetch_one("SELECT id FROM nudges WHERE source = ?", [source])) is not None:
            sent = db.fetch_column(f"SELECT {_column(wanted)} FROM nudged WHERE nudge_id = ?", [before["id"]])
            asked = tuple(each for each in wanted if each.id in sent)
            heard = {person.id: person for each in asked for person in hearers(db, unit_of(each).id, by.today)}
            return Nudging(asked, tuple(heard.values()))
        by.check_office(db)
        if at is not None:
            checked_moment(at, by.now)
        found = checked_nudging(nudging(db, wanted, at or by.now), nothing)
        nudge_id = db.insert("nudges", person_id=by.id, words=words, source=source, at=by.now)
        for each in found.asked:
            db.insert("nudged", **{"nudge_id": nudge_id, _column(found.asked): each.id})
        if at is None:
            post_letter(db, Letter.NUDGE, nudge_id, found.people, by.now)
            record_nudge(db, by, found)
        else:
            db.update("nudges", nudge_id, send_at=at, waits=1)
            record_nudge(db, by, found, nudge_id=nudge_id, at=stored(at))
        return found


def record_nudge(db: Database, by: Actor, found: Nudging[T], **later: object) -> None:
    """Audit that a nudge was sent or, with its id and time in `later`, is to be sent: what it asks for, of which period
    and units or of how many units, and the number of people."""
    first, units = found.asked[0], dict.fromkeys(unit_of(each).name for each in found.asked)
    names, people = "、".join(dict.fromkeys(name_of(each) for each in found.asked)), len(found.people)
    of: dict[str, object] = {"units": len(units)}
    if isinstance(first, UnitReturn):
        of = {"period": first.round.period, "units": [*units]}
    sent = "nudge_return" if isinstance(first, UnitReturn) else "nudge"
    by.record(db, "nudge_later" if later else sent, names, **of, people=people, **later)


def nudge_letter(db: Database, claimed: Claimed, now: datetime) -> NudgeLetter | None:
    """Return a nudge in the outbox as its recipient gets it, or cancel its row and return None if nothing is left.

    It contains what the recipient's units still have to do and have not reported on since it was ordered.
    """
    person = who_is(db, claimed.chat_id, day_of(now, db.zone))
    row = db.fetch_one("SELECT words, at FROM nudges WHERE id = ?", [claimed.subject_id])
    found = asked_in_nudge(db, claimed.subject_id or 0, now) if row and person else []
    since = moment(row["at"]) if row else now
    left = [each for each in found if person and unit_of(each).id in person.speaks_for and is_still_to_do(each, since)]
    if row is None or person is None or not left:
        cancel(db, claimed)
        return None
    return NudgeLetter(person, row["words"], tuple(left))


def asked_in_nudge(db: Database, nudge_id: int, now: datetime) -> list[Asked]:
    """Return what a nudge asks for, in its present state; without returns that are no longer to be filed."""
    rows, today = db.fetch_all("SELECT * FROM nudged WHERE nudge_id = ?", [nudge_id]), day_of(now, db.zone)
    returns = [row["unit_return_id"] for row in rows if row["unit_return_id"]]
    if returns:
        return [*unit_returns(db, today, ids=returns, open_only=True)]
    return [*tasks_with(db, [row["assignment_id"] for row in rows], now)]


def tasks_with(db: Database, ids: Sequence[int], now: datetime) -> list[Assignment]:
    """Return the assignments with these ids, most urgent first."""
    return assignments(db, day_of(now, db.zone), ids=[*ids]) if ids else []


def _asked_within_a_day(db: Database, found: Sequence[Asked], now: datetime, excluding: int) -> dict[int, datetime]:
    """Return when each of these was last asked for, if that was within 24 hours before `now`."""
    column = _column(found)
    rows = db.fetch_all(
        f"""SELECT {column} AS id, max(sent) AS at FROM {SENT}
        WHERE nudge_id <> :excluded AND {column} IN (SELECT value FROM json_each(:ids)) GROUP BY {column}""",
        {"since": now - ONCE_IN, "now": now, "excluded": excluding, "ids": [each.id for each in found]},
    )
    return {row["id"]: db.moment(row["at"]) for row in rows}


def _column(found: Sequence[Asked]) -> str:
    return "unit_return_id" if any(isinstance(each, UnitReturn) for each in found) else "assignment_id"


@dataclass(frozen=True, slots=True)
class Nudged:
    """A task or return, when it was last nudged about, and whether it was `reported` on or finished since."""

    asked: Asked
    at: datetime
    reported: bool


def recently_nudged(db: Database, now: datetime) -> Sequence[Nudged]:
    """Return what was nudged about in the last seven days, latest first."""
    rows = db.fetch_all(
        f"""SELECT assignment_id, unit_return_id, max(sent) AS at FROM {SENT}
        GROUP BY assignment_id, unit_return_id ORDER BY at DESC, assignment_id, unit_return_id""",
        {"since": now - LATELY, "now": now},
    )
    tasks, returns = ({row[each] for row in rows if row[each]} for each in ("assignment_id", "unit_return_id"))
    found: dict[tuple[int | None, int | None], Asked] = {
        **{(each.id, None): each for each in tasks_with(db, [*tasks], now)},
        **{(None, each.id): each for each in unit_returns(db, day_of(now, db.zone), ids=returns)},
    }
    asked = ((found.get((row["assignment_id"], row["unit_return_id"])), db.moment(row["at"])) for row in rows)
    return [Nudged(each, at, not is_still_to_do(each, at)) for each, at in asked if each]
