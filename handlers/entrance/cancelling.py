"""/cancel and 取消: give up whatever is being filled in."""

from telegram import Update

from data.dialogs import find_open
from handlers.dialog.giving_up import cancel_open, cancel_waiting
from handlers.dialog.texts import NOTHING_TO_CANCEL
from handlers.telegram import Context, answer


async def cancel(update: Update, context: Context) -> None:
    """Give up what is open; one question first, where anything would be lost. Else ask about what waits."""
    dialog = find_open(context.db, context.person.id)
    if dialog is not None:
        await cancel_open(update, context, dialog)
        return
    if not await cancel_waiting(update, context):
        await answer(update, context, NOTHING_TO_CANCEL(context.language))
