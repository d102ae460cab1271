"""分解 in words: 分解 6-7; 把6-7分解一下; 6-7分解：11月底前 印发方案 / 12月中旬 检查20家; steps of 6-7; 我的步骤."""

from collections.abc import Sequence
from functools import partial

from telegram import Update

from data.dialogs import find_open
from data.errors import NotYours
from data.errors.reporting import StepsUnread
from data.standing.assignments import Assignment, assignment_by_id, assignments
from data.standing.standing import Status
from data.steps.steps import handled_last, steps_to_do
from data.understanding import Understanding
from data.understanding.division_asked import division_asked, step_to_add
from handlers.dialog import begin
from handlers.steps import keyboard as buttons
from handlers.steps import page, texts
from handlers.steps.dialog import STEPS, written_steps
from handlers.steps.presses import open_steps
from handlers.telegram import Context, Does, answer, keyboard_of, refusal


def division_said(context: Context, heard: Understanding) -> Does | None:
    """What a sentence that asks for the steps of a task leads to; None for any other. What is written of them behind
    the code is taken over."""
    asked = division_asked(heard, context.today)
    if asked is not None and asked.code is not None:
        return partial(_divide, asked.code, asked.written)
    return _adds_to_the_last(context, step_to_add(heard)) or (_show_to_do if asked is not None else None)


def _adds_to_the_last(context: Context, added: str | None) -> Does | None:
    """A step to add, where the task is that whose steps somebody has handled last."""
    last = handled_last(context.db, context.person.id) if added else None
    if not added or last is None or find_open(context.db, context.person.id) is not None:
        return None
    task = assignment_by_id(context.db, last, context.today, context.zone)
    if task is None or task.unit_id not in context.person.speaks_for:
        return None
    return partial(_add_to, task, added)


async def _add_to(task: Assignment, written: str, update: Update, context: Context, heard: Understanding) -> None:
    await _begin_with(update, context, task, written)


async def _show_to_do(update: Update, context: Context, heard: Understanding) -> None:
    """What is still to be done of the steps of the person's units, with the ways there; and how more are made."""
    steps = [each for each in steps_to_do(context.db, context.today) if each.unit_id in context.person.speaks_for]
    text = texts.to_do(steps, context.today, context.language)
    await answer(update, context, text, buttons.tasks_of(steps))


async def _divide(code: str, written: str, update: Update, context: Context, heard: Understanding) -> None:
    """The steps of a task, of one's own unit to work with. Raises NotYours."""
    own = assignments(context.db, context.today, context.zone, context.person.speaks_for, code)
    own = [task for task in own if task.id and task.status is not Status.CLOSED] or own
    if len(own) > 1:
        rows = [[buttons.divide(task, context.language, named=True)] for task in own]
        await answer(update, context, texts.WHICH_UNIT(context.language, code=code), keyboard_of(*rows))
    elif own and written:
        await _begin_with(update, context, own[0], written)
    elif own:
        await open_steps(update, context, own[0].id or 0)
    elif context.person.sees_everything:
        found: Sequence[Assignment] = assignments(context.db, context.today, context.zone, code=code)
        await answer(update, context, *page.of_task(context, found))
    else:
        raise NotYours(code)


async def _begin_with(update: Update, context: Context, task: Assignment, written: str) -> None:
    """What was written is read at once; where none of it are steps, that stands above the question."""
    try:
        answers = written_steps(context, task, written)
    except StepsUnread as why:
        await begin(update, context, STEPS, task.id or 0, first=refusal(why, context.language))
        return
    await begin(update, context, STEPS, task.id or 0, answers=answers)
