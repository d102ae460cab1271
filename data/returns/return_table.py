"""A round of a statistics return as a table, and beside the period before it and what reports add up to."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from data.plan.indicators import indicators
from data.plan.plan import CURRENT
from data.reporting.totals import ALWAYS, COUNTED, EXACT
from data.returns.returns import find_return
from data.returns.rounds import Round, round_before, rounds
from data.returns.unit_returns import Completeness, UnitReturn, completeness
from data.standing.rows import among
from data.store import Database, fetch_all
from data.times import at_hour, end_of, stored
from data.understanding import IndicatorWords

Reported = dict[int, dict[str, float]]
"""Figures by unit and indicator; what was not reported is missing."""


def reported(db: Database, of: Round, zone: ZoneInfo, unit_ids: Sequence[int] | None = None) -> Reported:
    """What the figures of reports that were first given in the period of a round add up to, as they count now, by unit
    and indicator; of what is asked for once, of all reports. A report that corrects another one is of the day on which
    the first one was given."""
    since, before = ("", ALWAYS)
    if of.span:
        since, before = stored(at_hour(of.span.first, 0, zone)), stored(end_of(of.span.last, zone))
    rows = fetch_all(
        db,
        f"""WITH RECURSIVE given (id, at) AS (
            SELECT id, reported_at FROM reports WHERE replaces IS NULL
            UNION ALL SELECT reports.id, given.at FROM reports JOIN given ON reports.replaces = given.id
        )
        SELECT unit_id, name, round(sum(value), {EXACT}) AS total FROM indicators JOIN (
            SELECT unit_id, indicator, value, report_id,
                max(report_id) OVER (PARTITION BY indicator, assignment_id) AS latest
            FROM ({COUNTED}) JOIN given ON given.id = report_id
            JOIN assignments ON assignments.id = assignment_id JOIN tasks ON tasks.id = task_id
            WHERE plan_id = {CURRENT} AND given.at >= :since AND given.at < :before {among("unit_id", unit_ids)}
        ) ON indicator = name AND (total = 'sum' OR report_id = latest)
        WHERE plan_id = {CURRENT} GROUP BY unit_id, name ORDER BY unit_id, position""",
        {"until": ALWAYS, "since": since, "before": before},
    )
    found: Reported = {}
    for row in rows:
        found.setdefault(row["unit_id"], {})[row["name"]] = row["total"]
    return found


Values = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class TableRow:
    """A unit's line: its figures by indicator, none where nothing was filed; those of a frozen round are the ones of
    then, with what counts `now` beside them where it was corrected since."""

    unit: UnitReturn
    values: Values
    now: Values | None


@dataclass(frozen=True, slots=True)
class ReturnTable(Completeness):
    """Units by indicators, and how complete the round is. `totals` are of the figures that stand, `totals_now` with
    what was corrected after the round was frozen, None where nothing was."""

    indicators: tuple[IndicatorWords, ...]
    rows: tuple[TableRow, ...]
    totals: Values
    totals_now: Values | None


def return_table(db: Database, round_id: int, today: date, zone: ZoneInfo) -> ReturnTable:
    """A round as a table on a day. Raises StaleButton where there is none with this id."""
    found = completeness(db, round_id, today, zone)
    rows = tuple(map(_row, found.units))
    return _table(found.round, _columns(db, found.round, rows), rows)


def table_of(table: ReturnTable, unit_ids: Collection[int]) -> ReturnTable:
    """A table of some of its units, with what these come to."""
    rows = tuple(each for each in table.rows if each.unit.unit.id in unit_ids)
    return _table(table.round, table.indicators, rows)


def _table(of: Round, columns: tuple[IndicatorWords, ...], rows: tuple[TableRow, ...]) -> ReturnTable:
    names = [each.name for each in columns]
    corrected = any(row.now is not None for row in rows)
    return ReturnTable(
        of,
        tuple(row.unit for row in rows),
        columns,
        rows,
        _added(names, (row.values for row in rows)),
        _added(names, (row.now if row.now is not None else row.values for row in rows)) if corrected else None,
    )


def _row(found: UnitReturn) -> TableRow:
    since = found.corrected_since
    return TableRow(found, found.standing.values if found.standing else {}, since.values if since else None)


def _columns(db: Database, of: Round, rows: Iterable[TableRow]) -> tuple[IndicatorWords, ...]:
    """The indicators asked for, and behind them those that were when the figures were filed."""
    asked = find_return(db, of.return_id).indicators
    filed = {name for row in rows for values in (row.values, row.now or {}) for name in values}
    names = {each.name for each in asked}
    return (*asked, *(each for each in indicators(db) if each.name in filed and each.name not in names))


def _added(names: Iterable[str], rows: Iterable[Values]) -> dict[str, float]:
    lines = list(rows)
    return {name: round(sum(values.get(name, 0.0) for values in lines), EXACT) for name in names}


NOTHING: Values = {}


@dataclass(frozen=True, slots=True)
class Comparison:
    """The table of a round, that of the period before if anything was filed then, and what the reports of its units
    within the period add up to, by unit."""

    table: ReturnTable
    before: ReturnTable | None
    reported: Reported

    def before_of(self, unit_id: int) -> Values:
        """A unit's figures of the period before; none where there are none."""
        rows = self.before.rows if self.before else ()
        return next((each.values for each in rows if each.unit.unit.id == unit_id), NOTHING)

    @property
    def reported_in_all(self) -> Values:
        """What the reports of all units add up to, of the indicators that are asked for and were reported at all."""
        found = list(self.reported.values())
        names = [each.name for each in self.table.indicators if any(each.name in values for values in found)]
        return {name: round(sum(values.get(name, 0.0) for values in found), EXACT) for name in names}


def compared_in(
    db: Database, first: date, last: date, unit_ids: Collection[int] | None, today: date, zone: ZoneInfo
) -> Iterator[Comparison]:
    """The rounds whose period, or for what is asked for once whose days to fill it in, touch a span, the oldest first;
    of some units only where they are named, and then those that ask any of them."""
    for each in reversed(rounds(db)):
        begins, ends = (each.span.first, each.span.last) if each.span else (each.opens_on, each.due)
        if begins <= last and ends >= first:
            found = comparison(db, each.id, today, zone)
            part = found if unit_ids is None else part_of(found, unit_ids)
            if part.table.rows:
                yield part


def part_of(found: Comparison, unit_ids: Collection[int]) -> Comparison:
    """The same of some units alone, with what these come to."""
    return Comparison(
        table_of(found.table, unit_ids),
        table_of(found.before, unit_ids) if found.before else None,
        {unit_id: values for unit_id, values in found.reported.items() if unit_id in unit_ids},
    )


def comparison(db: Database, round_id: int, today: date, zone: ZoneInfo) -> Comparison:
    """A round on a day, beside what it can be compared with. Raises StaleButton where there is none with this id."""
    table = return_table(db, round_id, today, zone)
    earlier = round_before(db, table.round)
    before = return_table(db, earlier.id, today, zone) if earlier else None
    told = reported(db, table.round, zone, [each.unit.id for each in table.units])
    return Comparison(table, before if before and any(each.values for each in before.rows) else None, told)
