"""What a summary tells first: how much there is, how it stands beside an earlier day, the figures of its days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from data.calendar import add_months
from data.errors.plans import NoPlan
from data.notices.alarms import Undelivered, undelivered
from data.people.directory import units_without_liaison
from data.plan.plan import Plan, plan_on
from data.reporting.totals import Total
from data.standing.tally import Tally, tally
from data.store import Database
from data.summary.days import DAY, begun
from data.summary.progress import figures_between


@dataclass(frozen=True, slots=True)
class Overview:
    """The plan, or the part of some units or of a section, at the end of the `last` day.

    `figures` are those of the days from `first`. `before` is how it stood on an earlier day, `day_before`; None where
    there was no plan yet. `undelivered` is of now.
    """

    title: str
    first: date
    last: date
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
    zone: ZoneInfo,
    unit_ids: Sequence[int] | None = None,
    section: str | None = None,
) -> Overview:
    """The overview of some `days`, up to today where the last is yet to come, beside the day before the first. Of one
    day, or without any of today, it tells the figures of that month and stands beside the same day a month ago.

    Raises SpanBackwards, SpanAhead for days that have not begun, BeforeThePlan, NoPlan.
    """
    first, last = days or (today, today)
    until, plan = begun(db, first, last, today, zone)
    start, earlier = (until.replace(day=1), add_months(until, -1)) if first == last else (first, first - DAY)
    return Overview(
        title=plan.title,
        first=start,
        last=until,
        now=tally(db, until, zone, unit_ids, section),
        day_before=earlier,
        before=_state_before(db, earlier, plan, zone, unit_ids, section),
        figures=figures_between(db, start, until, zone, unit_ids, None if section is None else [section]),
        without_liaison=tuple(unit.name for unit in units_without_liaison(db, unit_ids)),
        undelivered=undelivered(db, today),
    )


def _state_before(
    db: Database, day: date, plan: Plan, zone: ZoneInfo, unit_ids: Sequence[int] | None, section: str | None
) -> Tally | None:
    """How the same plan stood; None before it was issued, and where another one was the current one then."""
    try:
        same = day >= plan.issued and plan_on(db, day, zone).id == plan.id
        return tally(db, day, zone, unit_ids, section) if same else None
    except NoPlan:
        return None
