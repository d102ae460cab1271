"""What a dialog is for is done, and what came of it is shown."""

from typing import Any

from telegram import Update

from data import dialogs
from data.dialogs import Dialog, State
from data.errors import Refusal, StaleButton
from data.store import transaction
from handlers.dialog.declaration import Talk, declared_of, talk_of
from handlers.dialog.message import Place, ask, place_of_answer, put
from handlers.dialog.opening import resume, talk_about
from handlers.telegram import Context, answer, refusal


async def finish(update: Update, talk: Talk[Any], value: str) -> None:
    """Do what the dialog is for. What its use-case refuses is said above the open question."""
    try:
        await end(update, talk.context, talk.dialog, value)
    except StaleButton:
        raise
    except Refusal as why:
        still = await talk_about(update, talk.context, talk.dialog)
        if still is not None:
            await ask(update, still, place_of_answer(update), first=refusal(why, talk.language))


async def repeat_ending(update: Update, context: Context) -> bool:
    """Show once more what came of the dialog that this update has ended before. False where it has ended none."""
    dialog = dialogs.ended_by(context.db, context.person.id, update.update_id)
    if dialog is None or (dialog.pressed or "").endswith(":back"):
        return False
    await end(update, context, dialog, "submit")
    return True


async def end(update: Update, context: Context, dialog: Dialog, value: str) -> None:
    """Finish a dialog in one transaction, and show what came of it where the person looks."""
    declared = declared_of(context, dialog)
    if declared.office:
        context.check_office()
    with transaction(context.db):
        ending = declared.finish(context, dialog, value)
        if ending.done and dialog.state is not State.ENDED:
            dialogs.end_dialog(context.db, dialog, update.update_id, context.now)
    if ending.then is not None:
        following = dialogs.find_dialog(context.db, context.person.id, ending.then)
        await resume(update, context, following, Place.BELOW)
        return
    place = Place.BELOW if update.callback_query is None else Place.NEWEST if ending.done else Place.PRESSED
    if ending.text and (ending.done or ending.keyboard is not None):
        await put(update, context, dialog, ending.text, ending.keyboard, place)
    elif not ending.done:
        await ask(
            update, talk_of(context, dialog), Place.BELOW if place is Place.BELOW else Place.NEWEST, first=ending.text
        )
    for text in ending.below:
        await answer(update, context, text)
    if ending.done:
        await declared.afterwards(update, context, dialog)
