"""The buttons of 撤销: of a setting, and that of the record, which shows what was done last."""

from telegram import Update

from handlers.acts.last_act import show_last_act
from handlers.office import settings_undone
from handlers.telegram import Context, unpack


async def press(update: Update, context: Context) -> None:
    """Show what was done last, or take a setting back. Raises what `settings_undone.press` raises."""
    assert update.callback_query is not None
    if unpack(update.callback_query.data).arguments == ("last",):
        await show_last_act(update, context)
    else:
        await settings_undone.press(update, context)
