"""A message that its writer has edited: edits are not read."""

from telegram import Update

from data.store.inbox import last_written
from handlers.entrance.texts.access import EDITS_NOT_READ
from handlers.telegram import Context, answer


async def edited(update: Update, context: Context) -> None:
    """Say that edits are not read, where what was written last has been edited; of older messages say nothing."""
    message = update.edited_message
    assert message is not None
    if (message.text or message.caption) and last_written(context.db, message.chat.id) == message.message_id:
        await answer(update, context, EDITS_NOT_READ(context.language))
