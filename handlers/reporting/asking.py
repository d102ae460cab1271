"""Showing a report that is being written, in the one message of its dialog."""

from telegram import Update

from data import dialogs
from data.reporting.drafts import Draft
from handlers.dialog import message
from handlers.dialog.declaration import Talk
from handlers.dialog.message import NOTHING, Place
from handlers.dialog.opening import declared_of
from handlers.reporting.drafts import form_for
from handlers.telegram.context import Context
from handlers.telegram.sending import acknowledge
from handlers.telegram.wording import Html


async def ask(
    update: Update, context: Context, draft: Draft, place: Place = Place.PRESSED, *, first: Html = NOTHING
) -> None:
    """Show the open question of a report, with something to say `first`. Raises NotYours or TaskClosed."""
    await acknowledge(update)
    dialog = dialogs.find_dialog(context.db, context.person.id, draft.id)
    await message.ask(
        update, declared_of(context, dialog), Talk(context, dialog, form_for(context, draft)), place, first=first
    )
