"""Working days in China, as the State Council's yearly holiday notices set them, and as the office has entered them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

import chinese_calendar
from chinese_calendar.constants import holidays

from data.store import Database, fetch_all

_DAY = timedelta(days=1)


_FIRST_YEAR, _LAST_YEAR = int(min(holidays).year), int(max(holidays).year)


def last_covered_year() -> int:
    """The last year whose holidays and make-up working days are known."""
    return _LAST_YEAR


def calendar_covers(day: date) -> bool:
    """Whether the day's holidays are known; where they are not, Monday to Friday count as working days."""
    return _FIRST_YEAR <= day.year <= _LAST_YEAR


@lru_cache(4096)
def is_workday(day: date) -> bool:
    """Whether people work that day, as the calendar says."""
    return bool(chinese_calendar.is_workday(day)) if calendar_covers(day) else day.weekday() < 5


@dataclass(frozen=True, slots=True)
class Workdays:
    """The working days as the office has them: the calendar, and days off and on entered beside it."""

    entered: Mapping[date, bool] = field(default_factory=dict)

    def has(self, day: date) -> bool:
        """Whether people work that day."""
        return self.entered.get(day, is_workday(day))

    def after(self, day: date, count: int = 1) -> date:
        """The first working day after the day, or the one so many working days after it."""
        return self._step(day, _DAY, count)

    def before(self, day: date, count: int = 1) -> date:
        """The last working day before the day, or the one so many working days before it."""
        return self._step(day, -_DAY, count)

    def earliest(self, day: date) -> date:
        """The day itself where people work then, else the first working day after it."""
        return day if self.has(day) else self.after(day)

    def latest(self, day: date) -> date:
        """The day itself where people work then, else the last working day before it."""
        return day if self.has(day) else self.before(day)

    def _step(self, day: date, step: timedelta, count: int) -> date:
        for _ in range(count):
            day += step
            while not self.has(day):
                day += step
        return day


def workdays(db: Database) -> Workdays:
    """The working days as they are now."""
    return Workdays(calendar_days(db))


def calendar_days(db: Database, since: date = date.min) -> dict[date, bool]:
    """The days that were entered, from a day on, each with whether people work then."""
    rows = fetch_all(db, "SELECT day, works FROM calendar_days WHERE day >= ? ORDER BY day", [since])
    return {date.fromisoformat(row["day"]): bool(row["works"]) for row in rows}
