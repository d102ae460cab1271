"""What each unit has filed in a round of a statistics return, and how complete the round is."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from data.errors import still_there
from data.plan.plan import CURRENT
from data.plan.units import Unit
from data.returns.rounds import COUNTED_FILING, COUNTED_THEN, FILED_THEN, KEPT_THEN, Round, round_by_id, rounds
from data.standing.rows import ALWAYS
from data.store import Database, Row, sql_among
from data.times import day_of, end_of_day, moment
from data.understanding.grouping import listed

FILING_DIALOG = "filing"
"""The kind of dialogs in which a unit's return is filled in; their subject is the unit return."""


class ReturnState(StrEnum):
    """The state of a unit's return: nothing yet, begun, given back, filed, or filed and corrected."""

    MISSING = "missing"
    DRAFT = "draft"
    RETURNED = "returned"
    FILED = "filed"
    CORRECTED = "corrected"


FILED_STATES = (ReturnState.FILED, ReturnState.CORRECTED)
Values = Mapping[str, float]
"""Figures by indicator."""


@dataclass(frozen=True, slots=True)
class Filing:
    """What was filed: figures by indicator, all zero if `nil`, and by whom, possibly for a liaison or by the office.

    `reason` is why it corrects an earlier filing; `given_back` is why the office gave it back, or None.
    """

    id: int
    values: Values
    nil: bool
    by: str
    on_behalf_of: str
    by_office: bool
    reason: str
    at: datetime
    given_back: str | None


@dataclass(frozen=True, slots=True)
class UnitReturn:
    """A unit's return in a round.

    `late` is whether it was first filed after the due day, or is unfiled and that has passed. `last` is the last
    filing, even if given back; `frozen` the one that counted when the round was frozen.
    """

    id: int
    round: Round
    unit: Unit
    state: ReturnState
    late: bool
    last: Filing | None
    frozen: Filing | None

    @property
    def counted(self) -> Filing | None:
        """The filing that counts now, or None."""
        return self.last if self.last and self.last.given_back is None else None

    @property
    def standing(self) -> Filing | None:
        """The filing whose figures stand: in a frozen round the frozen one, else the one that counts; or None."""
        return self.frozen if self.round.frozen_at else self.counted

    @property
    def corrected_since(self) -> Filing | None:
        """The filing that counts although another is frozen, or None."""
        frozen_id = self.frozen.id if self.frozen else None
        return self.counted if self.round.frozen_at and self.counted and self.counted.id != frozen_id else None

    @property
    def values(self) -> Values:
        """The standing figures by indicator, empty if there are none."""
        return self.standing.values if self.standing else {}

    @property
    def values_now(self) -> Values | None:
        """The figures corrected since the round was frozen, or None."""
        return self.corrected_since.values if self.corrected_since else None

    @property
    def open(self) -> bool:
        """Whether the unit still has to file it."""
        return not self.round.ended and self.state not in FILED_STATES


UNIT_RETURNS = f"""
SELECT unit_returns.id, round_id, unit_id, units.name AS unit, iif(frozen_at < :until, frozen_filing_id, NULL)
    AS frozen_filing_id, (SELECT max(id) {FILED_THEN}) AS last_id,
    {COUNTED_THEN} AS counted_id,
    (SELECT min(filed_at) {FILED_THEN}) AS first_filed,
    (SELECT count(*) {FILED_THEN} AND {KEPT_THEN}) AS kept,
    EXISTS (SELECT 1 FROM dialogs WHERE kind = '{FILING_DIALOG}' AND subject_id = unit_returns.id AND state <> 'ended'
        AND opened_at < :until AND answers ->> '$.figures' IS NOT NULL) AS begun
FROM unit_returns JOIN units ON units.id = unit_id JOIN return_rounds ON return_rounds.id = round_id
JOIN returns ON returns.id = return_id
WHERE plan_id = {CURRENT} AND (gone_at IS NULL OR gone_at >= :until) AND left_out IS NULL
"""
"""SQL for the unit returns as they stood at the moment `until`."""
STILL_TO_FILE = f"""AND returns.ended_at IS NULL AND {COUNTED_FILING} IS NULL AND NOT EXISTS (
    SELECT 1 FROM periods_left_out AS out WHERE out.return_id = returns.id AND out.first = return_rounds.first)"""
FILINGS = """
SELECT filings.id, nil, ifnull(people.name, '') AS by, ifnull(stand_in.name, '') AS on_behalf_of, by_office,
    filings.reason, filed_at AS at, filings_given_back.reason AS given_back, unit_return_id
FROM filings LEFT JOIN people ON people.id = filings.person_id
LEFT JOIN people AS stand_in ON stand_in.id = for_person_id
LEFT JOIN filings_given_back ON filing_id = filings.id
"""


def unit_returns(
    db: Database,
    today: date,
    *,
    round_ids: Collection[int] | None = None,
    unit_ids: Collection[int] | None = None,
    ids: Collection[int] | None = None,
    open_only: bool = False,
    as_then: bool = False,
) -> list[UnitReturn]:
    """Return the unit returns of the current plan as they stand on a day, first due first; with `as_then` as they stood
    at its end, whatever came later.

    Limited to rounds, units, ids, or those still to be filed (`open_only`) if given.
    """
    rows = db.fetch_all(
        f"""{UNIT_RETURNS}
        {sql_among("round_id", round_ids)}
        {sql_among("unit_id", unit_ids)}
        {sql_among("unit_returns.id", ids)}
        {STILL_TO_FILE if open_only else ""} ORDER BY due, round_id, unit_id""",
        {"until": end_of_day(today, db.zone) if as_then else ALWAYS},
    )
    found = rounds(db) if rows else []
    known = {each.id: _at_end_of(each, today, db.zone) if as_then else each for each in found}
    filed = _filings(db, {row[name] for row in rows for name in ("last_id", "frozen_filing_id") if row[name]})
    return [_unit_return(row, known[row["round_id"]], filed, today, db.zone) for row in rows]


def _at_end_of(of: Round, day: date, zone: ZoneInfo) -> Round:
    """Return a round as it was at the end of a day: not frozen if that came later."""
    later = of.frozen_at is not None and of.frozen_at >= end_of_day(day, zone)
    return replace(of, frozen_at=None) if later else of


def unit_return_by_id(db: Database, unit_return_id: int, today: date) -> UnitReturn:
    """Return a unit's return. Raises StaleButton if there is none or the unit is no longer asked."""
    return still_there(unit_returns(db, today, ids=[unit_return_id]))[0]


def filings_of(db: Database, unit_return_id: int) -> list[Filing]:
    """Return everything that a unit has filed for a round, oldest first."""
    ids = db.fetch_column("SELECT id FROM filings WHERE unit_return_id = ?", [unit_return_id])
    return list(_filings(db, ids).values())


def _filings(db: Database, ids: Collection[int]) -> dict[int, Filing]:
    """Return the filings with these ids, by id, oldest first."""
    if not ids:
        return {}
    chosen = [sorted(ids)]
    values: dict[int, dict[str, float]] = {each: {} for each in ids}
    of_these = "IN (SELECT value FROM json_each(?))"
    for row in db.fetch_all(f"SELECT * FROM filing_values WHERE filing_id {of_these} ORDER BY rowid", chosen):
        values[row["filing_id"]][row["indicator"]] = row["value"]
    rows = db.fetch_all(f"{FILINGS} WHERE filings.id {of_these} ORDER BY filings.id", chosen)
    return {row["id"]: db.record(Filing, row, values=values[row["id"]]) for row in rows}


def _unit_return(row: Row, of: Round, filed: Mapping[int, Filing], today: date, zone: ZoneInfo) -> UnitReturn:
    filed_on = day_of(moment(row["first_filed"]), zone) if row["first_filed"] else today
    return UnitReturn(
        id=row["id"],
        round=of,
        unit=Unit(row["unit_id"], row["unit"]),
        state=_state(row),
        late=filed_on > of.due,
        last=filed.get(row["last_id"]),
        frozen=filed.get(row["frozen_filing_id"]),
    )


def _state(row: Row) -> ReturnState:
    if row["counted_id"] is not None:
        return ReturnState.CORRECTED if row["kept"] > 1 else ReturnState.FILED
    if row["last_id"] is not None:
        return ReturnState.RETURNED
    return ReturnState.DRAFT if row["begun"] else ReturnState.MISSING


@dataclass(frozen=True, slots=True)
class Completeness:
    """A round with the returns of all its units."""

    round: Round
    units: tuple[UnitReturn, ...]

    @property
    def filed(self) -> tuple[UnitReturn, ...]:
        """The units that have filed, on time or late."""
        return tuple(each for each in self.units if each.state in FILED_STATES)

    @property
    def late(self) -> tuple[UnitReturn, ...]:
        """The units that first filed after the due day."""
        return tuple(each for each in self.filed if each.late)

    @property
    def missing(self) -> tuple[UnitReturn, ...]:
        """The units without a filing that counts: not begun, begun, or given back."""
        return tuple(each for each in self.units if each.state not in FILED_STATES)


def completeness(db: Database, round_id: int, today: date, *, as_then: bool = False) -> Completeness:
    """Return a round with the returns of all its units on a day; with `as_then` as they stood at its end. Raises
    StaleButton if there is no such round."""
    found = round_by_id(db, round_id)
    found = _at_end_of(found, today, db.zone) if as_then else found
    return Completeness(found, tuple(unit_returns(db, today, round_ids=[round_id], as_then=as_then)))


def rounds_under_way(db: Database, today: date) -> list[Completeness]:
    """Return the newest round of each return asked for, and earlier open ones that a unit has not filed, by due day."""
    newest: dict[int, int] = {}
    asked = [each for each in rounds(db) if not each.ended]
    for each in asked:
        newest.setdefault(each.return_id, each.id)
    latest = {*newest.values()}
    may_be_open = [each for each in asked if each.frozen_at is None or each.id in latest]
    of_units = unit_returns(db, today, round_ids=[each.id for each in may_be_open])
    by_round = listed((unit.round.id, unit) for unit in of_units)
    found = (Completeness(each, tuple(by_round.get(each.id, ()))) for each in may_be_open)
    under_way = [each for each in found if each.round.id in latest or each.missing]
    return sorted(under_way, key=lambda each: (each.round.due, each.round.id))
