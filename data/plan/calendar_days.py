"""Days off and working days that the office has entered beside the calendar: they prevail over it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from data.people.people import check_coordinator
from data.plan.workdays import Workdays
from data.store import Database, audit, change, fetch_all, transaction
from data.times import stored


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
    rows = fetch_all(db, "SELECT day, works FROM calendar_days WHERE day >= ? ORDER BY day", [since.isoformat()])
    return [CalendarDay(date.fromisoformat(row["day"]), bool(row["works"])) for row in rows]


def enter_days(
    db: Database, days: Iterable[date], works: bool | None, person_id: int, now: datetime, source: str
) -> None:
    """Let people work on these days or have them off, whatever the calendar says; None: as the calendar says.

    Raises ForTheOffice.
    """
    with transaction(db):
        check_coordinator(db, person_id)
        for day in days:
            _enter(db, day, works, person_id, now, source)


def _enter(db: Database, day: date, works: bool | None, person_id: int, now: datetime, source: str) -> None:
    if works is None:
        change(db, "DELETE FROM calendar_days WHERE day = ?", [day.isoformat()])
    else:
        change(
            db,
            """INSERT INTO calendar_days (day, works, person_id, at) VALUES (?, ?, ?, ?)
            ON CONFLICT (day) DO UPDATE SET works = excluded.works, person_id = excluded.person_id, at = excluded.at""",
            [day.isoformat(), works, person_id, stored(now)],
        )
    audit.record(db, now, "calendar_day", day.isoformat(), person_id=person_id, source=source, works=works)
