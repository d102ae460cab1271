"""The returns of a person's own units: what is to be filled in, and what was filed last."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from data.calendar import add_months
from data.errors.returns import NoSuchPeriod, PeriodLeftOut, PeriodNotOpen
from data.people.people import Person
from data.returns.periods_left_out import periods_left_out
from data.returns.returns import live_returns
from data.returns.rounds import open_rounds
from data.returns.unit_returns import UnitReturn, find_unit_return, unit_returns
from data.store import Database, fetch_number
from data.times import day_of

A_DAY = timedelta(days=1)
AHEAD = timedelta(days=400)
"""So far ahead a period may be that is said to be not open yet."""
SOON = timedelta(days=183)
"""So far ahead, where it is named without its year and is rather of the past."""


def own_returns(db: Database, person: Person, now: datetime, zone: ZoneInfo) -> list[UnitReturn]:
    """What a person's units have to file, what is due first first; and behind it what each has filed last of every
    return. Rounds whose day has come are opened."""
    known = _of_own_units(db, person, now, zone)
    filed: dict[tuple[int, int], UnitReturn] = {}
    for each in known:
        if each.counted is not None:
            filed[each.round.return_id, each.unit.id] = each
    return [*(each for each in known if each.open), *reversed(filed.values())]


def own_returns_of(
    db: Database, person: Person, first: date, last: date, now: datetime, zone: ZoneInfo
) -> list[UnitReturn]:
    """The returns of a person's units for the period from a first to a last day. Raises PeriodNotOpen for one to come,
    be it a year later, as a period is often named without its year, PeriodLeftOut for one that is not asked for;
    NoSuchPeriod for any other."""
    known = _of_own_units(db, person, now, zone)
    found = [
        each for each in known if each.round.span and (each.round.span.first, each.round.span.last) == (first, last)
    ]
    if not found:
        _check_not_to_come(db, person, first, last, day_of(now, zone))
        raise NoSuchPeriod
    return found


def filed_last(db: Database, person: Person, now: datetime, zone: ZoneInfo) -> UnitReturn | None:
    """The return that a person has filed within the last day, if nothing was reported by them since; else None."""
    number = fetch_number(
        db,
        """SELECT unit_return_id FROM filings WHERE person_id = :person AND filed_at >= :since AND NOT EXISTS (
            SELECT 1 FROM reports WHERE reports.person_id = :person AND reported_at > filed_at
        ) ORDER BY id DESC LIMIT 1""",
        {"person": person.id, "since": now - A_DAY},
    )
    found = find_unit_return(db, number, day_of(now, zone), zone) if number is not None else None
    return found if found and found.unit.id in person.speaks_for and not found.round.ended else None


def _of_own_units(db: Database, person: Person, now: datetime, zone: ZoneInfo) -> list[UnitReturn]:
    open_rounds(db, now, zone)
    return unit_returns(db, day_of(now, zone), zone, unit_ids=person.speaks_for)


def _check_not_to_come(db: Database, person: Person, first: date, last: date, today: date) -> None:
    years = (0, 12) if first < today and add_months(first, 12) <= today + SOON else (0,)
    wanted = [(add_months(first, months), add_months(last, months)) for months in years]
    for each in live_returns(db):
        if not {unit.id for unit in each.units} & set(person.speaks_for):
            continue
        out = {left_out.span: left_out.reason for left_out in periods_left_out(db, each)}
        for span in each.schedule.opened_by(today + AHEAD):
            if span is not None and (span.first, span.last) in wanted:
                if span in out:
                    raise PeriodLeftOut(each.title, out[span])
                raise PeriodNotOpen(each.title, each.schedule.opens(span))
