"""The plans. One is the current one: it alone reminds and counts, the others are kept to be read."""

from dataclasses import dataclass
from datetime import date, datetime

from data.errors.plans import NoPlan
from data.store import Database, Row, change, fetch_all, fetch_number, fetch_one, insert, update
from data.store.records import record_of
from data.store.settings import OF_A_PLAN
from data.store.unchanged import unless_changed
from data.times import end_of, stored

CURRENT = "(SELECT id FROM plans WHERE ended_at IS NULL)"
"""The id of the current plan in SQL, NULL where there is none."""
FULL_CODE = "iif(plans.ended_at IS NULL, '', plans.issued || '/') || code"
"""A task's code in SQL; that of a former plan has the plan's day of issue before it."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan's title, the day it was issued, the file it was last read from, and whether it is the current one."""

    id: int
    title: str
    issued: date
    source: str
    current: bool


def current_plan(db: Database) -> Plan:
    """The current plan. Raises NoPlan when none has been imported."""
    return unless_changed(db, "plan", lambda: _plan(fetch_one(db, "SELECT * FROM plans WHERE ended_at IS NULL")))


def known_plan(db: Database) -> Plan | None:
    """The current plan, or None."""
    try:
        return current_plan(db)
    except NoPlan:
        return None


def plan_on(db: Database, day: date) -> Plan:
    """The plan that was, or is, the current one at the end of a day. Raises NoPlan when there was none."""
    end = end_of(day, db.zone)
    still = "begun_at < :end AND (ended_at IS NULL OR ended_at >= :end)"
    return _plan(fetch_one(db, f"SELECT * FROM plans WHERE {still} ORDER BY id DESC LIMIT 1", {"end": end}))


def all_plans(db: Database) -> list[Plan]:
    """Every plan there has been, the newest first."""
    return [_plan(row) for row in fetch_all(db, "SELECT * FROM plans ORDER BY id DESC")]


def save_plan(db: Database, title: str, issued: date, source: str, now: datetime) -> int:
    """Write down the facts of the current plan, or begin one where there is none. Returns its id. The first plan counts
    for the days before its import, too; one that takes another's place from then on. It begins with the indicators and
    settings of the one before."""
    values = {"title": title, "issued": issued.isoformat(), "source": source, "imported_at": stored(now)}
    if plan := known_plan(db):
        update(db, "plans", plan.id, **values)
        return plan.id
    before_id = fetch_number(db, "SELECT max(id) FROM plans")
    plan_id = insert(db, "plans", **values, begun_at=now if before_id else "")
    if before_id is None:
        change(db, "UPDATE indicators SET plan_id = ?", [plan_id])
        for name in OF_A_PLAN:
            change(db, "UPDATE settings SET plan_id = ? WHERE name = ?", [plan_id, name])
        return plan_id
    for table, columns in COPIED.items():
        copied = f"INSERT INTO {table} (plan_id, {columns}) SELECT ?, {columns} FROM {table} WHERE plan_id = ?"
        change(db, copied, [plan_id, before_id])
    return plan_id


def end_plan(db: Database, now: datetime) -> None:
    """Let the current plan be one of those that are kept to be read."""
    change(db, f"UPDATE tasks SET gone_at = ? WHERE gone_at IS NULL AND plan_id = {CURRENT}", [now])
    change(db, "UPDATE plans SET ended_at = ? WHERE ended_at IS NULL", [now])


def reopen_plan(db: Database, plan_id: int) -> None:
    """Let a former plan be the current one again, where there is none; its tasks have to be brought back."""
    update(db, "plans", plan_id, ended_at=None)


COPIED = {"indicators": "name, name_en, unit, kind, total, aliases, position", "settings": "name, value"}
"""What a new plan takes over from the one before it."""


def _plan(row: Row | None) -> Plan:
    if row is None:
        raise NoPlan
    return record_of(Plan, row, current=row["ended_at"] is None)
