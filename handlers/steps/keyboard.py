"""Keyboards of steps."""

from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from data.standing.assignments import Assignment
from data.steps.steps import Step
from handlers.steps import texts
from handlers.telegram import CODES_IN_A_ROW, Language, Rows, Verb, bracketed, button, in_rows, keyboard_of, labels

IN_A_ROW = 5


def ticks(steps: Sequence[Step]) -> Rows:
    """Return buttons below a card that tick off the steps still to do, by their numbers."""
    numbered = [(number, step) for number, step in enumerate(steps[: texts.MOST_ON_CARD], 1) if not step.done]
    return in_rows([button(f"✓ {number}", Verb.TICK, step.id) for number, step in numbered], IN_A_ROW)


def divide(task: Assignment, language: Language, *, named: bool) -> InlineKeyboardButton:
    """Return the button 分解 for an assignment, with its unit if `named`."""
    unit = bracketed(task.unit or "", language) if named else ""
    return button(f"{texts.DIVIDE(language)}{unit}", Verb.STEP, "open", task.id)


def tasks_of(steps: Sequence[Step]) -> InlineKeyboardMarkup | None:
    """Return a button with the code of each task of `steps`, which opens that task's steps; None if there are none."""
    codes = {step.assignment_id: step.code for step in steps[: texts.MOST_TO_DO]}
    rows = in_rows([button(code, Verb.STEP, "open", number) for number, code in codes.items()], CODES_IN_A_ROW)
    return keyboard_of(*rows) if rows else None


def below_unit_steps(
    task: Assignment, steps: Sequence[Step], language: Language, *, own: bool, removed: Step | None
) -> InlineKeyboardMarkup:
    """Return the keyboard below the steps of an assignment. `own`: the user may open and add steps. `removed`: the step
    just removed, which a button restores."""
    rows: Rows = []
    if removed is not None:
        rows.append([button(labels.UNDO(language), Verb.STEP, "restore", removed.id)])
    if own:
        numbers = [button(str(number), Verb.STEP, "one", step.id) for number, step in enumerate(steps, 1)]
        rows += [*in_rows(numbers, IN_A_ROW), [button(texts.ADD(language), Verb.STEP, "add", task.id)]]
    return keyboard_of(*rows, [to_card(task.task_id, language)])


def to_card(task_id: int, language: Language) -> InlineKeyboardButton:
    """Return the button back to the task's card."""
    return button(texts.BACK_TO_TASK(language), Verb.CARD, task_id)


def below_step(step: Step, language: Language) -> InlineKeyboardMarkup:
    """Return the keyboard of one step: tick, change, remove, back."""
    tick = (texts.UNTICK, "untick") if step.done else (texts.TICK, "tick")
    return keyboard_of(
        [button(tick[0](language), Verb.STEP, tick[1], step.id)],
        [
            button(labels.EDIT(language), Verb.STEP, "change", step.id),
            button(texts.DELETE(language), Verb.STEP, "remove", step.id),
        ],
        [button(texts.BACK_TO_STEPS(language), Verb.STEP, "back", step.assignment_id)],
    )
