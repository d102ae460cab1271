"""Existing steps named in words (第2步完成了; 6-7 第2步改到12月20号; mark step 1 done), to be ticked off, changed,
moved or removed. Such words are about the step, whatever the open dialog asks."""

from collections.abc import Sequence
from functools import partial

from telegram import Update

from data.errors.reporting import StepsUnread
from data.standing.assignments import Assignment, assignments, find_assignment
from data.steps.changes import change_step, set_done, set_removed, step_line_of, swap_days
from data.steps.steps import Step, divided_assignments, steps_handled_last, steps_of
from data.store import transaction
from data.understanding import Kind, Understanding, of_kind, values_of
from data.understanding.normalise.sentence import clauses_of, normalise
from data.understanding.steps.step_lines import StepFault, StepLine
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
from handlers.steps import page, texts
from handlers.steps.dialog import STEPS, people_for_steps
from handlers.steps.step_change import STEP, answers_of_step
from handlers.telegram import Context, Does, answer
from handlers.wording import Html, join

NO_STEP = (Kind.PERCENT, Kind.FIGURE, Kind.TIME, Kind.NO_CODE)
"""A message that names one of these is about more than a step."""
MOST_OF_A_STEP = 40


def handler_of_named_steps(context: Context, text: str, heard: Understanding) -> Does | None:
    """Return what to do for a message that is only about existing steps; None for any other message."""
    if not context.person.speaks_for or (said := without_code(text, heard)) is None:
        return None
    if (several := _several_wishes(context, said, heard)) is not None:
        return several
    if not names_a_step(text):
        is_free = context.open_dialog is None
        return (_rewording(context, said) or _ticking_unnamed(context, said, heard)) if is_free else None
    divided = context.open_dialog_of(STEPS.kind)
    is_written = divided is not None and "text" in divided.answers
    adds_to = divided.subject_id if divided is not None else None
    code = next(iter(values_of(heard, Kind.CODE)), None)
    if is_written and code is None:
        return None
    found = [(task, wish) for task in _divided_tasks(context, code) if (wish := _wish(context, task, said)) is not None]
    if not found:
        return None
    first = adds_to or steps_handled_last(context.db, context.person.id)
    found.sort(key=lambda each: (not _names_existing(each[1]), each[0].id != first))
    return partial(_do, *found[0])


def _several_wishes(context: Context, said: str, heard: Understanding) -> Does | None:
    """Return what to do for a message each of whose clauses wants something else of existing steps of one task
    (第二步改到12月6号，第三步删掉); None for any other message."""
    parts = clauses_of(said)
    if len(parts) <= 1 or not all(map(names_a_step, parts)) or context.open_dialog is not None:
        return None
    last = steps_handled_last(context.db, context.person.id)
    tasks = _divided_tasks(context, next(iter(values_of(heard, Kind.CODE)), None))
    for task in sorted(tasks, key=lambda each: each.id != last):
        wishes = [wish for each in parts if (wish := _wish(context, task, each)) is not None and _names_existing(wish)]
        if len(wishes) == len(parts):
            return partial(_do_several, task, wishes)
    return None


async def _do_several(
    task: Assignment, wishes: Sequence[StepWish], update: Update, context: Context, heard: Understanding
) -> None:
    """Carry out several wishes in one act, each of the steps as they were numbered before. Raises StepsUnread, having
    changed nothing, and whatever the use-cases raise."""
    steps = steps_of(context.db, task.id)
    first = list[Html]()
    with transaction(context.db):
        for each in wishes:
            first += _done_at_once(context, task, steps, each)
    await _show(update, context, task, join(first))


def _done_at_once(context: Context, task: Assignment, steps: Sequence[Step], wish: StepWish) -> list[Html]:
    """Carry out one wish without a preview, and return what was done. Raises StepsUnread."""
    named, language = [steps[at] for at in wish.places], context.language
    match wish.deed:
        case StepDeed.DONE | StepDeed.NOT_DONE:
            done = wish.deed is StepDeed.DONE
            return [texts.ticked(set_done(context.db, context.actor, each.id, done=done), language) for each in named]
        case StepDeed.GONE:
            gone = [set_removed(context.db, context.actor, each.id, removed=True) for each in named]
            return [texts.removed(each, language) for each in gone]
        case StepDeed.SWAPPED:
            swap_days(context.db, context.actor, (named[0], named[1]))
        case StepDeed.REWORDED | StepDeed.CHANGED:
            changed = _changed_lines(context, task, steps, wish)
            for at in wish.places:
                change_step(context.db, context.actor, steps[at].id, changed[at])
    return [texts.CHANGED(language)]


def may_tick_unnamed(context: Context) -> bool:
    """Return whether words that name no step may tick one off: the person's units have steps, and no dialog is open."""
    may_report = bool(context.person.speaks_for) and context.open_dialog is None
    return may_report and bool(divided_assignments(context.db, context.person.speaks_for))


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
    if heard.names(*NO_STEP) or len(said) > MOST_OF_A_STEP:
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


def without_code(text: str, heard: Understanding) -> str | None:
    """Return `text` without the one code it names; None if it names several."""
    codes = list(of_kind(heard, Kind.CODE))
    if len(codes) > 1:
        return None
    if not codes:
        return text
    places = normalise(text).spans
    return f"{text[: places[codes[0].start][0]]} {text[places[codes[0].end - 1][1] :]}"


def _divided_tasks(context: Context, code: str | None) -> list[Assignment]:
    divided = divided_assignments(context.db, context.person.speaks_for)
    own = assignments(context.db, context.today, context.person.speaks_for, code) if divided else []
    return [task for task in own if task.id in divided]


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
    if wish.deed in (StepDeed.REWORDED, StepDeed.CHANGED) and len(named) == 1:
        changed = _changed_lines(context, task, steps, wish)
        [at] = wish.places
        await begin(update, context, STEP, named[0].id, answers=answers_of_step(changed[at]))
        return
    first = join(list(dict.fromkeys(_done_at_once(context, task, steps, wish))))
    removed = named[0] if wish.deed is StepDeed.GONE and len(named) == 1 else None
    await _show(update, context, task, first, removed)


async def _tick(update: Update, context: Context, task: Assignment, steps: list[Step], *, done: bool) -> None:
    ticked = [set_done(context.db, context.actor, each.id, done=done) for each in steps]
    await _show(update, context, task, join([texts.ticked(each, context.language) for each in ticked]))


def _changed_lines(context: Context, task: Assignment, steps: Sequence[Step], wish: StepWish) -> list[StepLine]:
    """Return the steps as they are once changed. Raises StepsUnread."""
    lines, hands = [step_line_of(each) for each in steps], people_for_steps(context, task.unit_id)
    changed = changed_steps(lines, wish, context.today, hands)
    if isinstance(changed, StepFault):
        raise StepsUnread(((wish.rest, changed.value),))
    return changed


async def _show(update: Update, context: Context, task: Assignment, first: Html, removed: Step | None = None) -> None:
    now = find_assignment(context.db, task.id, context.today) or task
    await answer(update, context, *page.unit_steps(context, now, removed, first=first))
