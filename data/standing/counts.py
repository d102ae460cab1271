"""Counts of tasks and assignments by how they stand, for the plan, a unit or a section, on any day."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date
from operator import add, attrgetter, sub

from data.plan.plan import known_plan, plan_on
from data.standing.assignments import Assignment, assignments_in_batches
from data.standing.due_state import IS_DUE_SOON, IS_OVERDUE, DueState, due_day_parameters, due_state
from data.standing.past import past_standings
from data.standing.rows import present_standings, rows_describe, rows_made
from data.standing.standing import AssignmentState, Standing, Status
from data.store import Database, Row, sql_among, sql_in_sections
from data.times import end_of_day


@dataclass(frozen=True, slots=True)
class Counts:
    """Numbers of assignments by status, and by urgency for the open ones.

    `due_soon` includes today. `no_deadline` counts those without a known due day, ongoing ones included, and
    `never_reported` those of the not started that have no report at all.
    """

    total: int = 0
    closed: int = 0
    submitted: int = 0
    in_progress: int = 0
    blocked: int = 0
    not_started: int = 0
    overdue: int = 0
    due_soon: int = 0
    no_deadline: int = 0
    never_reported: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(*map(add, _numbers(self), _numbers(other)))

    def __sub__(self, other: "Counts") -> "Counts":
        return Counts(*map(sub, _numbers(self), _numbers(other)))

    @property
    def by_status(self) -> dict[Status, int]:
        """The number for each status, finished ones first, without those never reported on."""
        return {
            Status.CLOSED: self.closed,
            Status.SUBMITTED: self.submitted,
            Status.IN_PROGRESS: self.in_progress,
            Status.BLOCKED: self.blocked,
            Status.NOT_STARTED: self.not_started - self.never_reported,
        }


_numbers = attrgetter(*(each.name for each in fields(Counts)))


@dataclass(frozen=True, slots=True)
class Part:
    """The counts of one unit in one section; `unit` is None if the plan names none."""

    unit: str | None
    section: str
    counts: Counts


STATES = """(
    SELECT unit_id, section, n, heard_of, iif(renews_on BETWEEN '1' AND :today, 'not_started', status) AS status,
        iif(renews_on BETWEEN '1' AND :today, next_due, due) AS due
    FROM standing_counts
) AS states"""
"""The rows of standing_counts as of the day `:today`, as an SQL subquery."""
SUMS = f"""sum(n) AS total, sum(n * (status = 'closed')) AS closed,
    sum(n * (status = 'submitted')) AS submitted, sum(n * (status = 'in_progress')) AS in_progress,
    sum(n * (status = 'blocked')) AS blocked, sum(n * (status = 'not_started')) AS not_started,
    sum(n * ({IS_OVERDUE})) AS overdue,
    sum(n * ({IS_DUE_SOON})) AS due_soon,
    sum(n * (due = '')) AS no_deadline,
    sum(n * (status = 'not_started' AND heard_of = 0)) AS never_reported"""
ON_A_DAY = f"""
SELECT name AS unit, section, {SUMS}
FROM {STATES} LEFT JOIN units ON units.id = unit_id
WHERE unit_id >= 0
"""
ALL_UNITS = -1
"""The unit id under which everything is counted once more, so that counts of the whole plan need few rows."""
FIRST = """(
    SELECT {} FROM standings WHERE standings.unit_id IS nullif(states.unit_id, 0) AND standings.section = states.section
    ORDER BY position, assignment_id LIMIT 1
)"""
GROUPED = f"GROUP BY unit_id, section ORDER BY {FIRST.format('position')}, {FIRST.format('assignment_id')}"


def count_parts(
    db: Database, day: date, unit_ids: Sequence[int] | None = None, sections: Collection[str] | None = None
) -> list[Part]:
    """Return the counts of each unit in each section on a day, in plan order, of some units and sections if given."""
    if not rows_describe(db, day):
        found = (each for some in assignments_in_batches(db, day, unit_ids) for each in some)
        return _counted(each for each in found if sections is None or each.section in sections)
    sql = f"{ON_A_DAY} {sql_among('unit_id', unit_ids)} {sql_in_sections(sections)} {GROUPED}"
    rows = db.fetch_all(sql, {**due_day_parameters(day), "sections": [*(sections or ())]})
    return [Part(row.pop("unit"), row.pop("section"), Counts(**row)) for row in rows]


def _counted(group: Iterable[Assignment]) -> list[Part]:
    parts: dict[tuple[str | None, str], Counts] = {}
    for each in group:
        key = each.unit, each.section
        parts[key] = parts.get(key, Counts()) + _counts_on_its_day(each)
    return [Part(unit, section, counts) for (unit, section), counts in parts.items()]


def count_assignments(group: Iterable[Assignment]) -> Counts:
    """Return the counts of assignments, each on its own day."""
    return sum(map(_counts_on_its_day, group), Counts())


def _counts_on_its_day(each: Assignment) -> Counts:
    return counts_of_one(each, each.today, is_reported=each.last is not None)


def counts_of_one(state: Assignment | AssignmentState, day: date, *, is_reported: bool) -> Counts:
    """Return the counts of a single assignment on a day; `is_reported` is whether it has a report."""
    urgent = None if state.finished else due_state(state.due, day)
    return Counts(
        total=1,
        overdue=int(urgent is DueState.OVERDUE),
        due_soon=int(urgent in (DueState.TODAY, DueState.SOON)),
        no_deadline=int(state.due is None),
        never_reported=int(not is_reported and state.status is Status.NOT_STARTED),
        **{status.value: int(state.status is status) for status in Status},
    )


TOUCHED = """tasks.id IN (
    SELECT task_id FROM assignments WHERE id IN (
        SELECT assignment_id FROM reports WHERE reported_at >= :until
        UNION SELECT assignment_id FROM reports WHERE id IN (SELECT report_id FROM reviews WHERE at >= :until)
        UNION SELECT assignment_id FROM extensions WHERE decided_at >= :until
        UNION SELECT assignment_id FROM assignment_versions WHERE until >= :until
        UNION SELECT id FROM assignments WHERE since <> '' AND since >= :until
        UNION SELECT id FROM assignments WHERE gone_at >= :until
    )
    UNION SELECT task_id FROM task_versions WHERE until >= :until
    UNION SELECT id FROM tasks WHERE since <> '' AND since >= :until
    UNION SELECT id FROM tasks WHERE gone_at >= :until
)"""
"""An SQL condition for tasks whose standing may differ now from the stored moment `:until`."""


@dataclass(frozen=True, slots=True)
class Tally:
    """A number of tasks and the counts of their assignments."""

    tasks: int
    counts: Counts

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.tasks + other.tasks, self.counts + other.counts)

    def __sub__(self, other: "Tally") -> "Tally":
        return Tally(self.tasks - other.tasks, self.counts - other.counts)


def tally(db: Database, day: date, unit_ids: Sequence[int] | None, sections: Collection[str] | None) -> Tally:
    """Return the tally at the end of a day, of some units and sections if given.

    For a day before the last change, only what has changed since is computed from the reports. Raises NoPlan if there
    was no plan on that day.
    """
    if rows_describe(db, day):
        return _tally_from_rows(db, day, unit_ids, sections)
    values = {"sections": [*(sections or ())], "until": end_of_day(day, db.zone)}
    of_these = sql_among("standings.unit_id", unit_ids) + sql_in_sections(sections, "tasks.section")
    plan, present = plan_on(db, day), known_plan(db)
    if present is None or present.id != plan.id or not rows_made(db):
        return _tally_of(past_standings(db, day, of_these, values), day)
    touched = f" AND {TOUCHED} {of_these}"
    now, then = present_standings(db, touched, values), past_standings(db, day, touched, values)
    return _tally_from_rows(db, day, unit_ids, sections) - _tally_of(now, day) + _tally_of(then, day)


def _tally_from_rows(
    db: Database, day: date, unit_ids: Sequence[int] | None, sections: Collection[str] | None
) -> Tally:
    of_sections, named = sql_in_sections(sections), {"sections": [*(sections or ())]}
    counted = sql_among("unit_id", [ALL_UNITS] if unit_ids is None else unit_ids)
    sql = f"SELECT {SUMS} FROM {STATES} WHERE true {counted} {of_sections}"
    [row] = db.fetch_all(sql, {**due_day_parameters(day), **named})
    sums = {name: number or 0 for name, number in row.items()}
    sql = "SELECT sum(tasks) AS n FROM section_counts WHERE true"
    if unit_ids is not None:
        sql = f"SELECT count(DISTINCT task_id) AS n FROM standings WHERE true {sql_among('unit_id', unit_ids)}"
    [tasks] = db.fetch_all(sql + of_sections, named)
    return Tally(tasks["n"] or 0, Counts(**sums))


def _tally_of(found: Iterable[tuple[Row, Standing]], day: date) -> Tally:
    parts = list(found)
    each = (counts_of_one(one.on(day), day, is_reported=one.last_id is not None) for _, one in parts)
    return Tally(len({row["task_id"] for row, _ in parts}), sum(each, Counts()))
