"""The steps of a task: as its unit works with them, and as the office looks at them."""

from collections.abc import Sequence

from telegram import InlineKeyboardMarkup

from data.errors import NotYours
from data.standing.assignments import Assignment, assignment_by_id
from data.standing.standing import Status
from data.steps.steps import Step, steps_of
from handlers.steps import keyboard as buttons
from handlers.steps import texts
from handlers.telegram import Context, Html, Rows, join, keyboard_of

Page = tuple[Html, InlineKeyboardMarkup]


def find_task(context: Context, assignment_id: int) -> Assignment:
    """A unit's task whose steps the person may see. Raises NotYours."""
    found = assignment_by_id(context.db, assignment_id, context.today)
    if found is None or not (is_own(context, found) or context.person.sees_everything):
        raise NotYours
    return found


def is_own(context: Context, task: Assignment) -> bool:
    """Whether a task is of one of the person's units."""
    return task.unit_id in context.person.speaks_for


def of_unit(context: Context, task: Assignment, removed: Step | None = None) -> Page:
    """The steps of a unit's task; with the way to bring back the one that was just `removed`."""
    steps, named = steps_of(context.db, task.id or 0), len(context.person.speaks_for) != 1
    own = is_own(context, task) and task.status is not Status.CLOSED
    text = texts.steps_page(task, steps, context.language, named=named, own=own)
    return text, buttons.of_unit(task, steps, context.language, own=own, removed=removed)


def of_task(context: Context, tasks: Sequence[Assignment]) -> Page:
    """The steps of all units of a task that have some, one below the other."""
    divided = [(task, steps_of(context.db, task.id or 0)) for task in tasks if task.id]
    parts = [texts.steps_page(task, steps, context.language, named=True, own=False) for task, steps in divided if steps]
    text = Html("\n\n".join(parts)) if parts else texts.NO_STEPS(context.language)
    return text, keyboard_of(*[[buttons.to_card(task.task_id, context.language)] for task in tasks[:1]])


def on_card(context: Context, told: Sequence[Assignment]) -> Html:
    """What a card says of the steps of those units of which it tells; nothing where there are none."""
    divided = [(task, steps_of(context.db, task.id or 0)) for task in told if task.id]
    divided = [(task, steps) for task, steps in divided if steps]
    if len(told) == 1:
        return join([texts.on_card(steps, context.today, context.language) for _, steps in divided])
    counted = [(task.unit or "", sum(each.done for each in steps), len(steps)) for task, steps in divided]
    return texts.of_units(counted, context.language)


def _is_cut(context: Context, task: Assignment, told: Sequence[Assignment]) -> bool:
    """Whether a card that tells of several tasks, or of a long one, leaves out some of a task's steps."""
    return len(steps_of(context.db, task.id or 0)) > (texts.MOST_ON_CARD if len(told) == 1 else 0)


def below_card(context: Context, task_id: int, mine: Sequence[Assignment], told: Sequence[Assignment]) -> Rows:
    """The buttons of steps below a card: ✓ for those of one's own unit, 分解, and for the office a look at all."""
    open_ones = [task for task in mine if task.status is not Status.CLOSED]
    ticks = buttons.ticks(steps_of(context.db, open_ones[0].id or 0)) if len(open_ones) == 1 else []
    row = [buttons.divide(task, context.language, named=len(open_ones) > 1) for task in open_ones]
    if any(_is_cut(context, task, told) for task in told if task not in mine):
        row.append(buttons.see(task_id, context.language))
    return [*ticks, *([row] if row else [])]
