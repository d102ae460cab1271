"""Importing a plan file: compare it with the present plan, and take it over in one transaction.

Reports stay with their tasks, which keep their codes (row_matching.py).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from data.errors.plans import TooManyGone
from data.office.row_matching import match_codes
from data.plan.deadlines import Deadline, DeadlineKind, deadline_of, plain_values
from data.plan.files.plan import PlanReading, PlanRow
from data.plan.indicators import ensure_indicators
from data.plan.plan import CURRENT, end_plan, save_plan
from data.plan.versions import WORDED, add_task, assign_units, change_task, remove_task
from data.standing.rows import rebuild_rows
from data.store import Database, Row, audit, transaction
from data.times import stored

MOST_GONE = 0.1
"""The share of the present tasks that an import may remove; if more are missing, it is another plan or the wrong
file."""

FROM_THE_BEGINNING = ""
"""The start of validity for tasks of a plan's first import, so that they count for earlier days, too."""

COMPARED = (*WORDED, "deadline_text")


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of a task before and after; 'reading' is a deadline that is read differently from the same text.
    `unclear` is whether it is a deadline's new text, of which no day can be read."""

    field: str
    before: str | Deadline
    after: str | Deadline
    unclear: bool = False


@dataclass(frozen=True, slots=True)
class ChangedTask:
    """A task whose wording or deadline the file changes."""

    code: str
    title: str
    changes: tuple[FieldChange, ...]

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of the changed fields."""
        return tuple(each.field for each in self.changes)


@dataclass(frozen=True, slots=True)
class PlanChanges:
    """What importing a file does: code and title of each task added, changed or gone, and how many stay the same."""

    new: tuple[tuple[str, str], ...]
    changed: tuple[ChangedTask, ...]
    gone: tuple[tuple[str, str], ...]
    same: int

    def loss(self, most: float = MOST_GONE) -> TooManyGone | None:
        """Return the refusal if more than this share of the present tasks would be gone, else None."""
        present = len(self.changed) + len(self.gone) + self.same
        return TooManyGone(present, self.gone) if len(self.gone) > present * most else None


def compare_plan(db: Database, reading: PlanReading, *, new_plan: bool = False) -> PlanChanges:
    """Return what importing would change, without changing anything. A `new_plan` matches no existing task, and none
    is gone: they stay in their own plan."""
    if new_plan:
        titles = (row.title for row in reading.rows)
        return PlanChanges(tuple(zip(match_codes(reading.rows, {}), titles, strict=True)), (), (), 0)
    existing = existing_tasks(db)
    codes = match_codes(reading.rows, existing)
    there = set(codes)
    new, changed, same = [], [], 0
    for row, code in zip(reading.rows, codes, strict=True):
        old = existing.get(code)
        if old is None or old["gone_at"]:
            new.append((code, row.title))
        elif found := differences(old, row):
            changed.append(ChangedTask(code, row.title, found))
        else:
            same += 1
    gone = [(code, old["title"]) for code, old in existing.items() if code not in there and not old["gone_at"]]
    return PlanChanges(tuple(new), tuple(changed), tuple(gone), same)


def import_plan(
    db: Database,
    reading: PlanReading,
    title: str,
    issued: date,
    source: str,
    now: datetime,
    *,
    new_plan: bool = False,
    most_gone: float = MOST_GONE,
    by: int | None = None,
    said_in: str = "",
    saved: Callable[[int], None] = lambda rows: None,
) -> PlanChanges:
    """Import a plan file and return what that changed.

    `source` names the file, `by` the person and `said_in` the message for the audit; `saved` is called after each row
    with the number of rows saved. A `new_plan` replaces the present one, whose tasks and reports remain readable.
    Raises TooManyGone, changing nothing, if more than the share `most_gone` of the present tasks is missing from the
    file.
    """
    with transaction(db):
        changes = compare_plan(db, reading, new_plan=new_plan)
        if new_plan:
            end_plan(db, now)
        elif loss := changes.loss(most_gone):
            raise loss
        existing = existing_tasks(db)
        plan_id = save_plan(db, title, issued, source, now)
        ensure_indicators(db)
        for code, _ in changes.gone if existing else ():
            remove_task(db, existing[code]["id"], now)
        codes = match_codes(reading.rows, existing)
        for position, (row, code) in enumerate(zip(reading.rows, codes, strict=True), start=1):
            _save(db, plan_id, row, code, position, existing, now)
            saved(position)
        rebuild_rows(db, now)
        numbers = {"new": len(changes.new), "changed": len(changes.changed), "gone": len(changes.gone)}
        audit.record(db, now, "import_plan", title, person_id=by, source=said_in, file=source, **numbers)
    return changes


def existing_tasks(db: Database) -> dict[str, Row]:
    """Return every task that the current plan ever had, by code, with its present units and their roles."""
    rows = db.fetch_all(f"SELECT * FROM tasks WHERE plan_id = {CURRENT} ORDER BY position")
    roles: dict[int, dict[str, str | None]] = {row["id"]: {} for row in rows}
    assigned = f"""SELECT task_id, name, role FROM assignments JOIN units ON units.id = unit_id
        JOIN tasks ON tasks.id = task_id WHERE plan_id = {CURRENT} AND assignments.gone_at IS NULL
        ORDER BY role = 'joint', assignments.id"""
    for row in db.fetch_all(assigned):
        roles[row["task_id"]][row["name"]] = row["role"]
    return {row["code"]: {**row, "roles": roles[row["id"]], "units": frozenset(roles[row["id"]])} for row in rows}


def _with_english(old: Row, row: PlanRow) -> PlanRow:
    """Return the row with the task's English title added, if it gives none and the title is unchanged."""
    return row if row.title_en or row.title != old["title"] else replace(row, title_en=old["title_en"])


def differences(old: Row, row: PlanRow) -> tuple[FieldChange, ...]:
    """Return the fields in which a row of a file differs from a task of `existing_tasks`."""
    row = _with_english(old, row)
    unread = row.deadline.kind is DeadlineKind.UNCLEAR
    changes = [
        FieldChange(field, old[field], getattr(row, field), unread and field == "deadline_text")
        for field in COMPARED
        if old[field] != getattr(row, field)
    ]
    if old["deadline_text"] == row.deadline_text and deadline_of(old) != row.deadline:
        changes.append(FieldChange("reading", deadline_of(old), row.deadline))
    if old["roles"] != row.roles:
        changes.append(FieldChange("units", _units_text(old["roles"]), _units_text(row.roles)))
    return tuple(changes)


def _units_text(roles: Mapping[str, str | None]) -> str:
    marks = {"lead": "（牵头）", "joint": "（配合）", None: ""}
    return "、".join(name + marks[role] for name, role in roles.items())


def _save(
    db: Database, plan_id: int, row: PlanRow, code: str, position: int, existing: Mapping[str, Row], now: datetime
) -> None:
    """Store a row of the file as a task with its assignments."""
    old = existing.get(code)
    row = _with_english(old, row) if old else row
    values = {"position": position, **{name: getattr(row, name) for name in COMPARED}, **plain_values(row.deadline)}
    since = stored(now) if existing else FROM_THE_BEGINNING
    if old is None:
        task_id = add_task(db, plan_id, code, values, since)
    else:
        change_task(db, old, values, now)
        task_id = old["id"]
    assign_units(db, task_id, row.roles, now, since)
