"""New work information in the office's morning message, once, on the morning after it was sent in."""

from collections.abc import Sequence
from datetime import date

from data.information.information import undecided_information
from data.notices.reminders import WorkingDay
from data.notices.rules import NoticeMatter
from data.people.people import Person, coordinators
from data.store import Database


def undecided_pieces(db: Database, day: date, ids: Sequence[int] | None) -> list[NoticeMatter]:
    """Return the work information that the office has not decided on, oldest first, due on the day it came."""
    return [
        NoticeMatter(each.id, None, each.title, each.sent_at.date(), each.unit_id, each.unit)
        for each in undecided_information(db, ids)
    ]


def hearers(db: Database, matter: NoticeMatter, day: date) -> list[Person]:
    """Return all coordinators."""
    return coordinators(db)


def mark(matter: NoticeMatter, working: WorkingDay) -> int | None:
    """Return the ordinal of the day it came, if that was after the last planned morning; else None."""
    return matter.due.toordinal() if working.planned_until <= matter.due <= working.day else None
