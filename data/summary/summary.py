"""The state of the plan in numbers."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from data.notices.alarms import Undelivered, undelivered
from data.people.directory import units_without_liaison
from data.plan.plan import plan_on
from data.reporting.totals import Total
from data.standing.counts import Counts, Part
from data.store import Database
from data.summary.progress import figures_between, parts_of
from data.times import day_of

K = TypeVar("K")


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


def summarise(
    db: Database,
    at: datetime,
    zone: ZoneInfo,
    unit_ids: Sequence[int] | None = None,
    sections: Collection[str] | None = None,
) -> Summary:
    """The state of the plan on the day of `at`, or of its part that is some units' or in some sections. Counts
    assignments; a task without a unit counts once.

    Raises NoPlan when no plan has been imported.
    """
    today = day_of(at, zone)
    plan = plan_on(db, today, zone)
    parts = parts_of(db, today, zone, unit_ids, sections)
    return Summary(
        title=plan.title,
        at=at.astimezone(zone),
        all=sum((part.counts for part in parts), Counts()),
        units=counts_by(parts, lambda part: part.unit),
        sections=counts_by(parts, lambda part: part.section),
        figures=figures_between(db, None, today, zone, unit_ids, sections),
        without_liaison=tuple(unit.name for unit in units_without_liaison(db, unit_ids)),
        undelivered=undelivered(db, today),
    )


def counts_by(parts: Iterable[Part], key: Callable[[Part], K]) -> tuple[tuple[K, Counts], ...]:
    """The counts of parts added up by what a key gives of each, in the order in which that comes up."""
    together: dict[K, Counts] = {}
    for part in parts:
        together[key(part)] = together.get(key(part), Counts()) + part.counts
    return tuple(together.items())
