"""The only definition of overdue, due today and due soon, for days and for rows in SQL."""

from datetime import date, timedelta
from enum import StrEnum

SOON = timedelta(days=7)


class DueState(StrEnum):
    """How near the due day of open work is; finished work has no such state."""

    OVERDUE = "overdue"
    TODAY = "today"
    SOON = "soon"
    LATER = "later"
    NO_DATE = "no_date"


def due_state(due: date | None, day: date) -> DueState:
    """Return how near a due day is on a given day."""
    if due is None:
        return DueState.NO_DATE
    if due < day:
        return DueState.OVERDUE
    if due == day:
        return DueState.TODAY
    return DueState.SOON if due - day <= SOON else DueState.LATER


IS_OVERDUE = "status NOT IN ('submitted', 'closed') AND due BETWEEN '1' AND :yesterday"
IS_DUE_SOON = "status NOT IN ('submitted', 'closed') AND due BETWEEN :today AND :soon"
"""`due_state` as SQL conditions on a row; the second includes today. The parameters are those of
`due_day_parameters`."""


def due_day_parameters(day: date) -> dict[str, str]:
    """Return the parameters of the SQL conditions OVERDUE and DUE_SOON for a day."""
    days = {"today": day, "yesterday": date.fromordinal(day.toordinal() - 1), "soon": day + SOON}
    return {name: each.isoformat() for name, each in days.items()}
