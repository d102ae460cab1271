"""The state of the plan in numbers."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from data.notices.alarms import Undelivered, undelivered
from data.people.people import reachable_people
from data.plan.plan import current_plan
from data.plan.tasks import Assignment, assignments
from data.reporting.figures import Total, totals
from data.standing.standing import SOON, Status
from data.store import Database, fetch_all
from data.times import day_of

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Counts:
    """Assignments by status. `overdue`: due before the day and neither submitted nor closed; `due_soon`: likewise, due
    within the day and seven more; `no_deadline`: no due day known, ongoing ones included."""

    total: int
    closed: int
    submitted: int
    in_progress: int
    blocked: int
    not_started: int
    overdue: int
    due_soon: int
    no_deadline: int


@dataclass(frozen=True, slots=True)
class Summary:
    """The plan on a day: all of it, unit by unit (None: no unit is named), section by section, in the plan's order."""

    title: str
    at: datetime
    all: Counts
    units: tuple[tuple[str | None, Counts], ...]
    sections: tuple[tuple[str, Counts], ...]
    figures: tuple[Total, ...]
    without_liaison: tuple[str, ...]
    undelivered: Undelivered


def summarise(db: Database, at: datetime, zone: ZoneInfo) -> Summary:
    """The state of the plan on the day of `at`. Counts assignments; a task without a unit counts once.

    Raises NoPlan when no plan has been imported.
    """
    plan = current_plan(db)
    everything = sorted(assignments(db, day_of(at, zone), zone), key=lambda each: (each.position, each.id or 0))
    return Summary(
        title=plan.title,
        at=at.astimezone(zone),
        all=count(everything),
        units=_by(everything, lambda each: each.unit),
        sections=_by(everything, lambda each: each.section),
        figures=tuple(totals(db, day_of(at, zone), zone)),
        without_liaison=units_without_liaison(db),
        undelivered=undelivered(db, day_of(at, zone)),
    )


def count(group: Iterable[Assignment]) -> Counts:
    """Count assignments by where they stand."""
    group = list(group)
    status = [each.status for each in group]
    return Counts(
        total=len(group),
        closed=status.count(Status.CLOSED),
        submitted=status.count(Status.SUBMITTED),
        in_progress=status.count(Status.IN_PROGRESS),
        blocked=status.count(Status.BLOCKED),
        not_started=status.count(Status.NOT_STARTED),
        overdue=sum(each.overdue for each in group),
        due_soon=sum(_due_soon(each) for each in group),
        no_deadline=sum(each.due is None for each in group),
    )


def units_without_liaison(db: Database) -> tuple[str, ...]:
    """Units with tasks for which nobody has been let in yet."""
    rows = fetch_all(
        db,
        """SELECT DISTINCT units.id, units.name FROM units JOIN assignments ON unit_id = units.id
        JOIN tasks ON tasks.id = task_id
        WHERE assignments.gone_at IS NULL AND tasks.gone_at IS NULL ORDER BY units.id""",
    )
    return tuple(row["name"] for row in rows if not reachable_people(db, row["id"]))


def _due_soon(assignment: Assignment) -> bool:
    due = assignment.due
    return due is not None and not assignment.finished and assignment.today <= due <= assignment.today + SOON


def _by(group: Iterable[Assignment], key: Callable[[Assignment], K]) -> tuple[tuple[K, Counts], ...]:
    parts: dict[K, list[Assignment]] = {}
    for each in group:
        parts.setdefault(key(each), []).append(each)
    return tuple((name, count(part)) for name, part in parts.items())
