"""New work information in the office's morning message: once, on the morning after it came."""

from collections.abc import Sequence
from datetime import date

from data.information.information import undecided
from data.notices.reminders import WorkingDay
from data.notices.rules import Matter
from data.people.people import Person, coordinators
from data.store import Database


def undecided_pieces(db: Database, day: date, ids: Sequence[int] | None) -> list[Matter]:
    """The pieces that the office has not decided on, oldest first, each with the day on which it came."""
    return [
        Matter(each.id, None, each.title, each.sent_at.date(), each.unit_id, each.unit) for each in undecided(db, ids)
    ]


def hearers(db: Database, matter: Matter, day: date) -> list[Person]:
    """The coordinators."""
    return coordinators(db)


def mark(matter: Matter, working: WorkingDay) -> int | None:
    """The day on which it came, if the last planned morning was too early to tell of it."""
    return matter.due.toordinal() if working.planned_until <= matter.due <= working.day else None
