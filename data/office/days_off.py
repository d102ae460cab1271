"""The office enters days off and working days beside the calendar."""

from collections.abc import Iterable
from datetime import date, datetime

from data.people.people import check_coordinator
from data.store import Database, audit, change, fetch_number, transaction
from data.times import stored


def enter_days(
    db: Database, days: Iterable[date], works: bool | None, person_id: int, now: datetime, source: str
) -> None:
    """Let people work on these days or have them off, whatever the calendar says; None: as the calendar says. Raises
    ForTheOffice."""
    with transaction(db):
        check_coordinator(db, person_id)
        for day in days:
            _enter(db, day, works, person_id, now, source)


def _enter(db: Database, day: date, works: bool | None, person_id: int, now: datetime, source: str) -> None:
    entered = fetch_number(db, "SELECT works FROM calendar_days WHERE day = ?", [day.isoformat()])
    before = None if entered is None else bool(entered)
    if works is None:
        change(db, "DELETE FROM calendar_days WHERE day = ?", [day.isoformat()])
    else:
        change(
            db,
            """INSERT INTO calendar_days (day, works, person_id, at) VALUES (?, ?, ?, ?)
            ON CONFLICT (day) DO UPDATE SET works = excluded.works, person_id = excluded.person_id, at = excluded.at""",
            [day.isoformat(), works, person_id, stored(now)],
        )
    audit.record(
        db, now, "calendar_day", day.isoformat(), person_id=person_id, source=source, before=before, works=works
    )
