"""Existing steps named in words (第2步完成了; 6-7 第2步改到12月20号; mark step 1 done), to be ticked off, changed,
moved or removed. Such words are about the step, whatever the open dialog asks."""

from collections.abc import Sequence
from functools import partial

from telegram import Update

from data.errors import NotYours
from data.errors.reporting import StepsUnread
from data.standing.assignments import Assignment, assignment_by_id, assignments
from data.standing.standing import Status
from data.steps.changes import change_step, set_done, set_removed, step_line_of, swap_days
from data.steps.steps import Step, steps_handled_last, steps_of, steps_to_do
from data.understanding import Kind, Understanding, of_kind, values_of
from data.understanding.normalise.sentence import normalise
from data.understanding.steps.division_asked import division_asked, step_to_add
from data.understanding.steps.step_lines import StepFault
from data.understanding.steps.steps_changed import changed_steps
from data.understanding.steps.steps_named import (
    StepDeed,
    StepWish,
    finished_step,
    names_a_step,
    puts_other_words,
    wish_of,
)
from handlers.dialog import begin
from handlers.steps import keyboard as buttons
from handlers.steps import page, texts
from handlers.steps.dialog import STEPS, people_for_steps, written_steps
from handlers.steps.presses import open_steps
from handlers.steps.step_change import STEP, answers_of_step
from handlers.telegram import Context, Does, Html, answer, join, keyboard_of, refusal

NO_STEP = (Kind.PERCENT, Kind.FIGURE, Kind.TIME, Kind.NO_CODE)
"""A message that names one of these is about more than a step."""
MOST_OF_A_STEP = 40


def handler_of_division(context: Context, heard: Understanding) -> Does | None:
    """Return what to do for a message that asks for the steps of a task, including those written after its code; None
    for any other message."""
    asked = division_asked(heard, context.today)
    if asked is not None and asked.code is not None:
        return partial(_divide, asked.code, asked.written)
    return _adding_to_last_task(context, step_to_add(heard)) or (_show_to_do if asked is not None else None)


def _adding_to_last_task(context: Context, added: str | None) -> Does | None:
    """Return what to do for a step to add without a code: add it to the task whose steps the user handled last. None if
    there is none, or a dialog is open."""
    last = steps_handled_last(context.db, context.person.id) if added else None
    if not added or last is None or context.open_dialog is not None:
        return None
    task = assignment_by_id(context.db, last, context.today)
    if task is None or task.unit_id not in context.person.speaks_for:
        return None
    return partial(_add_to, task, added)


async def _add_to(task: Assignment, written: str, update: Update, context: Context, heard: Understanding) -> None:
    await _begin_with(update, context, task, written)


async def _show_to_do(update: Update, context: Context, heard: Understanding) -> None:
    """Show the open steps of the user's units, buttons for their tasks, and how to divide a task."""
    steps = [each for each in steps_to_do(context.db, context.today) if each.unit_id in context.person.speaks_for]
    text = texts.to_do(steps, context.today, context.language)
    await answer(update, context, text, buttons.tasks_of(steps))


async def _divide(code: str, written: str, update: Update, context: Context, heard: Understanding) -> None:
    """Open the steps of a task: the user's own unit's to work with, or for the office all units' to look at. Raises
    NotYours."""
    own = assignments(context.db, context.today, context.person.speaks_for, code)
    own = [task for task in own if task.status is not Status.CLOSED] or own
    if len(own) > 1:
        rows = [[buttons.divide(task, context.language, named=True)] for task in own]
        await answer(update, context, texts.WHICH_UNIT(context.language, code=code), keyboard_of(*rows))
    elif own and written:
        await _begin_with(update, context, own[0], written)
    elif own:
        await open_steps(update, context, own[0].id)
    elif context.person.sees_everything:
        found: Sequence[Assignment] = assignments(context.db, context.today, code=code)
        await answer(update, context, *page.task_steps(context, found))
    else:
        raise NotYours(code)


async def _begin_with(update: Update, context: Context, task: Assignment, written: str) -> None:
    """Begin the dialog with the steps in `written`; if none can be read, the reason is shown above the question."""
    try:
        answers = written_steps(context, task, written)
    except StepsUnread as why:
        await begin(update, context, STEPS, task.id, first=refusal(why, context.language))
        return
    await begin(update, context, STEPS, task.id, answers=answers)


def handler_of_named_steps(context: Context, text: str, heard: Understanding) -> Does | None:
    """Return what to do for a message that is only about existing steps; None for any other message."""
    if not context.person.speaks_for or (said := _without_code(text, heard)) is None:
        return None
    open_one = context.open_dialog
    if not names_a_step(text):
        return (_rewording(context, said) or _ticking_unnamed(context, said, heard)) if open_one is None else None
    is_written = open_one is not None and open_one.kind == STEPS.kind and "text" in open_one.answers
    adds_to = open_one.subject_id if open_one is not None and open_one.kind == STEPS.kind else None
    code = next(iter(values_of(heard, Kind.CODE)), None)
    if is_written and code is None:
        return None
    found = [(task, wish) for task in _divided_tasks(context, code) if (wish := _wish(context, task, said)) is not None]
    if not found:
        return None
    first = adds_to or steps_handled_last(context.db, context.person.id)
    found.sort(key=lambda each: (not _names_existing(each[1]), each[0].id != first))
    return partial(_do, *found[0])


def _rewording(context: Context, said: str) -> Does | None:
    """Return what to do for words that put others in place of some of one step's (检查20家改成检查30家), preferring the
    task whose steps were handled last. None if no step has them, or several have."""
    if not puts_other_words(said):
        return None
    found = [
        (task, wish)
        for task in _divided_tasks(context, None)
        if (wish := _wish(context, task, said)) is not None and wish.deed is StepDeed.REWORDED
    ]
    last = steps_handled_last(context.db, context.person.id)
    found = [each for each in found if each[0].id == last] or found
    return partial(_do, *found[0]) if len(found) == 1 else None


def _ticking_unnamed(context: Context, said: str, heard: Understanding) -> Does | None:
    """Return what to do for words that report a step as done without naming it: tick off the one that fits, preferring
    the task whose steps were handled last. None if several tasks have one."""
    if any(each.kind in NO_STEP for each in heard.readings) or len(said) > MOST_OF_A_STEP:
        return None
    code = next(iter(values_of(heard, Kind.CODE)), None)
    found = []
    for task in _divided_tasks(context, code):
        to_do = [each for each in steps_of(context.db, task.id) if each.done_at is None]
        at = finished_step(said, [step_line_of(each) for each in to_do])
        found += [(task, to_do[at])] if at is not None else []
    last = steps_handled_last(context.db, context.person.id)
    of_the_last = [each for each in found if each[0].id == last] or found
    if len(of_the_last) != 1:
        return None
    task, step = of_the_last[0]
    return lambda update, context, heard: _tick(update, context, task, [step], done=True)


def _without_code(text: str, heard: Understanding) -> str | None:
    """Return `text` without the one code it names; None if it names several."""
    codes = list(of_kind(heard, Kind.CODE))
    if len(codes) > 1:
        return None
    if not codes:
        return text
    places = normalise(text).spans
    return f"{text[: places[codes[0].start][0]]} {text[places[codes[0].end - 1][1] :]}"


def _divided_tasks(context: Context, code: str | None) -> list[Assignment]:
    own = assignments(context.db, context.today, context.person.speaks_for, code)
    return [task for task in own if steps_of(context.db, task.id)]


def _wish(context: Context, task: Assignment, said: str) -> StepWish | None:
    """Return what `said` wants of a task's steps; None if it would overwrite a step without clearly meaning that."""
    steps = [step_line_of(each) for each in steps_of(context.db, task.id)]
    wish = wish_of(said, steps, context.today)
    if wish is None or wish.deed is not StepDeed.CHANGED or not _names_existing(wish):
        return wish
    changed = changed_steps(steps, wish, context.today, people_for_steps(context, task.unit_id))
    return None if changed is StepFault.UNCLEAR else wish


def _names_existing(wish: StepWish) -> bool:
    return bool(wish.places) and -1 not in wish.places


async def _do(task: Assignment, wish: StepWish, update: Update, context: Context, heard: Understanding) -> None:
    """Carry out what is wanted of steps. If one of them does not exist, show those that do. Raises StepsUnread and
    whatever the use-cases raise."""
    steps = steps_of(context.db, task.id)
    if not _names_existing(wish):
        await _show(update, context, task, texts.NO_SUCH_STEP(context.language))
        return
    named = [steps[at] for at in wish.places]
    match wish.deed:
        case StepDeed.DONE | StepDeed.NOT_DONE:
            await _tick(update, context, task, named, done=wish.deed is StepDeed.DONE)
        case StepDeed.GONE:
            await _take_away(update, context, task, named)
        case StepDeed.SWAPPED:
            swap_days(context.db, context.actor, (named[0], named[1]))
            await _show(update, context, task, texts.CHANGED(context.language))
        case StepDeed.REWORDED | StepDeed.CHANGED:
            await _change(update, context, task, steps, wish)


async def _tick(update: Update, context: Context, task: Assignment, steps: list[Step], *, done: bool) -> None:
    ticked = [set_done(context.db, context.actor, each.id, done=done) for each in steps]
    await _show(update, context, task, join([texts.ticked(each, context.language) for each in ticked]))


async def _take_away(update: Update, context: Context, task: Assignment, steps: list[Step]) -> None:
    gone = [set_removed(context.db, context.actor, each.id, removed=True) for each in steps]
    first = join([texts.removed(each, context.language) for each in gone])
    await _show(update, context, task, first, gone[0] if len(gone) == 1 else None)


async def _change(update: Update, context: Context, task: Assignment, steps: Sequence[Step], wish: StepWish) -> None:
    """Begin the dialog that previews the change of a single step; change several steps at once."""
    lines, hands = [step_line_of(each) for each in steps], people_for_steps(context, task.unit_id)
    changed = changed_steps(lines, wish, context.today, hands)
    if isinstance(changed, StepFault):
        raise StepsUnread(((wish.rest, changed.value),))
    if len(wish.places) == 1:
        [at] = wish.places
        await begin(update, context, STEP, steps[at].id, answers=answers_of_step(changed[at]))
        return
    for at in wish.places:
        change_step(context.db, context.actor, steps[at].id, changed[at])
    await _show(update, context, task, texts.CHANGED(context.language))


async def _show(update: Update, context: Context, task: Assignment, first: Html, removed: Step | None = None) -> None:
    """Show the steps as they are now, below the text `first`."""
    now = assignment_by_id(context.db, task.id, context.today) or task
    text, keyboard = page.unit_steps(context, now, removed)
    await answer(update, context, join([first, text], "\n\n"), keyboard)
