"""What a unit has to do: its assignments, most urgent first, and one task's card."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from data.errors import UnknownTask
from data.plan.deadlines import Deadline, Kind, Period
from data.plan.plan import current_plan
from data.standing.standing import FINISHED, Light, Status, Verdict, extended, light, standing
from data.store import Database, Row, fetch_all
from data.times import at_hour, day_of, moment, stored, stored_day


@dataclass(frozen=True, slots=True)
class LastReport:
    """The latest report on an assignment. `on_behalf_of` names the liaison whose deputy reported; `returned` is the
    reason why the coordinator gave it back, None where that is not so."""

    id: int
    status: Status
    percent: int
    note: str
    obstacle: str
    unchanged: bool
    at: datetime
    person_id: int | None
    by: str
    on_behalf_of: str
    returned: str | None


@dataclass(frozen=True, slots=True)
class Assignment:
    """A task as one unit has it, on a given day. `id`, `unit_id` and `unit` are None where the plan names no unit.

    `original_due` is the due day before any extension.
    """

    id: int | None
    task_id: int
    code: str
    title: str
    section: str
    item: str
    position: int
    deadline_text: str
    deadline: Deadline
    deadline_version: int
    unit_id: int | None
    unit: str | None
    status: Status
    percent: int
    due: date | None
    original_due: date | None
    light: Light
    last: LastReport | None
    today: date

    @property
    def days_left(self) -> int | None:
        """Days from today to the due day, below zero when it has passed."""
        return None if self.due is None else (self.due - self.today).days

    @property
    def overdue(self) -> bool:
        """Due before today and neither submitted nor closed."""
        return self.due is not None and self.due < self.today and not self.finished

    @property
    def finished(self) -> bool:
        """Said to be done, whether or not it has been accepted."""
        return self.status in FINISHED


@dataclass(frozen=True, slots=True)
class TaskCard:
    """A task with everything the plan says of it and how each of its units stands."""

    id: int
    code: str
    title: str
    section: str
    item: str
    measure: str
    deliverable: str
    remark: str
    deadline_text: str
    deadline: Deadline
    assignments: tuple[Assignment, ...]


ASSIGNMENTS = """
SELECT assignments.id, tasks.id AS task_id, code, title, section, item, position, deadline_text,
    deadline_version, kind, due, start, granularity, every, event, offset_months, offset_days, offset_workdays,
    check_in,
    assignments.unit_id, units.name AS unit,
    reports.id AS report_id, reports.status AS reported, percent, note, obstacle, unchanged, reported_at,
    reports.person_id AS reporter_id, people.name AS reporter, stand_in.name AS reported_for,
    CASE WHEN reviews.at < :until THEN verdict END AS verdict, reviews.reason AS review_reason,
    CASE WHEN kind IN ('recurring', 'milestone_then_ongoing') THEN (
        SELECT group_concat(reported_at) FROM (
            SELECT done.reported_at FROM reports AS done LEFT JOIN reviews ON reviews.report_id = done.id
            WHERE done.assignment_id = assignments.id AND done.status = 'submitted' AND done.reported_at < :until
                AND done.withdrawn_at IS NULL AND verdict IS NOT 'returned' AND NOT EXISTS (
                    SELECT 1 FROM reports AS correction
                    WHERE correction.replaces = done.id AND correction.withdrawn_at IS NULL
                        AND correction.reported_at < :until
                )
            ORDER BY done.id
        )
    ) END AS settled,
    (
        SELECT group_concat(due_before || '>' || decided) FROM (
            SELECT due_before, decided FROM extensions
            WHERE assignment_id = assignments.id AND decided IS NOT NULL AND decided_at < :until
            ORDER BY decided_at, id
        )
    ) AS granted
FROM tasks
LEFT JOIN assignments ON task_id = tasks.id AND assignments.gone_at IS NULL
LEFT JOIN units ON units.id = assignments.unit_id
LEFT JOIN reports ON reports.id = (
    SELECT max(latest.id) FROM reports AS latest
    WHERE latest.assignment_id = assignments.id AND latest.reported_at < :until AND latest.withdrawn_at IS NULL
)
LEFT JOIN reviews ON reviews.report_id = reports.id
LEFT JOIN people ON people.id = reports.person_id
LEFT JOIN people AS stand_in ON stand_in.id = reports.for_person_id
WHERE tasks.gone_at IS NULL
"""


def assignments(
    db: Database, today: date, zone: ZoneInfo, unit_ids: Sequence[int] | None = None, code: str | None = None
) -> list[Assignment]:
    """The assignments as they stand at the end of a day, most urgent first; of some units only, or of one task.

    Raises NoPlan when no plan has been imported.
    """
    issued = current_plan(db).issued
    condition, parameters = "", {"until": stored(at_hour(today + timedelta(days=1), 0, zone))}
    if unit_ids is not None:
        condition += f" AND assignments.unit_id IN ({', '.join(str(int(unit_id)) for unit_id in unit_ids)})"
    if code is not None:
        condition += " AND code = :code"
        parameters["code"] = code
    rows = fetch_all(db, ASSIGNMENTS + condition, parameters)
    return sorted((_assignment(row, today, zone, issued) for row in rows), key=urgency)


def urgency(assignment: Assignment) -> tuple[int, date, int, int]:
    """What to look at first: overdue and dated by their day, then undated, then what is done."""
    if assignment.status is Status.CLOSED:
        rank = 3
    elif assignment.status is Status.SUBMITTED:
        rank = 2
    else:
        rank = 0 if assignment.due else 1
    return rank, assignment.due or date.max, assignment.position, assignment.id or 0


def task_card(db: Database, code: str, today: date, zone: ZoneInfo, unit_ids: Sequence[int] | None = None) -> TaskCard:
    """A task's card, for somebody who may see the tasks of `unit_ids` (None: all).

    Raises UnknownTask when there is no such task, or none for these units.
    """
    rows = fetch_all(db, "SELECT * FROM tasks WHERE code = ? AND gone_at IS NULL", [code])
    states = assignments(db, today, zone, code=code) if rows else []
    mine = unit_ids is None or any(state.unit_id in unit_ids for state in states)
    if not rows or not mine:
        raise UnknownTask(code, in_the_plan=unit_ids is None)
    [row] = rows
    fields = ("id", "code", "title", "section", "item", "measure", "deliverable", "remark", "deadline_text")
    return TaskCard(
        **{field: row[field] for field in fields},
        deadline=deadline_of(row),
        assignments=tuple(sorted((s for s in states if s.id is not None), key=lambda state: state.id or 0)),
    )


def deadline_of(row: Row) -> Deadline:
    """The deadline that a task's columns hold."""
    return Deadline(
        kind=Kind(row["kind"]),
        due=stored_day(row["due"]),
        start=stored_day(row["start"]),
        granularity=_period(row["granularity"]),
        every=_period(row["every"]),
        event=row["event"],
        offset_months=row["offset_months"],
        offset_days=row["offset_days"],
        offset_workdays=row["offset_workdays"],
        check_in=_period(row["check_in"]),
    )


def _assignment(row: Row, today: date, zone: ZoneInfo, issued: date) -> Assignment:
    deadline = deadline_of(row)
    last = _last_report(row, zone)
    verdict = Verdict(row["verdict"]) if row["verdict"] else None
    settled = [day_of(moment(at), zone) for at in (row["settled"] or "").split(",") if at]
    status, original_due = standing(deadline, last.status if last else None, verdict, settled, today)
    due = extended(original_due, _granted(row["granted"]))
    percent = 100 if status in FINISHED else 0 if status is Status.NOT_STARTED or last is None else last.percent
    return Assignment(
        id=row["id"],
        task_id=row["task_id"],
        code=row["code"],
        title=row["title"],
        section=row["section"],
        item=row["item"],
        position=row["position"],
        deadline_text=row["deadline_text"],
        deadline=deadline,
        deadline_version=row["deadline_version"],
        unit_id=row["unit_id"],
        unit=row["unit"],
        status=status,
        percent=percent,
        due=due,
        original_due=original_due,
        light=light(
            status,
            due,
            today,
            percent=percent,
            issued=issued,
            reported_on=day_of(last.at, zone) if last else None,
            check_in=deadline.check_in,
        ),
        last=last,
        today=today,
    )


def _last_report(row: Row, zone: ZoneInfo) -> LastReport | None:
    if row["reported"] is None:
        return None
    return LastReport(
        id=row["report_id"],
        status=Status(row["reported"]),
        percent=row["percent"],
        note=row["note"],
        obstacle=row["obstacle"],
        unchanged=bool(row["unchanged"]),
        at=moment(row["reported_at"]).astimezone(zone),
        person_id=row["reporter_id"],
        by=row["reporter"] or "",
        on_behalf_of=row["reported_for"] or "",
        returned=row["review_reason"] if row["verdict"] == Verdict.RETURNED else None,
    )


def _granted(text: str | None) -> list[tuple[date, date]]:
    """The extensions in a row, as pairs of the day before and the day after."""
    pairs = (each.split(">") for each in (text or "").split(",") if each)
    return [(date.fromisoformat(before), date.fromisoformat(after)) for before, after in pairs]


def _period(text: str | None) -> Period | None:
    return Period(text) if text else None


def task_id_of(db: Database, code: str) -> int | None:
    """The row's id of the task with this code, be it gone from the plan; None when there never was one."""
    rows = fetch_all(db, "SELECT id FROM tasks WHERE code = ?", [code])
    return rows[0]["id"] if rows else None


def task_titles(db: Database) -> dict[str, str]:
    """The titles of the plan's tasks by their codes."""
    return {row["code"]: row["title"] for row in fetch_all(db, "SELECT code, title FROM tasks WHERE gone_at IS NULL")}


def section_of(db: Database, task_id: int) -> str:
    """The section of a task by its row's id; empty when there is no such row."""
    rows = fetch_all(db, "SELECT section FROM tasks WHERE id = ?", [task_id])
    return rows[0]["section"] if rows else ""


def first_task_of(db: Database, section: str) -> int | None:
    """The row's id of the first task of a section; None when the plan has no such section."""
    rows = fetch_all(
        db, "SELECT id FROM tasks WHERE section = ? AND gone_at IS NULL ORDER BY position LIMIT 1", [section]
    )
    return rows[0]["id"] if rows else None


def code_of(db: Database, task_id: int) -> str:
    """The code of a task by its row's id; empty when there is no such row."""
    rows = fetch_all(db, "SELECT code FROM tasks WHERE id = ?", [task_id])
    return rows[0]["code"] if rows else ""


def code_of_assignment(db: Database, assignment_id: int) -> str:
    """The code of an assignment's task, be it gone from the plan."""
    rows = fetch_all(
        db, "SELECT code FROM tasks JOIN assignments ON task_id = tasks.id WHERE assignments.id = ?", [assignment_id]
    )
    return rows[0]["code"] if rows else ""
