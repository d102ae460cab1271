"""修改: the dialog that changes a step's words, day or person, with a preview."""

from dataclasses import dataclass, replace
from datetime import date

from data.dialogs import Dialog
from data.errors import StaleButton
from data.errors.reporting import StepsUnread
from data.standing.assignments import Assignment, find_assignment
from data.steps.changes import change_step, own_step, step_line_of
from data.steps.steps import Step
from data.times import day_of
from data.understanding.steps.step_lines import StepFault, StepLine, StepPeople
from data.understanding.steps.steps_changed import changed_step, changes_in_passing
from handlers.dialog import Choices, Declaration, Ending, Question, Talk
from handlers.steps import page, texts
from handlers.steps.dialog import people_for_steps
from handlers.telegram import Context
from handlers.wording import Html

MOST_NAMES = 6


@dataclass(frozen=True, slots=True)
class StepChange:
    """A step being changed, its assignment, the people who can be named, and the day from which days are counted."""

    step: Step
    assignment: Assignment
    hands: StepPeople
    today: date

    @property
    def line(self) -> StepLine:
        """The step as it is now."""
        return step_line_of(self.step)


def _load(context: Context, dialog: Dialog) -> StepChange:
    step = own_step(context.db, context.person, dialog.subject_id, context.today)
    assignment = find_assignment(context.db, step.assignment_id, context.today)
    if step.removed or assignment is None:
        raise StaleButton
    return StepChange(step, assignment, people_for_steps(context, step.unit_id), day_of(dialog.opened_at, context.zone))


def _read(talk: Talk[StepChange], text: str) -> dict[str, object]:
    """Return the step as `text` changes it. Raises StepsUnread."""
    line = _given(talk) if "step" in talk.answers else talk.subject.line
    new = changed_step(line, text, talk.subject.today, talk.subject.hands)
    if isinstance(new, StepFault):
        raise StepsUnread(((text, new.value),))
    return answers_of_step(new)


def answers_of_step(line: StepLine) -> dict[str, object]:
    """Return a step as the answers of the dialog."""
    due = line.due.isoformat() if line.due else None
    return {"step": {"words": line.words, "due": due, "person": line.person, "person_id": line.person_id}}


def _given(talk: Talk[StepChange]) -> StepLine:
    step = talk.answers["step"]
    due = date.fromisoformat(step["due"]) if step["due"] else None
    return StepLine(step["words"], due, step["person"], step["person_id"])


def _line(talk: Talk[StepChange], step: Step | StepLine) -> Html:
    return texts.line(step, talk.context.today, talk.language)


def _buttons(talk: Talk[StepChange]) -> Choices:
    """Return buttons for the unit's other people, and for no person and no day."""
    line, people = talk.subject.line, talk.subject.hands.people
    others = [(name, number) for name, number in people.items() if number != line.person_id][:MOST_NAMES]
    named = [
        (name, f"p{number}", answers_of_step(replace(line, person=name, person_id=number))) for name, number in others
    ]
    nobody = (
        [(texts.NOBODY, "nobody", answers_of_step(replace(line, person="", person_id=None)))] if line.person else []
    )
    no_day = [(texts.NO_DAY, "no_day", answers_of_step(replace(line, due=None)))] if line.due else []
    return [named[:3], named[3:], [*nobody, *no_day]]


def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
    talk = Talk(context, dialog, _load(context, dialog))
    change_step(context.db, context.actor, dialog.subject_id, _given(talk))
    return Ending(*page.unit_steps(context, talk.subject.assignment, first=texts.CHANGED(context.language)))


STEP: Declaration[StepChange] = Declaration(
    kind="step_change",
    office=False,
    load=_load,
    questions=(
        Question(
            "step",
            label=texts.STEP,
            put=lambda talk: texts.WHICH_CHANGE(talk.language, line=_line(talk, talk.subject.step)),
            read=_read,
            change=lambda talk, text: (
                _read(talk, text) if changes_in_passing(text, talk.subject.today, talk.subject.hands) else {}
            ),
            changed_surely=True,
            buttons=_buttons,
            shown=lambda talk: _given(talk).words,
            free=True,
            verbatim=True,
        ),
    ),
    preview=lambda talk: texts.CHANGE_CHECK(
        talk.language, before=_line(talk, talk.subject.step), after=_line(talk, _given(talk))
    ),
    finish=_finish,
    waits=texts.STEP_WAITS,
)
"""The dialog that changes a step."""
