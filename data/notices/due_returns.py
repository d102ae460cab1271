"""Open statistics returns in the digest: when they open, and then on the days set for tasks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from data.calendar import Span
from data.notices.reminders import LEFT_ALONE, WorkingDay, days_before_due, days_overdue
from data.notices.rules import NoticeMatter
from data.people.people import Person
from data.people.people import hearers as hearers_of_unit
from data.returns.unit_returns import ReturnState, UnitReturn, unit_returns
from data.store import Database

OPENED = 1000
"""Mark of the reminder that a return is open; all other marks are numbers of days."""
NEAR = 1
"""Number of days before the due day within which even a newly opened return is reminded of."""


@dataclass(frozen=True, slots=True)
class DueReturn(NoticeMatter):
    """An open return of a unit. `name` is its title; `span` is None for a return that is asked for only once."""

    name: str
    span: Span | None
    opened_on: date


def open_returns(db: Database, day: date, ids: Sequence[int] | None) -> list[NoticeMatter]:
    """Return the returns that are open and not filed on `day`, or were returned, earliest due day first.

    In rounds with frozen figures only those that were returned count.
    """
    found = unit_returns(db, day, ids=ids, open_only=True)
    return [_matter(each) for each in found if each.round.opens_on <= day and _is_asked_for(each)]


def hearers(db: Database, matter: NoticeMatter, day: date) -> list[Person]:
    """Return the people of the unit who get its notices."""
    return hearers_of_unit(db, matter.unit_id)


def mark(matter: NoticeMatter, working: WorkingDay) -> int | None:
    """Return the number of days left (negative after the due day) if it is a day for a reminder by the plan's rules.

    Returns OPENED if the return has opened since the last working day, and None if there is no reminder. In its first
    week, an open return is reminded of only near its due day.
    """
    if matter.due < working.day:
        late = days_overdue(matter.due, working, working.rules.overdue_marks((working.day - matter.due).days))
        return None if late is None else -late
    left = days_before_due(matter.due, working, working.rules.days_before)
    if left is not None and (left <= NEAR or not _opened_lately(matter, working.day)):
        return left
    return OPENED if isinstance(matter, DueReturn) and working.catches_up(matter.opened_on) else None


def _opened_lately(matter: NoticeMatter, day: date) -> bool:
    return isinstance(matter, DueReturn) and day - matter.opened_on < LEFT_ALONE


def _is_asked_for(found: UnitReturn) -> bool:
    return found.round.frozen_at is None or found.state is ReturnState.RETURNED


def _matter(found: UnitReturn) -> NoticeMatter:
    of = found.round
    title = " ".join(filter(None, (of.title, of.period)))
    return DueReturn(
        id=found.id,
        code=None,
        title=title,
        due=of.due,
        unit_id=found.unit.id,
        unit=found.unit.name,
        name=of.title,
        span=of.span,
        opened_on=of.opens_on,
    )
