"""A return as a unit fills it in: what is asked for, what is filed already, and what it can be compared with."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from data.people.people import Person
from data.returns.doubts import Doubt, doubts
from data.returns.filings import fillable
from data.returns.reported import reported
from data.returns.returns import Return, find_return
from data.returns.rounds import rounds
from data.returns.unit_returns import UnitReturn, unit_returns
from data.store import Database
from data.times import day_of

LAST_PERIODS = 3


@dataclass(frozen=True, slots=True)
class Filling:
    """A unit's return with what its reports of the period add up to, and its figures of the last periods, newest
    first."""

    unit_return: UnitReturn
    asked: Return
    reported: Mapping[str, float]
    earlier: tuple[Mapping[str, float], ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The indicators that are asked for."""
        return tuple(each.name for each in self.asked.indicators)

    @property
    def begins_from(self) -> Mapping[str, float]:
        """The figures that stand in the form at first: what was filed, be it given back; else what the unit's reports
        add up to, where they have any of them."""
        if self.unit_return.last is not None:
            return {name: value for name, value in self.unit_return.last.values.items() if name in self.names}
        return self.from_reports

    @property
    def from_reports(self) -> Mapping[str, float]:
        """What the reports add up to for what is asked; nothing where they have none of it."""
        known = [name for name in self.names if name in self.reported]
        return {name: self.reported.get(name, 0.0) for name in self.names} if known else {}

    @property
    def last_period(self) -> dict[str, float]:
        """The figures of the last period for what is asked."""
        return {name: self.earlier[0][name] for name in self.names if self.earlier and name in self.earlier[0]}

    @property
    def needs_reason(self) -> bool:
        """Whether it has to be said why."""
        return self.unit_return.frozen is not None

    def doubts(self, values: Mapping[str, float], running: Collection[str], nil: bool) -> tuple[Doubt, ...]:
        """What is to be asked about in figures."""
        return doubts(self.asked, values, self.earlier, self.from_reports, running, nil)


def filling(db: Database, person: Person, unit_return_id: int, now: datetime, zone: ZoneInfo) -> Filling:
    """A return that a person may fill in now. Raises what `fillable` raises."""
    found = fillable(db, person, unit_return_id, now, zone)
    unit_id = found.unit.id
    return Filling(
        found,
        find_return(db, found.round.return_id),
        reported(db, found.round, zone, [unit_id]).get(unit_id, {}),
        _earlier(db, found, now, zone),
    )


def _earlier(db: Database, found: UnitReturn, now: datetime, zone: ZoneInfo) -> tuple[Mapping[str, float], ...]:
    span = found.round.span
    if span is None:
        return ()
    before = {
        each.id
        for each in rounds(db, found.round.return_id)
        if each.span and each.span.granularity == span.granularity and each.span.first < span.first
    }
    known = unit_returns(db, day_of(now, zone), zone, unit_ids=[found.unit.id])
    filed = [each for each in known if each.round.id in before and each.standing is not None]
    newest = sorted(filed, key=lambda each: each.round.opens_on, reverse=True)[:LAST_PERIODS]
    return tuple(each.standing.values for each in newest if each.standing is not None)
