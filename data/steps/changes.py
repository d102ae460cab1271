"""Changing the steps of a task: add, edit, tick off, remove and restore. Only the unit's own people may."""

from collections.abc import Sequence
from datetime import date

from data.errors import StaleButton
from data.errors.reporting import TooManySteps
from data.people.actor import Actor
from data.people.people import Person
from data.reporting.reports import assignment_to_report_on
from data.steps.steps import STEP_ROWS, Step, step_from_row, steps_of
from data.store import Database, transaction
from data.understanding.steps.step_lines import StepLine

MOST_STEPS = 30
"""The most steps that a unit may have for one task."""


def step_line_of(step: Step) -> StepLine:
    """Return a step as it would be written in a line."""
    return StepLine(step.words, step.due, step.person, step.person_id)


def own_step(db: Database, person: Person, step_id: int, today: date) -> Step:
    """Return a step of one of the person's units, even a removed one.

    Raises StaleButton if there is none, NotYours and TaskClosed as `assignment_to_report_on` does.
    """
    row = db.fetch_row(f"{STEP_ROWS} WHERE steps.id = ?", [step_id], StaleButton)
    assignment_to_report_on(db, person, row["assignment_id"], today)
    return step_from_row(row)


def add_steps(db: Database, by: Actor, assignment_id: int, lines: Sequence[StepLine], source: str) -> list[Step]:
    """Add steps to a unit's task and return all that it has now. Done once per `source`.

    Raises NotYours, TaskClosed and TooManySteps.
    """
    with transaction(db):
        assignment = assignment_to_report_on(db, by.person, assignment_id, by.today)
        if not db.exists("SELECT 1 FROM steps WHERE source = ?", [f"{source}:0"]):
            if len(steps_of(db, assignment_id)) + len(lines) > MOST_STEPS:
                raise TooManySteps(MOST_STEPS)
            for number, line in enumerate(lines):
                db.insert(
                    "steps",
                    assignment_id=assignment_id,
                    **_columns(line),
                    written_by=by.id,
                    written_at=by.now,
                    source=f"{source}:{number}",
                )
            subject, words = f"{assignment.code}@{assignment.unit}", "；".join(each.words for each in lines)
            by.record(db, "add_steps", subject, note=words)
        return steps_of(db, assignment_id)


def carry_steps(db: Database, task_id: int, new_task_id: int) -> None:
    """Copy a task's steps to the task that continues it in another plan, each to its own unit. To be called within a
    transaction.

    Repeating it adds nothing.
    """
    db.change(
        """INSERT INTO steps (assignment_id, words, due, person_id, person_name, written_by, written_at, source,
            done_at, done_by)
        SELECT later.id, steps.words, steps.due, steps.person_id, person_name, steps.written_by, written_at,
            'carried:' || steps.id || ':' || later.id, steps.done_at, steps.done_by
        FROM steps JOIN assignments AS former ON former.id = steps.assignment_id
        JOIN assignments AS later ON later.unit_id = former.unit_id
        WHERE former.task_id = ? AND later.task_id = ? AND removed_at IS NULL
        ON CONFLICT (source) DO NOTHING""",
        [task_id, new_task_id],
    )


def change_step(db: Database, by: Actor, step_id: int, line: StepLine) -> None:
    """Change what a step says. Raises what `own_step` raises, and StaleButton if it was removed."""
    with transaction(db):
        step = _not_removed(own_step(db, by.person, step_id, by.today))
        new = _columns(line)
        changed = db.change(
            """UPDATE steps SET words = :words, due = :due, person_id = :person_id, person_name = :person_name
            WHERE id = :id AND (words, due, person_id, person_name) IS NOT (:words, :due, :person_id, :person_name)""",
            {**new, "id": step_id},
        )
        if changed:
            _record(db, by, "change_step", step, day=new["due"], note=line.words)


def swap_days(db: Database, by: Actor, steps: tuple[Step, Step]) -> None:
    """Swap the days of two steps. Done once per source. Raises what `change_step` raises."""
    with transaction(db):
        done = "SELECT 1 FROM audit WHERE action = 'change_step' AND source = ? AND person_id = ?"
        if db.exists(done, [by.source, by.id]):
            return
        for step, other in (steps, steps[::-1]):
            line = StepLine(step.words, other.due, step.person, step.person_id)
            change_step(db, by, step.id, line)


def set_done(db: Database, by: Actor, step_id: int, *, done: bool = True) -> Step:
    """Mark a step as done or not done. Raises what `own_step` raises, and StaleButton if it was removed."""
    with transaction(db):
        step = _not_removed(own_step(db, by.person, step_id, by.today))
        if step.done is not done:
            db.update("steps", step_id, done_at=by.now if done else None, done_by=by.id if done else None)
            _record(db, by, "step_done" if done else "step_not_done", step, note=step.words)
        return own_step(db, by.person, step_id, by.today)


def set_removed(db: Database, by: Actor, step_id: int, *, removed: bool = True) -> Step:
    """Remove or restore a step. Raises what `own_step` raises, and TooManySteps if there is no room to restore it."""
    with transaction(db):
        step = own_step(db, by.person, step_id, by.today)
        if step.removed is not removed:
            if not removed and len(steps_of(db, step.assignment_id)) >= MOST_STEPS:
                raise TooManySteps(MOST_STEPS)
            db.update("steps", step_id, removed_at=by.now if removed else None)
            _record(db, by, "remove_step" if removed else "restore_step", step, note=step.words)
        return own_step(db, by.person, step_id, by.today)


def _not_removed(step: Step) -> Step:
    if step.removed:
        raise StaleButton
    return step


def _columns(line: StepLine) -> dict[str, object]:
    return {
        "words": line.words,
        "due": line.due.isoformat() if line.due else None,
        "person_id": line.person_id,
        "person_name": "" if line.person_id else line.person,
    }


def _record(db: Database, by: Actor, action: str, step: Step, **detail: object) -> None:
    subject = f"{step.code}@{step.unit}"
    by.record(db, action, subject, **detail)
