"""The content of a paper that reminds a unit: overdue tasks, those behind, or those due soon, each in its own grade."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime

from data.errors import needed
from data.errors.announcing import NothingToNudge
from data.exports.documents.reminder_paper import Reminder
from data.people.contact import office_contact
from data.people.people import Person, Role
from data.plan.plan import current_plan
from data.plan.units import unit_name
from data.plan.workdays import workdays
from data.standing.assignments import Assignment, assignments
from data.standing.standing import Light
from data.store import Database
from data.times import day_of

GRADES = (Light.OVERDUE, Light.WORRYING, Light.DUE_SOON)
"""Grades of papers, most serious first: red, yellow, blue."""
ANSWERED_IN = {Light.OVERDUE: 3, Light.WORRYING: 5, Light.DUE_SOON: 5}
"""Number of working days within which a paper asks for an answer."""

Graded = Mapping[Light, Sequence[Assignment]]


def units_to_remind(
    db: Database, now: datetime, unit_ids: Sequence[int] | None = None, codes: Collection[str] = ()
) -> dict[int, Graded]:
    """Return the units that could get a paper, of these (None: all), by id, with their tasks by grade. Tasks with
    doubtful deadlines are left out, unless only those of some `codes` are wanted."""
    found: dict[int, dict[Light, list[Assignment]]] = {}
    for each in assignments(db, day_of(now, db.zone), unit_ids):
        is_wanted = each.code in codes if codes else not each.doubtful
        if each.unit_id is not None and each.light in GRADES and is_wanted:
            found.setdefault(each.unit_id, {}).setdefault(each.light, []).append(each)
    return {unit_id: found[unit_id] for unit_id in sorted(found)}


def tasks_by_grade(db: Database, unit_id: int, now: datetime, codes: Collection[str] = ()) -> Graded:
    """Return the tasks of a unit or with some `codes` by grade, most serious first. Raises NothingToNudge."""
    found = needed(units_to_remind(db, now, [unit_id], codes).get(unit_id), NothingToNudge)
    return {grade: found[grade] for grade in GRADES if grade in found}


def reminder_for_unit(
    db: Database,
    by: Person,
    unit_id: int,
    grade: Light,
    now: datetime,
    codes: Collection[str] = (),
    until: date | None = None,
) -> Reminder:
    """Return the paper of this grade to a unit, or about its tasks with some `codes`, from the office of the
    coordinator `by`, to be answered by the day `until` or within the usual time.

    Raises NothingToNudge if the grade has no task.
    """
    tasks = needed(tasks_by_grade(db, unit_id, now, codes).get(grade), NothingToNudge)
    today = day_of(now, db.zone)
    office = next((each.unit for each in by.memberships if each.role is Role.COORDINATOR and each.unit), "")
    return Reminder(
        plan=current_plan(db).title,
        unit=unit_name(db, unit_id),
        grade=grade,
        tasks=tuple(tasks),
        office=office,
        contact=office_contact(db),
        today=today,
        until=until or workdays(db).after(today, ANSWERED_IN[grade]),
        wants_answer=until is not None,
    )
