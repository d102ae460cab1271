"""The plans: the current one, which alone is reported on and counted, and former ones, which are kept for reading."""

from dataclasses import dataclass
from datetime import date, datetime

from data.errors import unless
from data.errors.plans import NoPlan
from data.store import Database, Row, record_of
from data.store.settings import OF_A_PLAN
from data.store.unchanged import cached_until_changed
from data.times import end_of_day, stored

CURRENT = "(SELECT id FROM plans WHERE ended_at IS NULL)"
"""SQL for the id of the current plan; NULL if there is none."""
FULL_CODE = "iif(plans.ended_at IS NULL, '', plans.issued || '/') || code"
"""SQL for a task's code, prefixed with the day of issue if its plan is a former one."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan: its title, day of issue, the file it was last imported from, and whether it is the current one."""

    id: int
    title: str
    issued: date
    source: str
    current: bool


def current_plan(db: Database) -> Plan:
    """Return the current plan. Raises NoPlan if there is none."""
    return cached_until_changed(db, "plan", lambda: _plan(db.fetch_one("SELECT * FROM plans WHERE ended_at IS NULL")))


def known_plan(db: Database) -> Plan | None:
    """Return the current plan, or None if there is none."""
    return unless(NoPlan, current_plan, db)


def plan_on(db: Database, day: date) -> Plan:
    """Return the plan that is or was current at the end of `day`. Raises NoPlan if there was none."""
    end = end_of_day(day, db.zone)
    still = "begun_at < :end AND (ended_at IS NULL OR ended_at >= :end)"
    return _plan(db.fetch_one(f"SELECT * FROM plans WHERE {still} ORDER BY id DESC LIMIT 1", {"end": end}))


def all_plans(db: Database) -> list[Plan]:
    """Return all plans, newest first."""
    return [_plan(row) for row in db.fetch_all("SELECT * FROM plans ORDER BY id DESC")]


def save_plan(db: Database, title: str, issued: date, source: str, now: datetime) -> int:
    """Update the title, day of issue and source of the current plan, or begin a new plan, and return its id.

    The first plan also counts for the days before its import; a later one counts from `now` and starts with the
    indicators and settings of the plan before it.
    """
    values = {"title": title, "issued": issued.isoformat(), "source": source, "imported_at": stored(now)}
    if plan := known_plan(db):
        db.update("plans", plan.id, **values)
        return plan.id
    before_id = db.fetch_number("SELECT max(id) FROM plans")
    plan_id = db.insert("plans", **values, begun_at=now if before_id else "")
    if before_id is None:
        db.change("UPDATE indicators SET plan_id = ?", [plan_id])
        for name in OF_A_PLAN:
            db.change("UPDATE settings SET plan_id = ? WHERE name = ?", [plan_id, name])
        return plan_id
    for table, columns in COPIED.items():
        copied = f"INSERT INTO {table} (plan_id, {columns}) SELECT ?, {columns} FROM {table} WHERE plan_id = ?"
        db.change(copied, [plan_id, before_id])
    return plan_id


def end_plan(db: Database, now: datetime) -> None:
    """Make the current plan a former one."""
    db.change(f"UPDATE tasks SET gone_at = ? WHERE gone_at IS NULL AND plan_id = {CURRENT}", [now])
    db.change("UPDATE plans SET ended_at = ? WHERE ended_at IS NULL", [now])


def reopen_plan(db: Database, plan_id: int) -> None:
    """Make a former plan the current one, assuming there is none. Its tasks have to be restored separately."""
    db.update("plans", plan_id, ended_at=None)


COPIED = {"indicators": "name, name_en, unit, kind, total, aliases, position", "settings": "name, value"}
"""Tables and columns that a new plan copies from the plan before it."""


def _plan(row: Row | None) -> Plan:
    if row is None:
        raise NoPlan
    return record_of(Plan, row, current=row["ended_at"] is None)
