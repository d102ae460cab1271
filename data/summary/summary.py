"""The state of the plan in numbers: the overview compared with an earlier day, and counts by unit and section."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from data.calendar import add_months
from data.notices.unreachable import Undelivered, undelivered
from data.people.directory import units_without_liaison
from data.plan.plan import plan_on
from data.reporting.totals import Total
from data.standing.counts import Counts, Part, Tally, count_parts, tally
from data.store import Database
from data.summary.days import DAY, last_day_and_plan, was_current
from data.summary.progress import figures_between
from data.times import day_of

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Summary:
    """The plan on a day: in all, by unit (None: no unit is named) and by section, in plan order."""

    title: str
    at: datetime
    all: Counts
    units: tuple[tuple[str | None, Counts], ...]
    sections: tuple[tuple[str, Counts], ...]
    figures: tuple[Total, ...]
    without_liaison: tuple[str, ...]
    undelivered: Undelivered


def summarise(
    db: Database, at: datetime, unit_ids: Sequence[int] | None = None, sections: Collection[str] | None = None
) -> Summary:
    """Return the state of the plan, or of some units and sections, on the day of `at`.

    It counts assignments; a task without a unit counts once. Raises NoPlan if there was no plan.
    """
    today = day_of(at, db.zone)
    plan = plan_on(db, today)
    parts = count_parts(db, today, unit_ids, sections)
    return Summary(
        title=plan.title,
        at=at.astimezone(db.zone),
        all=sum((part.counts for part in parts), Counts()),
        units=counts_by(parts, lambda part: part.unit),
        sections=counts_by(parts, lambda part: part.section),
        figures=figures_between(db, None, today, unit_ids, sections, as_then=True),
        without_liaison=_without_liaison(db, unit_ids, None if sections is None else parts),
        undelivered=undelivered(db, today),
    )


def _without_liaison(db: Database, unit_ids: Sequence[int] | None, parts: Iterable[Part] | None) -> tuple[str, ...]:
    names = None if parts is None else {part.unit for part in parts}
    return tuple(unit.name for unit in units_without_liaison(db, unit_ids, names))


def counts_by(parts: Iterable[Part], key: Callable[[Part], K]) -> tuple[tuple[K, Counts], ...]:
    """Return the counts of parts added up by a key, in the order in which its values first occur."""
    together: dict[K, Counts] = {}
    for part in parts:
        together[key(part)] = together.get(key(part), Counts()) + part.counts
    return tuple(together.items())


@dataclass(frozen=True, slots=True)
class Overview:
    """The plan, or some units or sections of it, at the end of the `last` day.

    `figures` are those of the days from `first`; `is_span` is whether several days were asked for. `before` is the
    tally on an earlier day, `day_before`, or None if there was no plan yet. `undelivered` is always the present state.
    """

    title: str
    first: date
    last: date
    is_span: bool
    now: Tally
    day_before: date
    before: Tally | None
    figures: tuple[Total, ...]
    without_liaison: tuple[str, ...]
    undelivered: Undelivered


def overview(
    db: Database,
    days: tuple[date, date] | None,
    today: date,
    unit_ids: Sequence[int] | None = None,
    sections: Collection[str] | None = None,
) -> Overview:
    """Return the overview of some `days`, up to today if the last is in the future, compared with the day before the
    first.

    For a single day, or today if None, it has the figures of that month so far as they stood then, and compares with a
    month earlier.
    Raises SpanBackwards, SpanAhead if the days have not begun, BeforeThePlan, and NoPlan.
    """
    first, last = days or (today, today)
    until, plan = last_day_and_plan(db, first, last, today)
    single = first == last
    start, earlier = (until.replace(day=1), add_months(until, -1)) if single else (first, first - DAY)
    return Overview(
        title=plan.title,
        first=start,
        last=until,
        is_span=not single,
        now=tally(db, until, unit_ids, sections),
        day_before=earlier,
        before=tally(db, earlier, unit_ids, sections) if was_current(db, plan, earlier) else None,
        figures=figures_between(db, start, until, unit_ids, sections, as_then=single),
        without_liaison=_without_liaison(
            db, unit_ids, None if sections is None else count_parts(db, until, unit_ids, sections)
        ),
        undelivered=undelivered(db, today),
    )
