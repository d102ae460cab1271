"""Periods for which a statistics return is not asked for (no round opens, and an open one is closed), and units that
are left out of one round (贸促会这次不用报). Filings stay visible."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from data.calendar import Span, span_around
from data.errors import needed, still_there
from data.errors.plans import NoChange
from data.errors.returns import NoSuchPeriod
from data.people.actor import Actor
from data.plan.units import Unit
from data.plan.workdays import workdays
from data.returns.returns import Return, return_by_id
from data.returns.rounds import COUNTED_FILING, Round, open_due_rounds, open_round, periods_to_open, round_by_id
from data.returns.schedule import period_code
from data.store import Database

LEAVE_OUT, ASK_AGAIN = "leave_period_out", "ask_for_period"


def periods_left_out(db: Database, found: Return) -> dict[Span, str]:
    """Return the periods of a return that are left out, in order, each with the reason."""
    every = found.schedule.every
    if every is None:
        return {}
    sql = "SELECT first, reason FROM periods_left_out WHERE return_id = ? ORDER BY first"
    rows = db.fetch_all(sql, [found.id])
    return {span_around(date.fromisoformat(row["first"]), every): row["reason"] for row in rows}


def checked_period(found: Return, first: date) -> Span:
    """Return the period of a return that contains a day.

    Raises StaleButton if the return is asked for once, NoSuchPeriod for a period before its first.
    """
    every = still_there(found.schedule.every)
    span = span_around(first, every)
    if span.first < span_around(found.schedule.first, every).first:
        raise NoSuchPeriod
    return span


def leave_period_out(db: Database, by: Actor, return_id: int, first: date, reason: str) -> Span:
    """Stop asking for a period. Raises ForTheOffice, NoChange if it is left out, and what `checked_period` raises."""
    with by.office_act(db):
        found = return_by_id(db, return_id)
        span = checked_period(found, first)
        if not _leave_out(db, by, return_id, span, reason):
            raise NoChange(found.title)
        by.record(db, LEAVE_OUT, found.title, **_detail(return_id, span, reason))
    return span


def resume_return(db: Database, by: Actor, return_id: int) -> Return:
    """Ask for an ended return again, without the periods that fell due meanwhile: these are left out without a reason.
    Does nothing if it has not ended. Raises ForTheOffice and StaleButton."""
    with by.office_act(db):
        found = return_by_id(db, return_id)
        if found.ended:
            for span in periods_to_open(db, found, by.today):
                if span is not None and found.schedule.due(span, workdays(db)) < by.today:
                    _leave_out(db, by, return_id, span, "")
            db.update("returns", return_id, ended_at=None)
            by.record(db, "resume_return", found.title, return_id=return_id)
    return return_by_id(db, return_id)


def _leave_out(db: Database, by: Actor, return_id: int, span: Span, reason: str) -> bool:
    values = [return_id, span.first, reason, by.id, by.now]
    return bool(db.change("INSERT INTO periods_left_out VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING", values))


def ask_for_period(db: Database, by: Actor, return_id: int, first: date) -> Span:
    """Ask for a period that was left out. Does nothing if it is asked for already.

    Raises ForTheOffice and what `checked_period` raises.
    """
    with by.office_act(db):
        found = return_by_id(db, return_id)
        span = checked_period(found, first)
        reason = periods_left_out(db, found).get(span)
        if reason is not None:
            sql = "DELETE FROM periods_left_out WHERE return_id = ? AND first = ?"
            db.change(sql, [return_id, span.first])
            by.record(db, ASK_AGAIN, found.title, **_detail(return_id, span, reason))
            open_due_rounds(db, by.now)
            open_round(db, found, span, by.now)
    return span


def _detail(return_id: int, span: Span, reason: str) -> Mapping[str, Any]:
    return {"return_id": return_id, "begins": span.first.isoformat(), "period": period_code(span), "reason": reason}


LEAVE_UNITS_OUT, ASK_UNITS_AGAIN = "leave_unit_out", "ask_unit_again"


def units_left_out(db: Database, round_id: int) -> dict[Unit, str]:
    """Return the units left out of a round, each with the reason."""
    sql = """SELECT units.id, units.name, left_out FROM unit_returns JOIN units ON units.id = unit_id
        WHERE round_id = ? AND gone_at IS NULL AND left_out IS NOT NULL ORDER BY unit_returns.id"""
    return {Unit(row["id"], row["name"]): row["left_out"] for row in db.fetch_all(sql, [round_id])}


def units_to_leave_out(db: Database, round_id: int, unit_ids: Collection[int]) -> list[Unit]:
    """Return those of the units that are asked in a round and have no filing that counts."""
    sql = f"""SELECT units.id, units.name FROM unit_returns JOIN units ON units.id = unit_id
        WHERE round_id = :round AND gone_at IS NULL AND left_out IS NULL AND {COUNTED_FILING} IS NULL
        AND unit_id IN (SELECT value FROM json_each(:units)) ORDER BY unit_returns.id"""
    rows = db.fetch_all(sql, {"round": round_id, "units": [*unit_ids]})
    return [Unit(row["id"], row["name"]) for row in rows]


def leave_units_out(db: Database, by: Actor, round_id: int, unit_ids: Collection[int], reason: str) -> list[Unit]:
    """Stop asking these units in a round and return those concerned.

    Raises ForTheOffice, StaleButton, and NoChange if none of them still has to file.
    """
    with by.office_act(db):
        found = round_by_id(db, round_id)
        units = needed(units_to_leave_out(db, round_id, unit_ids), NoChange(found.title))
        _set(db, by, LEAVE_UNITS_OUT, found, units, reason)
    return units


def ask_units_again(db: Database, by: Actor, round_id: int, unit_ids: Collection[int]) -> list[Unit]:
    """Ask units that were left out of a round again, and return them.

    Raises ForTheOffice, StaleButton, and NoChange if none of them is left out.
    """
    with by.office_act(db):
        found = round_by_id(db, round_id)
        left_out = needed(
            {unit: reason for unit, reason in units_left_out(db, round_id).items() if unit.id in unit_ids},
            NoChange(found.title),
        )
        for reason in dict.fromkeys(left_out.values()):
            units = [unit for unit in left_out if left_out[unit] == reason]
            _set(db, by, ASK_UNITS_AGAIN, found, units, None, before=reason)
    return [*left_out]


def _set(
    db: Database, by: Actor, action: str, found: Round, units: list[Unit], reason: str | None, **before: str
) -> None:
    ids = [each.id for each in units]
    of_these = "round_id = ? AND unit_id IN (SELECT value FROM json_each(?))"
    db.change(f"UPDATE unit_returns SET left_out = ? WHERE {of_these}", [reason, found.id, ids])
    told = {"reason": reason} if reason else before
    named = {"name": "、".join(each.name for each in units), "unit_ids": ",".join(map(str, ids))}
    by.record(db, action, found.title, round_id=found.id, period=found.period, **named, **told)
