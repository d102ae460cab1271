"""The weeks of the office's briefs, each identified by its Monday."""

from dataclasses import dataclass
from datetime import date, timedelta

from data.calendar import Period, span_around

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Week:
    """The week of a brief, starting on `monday`."""

    monday: date

    @property
    def sunday(self) -> date:
        """The last day of the week."""
        return self.monday + WEEK - timedelta(days=1)


def week_of(day: date) -> Week:
    """Return the week that contains a day."""
    return Week(span_around(day, Period.WEEK).first)


def offered_weeks(today: date) -> tuple[Week, ...]:
    """Return the weeks to choose from: this week, last week and next week."""
    this = week_of(today)
    return this, Week(this.monday - WEEK), Week(this.monday + WEEK)


def brief_number(issued: date, day: date) -> int:
    """Return the number of the brief for the week of `day`, counting from 1 in the week the plan was issued."""
    return max(1, (week_of(day).monday - week_of(issued).monday) // WEEK + 1)
