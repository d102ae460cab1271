"""Working days in China, as the State Council's yearly holiday notices set them, and as the office has entered them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from data.calendar import is_workday, workdays_later
from data.store import Database, fetch_all


@dataclass(frozen=True, slots=True)
class Workdays:
    """The working days as the office has them: the calendar, and days off and on entered beside it."""

    entered: Mapping[date, bool] = field(default_factory=dict)

    def has(self, day: date) -> bool:
        """Whether people work that day."""
        return self.entered.get(day, is_workday(day))

    def after(self, day: date, count: int = 1) -> date:
        """The first working day after the day, or the one so many working days after it."""
        return workdays_later(day, count, self.has)

    def before(self, day: date, count: int = 1) -> date:
        """The last working day before the day, or the one so many working days before it."""
        return workdays_later(day, -count, self.has)

    def earliest(self, day: date) -> date:
        """The day itself where people work then, else the first working day after it."""
        return day if self.has(day) else self.after(day)

    def latest(self, day: date) -> date:
        """The day itself where people work then, else the last working day before it."""
        return day if self.has(day) else self.before(day)


def workdays(db: Database) -> Workdays:
    """The working days as they are now."""
    return Workdays(calendar_days(db))


def calendar_days(db: Database, since: date = date.min) -> dict[date, bool]:
    """The days that were entered, from a day on, each with whether people work then."""
    rows = fetch_all(db, "SELECT day, works FROM calendar_days WHERE day >= ? ORDER BY day", [since])
    return {date.fromisoformat(row["day"]): bool(row["works"]) for row in rows}
