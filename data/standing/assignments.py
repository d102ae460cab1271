"""Assignments as they stand on a day, most urgent first, the card of a task, and whether anything has changed since
they were last read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from data.errors import UnknownTask
from data.plan.deadlines import Deadline, deadline_of
from data.plan.plan import current_plan, plan_on
from data.plan.tasks import TaskTitle, unknown_task
from data.plan.versions import TASKS_AT
from data.standing.due_state import DueState, due_state
from data.standing.past import past_standings
from data.standing.reports import REPORT_COLUMNS, REPORTED, Report
from data.standing.rows import AT_ONCE, plan_deadline, present_standings, rows_describe
from data.standing.standing import FINISHED, Light, Standing, Status
from data.store import Database, Row, record_of, sql_among, sql_in_sections
from data.store.unchanged import cached_until_changed
from data.times import end_of_day


@dataclass(frozen=True, slots=True)
class Assignment:
    """A task as one unit has it, on a given day. If the plan names no unit, `id` is 0, `unit_id` and `unit` are None.

    `role` is 'lead' or 'joint' if the plan tells them apart. `original_due` is the due day before extensions. It is
    `doubtful` if the plan's remark doubts the deadline and the office has not settled it, `settled` if the office has,
    and `stale` if nothing has been reported for long.
    """

    id: int
    task_id: int
    code: str
    title: TaskTitle
    section: str
    item: str
    position: int
    deadline_text: str
    deadline: Deadline
    deadline_version: int
    unit_id: int | None
    unit: str | None
    role: str | None
    status: Status
    percent: int
    due: date | None
    original_due: date | None
    light: Light
    last: Report | None
    today: date
    doubtful: bool = False
    settled: bool = False
    stale: bool = False

    @property
    def days_left(self) -> int | None:
        """The days from today to the due day, negative once it has passed; None if there is none."""
        return None if self.due is None else (self.due - self.today).days

    @property
    def extended(self) -> bool:
        """Whether the office has granted more time."""
        return self.due is not None and self.due != self.original_due

    @property
    def overdue(self) -> bool:
        """Whether it is overdue today."""
        return not self.finished and due_state(self.due, self.today) is DueState.OVERDUE

    @property
    def finished(self) -> bool:
        """Whether it is reported as done, accepted or not."""
        return self.status in FINISHED

    @property
    def never_reported(self) -> bool:
        """Whether it is not started because nobody has reported on it."""
        return self.status is Status.NOT_STARTED and self.last is None


@dataclass(frozen=True, slots=True)
class TaskCard:
    """A task with everything the plan says about it and how each of its units stands."""

    id: int
    code: str
    title: TaskTitle
    section: str
    item: str
    measure: str
    deliverable: str
    remark: str
    deadline_text: str
    deadline: Deadline
    assignments: tuple[Assignment, ...]


def assignments(
    db: Database,
    today: date,
    unit_ids: Sequence[int] | None = None,
    code: str | None = None,
    ids: Sequence[int] | None = None,
    sections: Sequence[str] | None = None,
    task_ids: Sequence[int] | None = None,
) -> list[Assignment]:
    """Return the assignments as they stand at the end of a day, most urgent first.

    Limited to units, a task code, assignment ids, sections or task ids if given. For a day before the last change they
    are computed from the reports. Raises NoPlan if no plan has been imported.
    """
    condition = (
        sql_among("standings.unit_id", unit_ids) + sql_among("assignment_id", ids) + sql_among("tasks.id", task_ids)
    )
    condition += " AND code = :code" if code is not None else ""
    condition += sql_in_sections(sections, "tasks.section")
    values = {"code": code, "sections": [*(sections or ())]}
    if unit_ids is not None and not unit_ids:
        current_plan(db)
        return []
    if code is None and ids is None:
        return _that_meet(db, today, condition, values)
    of = "assignments", today, db.zone, condition, code, sections and tuple(sections)
    return list(cached_until_changed(db, of, lambda: _that_meet(db, today, condition, values)))


def _that_meet(db: Database, today: date, condition: str, values: Mapping[str, object]) -> list[Assignment]:
    current_plan(db)
    if rows_describe(db, today):
        return assignments_where(db, today, condition, values)
    return _assignments_of(db, today, past_standings(db, today, condition, values))


def assignments_where(db: Database, today: date, condition: str, values: Mapping[str, object]) -> list[Assignment]:
    """Return the assignments whose rows meet an SQL condition, most urgent first, on a day `rows_describe`."""
    return _assignments_of(db, today, present_standings(db, condition, values))


def _assignments_of(db: Database, today: date, found: Sequence[tuple[Row, Standing]]) -> list[Assignment]:
    last = _last_reports(db, [standing.last_id for _, standing in found if standing.last_id], today)
    states = (_assignment(row, standing, last.get(standing.last_id or 0), today) for row, standing in found)
    return sorted(states, key=urgency)


def find_assignment(db: Database, assignment_id: int, today: date) -> Assignment | None:
    """Return an assignment of the current plan, or None."""
    found = assignments(db, today, ids=[assignment_id])
    return found[0] if found else None


def urgency(assignment: Assignment) -> tuple[int, date, int, int]:
    """Return a key that sorts open assignments by due day first, then undated, submitted and closed ones."""
    if assignment.status is Status.CLOSED:
        rank = 3
    elif assignment.status is Status.SUBMITTED:
        rank = 2
    else:
        rank = 0 if assignment.due else 1
    return rank, assignment.due or date.max, assignment.position, assignment.id


def task_card(db: Database, code: str, today: date, unit_ids: Sequence[int] | None = None) -> TaskCard:
    """Return a task's card for a person who may see the tasks of `unit_ids` (None: all).

    Raises UnknownTask if there is no such task, or none for these units.
    """
    rows = db.fetch_all("SELECT * FROM tasks WHERE code = ? AND gone_at IS NULL", [code])
    states = assignments(db, today, code=code) if rows else []
    mine = unit_ids is None or any(state.unit_id in unit_ids for state in states)
    if not rows or not mine:
        raise UnknownTask(code, in_the_plan=True) if unit_ids is None else unknown_task(db, code)
    [row] = rows
    of_units = tuple(sorted((s for s in states if s.id), key=lambda each: (each.role == "joint", each.id)))
    return record_of(TaskCard, row, deadline=deadline_of(row), assignments=of_units)


def _assignment(row: Row, standing: Standing, last: Report | None, today: date) -> Assignment:
    state = standing.on(today)
    return record_of(
        Assignment,
        row,
        id=row["assignment_id"] or 0,
        deadline=plan_deadline(row),
        status=state.status,
        percent=state.percent,
        due=state.due,
        original_due=state.original_due,
        light=standing.light(today),
        stale=standing.stale(today),
        last=last,
        today=today,
    )


def _last_reports(db: Database, report_ids: Sequence[int], today: date) -> dict[int, Report]:
    if not report_ids:
        return {}
    sql = f"SELECT {REPORT_COLUMNS} {REPORTED} WHERE reports.id IN (SELECT value FROM json_each(:ids))"
    rows = db.fetch_all(sql, {"until": end_of_day(today, db.zone), "ids": [*report_ids]})
    return {row["id"]: db.record(Report, row) for row in rows}


def assignments_in_batches(db: Database, day: date, unit_ids: Sequence[int] | None) -> Iterator[list[Assignment]]:
    """Yield all assignments as they stand at the end of a day, in plan order, in batches of AT_ONCE tasks to save
    memory.

    Raises NoPlan.
    """
    values = {"until": end_of_day(day, db.zone), "plan": plan_on(db, day).id}
    tasks = db.fetch_column(f"SELECT id FROM ({TASKS_AT}) WHERE plan_id = :plan ORDER BY position, id", values)
    for start in range(0, len(tasks), AT_ONCE):
        found = assignments(db, day, unit_ids, task_ids=tasks[start : start + AT_ONCE])
        yield sorted(found, key=lambda each: (each.position, each.id))


OF_THE_PLAN, OF_ANYTHING = 0, -1


def state_version(db: Database, unit_ids: Sequence[int] | None) -> tuple[tuple[int, int], ...]:
    """Return a value that changes with the standings of these units (None: all) and the plan's tasks and units."""
    of_these = (OF_ANYTHING,) if unit_ids is None else (OF_THE_PLAN, *unit_ids)
    return cached_until_changed(db, ("state version", of_these), lambda: _state_version(db, of_these))


def _state_version(db: Database, unit_ids: Sequence[int]) -> tuple[tuple[int, int], ...]:
    rows = db.fetch_all(f"SELECT unit_id, version FROM state_versions WHERE true {sql_among('unit_id', unit_ids)}")
    return tuple((row["unit_id"], row["version"]) for row in rows)
