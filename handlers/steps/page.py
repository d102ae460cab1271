"""Pages with the steps of a task: for its unit to work with, and for the office to look at."""

from collections.abc import Sequence

from telegram import InlineKeyboardMarkup

from data.errors import NotYours
from data.standing.assignments import Assignment, assignment_by_id
from data.standing.standing import Status
from data.steps.steps import Step, steps_of
from handlers.steps import keyboard as buttons
from handlers.steps import texts
from handlers.telegram import NOTHING, Context, Html, Rows, Verb, button, join, keyboard_of

Page = tuple[Html, InlineKeyboardMarkup]


def load_assignment(context: Context, assignment_id: int) -> Assignment:
    """Return an assignment whose steps the user may see. Raises NotYours."""
    found = assignment_by_id(context.db, assignment_id, context.today)
    if found is None or not (is_own(context, found) or context.person.sees_everything):
        raise NotYours
    return found


def is_own(context: Context, task: Assignment) -> bool:
    """Return whether an assignment belongs to one of the user's units."""
    return task.unit_id in context.person.speaks_for


def unit_steps(context: Context, task: Assignment, removed: Step | None = None, *, first: Html = NOTHING) -> Page:
    """Return the page with an assignment's steps, below the text `first`. `removed`: the step just removed, which a
    button restores."""
    steps, named = steps_of(context.db, task.id), len(context.person.speaks_for) != 1
    own = is_own(context, task) and task.status is not Status.CLOSED
    text = join([first, texts.steps_page(task, steps, context.language, named=named, own=own)], "\n\n")
    return text, buttons.below_unit_steps(task, steps, context.language, own=own, removed=removed)


def task_steps(context: Context, tasks: Sequence[Assignment]) -> Page:
    """Return the page with the steps of all units of a task that have some."""
    divided = [(task, steps_of(context.db, task.id)) for task in tasks if task.id]
    parts = [texts.steps_page(task, steps, context.language, named=True, own=False) for task, steps in divided if steps]
    text = Html("\n\n".join(parts)) if parts else texts.NO_STEPS(context.language)
    return text, keyboard_of(*[[buttons.to_card(task.task_id, context.language)] for task in tasks[:1]])


def steps_on_card(context: Context, told: Sequence[Assignment]) -> Html:
    """Return what a card shows of the steps of the units it covers; empty if they have none."""
    divided = [(task, steps_of(context.db, task.id)) for task in told if task.id]
    divided = [(task, steps) for task, steps in divided if steps]
    if len(told) == 1:
        return join([texts.on_card(steps, context.today, context.language) for _, steps in divided])
    counted = [(task.unit or "", sum(each.done for each in steps), len(steps)) for task, steps in divided]
    return join([texts.OF_UNIT(context.language, unit=unit, done=done, all=count) for unit, done, count in counted])


def _is_cut(context: Context, task: Assignment, told: Sequence[Assignment]) -> bool:
    """Return whether a card leaves out some of an assignment's steps, because it covers several or has no room."""
    return len(steps_of(context.db, task.id)) > (texts.MOST_ON_CARD if len(told) == 1 else 0)


def step_buttons_below_card(
    context: Context, task_id: int, mine: Sequence[Assignment], told: Sequence[Assignment]
) -> Rows:
    """Return the buttons for steps below a card: ✓ for those of the user's unit, 分解, and for the office one to see
    all."""
    open_ones = [task for task in mine if task.status is not Status.CLOSED]
    ticks = buttons.ticks(steps_of(context.db, open_ones[0].id)) if len(open_ones) == 1 else []
    row = [buttons.divide(task, context.language, named=len(open_ones) > 1) for task in open_ones]
    if any(_is_cut(context, task, told) for task in told if task not in mine):
        row.append(button(texts.SEE(context.language), Verb.STEP, "task", task_id))
    return [*ticks, *([row] if row else [])]
