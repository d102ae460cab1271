"""Handling of the buttons of steps."""

from telegram import Update

from data.errors import ForTheOffice, NotYours, needed
from data.errors.reporting import StepsUnread
from data.plan.tasks import code_of
from data.standing.assignments import assignments, find_assignment
from data.steps.changes import own_step, set_done, set_removed
from data.steps.steps import Step, steps_of
from data.understanding.steps.steps_named import division_asked
from handlers.dialog import begin
from handlers.steps import page, texts
from handlers.steps.dialog import STEPS, written_steps
from handlers.steps.named_steps import without_code
from handlers.steps.step_change import STEP
from handlers.telegram import Context, answer, hear, pressed, show
from handlers.telegram.which_unit import said_before_the_press
from handlers.wording import NOTHING, Html, refusal


async def press_step(update: Update, context: Context) -> None:
    """Handle a button of steps. Raises whatever the use-cases raise."""
    choice, argument, *_ = pressed(update)
    number = int(argument)
    match choice:
        case "open":
            await open_steps(update, context, number, _written(context, said_before_the_press(update, context)))
        case "back":
            await show(update, context, *page.unit_steps(context, page.load_assignment(context, number)))
        case "task":
            await _show_all(update, context, number)
        case "add":
            await begin(update, context, STEPS, number)
        case "one":
            await _show_one(update, context, number)
        case "change":
            await begin(update, context, STEP, number)
        case "tick" | "untick":
            await _show_page(update, context, set_done(context.db, context.actor, number, done=choice == "tick"))
        case "undone":
            step = set_done(context.db, context.actor, number, done=False)
            await show(update, context, texts.ticked(step, context.language))
        case "remove" | "restore":
            step = set_removed(context.db, context.actor, number, removed=choice == "remove")
            await _show_page(update, context, step, texts.removed(step, context.language))


def _written(context: Context, said: str) -> str:
    """Return the steps that are written in a sentence which asks for those of a task."""
    heard = hear(context, said)
    asked = division_asked(heard, context.today)
    return asked.written if asked is not None else without_code(said, heard) or ""


async def open_steps(update: Update, context: Context, assignment_id: int, written: str = "") -> None:
    """Show the steps of an assignment or, if the user's unit has none yet, ask for them; begin the dialog with those
    `written`, if any, or the reason why none can be read. Raises NotYours."""
    task = page.load_assignment(context, assignment_id)
    if written and page.is_own(context, task):
        try:
            await begin(update, context, STEPS, task.id, answers=written_steps(context, task, written))
        except StepsUnread as why:
            await begin(update, context, STEPS, task.id, first=refusal(why, context.language))
    elif page.is_own(context, task) and not steps_of(context.db, assignment_id):
        await begin(update, context, STEPS, assignment_id)
    else:
        await answer(update, context, *page.unit_steps(context, task))


async def _show_all(update: Update, context: Context, task_id: int) -> None:
    """Show the steps of all units of a task. Raises ForTheOffice unless the user sees everything."""
    if not context.person.sees_everything:
        raise ForTheOffice
    tasks = assignments(context.db, context.today, code=code_of(context.db, task_id))
    await answer(update, context, *page.task_steps(context, tasks))


async def _show_one(update: Update, context: Context, step_id: int) -> None:
    step = own_step(context.db, context.person, step_id, context.today)
    if step.removed:
        await _show_page(update, context, step)
        return
    number = [each.id for each in steps_of(context.db, step.assignment_id)].index(step.id) + 1
    text = texts.step_line(step, number, context.today, context.language)
    await show(update, context, text, page.below_step(step, context.language))


async def _show_page(update: Update, context: Context, step: Step, first: Html = NOTHING) -> None:
    task = needed(find_assignment(context.db, step.assignment_id, context.today), NotYours)
    await show(update, context, *page.unit_steps(context, task, step if step.removed else None, first=first))
