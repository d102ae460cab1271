"""期限无误: a doubtful deadline has been looked at and stands."""

from telegram import Update

from data.office.doubtful_deadlines import AS_PLANNED, settle_deadline
from data.office.task_edits import TaskNow
from handlers.office import keyboard as buttons
from handlers.office.texts.task_changes import settled
from handlers.telegram import Context, answer


async def settle(update: Update, context: Context, task: TaskNow) -> None:
    """Note that the deadline of a task stands as it is."""
    done = settle_deadline(context.db, context.actor, task.id, AS_PLANNED, context.source)
    await answer(update, context, settled(task.code, context.language), buttons.undo_change(done, context.language))
