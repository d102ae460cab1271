"""A round of a statistics return as a table: units by indicators, with totals."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from data.plan.indicators import indicators
from data.reporting.totals import EXACT
from data.returns.completeness import Completeness, completeness
from data.returns.returns import find_return
from data.returns.rounds import Round
from data.returns.unit_returns import UnitReturn
from data.store import Database
from data.understanding import IndicatorWords

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
