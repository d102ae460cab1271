"""Notes about tasks: a unit tells the office that a task is not its own or something is wrong with it; the office
answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from data.errors import AlreadyDecided, NotYours, StaleButton, still_there
from data.letters import Letter, post_letter
from data.people.actor import Actor
from data.people.people import Person, coordinators, hearers, person_by_id
from data.plan.plan import CURRENT
from data.plan.tasks import TaskTitle
from data.plan.units import all_units, is_the_office
from data.standing.assignments import Assignment, assignments
from data.standing.standing import Status
from data.store import Database, sql_among, transaction

SETTLED = "settled"
"""The stored answer of a note that the office only marked as settled."""


@dataclass(frozen=True, slots=True)
class TaskNote:
    """A unit's note about a task, or about none (`task_id` 0).

    `answer` is empty if the office has not answered, SETTLED if it only marked the note as settled. A note that an
    observer, `observer_id`, writes for no unit has the name in place of the unit, and nothing in `by`.
    """

    id: int
    at: datetime
    task_id: int
    code: str
    title: TaskTitle
    unit_id: int
    unit: str
    by: str
    text: str
    answer: str
    observer_id: int = 0


def units_writing(db: Database, person: Person) -> tuple[int, ...]:
    """Return the units on whose behalf a person writes to the office; for an observer that of the office itself."""
    if person.speaks_for or person.is_coordinator or not person.sees_everything:
        return person.speaks_for
    return tuple(each.id for each in all_units(db) if is_the_office(each.name))[:1]


def write_note(db: Database, by: Actor, unit_id: int, assignment_id: int | None, text: str) -> TaskNote:
    """Write a note to the office on behalf of one's unit, about one of its tasks or none, or as an observer. Done once
    per source.

    Raises NotYours for another unit or its task.
    """
    with transaction(db):
        if known := db.fetch_number("SELECT id FROM task_notes WHERE source = ?", [by.source]):
            return note_by_id(db, known)
        of_the_unit = "SELECT 1 FROM assignments WHERE id = ? AND unit_id = ? AND gone_at IS NULL"
        is_own = assignment_id is None or db.exists(of_the_unit, [assignment_id, unit_id])
        if unit_id not in units_writing(db, by.person) or not is_own:
            raise NotYours
        values = {"unit_id": unit_id, "assignment_id": assignment_id, "person_id": by.id, "text": text}
        note_id = db.insert("task_notes", **values, source=by.source, at=by.now)
        note = note_by_id(db, note_id)
        by.record(db, "task_note", _subject(note), note_id=note_id)
        post_letter(db, Letter.TASK_NOTE, note_id, coordinators(db), by.now)
    return note


def answer_note(db: Database, by: Actor, note_id: int, answer: str, to: int | None = None) -> TaskNote:
    """Answer a note and tell the unit, or only the person `to` if they hear of the unit's work.

    Raises ForTheOffice, StaleButton if there is no such note, AlreadyDecided if it has another answer.
    """
    with by.office_act(db):
        note = note_by_id(db, note_id)
        sql = "UPDATE task_notes SET answer = ?, answered_by = ?, answered_at = ? WHERE id = ? AND answer IS NULL"
        if not db.change(sql, [answer, by.id, by.now, note_id]):
            if note.answer == answer:
                return note
            raise AlreadyDecided
        by.record(db, "answer_task_note", _subject(note), note_id=note_id)
        told = [person_by_id(db, note.observer_id)] if note.observer_id else hearers(db, note.unit_id, by.today)
        alone = [each for each in told if each.id == to]
        post_letter(db, Letter.TASK_NOTE_ANSWERED, note_id, alone or told, by.now)
        return note_by_id(db, note_id)


def tells_of_difficulty(assignment: Assignment) -> bool:
    """Return whether a unit's last report says what blocks its work."""
    last = assignment.last
    return assignment.status is Status.BLOCKED and last is not None and bool(last.obstacle)


def difficulty_of(assignment: Assignment) -> TaskNote:
    """Return what blocks a unit's work by its last report, as its note. Raises StaleButton if nothing does."""
    last = assignment.last
    if last is None or not tells_of_difficulty(assignment):
        raise StaleButton
    of_task = assignment.task_id, assignment.code, assignment.title
    return TaskNote(0, last.at, *of_task, last.unit_id, last.unit, last.by, last.obstacle, "")


def answer_difficulty(db: Database, by: Actor, assignment_id: int, answer: str) -> TaskNote:
    """Answer what blocks a unit's work, which is kept as a note of that unit, and tell who reported it, or the unit if
    they do not hear of its work any more. Done once per source.

    Raises ForTheOffice, and StaleButton if nothing blocks it any more.
    """
    with by.office_act(db):
        if (known := db.fetch_number("SELECT id FROM task_notes WHERE source = ?", [by.source])) is not None:
            return note_by_id(db, known)
        found = still_there(assignments(db, by.today, ids=[assignment_id]))[0]
        told, person_id = difficulty_of(found), found.last.person_id if found.last else None
        values = {"unit_id": told.unit_id, "assignment_id": assignment_id, "text": told.text, "at": told.at}
        note_id = db.insert("task_notes", **values, person_id=person_id, source=by.source)
        return answer_note(db, by, note_id, answer, person_id)


def difficulty_answered(db: Database, assignment_id: int, told: TaskNote) -> tuple[str, str] | None:
    """Return by whom and how what blocks a unit's work was answered last, or None; the name may be empty."""
    row = db.fetch_one(
        """SELECT ifnull(name, '') AS by, answer FROM task_notes LEFT JOIN people ON people.id = answered_by
        WHERE assignment_id = ? AND text = ? AND at = ? AND answer IS NOT NULL ORDER BY task_notes.id DESC""",
        [assignment_id, told.text, told.at],
    )
    return (row["by"], row["answer"]) if row is not None else None


def _subject(note: TaskNote) -> str:
    return f"{note.code}@{note.unit}" if note.code else note.unit


def open_notes(db: Database, unit_id: int | None = None) -> list[TaskNote]:
    """Return the unanswered notes about the current plan, or about no task, of a unit or all (None), oldest first."""
    condition = (
        f"answer IS NULL AND (task_id IS NULL OR plan_id IS {CURRENT}) AND (? IS NULL OR task_notes.unit_id = ?)"
    )
    return _notes(db, condition, [unit_id, unit_id])


def open_notes_on(db: Database, task_id: int) -> list[TaskNote]:
    """Return the unanswered notes about a task, oldest first."""
    return _notes(db, "answer IS NULL AND task_id = ?", [task_id])


def latest_told(db: Database, unit_ids: Sequence[int], today: date) -> TaskNote | None:
    """Return what these units have told the office last, in a note or as what blocks their work, or None."""
    notes = _notes(db, f"TRUE{sql_among('task_notes.unit_id', unit_ids)}", [])
    own = assignments(db, today, unit_ids)
    blocked = [difficulty_of(each) for each in own if tells_of_difficulty(each)]
    return max([*notes, *blocked], key=lambda each: each.at, default=None)


def note_by_id(db: Database, note_id: int) -> TaskNote:
    """Return a note. Raises StaleButton if there is none."""
    return still_there(_notes(db, "task_notes.id = ?", [note_id]))[0]


def _notes(db: Database, condition: str, values: Sequence[int | None]) -> list[TaskNote]:
    rows = db.fetch_all(
        f"""SELECT task_notes.id, ifnull(task_id, 0) AS task_id, ifnull(code, '') AS code, ifnull(title, '') AS title,
            ifnull(title_en, '') AS title_en, task_notes.unit_id, text, task_notes.at,
            iif(observer.id IS NULL, units.name, writer.name) AS unit, ifnull(answer, '') AS answer,
            iif(observer.id IS NULL, ifnull(writer.name, ''), '') AS by, ifnull(observer.person_id, 0) AS observer_id
        FROM task_notes LEFT JOIN assignments ON assignments.id = assignment_id LEFT JOIN tasks ON tasks.id = task_id
        JOIN units ON units.id = task_notes.unit_id LEFT JOIN people AS writer ON writer.id = task_notes.person_id
        LEFT JOIN memberships AS observer ON observer.person_id = writer.id AND observer.role = 'observer'
            AND observer.unit_id IS NULL AND assignment_id IS NULL AND NOT EXISTS (SELECT 1 FROM memberships AS own
                WHERE own.person_id = writer.id AND own.unit_id = task_notes.unit_id)
        WHERE {condition} ORDER BY task_notes.id""",
        values,
    )
    return [db.record(TaskNote, row) for row in rows]
