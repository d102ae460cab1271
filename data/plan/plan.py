"""The plan as a whole. The bot carries one plan; importing again brings it up to date."""

from dataclasses import dataclass
from datetime import date

from data.errors import NoPlan
from data.store import Database, fetch_one


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan's title, the day it was issued, and the file it was last read from."""

    title: str
    issued: date
    source: str


def current_plan(db: Database) -> Plan:
    """The plan that has been imported. Raises NoPlan when none has."""
    row = fetch_one(db, "SELECT title, issued, source FROM plan")
    if row is None:
        raise NoPlan
    return Plan(row["title"], date.fromisoformat(row["issued"]), row["source"])


def known_plan(db: Database) -> Plan | None:
    """The plan that has been imported, or None."""
    try:
        return current_plan(db)
    except NoPlan:
        return None
