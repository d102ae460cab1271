"""What counts as overdue, due today and due soon: the one place that says so, of a due day and of rows in SQL."""

from datetime import date, timedelta
from enum import StrEnum

SOON = timedelta(days=7)


class DueState(StrEnum):
    """Where the due day of open work lies; what is finished has none."""

    OVERDUE = "overdue"
    TODAY = "today"
    SOON = "soon"
    LATER = "later"
    NO_DATE = "no_date"


def due_state(due: date | None, day: date) -> DueState:
    """Where a due day lies on a day."""
    if due is None:
        return DueState.NO_DATE
    if due < day:
        return DueState.OVERDUE
    if due == day:
        return DueState.TODAY
    return DueState.SOON if due - day <= SOON else DueState.LATER


OVERDUE = "status NOT IN ('submitted', 'closed') AND due BETWEEN '1' AND :yesterday"
DUE_SOON = "status NOT IN ('submitted', 'closed') AND due BETWEEN :today AND :soon"
"""`due_state` of a row in SQL, what is due today or soon in one; the days are those of `days_of`."""


def days_of(day: date) -> dict[str, str]:
    """The days that the conditions in SQL speak of, by their names there."""
    days = {"today": day, "yesterday": date.fromordinal(day.toordinal() - 1), "soon": day + SOON}
    return {name: each.isoformat() for name, each in days.items()}
