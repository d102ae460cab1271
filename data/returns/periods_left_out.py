"""Periods for which a statistics return is not asked for: no round opens, and an open one is closed. Filings stay
visible."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from data.calendar import Span, span_around
from data.errors import still_there
from data.errors.plans import NoChange
from data.errors.returns import NoSuchPeriod
from data.people.actor import Actor
from data.returns.returns import Return, find_return
from data.returns.rounds import open_due_rounds
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
    """Stop asking for a period. Raises ForTheOffice, NoChange if it is left out already, and what `checked_period`
    raises."""
    with by.office_act(db):
        found = find_return(db, return_id)
        span = checked_period(found, first)
        values = [return_id, span.first, reason, by.id, by.now]
        if not db.change("INSERT INTO periods_left_out VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING", values):
            raise NoChange(found.title)
        by.record(db, LEAVE_OUT, found.title, **_detail(return_id, span, reason))
    return span


def ask_for_period(db: Database, by: Actor, return_id: int, first: date) -> Span:
    """Ask for a period that was left out. Does nothing if it is asked for already.

    Raises ForTheOffice and what `checked_period` raises.
    """
    with by.office_act(db):
        found = find_return(db, return_id)
        span = checked_period(found, first)
        reason = periods_left_out(db, found).get(span)
        if reason is not None:
            sql = "DELETE FROM periods_left_out WHERE return_id = ? AND first = ?"
            db.change(sql, [return_id, span.first])
            by.record(db, ASK_AGAIN, found.title, **_detail(return_id, span, reason))
            open_due_rounds(db, by.now)
    return span


def _detail(return_id: int, span: Span, reason: str) -> Mapping[str, Any]:
    return {"return_id": return_id, "begins": span.first.isoformat(), "period": period_code(span), "reason": reason}
