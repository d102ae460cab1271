"""The weeks of briefs, each known by its Monday."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from data.calendar import Period, span_around

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Week:
    """The week of a brief: `monday` is its first day."""

    monday: date

    @property
    def sunday(self) -> date:
        """Its last day."""
        return self.monday + WEEK - timedelta(days=1)


def week_of(day: date) -> Week:
    """The week in which a day lies."""
    return Week(span_around(day, Period.WEEK).first)


def offered_weeks(today: date) -> tuple[Week, ...]:
    """The weeks to choose from: this one, the one before and the next."""
    this = week_of(today)
    return this, Week(this.monday - WEEK), Week(this.monday + WEEK)


def number_of(issued: date, day: date) -> int:
    """The number of the brief of a day's week, counted from the week in which the plan was issued."""
    return max(1, (week_of(day).monday - week_of(issued).monday) // WEEK + 1)


def newest(weeks: Iterable[Week]) -> list[Week]:
    """These weeks without repetition, newest first."""
    return sorted(set(weeks), key=lambda each: each.monday, reverse=True)
