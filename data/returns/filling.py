"""Filling in a return: the form of a unit's return with figures to compare, the doubts about these, and finding the
returns of a person's units."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from data.calendar import add_months, months_between
from data.errors import StaleButton, unless
from data.errors.returns import NoSuchPeriod, PeriodLeftOut, PeriodNotOpen
from data.people.people import Person
from data.returns.filings import fillable_return
from data.returns.left_out import periods_left_out
from data.returns.return_table import reported_in_round, reported_of_longer_time
from data.returns.returns import Return, live_returns, return_by_id
from data.returns.rounds import open_due_rounds, rounds
from data.returns.unit_returns import UnitReturn, Values, unit_return_by_id, unit_returns
from data.store import Database
from data.times import day_of
from data.understanding.entities.figure_values import RATHER_YUAN

JUMP = 5
"""A figure is doubtful above this many times the largest of the last periods, or below this fraction of the
smallest."""
LEAST_JUMP = 10
"""A smaller difference than this is never doubtful."""
MUCH_MONEY = 1000
"""From this many, the first sum of a unit may be meant in yuan; from RATHER_YUAN on it was written with its measure."""


class DoubtReason(StrEnum):
    """Why a figure is doubtful: far from the last periods, so large without one before that its measure is in doubt
    (8000元, not 8000万元), not whole though it counts things, above its limit, or written as a running total or as
    approximate; or a nil return of a unit whose reports have figures."""

    JUMP = "jump"
    MEASURE = "measure"
    NOT_WHOLE = "not_whole"
    EXCEEDS = "exceeds"
    RUNNING_TOTAL = "running_total"
    ABOUT = "about"
    NIL = "nil"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A doubt about an indicator's figure.

    `against` is the figure compared with: the nearest earlier one, or that of the indicator `limit`.
    """

    why: DoubtReason
    indicator: str = ""
    value: float = 0
    against: float = 0
    limit: str = ""


def doubts(
    asked: Return,
    values: Values,
    earlier: Sequence[Values],
    reported: Values,
    written: Mapping[DoubtReason, Collection[str]],
    nil: bool,
) -> Iterator[Doubt]:
    """Yield the doubts about figures, compared with those of `earlier` periods and each other; `written` are those
    doubtful for how they were written.

    A `nil` return is compared only with what the unit's reports add up to.
    """
    if nil:
        yield from [Doubt(DoubtReason.NIL)] if any(reported.values()) else []
        return
    for each in asked.indicators:
        if each.name not in values:
            continue
        value = values[each.name]
        if each.kind == "whole" and not float(value).is_integer():
            yield Doubt(DoubtReason.NOT_WHOLE, each.name, value)
        yield from (Doubt(why, each.name, value) for why, names in written.items() if each.name in names)
        before = [past[each.name] for past in earlier if each.name in past]
        if before and (nearest := _jumped_from(value, before)) is not None:
            yield Doubt(DoubtReason.JUMP, each.name, value, nearest)
        may_be_yuan = each.is_money and MUCH_MONEY <= value < RATHER_YUAN
        if not before and may_be_yuan and reported.get(each.name) != value:
            yield Doubt(DoubtReason.MEASURE, each.name, value)
    for limit in asked.limits:
        if limit.is_exceeded(values):
            yield Doubt(
                DoubtReason.EXCEEDS, limit.indicator, values[limit.indicator], values[limit.at_most], limit.at_most
            )


def _jumped_from(value: float, before: Sequence[float]) -> float | None:
    """Return the nearest of the earlier figures if `value` is far from all of them, else None."""
    highest, lowest = max(before), min(before)
    if value > highest * JUMP and value - highest >= LEAST_JUMP:
        return highest
    if value < lowest / JUMP and lowest - value >= LEAST_JUMP:
        return lowest
    return None


LAST_PERIODS = 3


@dataclass(frozen=True, slots=True)
class Filling:
    """A unit's return being filled in.

    `reported` is what the unit's reports of the period add up to, `unclear` the indicators of which they give a total
    of a longer time, `earlier` the figures of its last periods, newest first.
    """

    unit_return: UnitReturn
    asked: Return
    reported: Values
    unclear: Collection[str]
    earlier: tuple[Values, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the indicators asked for."""
        return tuple(each.name for each in self.asked.indicators)

    @property
    def begins_from(self) -> Values:
        """The figures to begin with: the last filing, even if given back, or else the totals of the unit's reports."""
        if self.unit_return.last is not None:
            return {name: value for name, value in self.unit_return.last.values.items() if name in self.names}
        return self.from_reports

    @property
    def from_reports(self) -> Values:
        """The totals of the unit's reports for the indicators asked for that are clear."""
        known = [name for name in self.names if name in self.reported]
        return {name: self.reported.get(name, 0.0) for name in self.names if name not in self.unclear} if known else {}

    @property
    def last_period(self) -> dict[str, float]:
        """The figures of the last period for the indicators asked for."""
        return {name: self.earlier[0][name] for name in self.names if self.earlier and name in self.earlier[0]}

    @property
    def has_filed_figures(self) -> bool:
        """Whether the unit has filed figures, not a nil return."""
        last = self.unit_return.last
        return last is not None and not last.nil

    @property
    def needs_reason(self) -> bool:
        """Whether a reason is needed, since the figures are frozen."""
        return self.unit_return.frozen is not None

    def doubts(self, values: Values, written: Mapping[DoubtReason, Collection[str]], nil: bool) -> tuple[Doubt, ...]:
        """Return the doubts about figures; `written` are those doubtful for how they were written."""
        return tuple(doubts(self.asked, values, self.earlier, self.from_reports, written, nil))


def filling(db: Database, person: Person, unit_return_id: int, now: datetime) -> Filling:
    """Return the form of a unit's return that the person may fill in now. Raises what `fillable_return` raises."""
    found = fillable_return(db, person, unit_return_id, now)
    unit_id = found.unit.id
    return Filling(
        found,
        return_by_id(db, found.round.return_id),
        reported_in_round(db, found.round, [unit_id]).get(unit_id, {}),
        reported_of_longer_time(db, found.round, unit_id),
        _earlier_figures(db, found, now),
    )


def _earlier_figures(db: Database, found: UnitReturn, now: datetime) -> tuple[Values, ...]:
    span = found.round.span
    if span is None:
        return ()
    before = {
        each.id
        for each in rounds(db, found.round.return_id)
        if each.span and each.span.granularity == span.granularity and each.span.first < span.first
    }
    known = unit_returns(db, day_of(now, db.zone), unit_ids=[found.unit.id])
    filed = [each for each in known if each.round.id in before and each.standing is not None]
    newest = sorted(filed, key=lambda each: each.round.opens_on, reverse=True)[:LAST_PERIODS]
    return tuple(each.standing.values for each in newest if each.standing is not None)


A_DAY = timedelta(days=1)
AHEAD = timedelta(days=400)
"""How far ahead a period may lie to be reported as not open yet."""
SOON = timedelta(days=183)
"""How far ahead it may lie if the named period of this year has passed and next year's may be meant."""


def own_returns(db: Database, person: Person, now: datetime) -> list[UnitReturn]:
    """Return what the person's units have to file, first due first, then the last filed return of each unit and title.

    Opens the rounds whose day has come.
    """
    known = _of_own_units(db, person, now)
    filed: dict[tuple[int, int], UnitReturn] = {}
    for each in known:
        if each.counted is not None:
            filed[each.round.return_id, each.unit.id] = each
    return [*(each for each in known if each.open), *reversed(filed.values())]


def own_returns_of(db: Database, person: Person, first: date, last: date, now: datetime) -> list[UnitReturn]:
    """Return the returns of the person's units for the period from `first` to `last`.

    Raises PeriodNotOpen for a period still to come (perhaps next year's, if named without its year), PeriodLeftOut, and
    NoSuchPeriod for any other.
    """
    known = _of_own_units(db, person, now)
    found = [
        each for each in known if each.round.span and (each.round.span.first, each.round.span.last) == (first, last)
    ]
    if not found:
        _check_not_to_come(db, person, first, last, day_of(now, db.zone))
        raise NoSuchPeriod
    return found


def returns_just_over(db: Database, person: Person, first: date, last: date, now: datetime) -> list[UnitReturn]:
    """Return the returns still open and not past their day for the period that ended before the one from `first` to
    `last`, which is as long."""
    months = months_between(first, last) + 1
    span = add_months(first, -months), first - timedelta(days=1)
    return [
        each
        for each in _of_own_units(db, person, now)
        if each.open and each.round.span and (each.round.span.first, each.round.span.last) == span
        if each.round.due >= day_of(now, db.zone)
    ]


def filed_last(db: Database, person: Person, now: datetime) -> UnitReturn | None:
    """Return the return that a person filed within the last day, unless they have reported since; else None."""
    number = db.fetch_number(
        """SELECT unit_return_id FROM filings WHERE person_id = :person AND filed_at >= :since AND NOT EXISTS (
            SELECT 1 FROM reports WHERE reports.person_id = :person AND reported_at > filed_at
        ) ORDER BY id DESC LIMIT 1""",
        {"person": person.id, "since": now - A_DAY},
    )
    found = unless(StaleButton, unit_return_by_id, db, number, day_of(now, db.zone)) if number is not None else None
    return found if found and found.unit.id in person.speaks_for and not found.round.ended else None


def _of_own_units(db: Database, person: Person, now: datetime) -> list[UnitReturn]:
    open_due_rounds(db, now)
    return unit_returns(db, day_of(now, db.zone), unit_ids=person.speaks_for)


def _check_not_to_come(db: Database, person: Person, first: date, last: date, today: date) -> None:
    years = (0, 12) if first < today and add_months(first, 12) <= today + SOON else (0,)
    wanted = [(add_months(first, months), add_months(last, months)) for months in years]
    for each in live_returns(db):
        if not {unit.id for unit in each.units} & set(person.speaks_for):
            continue
        out = periods_left_out(db, each)
        for span in each.schedule.opened_by(today + AHEAD):
            if span is not None and (span.first, span.last) in wanted:
                if span in out:
                    raise PeriodLeftOut(each.title, out[span])
                raise PeriodNotOpen(each.title, each.schedule.opens(span))
