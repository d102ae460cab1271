"""分解: the dialog that divides a unit's assignment into steps, one a line, and previews how they were read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from data.dialogs import Dialog, ReopenReason
from data.errors import NoSuchAnswer
from data.errors.reporting import StepsUnread, TooManySteps
from data.reporting.reports import assignment_to_report_on
from data.standing.assignments import Assignment
from data.steps.changes import MOST_STEPS, add_steps
from data.steps.steps import Step, people_of_unit, steps_of
from data.times import day_of
from data.understanding import Mood, says
from data.understanding.steps.step_lines import StepFault, StepLine, StepPeople, as_line, read_steps, step_texts
from data.understanding.steps.steps_changed import changed_as_wished
from data.understanding.steps.steps_named import StepDeed, StepWish, wish_of
from handlers.dialog import Declaration, Ending, Question, Talk
from handlers.steps import page, texts
from handlers.telegram import Context, Html, hear
from handlers.telegram.wording import join


@dataclass(frozen=True, slots=True)
class TaskDivision:
    """An assignment being divided, its present steps, the people who can be named, and the day from which days are
    counted."""

    assignment: Assignment
    steps: tuple[Step, ...]
    hands: StepPeople
    today: date


def people_for_steps(context: Context, unit_id: int | None) -> StepPeople:
    """Return the people who can be named in the steps of a unit."""
    return StepPeople(people_of_unit(context.db, unit_id or 0), context.person.name, context.person.id)


def _load(context: Context, dialog: Dialog) -> TaskDivision:
    assignment = assignment_to_report_on(context.db, context.person, dialog.subject_id, context.today)
    steps = tuple(steps_of(context.db, dialog.subject_id))
    return TaskDivision(
        assignment, steps, people_for_steps(context, assignment.unit_id), day_of(dialog.opened_at, context.zone)
    )


def _answers(divided: TaskDivision, text: str) -> Mapping[str, str]:
    """Return the lines of `text` as an answer. Raises StepsUnread if none of them is a step, and TooManySteps."""
    lines = step_texts(text, divided.today)
    if not _steps(divided, lines):
        raise StepsUnread(tuple(_faults(divided, lines)))
    _check_room(divided, lines)
    return {"text": "\n".join(lines)}


def _change(talk: Talk[TaskDivision], text: str) -> Mapping[str, str]:
    """Return the steps as `text` changes them at the preview: lines it names are changed, moved or dropped, and lines
    with days are added. Raises StepsUnread, also if a named line cannot be changed that way, and TooManySteps."""
    divided = talk.subject
    kept = _steps(divided, _lines(talk.answers))
    wish = wish_of(text, kept, divided.today, in_a_list=True)
    if wish is not None:
        left = _changed_steps(divided, kept, wish, text)
        return {"text": "\n".join(map(as_line, left))} if left else {}
    added = [each for each in _read_all(divided, step_texts(text, divided.today)) if isinstance(each, StepLine)]
    if says(text, "asked.reminder") or not added or not all(each.due for each in added):
        return {}
    lines = [as_line(each) for each in [*(each for each in kept if each not in added), *added]]
    _check_room(divided, lines)
    return {"text": "\n".join(lines)}


def _changed_steps(divided: TaskDivision, steps: Sequence[StepLine], wish: StepWish, text: str) -> list[StepLine]:
    """Return `steps` changed as `wish` says. Raises StepsUnread if that is impossible."""
    changed = list(steps)
    if not wish.places or -1 in wish.places:
        raise StepsUnread(((text.strip(), StepFault.NOT_THERE.value),))
    if wish.deed in (StepDeed.DONE, StepDeed.NOT_DONE):
        raise StepsUnread(((text.strip(), StepFault.NOT_KEPT.value),))
    if wish.deed is StepDeed.GONE:
        return [step for at, step in enumerate(steps) if at not in wish.places]
    if wish.deed is StepDeed.REWORDED:
        changed[wish.places[0]] = replace(steps[wish.places[0]], words=wish.rest)
        return changed
    if wish.deed is StepDeed.SWAPPED:
        one, other = wish.places
        changed[one] = replace(steps[other], due=steps[one].due)
        changed[other] = replace(steps[one], due=steps[other].due)
        return changed
    for at in wish.places:
        new = changed_as_wished(steps[at], wish.rest, divided.today, divided.hands)
        if not isinstance(new, StepLine):
            raise StepsUnread(((text.strip(), (new or StepFault.UNCLEAR).value),))
        changed[at] = new
    return changed


def _lines(answers: Mapping[str, str]) -> list[str]:
    return answers["text"].splitlines()


def _read_all(divided: TaskDivision, lines: Sequence[str]) -> list[StepLine | StepFault]:
    return read_steps(lines, divided.today, divided.hands)


def _steps(divided: TaskDivision, lines: Sequence[str]) -> list[StepLine]:
    return [each for each in _read_all(divided, lines) if isinstance(each, StepLine)]


def _faults(divided: TaskDivision, lines: Sequence[str]) -> list[tuple[str, str]]:
    read = zip(lines, _read_all(divided, lines), strict=True)
    return [(line, each.value) for line, each in read if isinstance(each, StepFault)]


def _check_room(divided: TaskDivision, lines: Sequence[str]) -> None:
    if len(divided.steps) + len(_steps(divided, lines)) > MOST_STEPS:
        raise TooManySteps(MOST_STEPS)


def _read(talk: Talk[TaskDivision], text: str) -> Mapping[str, str]:
    """Return the steps written in answer to the question, or their change if they have been written already. A question
    that names no day is not an answer. Raises NoSuchAnswer, StepsUnread or TooManySteps."""
    if "text" in talk.answers and talk.dialog.reopened_for is not ReopenReason.MORE:
        if changed := _change(talk, text):
            return changed
        raise NoSuchAnswer(text.strip())
    given = _answers(talk.subject, text)
    if Mood.ASKS in hear(talk.context, text).moods and not any(
        step.due for step in _steps(talk.subject, _lines(given))
    ):
        raise NoSuchAnswer(text.strip())
    return given


def written_steps(context: Context, assignment: Assignment, text: str) -> Mapping[str, str]:
    """Return the answers in steps that were written together with the task, before they were asked for. Raises
    StepsUnread or TooManySteps."""
    steps = tuple(steps_of(context.db, assignment.id or 0))
    return _answers(TaskDivision(assignment, steps, people_for_steps(context, assignment.unit_id), context.today), text)


def _put(talk: Talk[TaskDivision]) -> Html:
    divided, name = talk.subject, talk.subject.hands.writer
    written = _steps(divided, _lines(talk.answers)) if "text" in talk.answers else []
    return texts.which_steps(divided.assignment, divided.steps, written, name, talk.language)


def _preview(talk: Talk[TaskDivision]) -> Html:
    divided, lines = talk.subject, _lines(talk.answers)
    return texts.preview(divided.assignment, _steps(divided, lines), _faults(divided, lines), talk.language)


def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
    divided = _load(context, dialog)
    lines = _steps(divided, _lines(dialog.answers))
    add_steps(context.db, context.actor, dialog.subject_id, lines, dialog.source)
    text, keyboard = page.unit_steps(context, divided.assignment)
    return Ending(join([texts.ADDED(context.language, count=len(lines)), text], "\n\n"), keyboard)


STEPS: Declaration[TaskDivision] = Declaration(
    kind="steps",
    load=_load,
    questions=(Question("text", label=texts.STEPS, put=_put, read=_read, free=True, verbatim=True),),
    preview=_preview,
    change=_change,
    finish=_finish,
    waits=lambda talk: texts.WAITS(talk.language, code=talk.subject.assignment.code),
    assignment_ids=lambda context, dialog: (dialog.subject_id,),
)
