"""The ledger (台账) of a part of the plan: its tasks at the end of a span, and what happened during it.

All exports read their data here.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from data.errors import NothingToExport
from data.office.extensions import EXTENSIONS, PastExtension
from data.plan.indicators import indicators
from data.plan.plan import plan_on
from data.plan.units import all_units
from data.plan.versions import TASKS_AT
from data.reporting.totals import EXACT
from data.returns.return_table import Comparison, comparisons_in_span
from data.standing.assignments import Assignment, assignments_in_batches
from data.standing.reports import RETURNED
from data.store import Database, sql_among
from data.summary.progress import CountedReport, Progress, progress, reports_between
from data.times import end_of_day
from data.understanding import IndicatorWords

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ExportScope:
    """What an export covers: a span of days, some units or all (None), some sections or all (None)."""

    first: date
    last: date
    unit_ids: tuple[int, ...] | None = None
    sections: tuple[str, ...] | None = None

    def holds(self, section: str | None) -> bool:
        """Return whether a section is covered."""
        return self.sections is None or section in self.sections


@dataclass(frozen=True, slots=True)
class TaskLine:
    """An assignment with what the plan says about its task."""

    state: Assignment
    measure: str
    deliverable: str
    remark: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """A part of the plan during a span of days.

    `units` are the names of the chosen units, empty if it covers all. `tasks` are in the order of the plan. `returned`
    are reports of the span that the office returned, and which therefore do not count.
    """

    scope: ExportScope
    units: tuple[str, ...]
    progress: Progress
    tasks: Iterable[TaskLine]
    indicators: tuple[IndicatorWords, ...]
    extensions: tuple[PastExtension, ...]
    returns: tuple[Comparison, ...]
    returned: tuple[CountedReport, ...]

    @property
    def overdue(self) -> list[TaskLine]:
        """The assignments overdue at the end of the span, in the order of the plan."""
        return [each for each in self.tasks if each.state.overdue]


class TaskLines:
    """The assignments in `scope` at the end of a day, in the order of the plan.

    Every iteration reads them from the database in batches, so that only a few are in memory at a time.
    """

    def __init__(self, db: Database, scope: ExportScope, day: date) -> None:
        """Remember what to read; nothing is read before iteration."""
        self._db, self._scope, self._day = db, scope, day

    def __iter__(self) -> Iterator[TaskLine]:
        """Yield the assignments, reading them in batches."""
        for some in assignments_in_batches(self._db, self._day, self._scope.unit_ids):
            covered = [each for each in some if self._scope.holds(each.section)]
            yield from task_lines(self._db, covered, self._day)


def task_lines(db: Database, states: Sequence[Assignment], day: date) -> Iterator[TaskLine]:
    """Yield the assignments with what the plan said about their tasks at the end of a day."""
    of_these = "id IN (SELECT value FROM json_each(:ids))"
    sql = f"SELECT id, measure, deliverable, remark FROM ({TASKS_AT}) WHERE {of_these}"
    values = {"until": end_of_day(day, db.zone), "ids": [each.task_id for each in states]}
    said = {row["id"]: row for row in db.fetch_all(sql, values)}
    for each in states:
        row = said[each.task_id]
        yield TaskLine(each, row["measure"], row["deliverable"], row["remark"])


def ledger(db: Database, scope: ExportScope, today: date) -> Ledger:
    """Return the ledger of a part of the plan; its tasks are read on iteration, so `db` has to stay open.

    Raises what `progress` raises, and NothingToExport if there are no tasks.
    """
    happened = progress(db, scope.first, scope.last, today, scope.unit_ids, scope.sections)
    tasks = TaskLines(db, scope, happened.last)
    if next(iter(tasks), None) is None:
        raise NothingToExport
    names = {unit.id: unit.name for unit in all_units(db)}
    return Ledger(
        scope=scope,
        units=tuple(names[each] for each in scope.unit_ids or () if each in names),
        progress=happened,
        tasks=tasks,
        indicators=tuple(indicators(db)),
        extensions=tuple(_extensions(db, scope, happened.last)),
        returns=tuple(comparisons_in_span(db, scope.first, happened.last, scope.unit_ids, today)),
        returned=tuple(reports_between(db, scope.first, happened.last, scope.unit_ids, scope.sections, RETURNED)),
    )


def totals_by(
    reports: Iterable[CountedReport], known: Sequence[IndicatorWords], of: Callable[[CountedReport], T]
) -> dict[T, dict[str, float]]:
    """Return the total of each indicator over the reports, grouped by `of(report)`.

    Totals are in the order of `known`, without zeros.
    """
    found: dict[T, dict[tuple[str, int | None], float]] = defaultdict(lambda: defaultdict(float))
    latest = {each.name for each in known if each.total == "latest"}
    for report in reports:
        here = found[of(report)]
        for name, value in report.figures:
            if name in latest:
                here[name, report.assignment_id] = value
            else:
                here[name, None] += value
    return {key: _by_indicator(values, known) for key, values in found.items()}


def month_of(report: CountedReport) -> date:
    """Return the first day of the month of a report."""
    return report.at.date().replace(day=1)


def _by_indicator(values: Mapping[tuple[str, int | None], float], known: Sequence[IndicatorWords]) -> dict[str, float]:
    sums: dict[str, float] = defaultdict(float)
    for (name, _), value in values.items():
        sums[name] += value
    return {each.name: round(sums[each.name], EXACT) for each in known if sums.get(each.name)}


def _extensions(db: Database, scope: ExportScope, day: date) -> list[PastExtension]:
    rows = db.fetch_all(
        f"""{EXTENSIONS} WHERE plan_id = :plan AND asked_at < :until {sql_among("unit_id", scope.unit_ids)}
        ORDER BY extensions.id""",
        {"until": end_of_day(day, db.zone), "plan": plan_on(db, day).id},
    )
    return [db.record(PastExtension, row) for row in rows if scope.holds(row["section"])]
