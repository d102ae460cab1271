"""Days off and working days that the office has entered beside the calendar: they prevail over it."""

from dataclasses import dataclass
from datetime import date

from data.plan.workdays import Workdays
from data.store import Database, fetch_all
from data.store.records import record_of


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day that was entered: whether people work then."""

    day: date
    works: bool


def workdays(db: Database) -> Workdays:
    """The working days as they are now."""
    return Workdays({each.day: each.works for each in calendar_days(db)})


def calendar_days(db: Database, since: date = date.min) -> list[CalendarDay]:
    """The days that were entered, from a day on."""
    rows = fetch_all(db, "SELECT day, works FROM calendar_days WHERE day >= ? ORDER BY day", [since])
    return [record_of(CalendarDay, row) for row in rows]
