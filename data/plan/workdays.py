"""Working days in China: the State Council's yearly holiday notices, corrected by the days the office has entered."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from data.calendar import is_workday, workdays_later
from data.store import Database


@dataclass(frozen=True, slots=True)
class Workdays:
    """The official calendar of working days; `entered` maps the days that the office changed to whether people work."""

    entered: Mapping[date, bool] = field(default_factory=dict)

    def has(self, day: date) -> bool:
        """Return whether `day` is a working day."""
        return self.entered.get(day, is_workday(day))

    def after(self, day: date, count: int = 1) -> date:
        """Return the `count`-th working day after `day`."""
        return workdays_later(day, count, self.has)

    def before(self, day: date, count: int = 1) -> date:
        """Return the `count`-th working day before `day`."""
        return workdays_later(day, -count, self.has)

    def earliest(self, day: date) -> date:
        """Return `day` if it is a working day, else the first working day after it."""
        return day if self.has(day) else self.after(day)

    def latest(self, day: date) -> date:
        """Return `day` if it is a working day, else the last working day before it."""
        return day if self.has(day) else self.before(day)


def workdays(db: Database) -> Workdays:
    """Return the working days with everything the office has entered so far."""
    return Workdays(calendar_days(db))


def calendar_days(db: Database, since: date = date.min) -> dict[date, bool]:
    """Return the days that the office entered, from `since` on, mapped to whether people work on them."""
    rows = db.fetch_all("SELECT day, works FROM calendar_days WHERE day >= ? ORDER BY day", [since])
    return {date.fromisoformat(row["day"]): bool(row["works"]) for row in rows}
