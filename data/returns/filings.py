"""Filing: a unit files or corrects its figures for a round, and the office may give them back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from data.errors import returns as errors
from data.errors.numbers import FigureNegative, FiguresMissing, NothingCorrected
from data.letters import Letter, post_letter
from data.people.actor import Actor
from data.people.people import Person, hearers
from data.returns.returns import Return, return_by_id
from data.returns.unit_returns import UnitReturn, unit_return_by_id, unit_returns
from data.store import Database, transaction
from data.times import day_of
from data.understanding import IndicatorWords


@dataclass(frozen=True, slots=True)
class ReturnGivenBack:
    """A unit's return whose figures were given back, and the indicators it asks for."""

    unit_return: UnitReturn
    indicators: tuple[IndicatorWords, ...]


def fillable_return(db: Database, person: Person, unit_return_id: int, now: datetime) -> UnitReturn:
    """Return a unit's return if the person may fill it in now: their own unit's, or any for a coordinator.

    Raises StaleButton, NotYourReturn, PeriodLeftOut and ReturnEnded.
    """
    found = unit_return_by_id(db, unit_return_id, day_of(now, db.zone))
    if found.unit.id not in person.speaks_for and not person.is_coordinator:
        raise errors.NotYourReturn(found.unit.name)
    if found.round.left_out is not None:
        raise errors.PeriodLeftOut(found.round.title, found.round.left_out)
    if found.round.ended:
        raise errors.ReturnEnded(found.round.title)
    return found


def file_return(
    db: Database,
    by: Actor,
    unit_return_id: int,
    values: Mapping[str, float],
    source: str,
    *,
    seen: int | None = None,
    nil: bool = False,
    reason: str = "",
) -> UnitReturn:
    """File a unit's figures, or correct those that count. Done once per `source`.

    `seen` is the id of the last filing that the person knows of; a `nil` return has zero for every indicator. Raises
    what `fillable_return` and `check_values` raise, FiledMeanwhile if another filing is the last one, NothingCorrected
    if the same figures count already, ReasonNeeded if the figures are frozen and there is no reason.
    """
    with transaction(db):
        if db.exists("SELECT 1 FROM filings WHERE source = ?", [source]):
            return unit_return_by_id(db, unit_return_id, by.today)
        found = fillable_return(db, by.person, unit_return_id, by.now)
        asked = return_by_id(db, found.round.return_id)
        values = {each.name: 0.0 for each in asked.indicators} if nil else values
        check_values(asked, values)
        if (found.last.id if found.last else None) != seen:
            raise errors.FiledMeanwhile
        if found.counted and (found.counted.nil, found.counted.values) == (nil, dict(values)):
            raise NothingCorrected
        if found.frozen is not None and not reason.strip():
            raise errors.ReasonNeeded
        filing_id = db.insert(
            "filings",
            unit_return_id=unit_return_id,
            person_id=by.id,
            for_person_id=by.person.stands_in_for(found.unit.id),
            by_office=int(found.unit.id not in by.person.speaks_for),
            nil=int(nil),
            reason=reason.strip(),
            after_freezing=int(found.round.frozen_at is not None),
            source=source,
            filed_at=by.now,
        )
        for name, value in values.items():
            db.insert("filing_values", filing_id=filing_id, indicator=name, value=float(value))
        detail = {"period": found.round.period, "values": dict(values), "nil": nil, "reason": reason.strip()}
        _record(db, by, "correct_return" if found.counted else "file_return", found, **detail)
    return unit_return_by_id(db, unit_return_id, by.today)


def check_values(asked: Return, values: Mapping[str, float]) -> None:
    """Check the figures given for a return.

    Raises NotAskedFor for indicators it does not ask for, FigureNegative, and FiguresMissing if any are missing.
    """
    known = {each.name: each for each in asked.indicators}
    if unknown := tuple(name for name in values if name not in known):
        raise errors.NotAskedFor(unknown, asked.indicators)
    if negative := next((name for name, value in values.items() if value < 0), None):
        raise FigureNegative(known[negative])
    if missing := tuple(each for name, each in known.items() if name not in values):
        raise FiguresMissing(missing)


def give_back(db: Database, by: Actor, unit_return_id: int, reason: str) -> UnitReturn:
    """Give a unit's figures back with a reason and tell the unit; except in a frozen round they no longer count.

    Repeating it with the same reason does nothing. Raises ForTheOffice, StaleButton, NothingFiled and ReasonNeeded.
    """
    with by.office_act(db):
        found = unit_return_by_id(db, unit_return_id, by.today)
        if found.last and found.last.given_back == reason.strip():
            return found
        if found.counted is None:
            raise errors.NothingFiled
        if not reason.strip():
            raise errors.ReasonNeeded
        given = {"reason": reason.strip(), "person_id": by.id, "at": by.now}
        db.insert("filings_given_back", filing_id=found.counted.id, **given)
        told = hearers(db, found.unit.id, by.today)
        post_letter(db, Letter.RETURN_GIVEN_BACK, found.counted.id, told, by.now)
        _record(db, by, "give_back_return", found, period=found.round.period, reason=reason)
    return unit_return_by_id(db, unit_return_id, by.today)


def return_given_back(db: Database, filing_id: int, today: date) -> ReturnGivenBack | None:
    """Return the unit's return whose last filing is this one and was given back, if it still has to be filed."""
    ids = db.fetch_column("SELECT unit_return_id FROM filings WHERE id = ?", [filing_id])
    found = unit_returns(db, today, ids=ids)
    waits = [each for each in found if each.open and each.last and each.last.id == filing_id and each.last.given_back]
    return ReturnGivenBack(waits[0], return_by_id(db, waits[0].round.return_id).indicators) if waits else None


def _record(db: Database, by: Actor, action: str, found: UnitReturn, **detail: object) -> None:
    subject = f"{found.round.title}@{found.unit.name}"
    by.record(db, action, subject, **detail)
