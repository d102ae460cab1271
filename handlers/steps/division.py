"""Requests in words for the steps of a task (分解 6-7), with the steps written along with it or without such a word."""

from collections.abc import Sequence
from functools import partial

from telegram import Update

from data.errors import NotYours
from data.standing.assignments import Assignment, assignments, find_assignment
from data.standing.standing import Status
from data.steps.steps import steps_handled_last, steps_to_do
from data.understanding import Aim, Kind, Mood, Understanding, values_of
from data.understanding.meaning import NUMBERS
from data.understanding.normalise.sentence import Sentence
from data.understanding.steps.step_lines import are_planned_steps
from data.understanding.steps.steps_named import division_asked, step_to_add
from data.understanding.sureness import RATHER_SURE
from handlers.steps import page, texts
from handlers.steps.named_steps import without_code
from handlers.steps.presses import open_steps
from handlers.telegram import Context, Does, Verb, answer
from handlers.telegram.which_unit import ask_which_unit


def handler_of_division(context: Context, heard: Understanding) -> Does | None:
    """Return what to do for a message that asks for the steps of a task, including those written after its code; None
    for any other message."""
    asked = division_asked(heard, context.today)
    if asked is not None and asked.code is not None:
        return partial(_divide, asked.code, asked.written)
    planned = _planned_steps(context, heard) if asked is None else None
    return planned or _adding_to_last_task(context, step_to_add(heard)) or (_show_to_do if asked is not None else None)


def _planned_steps(context: Context, heard: Understanding) -> Does | None:
    """Return what to do for several steps with their days beside the code of the user's own task, without a word for
    steps; None if the message may be a report or a request, or a dialog is open."""
    code = next(iter(values_of(heard, Kind.CODE)), None)
    if code is None or context.open_dialog is not None:
        return None
    if not assignments(context.db, context.today, context.person.speaks_for, code):
        return None
    surely_other = heard.aim in (Aim.REPORT, Aim.EXTENSION) and heard.confidence >= RATHER_SURE
    if surely_other or Mood.ASKS in heard.moods or heard.names(*NUMBERS):
        return None
    written = without_code(heard.text.written if isinstance(heard.text, Sentence) else heard.text, heard)
    if written is None or not are_planned_steps(written, context.today):
        return None
    return partial(_divide, code, written)


def _adding_to_last_task(context: Context, added: str | None) -> Does | None:
    """Return what to do for a step to add without a code: add it to the task whose steps the user handled last. None if
    there is none, or a dialog is open."""
    last = steps_handled_last(context.db, context.person.id) if added else None
    if not added or last is None or context.open_dialog is not None:
        return None
    task = find_assignment(context.db, last, context.today)
    if task is None or task.unit_id not in context.person.speaks_for:
        return None
    return lambda update, context, heard: open_steps(update, context, last, added)


async def _show_to_do(update: Update, context: Context, heard: Understanding) -> None:
    """Show the open steps of the user's units, buttons for their tasks, and how to divide a task."""
    steps = steps_to_do(context.db, context.today, unit_ids=[*context.person.speaks_for])
    text = texts.to_do(steps, context.today, context.language)
    await answer(update, context, text, page.tasks_of(steps))


async def _divide(code: str, written: str, update: Update, context: Context, heard: Understanding) -> None:
    """Open the steps of a task: the user's own unit's to work with, for the office all to look at. Raises NotYours."""
    own = assignments(context.db, context.today, context.person.speaks_for, code)
    own = [task for task in own if task.status is not Status.CLOSED] or own
    if len(own) > 1:
        await ask_which_unit(update, context, Verb.STEP, [(task.unit, ("open", task.id)) for task in own])
    elif own:
        await open_steps(update, context, own[0].id, written)
    elif context.person.sees_everything:
        found: Sequence[Assignment] = assignments(context.db, context.today, code=code)
        await answer(update, context, *page.task_steps(context, found))
    else:
        raise NotYours(code)
