"""What the office sets: days beside the calendar, and how long is kept what is kept for a while only."""

from collections.abc import Iterable
from datetime import date

from data.errors.numbers import NotBetween
from data.people.actor import Actor
from data.store import Database, change, fetch_number, put
from data.store.settings import LEAST_AND_MOST, Kept, kept, write_setting
from data.understanding.setting_values import numbers_in


def checked_retention(what: Kept, value: int) -> int:
    """A number that may be set. Raises NotBetween."""
    least, most = LEAST_AND_MOST[what]
    if not least <= value <= most:
        raise NotBetween(least, most)
    return value


def retention_in(text: str, what: Kept) -> int:
    """The number that a text says, where it may be set. Raises NotBetween, also where there is none."""
    numbers = numbers_in(text)
    if not numbers:
        raise NotBetween(*LEAST_AND_MOST[what])
    return checked_retention(what, int(numbers[0]))


def keep_for(db: Database, by: Actor, what: Kept, value: int) -> None:
    """Keep something for so many days, or so many of it. The same again changes nothing. Raises ForTheOffice and
    NotBetween."""
    with by.office_act(db):
        before = kept(db, what)
        if checked_retention(what, value) != before:
            write_setting(db, what, str(value))
            by.record(db, "retention", what, before=before, after=value)


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
