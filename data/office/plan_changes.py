"""Changes of the plan by the office: made, told to the units, recorded with what was there before, and undone.

Each change is a row with one more row per task it touches. An edit of a task always goes through `change_plan`.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime

from data.errors import StaleButton, unless
from data.errors.plans import ChangedSince, TooLateToUndo
from data.letters import Letter, post_letter, take_letter_back
from data.office.change_record import ChangeKind, PlanChange, change_from_source, find_change
from data.people.actor import Actor
from data.people.people import Person, hearers
from data.plan.plan import CURRENT, Plan, current_plan, end_plan, known_plan, reopen_plan
from data.plan.versions import TaskState, change_state, differing_fields, state_of, task_row
from data.standing.rows import rebuild_rows, update_rows_of_task
from data.store import Database
from data.store.audit import UNDONE_WITHIN

FEW_TASKS = 20
"""Above this number of tasks, all standings are rebuilt at once."""


def change_plan(
    db: Database,
    by: Actor,
    kind: ChangeKind,
    subject: str,
    edits: Mapping[int, TaskState],
    source: str,
    *,
    reason: str = "",
    day: date | None = None,
) -> PlanChange:
    """Set fields of tasks, given by row id, and tell the units concerned. Done once per `source`.

    Raises ForTheOffice and NoPlan.
    """
    with by.office_act(db):
        if (made := change_from_source(db, source)) is not None:
            return made
        change_id = _begin(db, by, kind, subject, source, reason=reason, day=str(day) if day else None)
        for task_id, new in edits.items():
            before = state_of(db, task_row(db, task_id))
            change_state(db, task_row(db, task_id), new, by.now)
            _record_difference(db, change_id, task_id, before, state_of(db, task_row(db, task_id)))
        _update_standings(db, edits, by.now)
        done = find_change(db, change_id)
        post_letter(db, Letter.PLAN_CHANGED, done.id, _concerned(db, done, by), by.now)
        _record(db, by.through(by.source or source), done, f"plan_{kind}")
        return done


def undo_change(db: Database, by: Actor, change_id: int) -> PlanChange:
    """Restore what a change replaced and tell those who heard of it. Does nothing if it is already undone.

    Raises ForTheOffice, StaleButton for a change of a former plan, TooLateToUndo after a day, ChangedSince if a task
    has been changed again.
    """
    with by.office_act(db):
        done = undoable_change(db, change_id, by.now)
        if done.undone:
            return done
        if done.kind is ChangeKind.IMPORT:
            _bring_plan_back(db, change_id, by.now)
        for each in done.tasks:
            change_state(db, task_row(db, each.task_id), each.before, by.now)
        db.update("plan_changes", change_id, undone_at=by.now)
        _update_standings(db, [each.task_id for each in done.tasks], by.now)
        undone = find_change(db, change_id)
        told, taken_back, people = Letter.PLAN_CHANGED, Letter.PLAN_CHANGE_UNDONE, _concerned(db, undone, by)
        take_letter_back(db, told, taken_back, change_id, people, by.now)
        _record(db, by, undone, "undo_plan_change")
        return undone


def undoable_change(db: Database, change_id: int, now: datetime) -> PlanChange:
    """Return a change that can be, or already is, undone. Raises as `undo_change` does."""
    sql = f"SELECT undone_at, plan_id IS {CURRENT} AS current FROM plan_changes WHERE id = ?"
    row = db.fetch_one(sql, [change_id])
    if row is None or not (row["current"] or row["undone_at"]):
        raise StaleButton
    done = find_change(db, change_id)
    if done.undone:
        return done
    if now - done.at > UNDONE_WITHIN:
        raise TooLateToUndo
    for each in done.tasks:
        present = state_of(db, task_row(db, each.task_id))
        if any(present[name] != value for name, value in each.after.items()):
            raise ChangedSince(each.code)
    return done


def standing_change(db: Database, change_id: int, now: datetime) -> PlanChange | None:
    """Return a change if it can still be undone and has not been, else None."""
    done = unless((StaleButton, TooLateToUndo, ChangedSince), undoable_change, db, change_id, now)
    return None if done is None or done.undone else done


def import_change(db: Database, at: str) -> int | None:
    """Return the id of the import recorded at a stored moment, or None if it cannot be undone."""
    return db.fetch_number("SELECT id FROM plan_changes WHERE kind = ? AND at = ?", [ChangeKind.IMPORT, at])


def last_change(db: Database, now: datetime, code: str = "") -> PlanChange | None:
    """Return the last change made within a day and not undone, of the task with `code` if given, or None."""
    change_id = db.fetch_number(
        f"""SELECT DISTINCT plan_changes.id FROM plan_changes JOIN task_changes ON change_id = plan_changes.id
        JOIN tasks ON tasks.id = task_id
        WHERE plan_changes.plan_id = {CURRENT} AND undone_at IS NULL AND at > ? AND (? = '' OR code = ?)
        ORDER BY plan_changes.id DESC""",
        [now - UNDONE_WITHIN, code, code],
    )
    return None if change_id is None else find_change(db, change_id)


def record_import(
    db: Database, by: Actor, file: str, plan_before: Plan | None, before: Mapping[int, TaskState], source: str
) -> PlanChange:
    """Record what an import did to the tasks there `before` and which it added, so that it can be undone.

    To be called within its transaction. The units are told if the plan is the same as before.
    """
    plan = current_plan(db)
    facts = ("id", "title", "issued", "source")
    kept = {name: getattr(plan_before, name) for name in facts} if plan_before else None
    change_id = _begin(db, by, ChangeKind.IMPORT, file, source, plan_before=kept)
    for task_id, old in before.items():
        _record_difference(db, change_id, task_id, old, state_of(db, task_row(db, task_id)))
    for row in db.fetch_all("SELECT id, title FROM tasks WHERE plan_id = ? AND gone_at IS NULL", [plan.id]):
        if row["id"] not in before:
            new = {"present": True, "title": row["title"]}
            db.insert("task_changes", change_id=change_id, task_id=row["id"], before={"present": False}, after=new)
    done = find_change(db, change_id)
    if plan_before and plan_before.id == plan.id:
        post_letter(db, Letter.PLAN_CHANGED, done.id, _concerned(db, done, by), by.now)
    return done


def _begin(db: Database, by: Actor, kind: ChangeKind, subject: str, source: str, **more: object) -> int:
    made = {"person_id": by.id, "source": source, "at": by.now, "reason": "", **more}
    return db.insert("plan_changes", plan_id=current_plan(db).id, kind=kind, subject=subject, **made)


def _bring_plan_back(db: Database, change_id: int, now: datetime) -> None:
    """Restore the plan from before an import: the former plan, the same plan with its former facts, or none."""
    row = db.fetch_one("SELECT plan_id, plan_before FROM plan_changes WHERE id = ?", [change_id])
    before = json.loads(row["plan_before"]) if row and row["plan_before"] else None
    if row is None or before is None or before["id"] != row["plan_id"]:
        end_plan(db, now)
    if before is not None:
        reopen_plan(db, before["id"])
        db.update("plans", before["id"], title=before["title"], issued=before["issued"], source=before["source"])


def _record_difference(db: Database, change_id: int, task_id: int, before: TaskState, after: TaskState) -> None:
    """Record the fields that differ; with the deadline whether it is settled, since a deadline written anew is not."""
    differ = differing_fields(before, after)
    if fields := dict.fromkeys([*differ, "settled"] if "deadline" in differ else differ):
        kept = {"before": before, "after": after}
        differing = {side: {name: said[name] for name in fields} for side, said in kept.items()}
        db.insert("task_changes", change_id=change_id, task_id=task_id, **differing)


def _update_standings(db: Database, task_ids: Iterable[int], now: datetime) -> None:
    touched = list(task_ids)
    if len(touched) > FEW_TASKS or known_plan(db) is None:
        rebuild_rows(db, now)
    else:
        for task_id in touched:
            update_rows_of_task(db, task_id, now)


def _concerned(db: Database, done: PlanChange, by: Actor) -> list[Person]:
    """Return the people who hear for the units concerned, except the one who acts."""
    known = "SELECT id FROM units WHERE name IN (SELECT value FROM json_each(?)) ORDER BY id"
    units = db.fetch_column(known, [[*done.told]])
    return [each for unit in units for each in hearers(db, unit, by.today) if each.id != by.id]


def _record(db: Database, by: Actor, done: PlanChange, action: str) -> None:
    detail = {"change_id": done.id, "tasks": [each.code for each in done.tasks], "units": sorted(done.units)}
    said = {"reason": done.reason, "day": str(done.day or "")}
    more = {name: value for name, value in said.items() if value}
    by.record(db, action, done.subject, **detail, **more)
