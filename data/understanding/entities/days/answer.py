"""A day that somebody is asked for, as they write it."""

from datetime import date

from data.errors import DayUnclear
from data.plan.deadlines import Kind, read_deadline
from data.understanding.entities.days.finding import find_days
from data.understanding.normalise.sentence import normalise


def read_day(text: str, today: date, example: date | None = None) -> date:
    """The one day that a text names; of a span, its last. Raises DayUnclear with the `example`."""
    heard = normalise(text).lower()
    days = {days.last for days in find_days(heard, today)}
    if len(days) == 1:
        return days.pop()
    deadline = read_deadline(heard, today)
    if days or deadline.kind is not Kind.DATE or deadline.due is None:
        raise DayUnclear(example or today)
    return deadline.due
