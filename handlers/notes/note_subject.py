"""The questions for the task that a note to the office is about, and for the unit it comes from."""

from dataclasses import dataclass

from data.dialogs import Dialog
from data.errors import ButtonsOnly, NoSuchAnswer, NotYours, needed
from data.office.task_notes import units_writing
from data.plan.units import unit_name
from data.standing.assignments import Assignment, assignments
from handlers.dialog import Answers, Choices, Question, Talk
from handlers.notes import texts
from handlers.tasks.own_tasks import own_assignments
from handlers.telegram import Context, unit_named
from handlers.wording import Html, cut, html

NO_TASK = 0
"""Stands in place of a task if a note is about none."""
OFFERED = 6
"""How many of the unit's tasks can be pressed, the most urgent ones."""


@dataclass(frozen=True, slots=True)
class NoteSubject:
    """What a note is about: the assignments of its task to the person's units (empty if it is about no task), the tasks
    that can be pressed, and the names of the units it can come from, by id."""

    of_task: tuple[Assignment, ...]
    offered: tuple[Assignment, ...]
    units: dict[int, str]

    @property
    def assignment(self) -> Assignment | None:
        """The first assignment of the task to the person's units; None if the note is about no task."""
        return self.of_task[0] if self.of_task else None

    def unit_of(self, answers: Answers) -> int:
        """Return the id of the unit from which a note comes: the one chosen, or the first possible one."""
        chosen = answers.get("unit")
        return chosen if chosen in self.units else next(iter(self.units))

    def assignment_of(self, answers: Answers) -> int | None:
        """Return the id of the task's assignment to that unit; None if the note is about no task."""
        return next((each.id for each in self.of_task if each.unit_id == self.unit_of(answers)), None)


def load_note_subject(context: Context, dialog: Dialog) -> NoteSubject:
    """Return what a note is about. Raises NotYours for a task of other units, or if the person speaks for no unit."""
    units = needed(units_writing(context.db, context.person), NotYours)
    mine = assignments(context.db, context.today, units)
    chosen = dialog.answers.get("task")
    code = next((each.code for each in mine if each.id == chosen), None)
    if chosen not in (None, NO_TASK) and code is None:
        raise NotYours
    of_task = tuple(each for each in mine if each.code == code)
    from_units = [each.unit_id for each in of_task if each.unit_id] or units
    names = {each: unit_name(context.db, each) for each in from_units}
    return NoteSubject(of_task, tuple(each for each in mine if not each.finished)[:OFFERED], names)


def _tasks(talk: Talk[NoteSubject]) -> Choices:
    named = [(f"{each.code} {each.title.said_in(talk.language)}"[:40], each.id) for each in talk.subject.offered]
    return [
        *([(words, f"a{id}", {"task": id})] for words, id in named),
        [(texts.OF_NO_TASK, "none", {"task": NO_TASK})],
    ]


def _read_task(talk: Talk[NoteSubject], text: str) -> Answers:
    found = needed(own_assignments(talk.context, text.strip()), NoSuchAnswer(text.strip()))
    return {"task": found[0].id}


def _shown_task(talk: Talk[NoteSubject]) -> Html:
    about = talk.subject.assignment
    if about is None:
        return texts.OF_NO_TASK(talk.language)
    return html(f"{about.code} {cut(about.title.said_in(talk.language), 30)}")


TASK_QUESTION: Question[NoteSubject] = Question(
    "task", label=texts.TASK, put=texts.WHICH_TASK, read=_read_task, buttons=_tasks, shown=_shown_task
)


def _read_unit(talk: Talk[NoteSubject], text: str) -> Answers:
    unit = unit_named(talk.context, text)
    if unit.id not in talk.subject.units:
        raise ButtonsOnly
    return {"unit": unit.id}


UNIT_QUESTION: Question[NoteSubject] = Question(
    "unit",
    label=texts.UNIT,
    put=texts.WHICH_UNIT,
    read=_read_unit,
    buttons=lambda talk: [[(name, f"u{each}", {"unit": each})] for each, name in talk.subject.units.items()],
    asked=lambda talk: "task" in talk.answers and len(talk.subject.units) > 1,
    answered=lambda talk: talk.answers.get("unit") in talk.subject.units,
    shown=lambda talk: talk.subject.units[talk.subject.unit_of(talk.answers)],
)
