"""Pressed buttons: what each does is looked up by the verb in its data."""

from telegram import Update

from handlers.telegram import Context, acknowledge
from handlers.telegram.callbacks import verb_of
from handlers.telegram.refusals import STALE


async def take_press(update: Update, context: Context) -> None:
    """Do what the pressed button stands for, then end its spinner if no answer has done so. A button whose data no
    conversation knows is answered as out of date."""
    assert update.callback_query is not None
    verb = verb_of(update.callback_query.data)
    if verb is None:
        await acknowledge(update, context, STALE(context.language))
        return
    await context.bot_data.press_handlers[verb](update, context)
    await acknowledge(update, context)
