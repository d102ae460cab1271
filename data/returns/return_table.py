"""A round of a statistics return as a table, compared with the period before and with what reports add up to, and how
complete rounds were at the end of a day."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from data.plan.indicators import indicators
from data.plan.plan import CURRENT, plan_on
from data.reporting.totals import COUNTED, EXACT
from data.returns.returns import Limit, Return, return_by_id
from data.returns.rounds import COUNTED_THEN, Round, round_before, rounds
from data.returns.unit_returns import Completeness, UnitReturn, Values, completeness
from data.standing.rows import ALWAYS
from data.store import Database, Row, sql_among
from data.times import at_hour, end_of_day, stored
from data.understanding import IndicatorWords

Reported = dict[int, dict[str, float]]
"""Figures by unit and indicator, without what was not reported."""


def reported_in_round(db: Database, of: Round, unit_ids: Sequence[int] | None = None) -> Reported:
    """Return what the figures of reports made in a round's period add up to now, by unit and indicator, without those
    that are of a longer time.

    A correction belongs to the day of the report first made. For a return asked for once, all reports count.
    """
    found: Reported = {}
    for row in _reported(db, of, unit_ids):
        if not row["of_longer_time"]:
            found.setdefault(row["unit_id"], {})[row["name"]] = row["total"]
    return found


def reported_of_longer_time(db: Database, of: Round, unit_id: int) -> frozenset[str]:
    """Return the indicators of which a unit reported in a round's period a running total that began before it, with
    nothing reported before: it is not known what of it is of the period."""
    return frozenset(row["name"] for row in _reported(db, of, [unit_id]) if row["of_longer_time"])


def _reported(db: Database, of: Round, unit_ids: Sequence[int] | None) -> list[Row]:
    since, before, first = "", ALWAYS, ""
    if of.span:
        first = of.span.first.isoformat()
        since, before = stored(at_hour(of.span.first, 0, db.zone)), stored(end_of_day(of.span.last, db.zone))
    return db.fetch_all(
        f"""SELECT unit_id, name, round(sum(value), {EXACT}) AS total, max(longer) AS of_longer_time
        FROM indicators JOIN (
            SELECT unit_id, indicator, value, report_id,
                max(report_id) OVER (PARTITION BY indicator, assignment_id) AS latest,
                EXISTS (SELECT 1 FROM report_figures AS told WHERE told.report_id = counted.report_id
                    AND told.indicator = counted.indicator AND told.said = told.value AND told.since < :first) AS longer
            FROM ({COUNTED}) AS counted
            JOIN assignments ON assignments.id = assignment_id JOIN tasks ON tasks.id = task_id
            WHERE plan_id = {CURRENT} AND reported_at >= :since AND reported_at < :before
                {sql_among("unit_id", unit_ids)}
        ) ON indicator = name AND (total = 'sum' OR report_id = latest)
        WHERE plan_id = {CURRENT} GROUP BY unit_id, name ORDER BY unit_id, position""",
        {"known": ALWAYS, "since": since, "before": before, "first": first},
    )


@dataclass(frozen=True, slots=True)
class ReturnTable(Completeness):
    """A round as a table of units by indicators.

    `totals` add up the standing figures, `totals_now` those corrected after the round was frozen, None if none were.
    """

    indicators: tuple[IndicatorWords, ...]
    totals: Values
    totals_now: Values | None
    limits: tuple[Limit, ...]

    @property
    def exceeding(self) -> list[tuple[UnitReturn, Limit, Values]]:
        """The units with figures above a limit, with the limit and the figures as corrected."""
        found = ((each, each.values if each.values_now is None else each.values_now) for each in self.units)
        return [(each, limit, values) for each, values in found for limit in self.limits if limit.is_exceeded(values)]


def return_table(db: Database, round_id: int, today: date, *, as_then: bool = False) -> ReturnTable:
    """Return a round as a table on a day, or `as_then` as it stood at its end. Raises StaleButton if there is none."""
    found = completeness(db, round_id, today, as_then=as_then)
    asked = return_by_id(db, found.round.return_id)
    return _table(found.round, found.units, _columns(db, found, asked), asked.limits)


def table_for_units(table: ReturnTable, unit_ids: Collection[int]) -> ReturnTable:
    """Return the part of a table for some units, with their totals."""
    units = tuple(each for each in table.units if each.unit.id in unit_ids)
    return _table(table.round, units, table.indicators, table.limits)


def _table(
    of: Round, units: tuple[UnitReturn, ...], columns: tuple[IndicatorWords, ...], limits: tuple[Limit, ...]
) -> ReturnTable:
    names = [each.name for each in columns]
    corrected = any(each.values_now is not None for each in units)
    now = [each.values if each.values_now is None else each.values_now for each in units]
    totals = _added(names, [each.values for each in units])
    return ReturnTable(of, units, columns, totals, _added(names, now) if corrected else None, limits)


def _columns(db: Database, found: Completeness, of: Return) -> tuple[IndicatorWords, ...]:
    """Return the indicators asked for, followed by others for which figures were filed."""
    asked = of.indicators
    filed = {name for each in found.units for values in (each.values, each.values_now or {}) for name in values}
    names = {each.name for each in asked}
    return (*asked, *(each for each in indicators(db) if each.name in filed and each.name not in names))


def _added(names: Iterable[str], lines: Sequence[Values]) -> dict[str, float]:
    return {name: round(sum(values.get(name, 0.0) for values in lines), EXACT) for name in names}


NOTHING: Values = {}


@dataclass(frozen=True, slots=True)
class Comparison:
    """A round's table, that of the period before if anything was filed then, and what its units reported meanwhile."""

    table: ReturnTable
    before: ReturnTable | None
    reported: Reported

    def before_of(self, unit_id: int) -> Values:
        """Return a unit's figures of the period before, empty if there are none."""
        units = self.before.units if self.before else ()
        return next((each.values for each in units if each.unit.id == unit_id), NOTHING)

    @property
    def reported_in_all(self) -> Values:
        """The totals of all units' reports for the indicators asked for that were reported."""
        found = list(self.reported.values())
        return _added(
            [each.name for each in self.table.indicators if any(each.name in values for values in found)], found
        )


def comparisons_in_span(
    db: Database, first: date, last: date, unit_ids: Collection[int] | None, today: date
) -> Iterator[Comparison]:
    """Yield the rounds opened by `today` that touch a span of days, as they stood then, oldest first, limited to some
    units if given.

    A return asked for once counts from its opening to its due day. Rounds that ask none of the units are left out.
    """
    for each in reversed(rounds(db)):
        begins, ends = (each.span.first, each.span.last) if each.span else (each.opens_on, each.due)
        if begins <= last and ends >= first and each.opens_on <= today:
            found = comparison(db, each.id, today, as_then=True)
            part = found if unit_ids is None else comparison_for_units(found, unit_ids)
            if part.table.units:
                yield part


def comparison_for_units(found: Comparison, unit_ids: Collection[int]) -> Comparison:
    """Return the part of a comparison for some units, with their totals."""
    return Comparison(
        table_for_units(found.table, unit_ids),
        table_for_units(found.before, unit_ids) if found.before else None,
        {unit_id: values for unit_id, values in found.reported.items() if unit_id in unit_ids},
    )


def comparison(db: Database, round_id: int, today: date, *, as_then: bool = False) -> Comparison:
    """Return a round on a day with its comparison, with `as_then` as they stood at its end. Raises StaleButton if there
    is no such round."""
    table = return_table(db, round_id, today, as_then=as_then)
    earlier = round_before(db, table.round)
    before = return_table(db, earlier.id, today, as_then=as_then) if earlier else None
    told = reported_in_round(db, table.round, [each.unit.id for each in table.units])
    return Comparison(table, before if before and any(each.values for each in before.units) else None, told)


@dataclass(frozen=True, slots=True)
class RoundThen:
    """A round with the number of units asked for it, and of those whose filing counted at the end of a day."""

    round: Round
    filed: int
    units: int


def rounds_then(db: Database, day: date) -> list[RoundThen]:
    """Return the newest round that each return had at the end of a day, and earlier ones that were neither frozen nor
    complete, first due first. Raises NoPlan."""
    rows = db.fetch_all(
        f"""SELECT return_rounds.id, return_id, ifnull(frozen_at, :until) < :until AS frozen,
            count(unit_returns.id) AS units, count({COUNTED_THEN}) AS filed
        FROM returns JOIN return_rounds ON return_id = returns.id
        LEFT JOIN unit_returns ON round_id = return_rounds.id AND unit_returns.left_out IS NULL
            AND (gone_at IS NULL OR gone_at >= :until)
        WHERE plan_id = :plan AND opened_at < :until AND (ended_at IS NULL OR ended_at >= :until)
            AND NOT EXISTS (SELECT 1 FROM periods_left_out AS out
                WHERE out.return_id = returns.id AND out.first = return_rounds.first AND out.at < :until)
        GROUP BY return_rounds.id ORDER BY opens_on DESC, return_rounds.id DESC""",
        {"until": end_of_day(day, db.zone), "plan": plan_on(db, day).id},
    )
    known = {each.id: each for each in rounds(db)}
    newest: dict[int, int] = {}
    for row in rows:
        newest.setdefault(row["return_id"], row["id"])
    shown = [
        RoundThen(known[row["id"]], int(row["filed"]), row["units"])
        for row in rows
        if row["id"] in known and (row["id"] in newest.values() or not (row["frozen"] or row["filed"] == row["units"]))
    ]
    return sorted(shown, key=lambda each: (each.round.due, each.round.id))
