"""The office enters days off and working days beside the calendar."""

from collections.abc import Iterable
from datetime import date

from data.people.actor import Actor
from data.store import Database, change, fetch_number, put


def enter_days(db: Database, by: Actor, days: Iterable[date], works: bool | None) -> None:
    """Let people work on these days or have them off, whatever the calendar says; None: as the calendar says. Raises
    ForTheOffice."""
    with by.office_act(db):
        for day in days:
            _enter(db, by, day, works)


def _enter(db: Database, by: Actor, day: date, works: bool | None) -> None:
    entered = fetch_number(db, "SELECT works FROM calendar_days WHERE day = ?", [day])
    before = None if entered is None else bool(entered)
    if works is None:
        change(db, "DELETE FROM calendar_days WHERE day = ?", [day])
    else:
        put(db, "calendar_days", ["day"], day=day, works=works, person_id=by.id, at=by.now)
    by.record(db, "calendar_day", day.isoformat(), before=before, works=works)
