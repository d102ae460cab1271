"""The buttons of steps."""

from telegram import Update

from data.steps.changes import set_done
from handlers.steps import texts
from handlers.telegram.callbacks import unpack
from handlers.telegram.context import Context, source
from handlers.telegram.sending import acknowledge, show


async def press(update: Update, context: Context) -> None:
    """A button of a step. Raises what the use-cases raise."""
    assert update.callback_query is not None
    choice, number = unpack(update.callback_query.data).arguments
    match choice:
        case "undone":
            await _untick(update, context, int(number))


async def _untick(update: Update, context: Context, step_id: int) -> None:
    step = set_done(context.db, context.person, step_id, context.now, context.zone, source(update), done=False)
    await acknowledge(update)
    await show(update, context, texts.ticked(step, context.language))
