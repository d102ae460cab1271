"""The rounds of statistics returns: one per period, opened when its day comes, and frozen by the office; and what
follows for them when a return is set up or changed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from data.calendar import Period, Span
from data.errors import StaleButton
from data.errors.plans import NoChange
from data.people.actor import Actor
from data.plan.plan import CURRENT, known_plan
from data.plan.workdays import Workdays, workdays
from data.reporting.indicator_changes import add_indicator
from data.returns.returns import (
    Return,
    ReturnDefinition,
    check_definition,
    create_return,
    definition_of,
    live_returns,
    return_by_id,
    store_definition,
)
from data.returns.schedule import period_code
from data.store import Database, Row, transaction
from data.times import day_of, stored
from data.understanding import IndicatorWords

OF_THIS_SOURCE = """SELECT detail ->> 'return_id' FROM audit
WHERE source = ? AND action IN ('set_up_return', 'change_return')"""
LAST_FILING = "(SELECT max(id) FROM filings WHERE unit_return_id = unit_returns.id)"
"""An SQL expression for the id of a unit's last filing, even if it was given back."""
COUNTED_FILING = f"""(SELECT id FROM filings WHERE id = {LAST_FILING}
    AND id NOT IN (SELECT filing_id FROM filings_given_back))"""
"""An SQL expression for the id of a unit's filing that counts: the last one, unless given back, else NULL."""
FILED_THEN = "FROM filings WHERE unit_return_id = unit_returns.id AND filed_at < :until"
"""SQL for a unit's filings made before the moment `until`."""
KEPT_THEN = "NOT EXISTS (SELECT 1 FROM filings_given_back WHERE filing_id = filings.id AND at < :until)"
"""An SQL condition of filings that had not been given back then."""
COUNTED_THEN = f"(SELECT id FROM filings WHERE id = (SELECT max(id) {FILED_THEN}) AND {KEPT_THEN})"
"""An SQL expression for the id of a unit's filing that counted then, else NULL."""
ROUNDS = f"""
SELECT return_rounds.id, return_rounds.return_id, title, every, return_rounds.first, last, opens_on, due, frozen_at,
    ended_at, periods_left_out.reason AS left_out
FROM return_rounds JOIN returns ON returns.id = return_rounds.return_id
LEFT JOIN periods_left_out ON periods_left_out.return_id = returns.id AND periods_left_out.first = return_rounds.first
WHERE plan_id = {CURRENT}
"""


@dataclass(frozen=True, slots=True)
class Round:
    """One period of a return.

    `span` is None for a return asked for once. `frozen_at` is when its figures were frozen; later filings are shown
    beside them. `left_out` is the reason if this period is left out, else None. `ended` is whether the period or the
    whole return is no longer asked for.
    """

    id: int
    return_id: int
    title: str
    span: Span | None
    opens_on: date
    due: date
    frozen_at: datetime | None
    ended: bool
    left_out: str | None

    @property
    def period(self) -> str | None:
        """The period's code, such as 2019-11; None for a return asked for once."""
        return period_code(self.span) if self.span else None


def is_round_due(db: Database, now: datetime) -> bool:
    """Return whether the day of a round has come that is not open yet."""
    return known_plan(db) is not None and bool(_to_open(db, day_of(now, db.zone)))


def open_due_rounds(db: Database, now: datetime) -> None:
    """Open the rounds whose day has come, each once."""
    if not is_round_due(db, now):
        return
    with transaction(db):
        days = workdays(db)
        for found, span in _to_open(db, day_of(now, db.zone)):
            _open(db, found, span, days, now)


def open_round(db: Database, found: Return, span: Span, now: datetime) -> None:
    """Open the round of a period, even if later ones are open, if its day has come and the return has not ended."""
    if not found.ended and found.schedule.opens(span) <= day_of(now, db.zone):
        _open(db, found, span, workdays(db), now)


def change_return(db: Database, by: Actor, return_id: int, asked: ReturnDefinition) -> Return:
    """Change what a return asks for from now on, including its open rounds.

    Frozen rounds and filings stay as they are. If the kind of period changes, new rounds begin with the period around
    the schedule's first day. Raises ForTheOffice, StaleButton, and what `check_definition` raises.
    """
    with by.office_act(db):
        before = return_by_id(db, return_id)
        check_definition(db, asked, return_id)
        store_definition(db, return_id, asked)
        after = return_by_id(db, return_id)
        if after == before:
            return before
        _bring_up_to_date(db, after, by.now)
        by.record(
            db, "change_return", after.title, return_id=return_id, asked=definition_of(before), before=before.title
        )
    return after


def freeze_round(db: Database, by: Actor, round_id: int) -> Round:
    """Freeze the figures of a round as they count now, unless it is frozen. Raises ForTheOffice and StaleButton."""
    with by.office_act(db):
        found = round_by_id(db, round_id)
        if found.frozen_at is None:
            db.update("return_rounds", round_id, frozen_at=by.now, frozen_by=by.id)
            db.change(f"UPDATE unit_returns SET frozen_filing_id = {COUNTED_FILING} WHERE round_id = ?", [round_id])
            by.record(db, "freeze_return", found.title, round_id=round_id, period=found.period)
    return round_by_id(db, round_id)


def unfreeze_round(db: Database, by: Actor, round_id: int) -> Round:
    """Undo the freezing of a round, so that later corrections count. Raises ForTheOffice and StaleButton."""
    with by.office_act(db):
        found = round_by_id(db, round_id)
        if found.frozen_at is not None:
            stood = _frozen_filings(db, round_id)
            db.update("return_rounds", round_id, frozen_at=None, frozen_by=None)
            db.change("UPDATE unit_returns SET frozen_filing_id = NULL WHERE round_id = ?", [round_id])
            before = {"frozen_at": stored(found.frozen_at), "filings": stood}
            by.record(db, "unfreeze_return", found.title, round_id=round_id, period=found.period, before=before)
    return round_by_id(db, round_id)


def freeze_round_as_before(db: Database, by: Actor, round_id: int, before: Mapping[str, Any]) -> None:
    """Freeze a round again as it was `before` it was unfrozen. Raises ForTheOffice and StaleButton."""
    with transaction(db):
        found = freeze_round(db, by, round_id)
        db.update("return_rounds", found.id, frozen_at=before["frozen_at"])
        db.change("UPDATE unit_returns SET frozen_filing_id = NULL WHERE round_id = ?", [round_id])
        for unit_return_id, filing_id in before["filings"]:
            db.update("unit_returns", unit_return_id, frozen_filing_id=filing_id)


def _frozen_filings(db: Database, round_id: int) -> list[list[int]]:
    sql = "SELECT id, frozen_filing_id FROM unit_returns WHERE round_id = ? AND frozen_filing_id IS NOT NULL"
    return [list(row.values()) for row in db.fetch_all(f"{sql} ORDER BY id", [round_id])]


def round_by_id(db: Database, round_id: int) -> Round:
    """Return a round of the current plan. Raises StaleButton if there is none."""
    return _round_from_row(db, db.fetch_row(f"{ROUNDS} AND return_rounds.id = ?", [round_id], StaleButton))


def rounds(db: Database, return_id: int | None = None) -> list[Round]:
    """Return the rounds opened so far of a return, or of all returns of the current plan if None, newest first."""
    sql = f"{ROUNDS} AND (:id IS NULL OR return_rounds.return_id = :id) ORDER BY opens_on DESC, return_rounds.id DESC"
    return [_round_from_row(db, row) for row in db.fetch_all(sql, {"id": return_id})]


def round_before(db: Database, found: Round) -> Round | None:
    """Return the round of the last earlier period that was not left out, or None."""
    if found.span is None:
        return None
    earlier = (each for each in rounds(db, found.return_id) if each.span and found.span.first > each.span.first)
    alike = (each for each in earlier if each.span and each.span.granularity == found.span.granularity)
    return next((each for each in alike if each.left_out is None), None)


def _round_from_row(db: Database, row: Row) -> Round:
    span = _span(date.fromisoformat(row["first"]), date.fromisoformat(row["last"])) if row["first"] else None
    ended = row["ended_at"] is not None or row["left_out"] is not None
    return db.record(Round, row, span=span, ended=ended)


def _span(first: date, last: date) -> Span:
    months = last.month - first.month + 1
    return Span(first, last, {1: Period.MONTH, 3: Period.QUARTER, 6: Period.HALF_YEAR, 12: Period.YEAR}[months])


def _to_open(db: Database, today: date) -> list[tuple[Return, Span | None]]:
    return [(each, span) for each in live_returns(db) for span in periods_to_open(db, each, today)]


def periods_to_open(db: Database, found: Return, today: date) -> list[Span | None]:
    """Return the periods of a return whose rounds are to be opened, were it asked for; None if it is asked for once."""
    opened = rounds(db, found.id)
    if found.schedule.every is None and any(known.span is None for known in opened):
        return []
    last = next((k.span for k in opened if k.span and k.span.granularity == found.schedule.every), None)
    out = {*db.fetch_column("SELECT first FROM periods_left_out WHERE return_id = ?", [found.id])}
    opened_by = found.schedule.opened_by(today, last)
    return [span for span in opened_by if span is None or span.first.isoformat() not in out]


def _open(db: Database, found: Return, span: Span | None, days: Workdays, now: datetime) -> None:
    opened = db.change(
        """INSERT INTO return_rounds (return_id, first, last, opens_on, due, opened_at) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT DO NOTHING""",
        [
            found.id,
            span.first if span else None,
            span.last if span else None,
            found.schedule.opens(span),
            found.schedule.due(span, days),
            now,
        ],
    )
    if opened:
        _ask_units(db, found, db.fetch_number("SELECT max(id) FROM return_rounds") or 0)


def _ask_units(db: Database, found: Return, round_id: int) -> None:
    for unit in found.units:
        db.change(
            """INSERT INTO unit_returns (round_id, unit_id) VALUES (?, ?)
            ON CONFLICT (round_id, unit_id) DO UPDATE SET gone_at = NULL""",
            [round_id, unit.id],
        )


def _bring_up_to_date(db: Database, found: Return, now: datetime) -> None:
    """Adapt the rounds that are not frozen to what the return asks for now; units that have filed stay."""
    days = workdays(db)
    for each in rounds(db, found.id):
        if each.frozen_at is not None:
            continue
        if (each.span is None) is (found.schedule.every is None):
            opens, due = found.schedule.opens(each.span), found.schedule.due(each.span, days)
            opens_on = min(opens, day_of(now, db.zone))
            db.update("return_rounds", each.id, opens_on=opens_on, due=due)
        _ask_units(db, found, each.id)
        db.change(
            """UPDATE unit_returns SET gone_at = ? WHERE round_id = ? AND gone_at IS NULL
            AND unit_id NOT IN (SELECT unit_id FROM return_units WHERE return_id = ?)
            AND id NOT IN (SELECT unit_return_id FROM filings)""",
            [now, each.id, found.id],
        )


def set_up_return(db: Database, by: Actor, asked: ReturnDefinition, new: Sequence[IndicatorWords]) -> Return:
    """Set up a return with its `new` indicators and open the rounds due to open. Done once per source.

    Raises what `create_return` and `add_indicator` raise.
    """
    return _revise(db, by, new, lambda: create_return(db, by, asked))


def revise_return(
    db: Database, by: Actor, return_id: int, asked: ReturnDefinition, new: Sequence[IndicatorWords]
) -> Return:
    """Change what a return asks for. Done once per source.

    Raises NoChange if it asks for that already, and what `change_return` and `add_indicator` raise.
    """

    def change() -> Return:
        if asked == definition_of(return_by_id(db, return_id)):
            raise NoChange(asked.title)
        return change_return(db, by, return_id, asked)

    return _revise(db, by, new, change)


def _revise(db: Database, by: Actor, new: Sequence[IndicatorWords], change: Callable[[], Return]) -> Return:
    with transaction(db):
        if (made := db.fetch_number(OF_THIS_SOURCE, [by.source])) is not None:
            return return_by_id(db, made)
        for each in new:
            add_indicator(db, by, each)
        found = change()
        open_due_rounds(db, by.now)
    return found
