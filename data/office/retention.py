"""The office's settings for days beside the calendar, and for how long things are kept."""

from collections.abc import Iterable
from datetime import date

from data.errors import needed
from data.errors.numbers import NotBetween
from data.people.actor import Actor
from data.plan.workdays import calendar_days
from data.store import Database
from data.store.settings import LEAST_AND_MOST, Retention, retention, write_setting
from data.understanding.settings.setting_values import numbers_in


def checked_retention(what: Retention, value: int) -> int:
    """Return `value` if it may be set. Raises NotBetween."""
    least, most = LEAST_AND_MOST[what]
    if not least <= value <= most:
        raise NotBetween(least, most)
    return value


def retention_in(text: str, what: Retention) -> int:
    """Return the number in a text if it may be set. Raises NotBetween, also if there is no number."""
    numbers = needed(numbers_in(text), NotBetween(*LEAST_AND_MOST[what]))
    return checked_retention(what, int(numbers[0]))


def keep_for(db: Database, by: Actor, what: Retention, value: int) -> None:
    """Set for how many days, or in what number, something is kept. Does nothing if that is set already.

    Raises ForTheOffice and NotBetween.
    """
    with by.office_act(db):
        before = retention(db, what)
        if checked_retention(what, value) != before:
            write_setting(db, what, str(value))
            by.record(db, "retention", what, before=before, after=value)


def enter_days(db: Database, by: Actor, days: Iterable[date], works: bool | None) -> None:
    """Set whether people work on these days; None leaves that to the calendar again. Raises ForTheOffice."""
    with by.office_act(db):
        entered = calendar_days(db)
        for day in days:
            if works is None:
                db.change("DELETE FROM calendar_days WHERE day = ?", [day])
            else:
                db.put("calendar_days", ["day"], day=day, works=works, person_id=by.id, at=by.now)
            by.record(db, "calendar_day", day.isoformat(), before=entered.get(day), works=works)
