"""The history: reports and requests for more time of a task or unit in one timeline, newest first, each of them
with its outcome, and whether the office has decided anything since a moment."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from data.errors import NotYours, NotYourUnit, StaleButton, UnknownTask, still_there
from data.office.extensions import EXTENSIONS, PastExtension
from data.people.people import Person
from data.plan.tasks import TaskTitle
from data.plan.units import unit_name
from data.reporting.reviews import FullReport, full_report
from data.standing.assignments import Assignment, assignments
from data.standing.rows import ALWAYS
from data.store import Database
from data.times import at_hour, end_of_day

Entry = FullReport | PastExtension
E = TypeVar("E", FullReport, PastExtension)


def past_report(db: Database, person: Person, report_id: int) -> FullReport:
    """Return a report. Raises NotYours if the person may not see it."""
    return _visible(person, full_report(db, report_id))


def past_extension(db: Database, person: Person, extension_id: int) -> PastExtension:
    """Return a request for more time. Raises NotYours if the person may not see it."""
    query = f"{EXTENSIONS} WHERE extensions.id = :id"
    row = db.fetch_one(query, {"until": ALWAYS, "id": extension_id})
    return _visible(person, db.record(PastExtension, row) if row else None)


def sees_unit(person: Person, unit_id: int) -> bool:
    """Return whether a person may see what a unit reports."""
    return person.sees_everything or unit_id in person.speaks_for


def past_entry(db: Database, person: Person, kind: str, entry_id: int) -> Entry:
    """Return a history entry of kind 'report' or 'extension'. Raises NotYours if the person may not see its unit."""
    return (past_report if kind == "report" else past_extension)(db, person, entry_id)


def _visible(person: Person, found: E | None) -> E:
    if found is None or not sees_unit(person, found.unit_id):
        raise NotYours
    return found


ENTRIES_A_PAGE = 4


@dataclass(frozen=True, slots=True)
class HistoryScope:
    """Which part of the history or the audit to show: of a task, a unit, the days `first` to `last`, or a person.

    Empty fields do not limit it.
    """

    task_id: int | None = None
    unit_id: int | None = None
    first: date | None = None
    last: date | None = None
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class History:
    """A page of the timeline; `page` counts from 0, `total` counts the entries of all pages.

    `code` and `title` are empty unless it is limited to one task, `unit` unless to one unit, `name` unless to what one
    person reported. `others` are assignments of a joint task of which the person may see only how they stand.
    """

    entries: tuple[Entry, ...]
    total: int
    page: int
    pages: int
    code: str
    title: TaskTitle
    unit: str
    name: str
    others: tuple[Assignment, ...]


TIMELINE = """
FROM (
    SELECT 'report' AS kind, id, reported_at AS at, assignment_id, person_id FROM reports
    UNION ALL SELECT 'extension', id, asked_at, assignment_id, person_id FROM extensions
) AS entry JOIN assignments ON assignments.id = assignment_id
"""


def history(db: Database, person: Person, scope: HistoryScope, page: int, today: date) -> History:
    """Return a page of the timeline that the person may see, the last page if `page` is beyond it.

    Raises NotYourUnit for another unit, UnknownTask for a task that none of the person's units has or had, StaleButton
    if the task or unit does not exist.
    """
    code, title = _task(db, person, scope)
    unit = _unit(db, person, scope)
    name = _name(db, scope)
    condition, values = _condition(person, scope, db.zone)
    total = db.fetch_number(f"SELECT count(*) {TIMELINE} WHERE {condition}", values) or 0
    pages = max(1, -(-total // ENTRIES_A_PAGE))
    page = min(page, pages - 1)
    found = db.fetch_all(
        f"""SELECT kind, entry.id {TIMELINE} WHERE {condition}
        ORDER BY at DESC, kind, entry.id DESC LIMIT ? OFFSET ?""",
        [*values, ENTRIES_A_PAGE, page * ENTRIES_A_PAGE],
    )
    entries = [past_entry(db, person, row["kind"], row["id"]) for row in found]
    others = _others(db, person, code, today) if code and scope.unit_id is None else ()
    return History(tuple(entries), total, page, pages, code, title, unit, name, others)


def _task(db: Database, person: Person, scope: HistoryScope) -> tuple[str, TaskTitle]:
    if scope.task_id is None:
        return "", TaskTitle("")
    task = db.fetch_row("SELECT code, title, title_en FROM tasks WHERE id = ?", [scope.task_id], StaleButton)
    units = db.fetch_column("SELECT unit_id FROM assignments WHERE task_id = ?", [scope.task_id])
    if not person.sees_everything and set(units).isdisjoint(person.speaks_for):
        raise UnknownTask(task["code"])
    return task["code"], TaskTitle.of(task)


def _unit(db: Database, person: Person, scope: HistoryScope) -> str:
    if scope.unit_id is None:
        return ""
    name = still_there(unit_name(db, scope.unit_id))
    if not sees_unit(person, scope.unit_id):
        raise NotYourUnit(name)
    return name


def _name(db: Database, scope: HistoryScope) -> str:
    if scope.person_id is None:
        return ""
    return str(db.fetch_row("SELECT name FROM people WHERE id = ?", [scope.person_id], StaleButton)["name"])


def _condition(person: Person, scope: HistoryScope, zone: ZoneInfo) -> tuple[str, list[object]]:
    """Return the SQL condition, with its values, for what the person may see and asked for."""
    limits = {
        "unit_id IN (SELECT value FROM json_each(?))": None if person.sees_everything else [*person.speaks_for],
        "task_id = ?": scope.task_id,
        "unit_id = ?": scope.unit_id,
        "person_id = ?": scope.person_id,
        "at >= ?": scope.first and at_hour(scope.first, 0, zone),
        "at < ?": scope.last and end_of_day(scope.last, zone),
    }
    given = {limit: value for limit, value in limits.items() if value is not None}
    return " AND ".join(["true", *given]), [*given.values()]


def _others(db: Database, person: Person, code: str, today: date) -> tuple[Assignment, ...]:
    """Return the assignments of other units on a task that one of the person's own units has."""
    if person.sees_everything:
        return ()
    states = assignments(db, today, code=code)
    if not any(each.unit_id in person.speaks_for for each in states):
        return ()
    others = [each for each in states if each.id and each.unit_id not in person.speaks_for]
    return tuple(sorted(others, key=lambda each: each.id))


DECIDED = """SELECT EXISTS (
    SELECT 1 FROM extensions WHERE assignment_id IN (SELECT value FROM json_each(:ids)) AND decided_at > :since
    UNION ALL
    SELECT 1 FROM reports JOIN reviews ON reviews.report_id = reports.id
    WHERE assignment_id IN (SELECT value FROM json_each(:ids)) AND reviews.at > :since
    UNION ALL
    SELECT 1 FROM assignments JOIN task_changes ON task_changes.task_id = assignments.task_id
    JOIN plan_changes ON plan_changes.id = change_id
    WHERE assignments.id IN (SELECT value FROM json_each(:ids)) AND plan_changes.at > :since
)"""


def decided_since(db: Database, assignment_ids: Sequence[int], since: datetime) -> bool:
    """Return whether the office has reviewed a report, answered a request or changed a task of these assignments."""
    return bool(assignment_ids and db.fetch_number(DECIDED, {"ids": [*assignment_ids], "since": since}))
