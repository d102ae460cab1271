"""What can be changed of a task, on buttons, the last change to be undone, and how tasks stand that are not changed."""

from collections.abc import Sequence

from telegram import Update

from data.office.events import AS_PLANNED, settle_deadline
from data.office.plan_changes import last_change
from data.office.task_edits import TaskNow, task_coded, task_now
from handlers.dialog import Place, begin
from handlers.office import keyboard as buttons
from handlers.office.new_task import NEW_TASK
from handlers.office.task_changes import CHANGES
from handlers.office.texts import task_changes as texts
from handlers.office.texts.plan_changes import change_lines
from handlers.telegram import Context, Html, answer, cut, join, pressed, still_there

SHOWN = 3
"""Of so many tasks at most it is told how they stand."""


def tasks_as_they_are(context: Context, codes: Sequence[str]) -> Html:
    """How the tasks with these codes stand; nothing of a code that the plan does not have."""
    tasks = [task for code in codes[:SHOWN] if (task := task_coded(context.db, code))]
    return join([texts.as_it_is(each, context.language) for each in tasks])


async def settle(update: Update, context: Context, task: TaskNow) -> None:
    """Note that the deadline of a task stands as it is."""
    done = settle_deadline(context.db, context.actor, task.id, AS_PLANNED, context.source)
    await answer(
        update, context, texts.STANDS(context.language, code=task.code), buttons.undo_change(done, context.language)
    )


async def press(update: Update, context: Context) -> None:
    """A button of a task's menu, or the one that opens it. Raises StaleButton for a task that is gone."""
    choice, number = pressed(update)
    task = still_there(task_now(context.db, int(number)))
    match choice:
        case "menu":
            await show_menu(update, context, task)
        case "add":
            await begin(update, context, NEW_TASK, task.id, answers={"place": task.id})
        case "undo":
            await show_last_change(update, context, task.code)
        case _:
            await begin(update, context, CHANGES[choice], task.id, place=Place.BELOW)


async def show_menu(update: Update, context: Context, task: TaskNow) -> None:
    """What can be changed of a task."""
    text = texts.MENU(context.language, code=task.code, title=cut(task.title.said_in(context.language), 60))
    await answer(update, context, text, buttons.task_menu(task, _can_undo(context, task), context.language))


async def show_last_change(update: Update, context: Context, code: str) -> None:
    """The last change of a task, with the button that undoes it."""
    found, language = last_change(context.db, context.now, code), context.language
    if found is None:
        await answer(update, context, texts.NOTHING_TO_UNDO(language, code=code))
        return
    head = texts.last(found.by, found.at.astimezone(context.zone), context.today, language)
    text = join([head, change_lines(found, None, language)])
    await answer(update, context, text, buttons.undo_change(found, language))


def _can_undo(context: Context, task: TaskNow) -> bool:
    return last_change(context.db, context.now, task.code) is not None
