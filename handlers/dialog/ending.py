"""How a dialog ends: it is finished and the result shown, or it is given up (取消), after a question if anything would
be lost."""

from typing import Any

from telegram import Update

from data import dialogs
from data.dialogs import Dialog, DialogState
from data.errors import Refusal, StaleButton
from data.plan.tasks import code_of_assignment
from data.store import transaction
from data.understanding.dialog.giving_up import said_behind_keeping
from handlers.dialog import keyboard as buttons
from handlers.dialog.declaration import PREVIEW, Ending, Talk, declared_of, is_begun, open_key, talk_of
from handlers.dialog.message import Place, ask, place_of_answer, show_in_dialog
from handlers.dialog.opening import ask_whether_to_drop, load_talk_or_drop, parked_with_answers, resume
from handlers.dialog.texts import NOTHING_TO_CANCEL
from handlers.telegram import Context, answer, strip_buttons
from handlers.wording import refusal


async def cancel_command(update: Update, context: Context) -> None:
    """Handle /cancel and 取消: cancel the open dialog, or ask about the one parked last, and drop it the next time."""
    waiting = parked_with_answers(context)
    if (dialog := context.open_dialog) is not None:
        await cancel_open(update, context, dialog)
    elif not waiting:
        await answer(update, context, NOTHING_TO_CANCEL(context.language))
    elif _asked_last(context, waiting[0]) and waiting[0].update_id != update.update_id:
        await drop(update, context, waiting[0])
    else:
        await ask_whether_to_drop(update, context, waiting[0], PREVIEW)


async def cancel_open(update: Update, context: Context, dialog: Dialog) -> None:
    """Cancel the open dialog; drop it if the user cancels again at the question whether to give it up."""
    if dialog.is_given_up and dialog.update_id != update.update_id:
        await drop(update, context, dialog)
        return
    talk = await load_talk_or_drop(update, context, dialog)
    if talk is not None:
        await cancel(update, talk)


async def give_up_or_go_on(update: Update, context: Context, text: str) -> bool:
    """Give up or resume the parked dialog asked about last, if a text answers that question; return whether it did."""
    asked = next((each for each in parked_with_answers(context)[:1] if _asked_last(context, each)), None)
    value = buttons.drop_or_keep_meant(text)
    if asked is None or value is None:
        return False
    if value == "drop":
        await drop(update, context, asked)
    else:
        await resume(update, context, asked, place_of_answer(update))
    return True


def _asked_last(context: Context, dialog: Dialog) -> bool:
    return dialog.is_given_up and dialog.message_id == context.last_messages.known.said


def said_on_keeping(context: Context, dialog: Dialog, text: str) -> str:
    """Return what a text adds to keeping the open dialog that was to be given up (1-2 还是报吧，65); an empty string if
    it does anything else."""
    if not dialog.is_given_up:
        return ""
    about = declared_of(context, dialog).assignment_ids(context, dialog)
    code = code_of_assignment(context.db, about[0]) if len(about) == 1 else ""
    return said_behind_keeping(text.removeprefix(code))


async def cancel(update: Update, talk: Talk[Any], *, sure: bool = True) -> None:
    """Give a dialog up, after a question if anything has been answered or it is not `sure` that this is meant."""
    if sure and not is_begun(talk.context, talk.dialog):
        await drop(update, talk.context, talk.dialog)
        return
    await ask_whether_to_drop(update, talk.context, talk.dialog, open_key(talk))


async def drop(update: Update, context: Context, dialog: Dialog) -> None:
    """Give a dialog up for good, and tell the user."""
    giving_up = declared_of(context, dialog).giving_up
    with transaction(context.db):
        giving_up.clean_up(context, dialog)
        text, keyboard = giving_up.answer(context, dialog)
        dialogs.drop_dialog(context.db, dialog)
    await show_in_dialog(update, context, dialog, text, keyboard, place_of_answer(update))
    await giving_up.afterwards(update, context, dialog)


async def leave(update: Update, talk: Talk[Any]) -> None:
    """Go back from the first question to where the dialog was begun; answers so far are parked."""
    assert talk.declared.leave is not None
    context, dialog = talk.context, talk.dialog
    if is_begun(context, dialog):
        dialogs.park_open_dialog(context.db, context.person.id)
    else:
        dialogs.remember_press(context.db, dialog, f"{open_key(talk)}:back")
        dialogs.end_dialog(context.db, dialog, update.update_id, context.now)
    if update.callback_query is None:
        await strip_buttons(context, context.private_chat_id, dialog.message_id)
    await talk.declared.leave(update, context, dialog)


async def finish(update: Update, talk: Talk[Any], value: str) -> None:
    """Finish a dialog and show the result. If it is refused, that is said above the open question."""
    context, dialog = talk.context, talk.dialog
    try:
        ending = _finished(update, context, dialog, value)
    except StaleButton:
        raise
    except Refusal as why:
        still = await load_talk_or_drop(update, context, dialog)
        if still is not None:
            await ask(update, still, place_of_answer(update), first=refusal(why, talk.language))
        return
    await _show_ending(update, context, dialog, ending)


async def repeat_ending(update: Update, context: Context) -> bool:
    """Show the result of the dialog that this update has ended before; return False if it has ended none."""
    dialog = dialogs.dialog_ended_by(context.db, context.person.id, update.update_id)
    if dialog is None or (dialog.pressed or "").endswith(":back"):
        return False
    await finish_or_raise(update, context, dialog, "submit")
    return True


async def finish_or_raise(update: Update, context: Context, dialog: Dialog, value: str) -> None:
    """Finish a dialog and show the result. Raises a Refusal."""
    await _show_ending(update, context, dialog, _finished(update, context, dialog, value))


def _finished(update: Update, context: Context, dialog: Dialog, value: str) -> Ending:
    """Finish a dialog in one transaction, and return what is said then. Raises a Refusal."""
    declared = declared_of(context, dialog)
    if declared.office:
        context.check_office()
    with transaction(context.db):
        ending = declared.finish(context, dialog, value)
        if ending.done and dialog.state is not DialogState.ENDED:
            dialogs.end_dialog(context.db, dialog, update.update_id, context.now)
    return ending


async def _show_ending(update: Update, context: Context, dialog: Dialog, ending: Ending) -> None:
    if ending.next_dialog_id is not None:
        following = context.dialog(ending.next_dialog_id)
        await resume(update, context, following, Place.BELOW)
        return
    place = Place.BELOW if update.callback_query is None else Place.NEWEST if ending.done else Place.PRESSED
    if ending.text and (ending.done or ending.keyboard is not None):
        await show_in_dialog(update, context, dialog, ending.text, ending.keyboard, place)
    elif not ending.done:
        await ask(
            update, talk_of(context, dialog), Place.BELOW if place is Place.BELOW else Place.NEWEST, first=ending.text
        )
    for text in ending.below:
        await answer(update, context, text)
    if ending.send_more is not None:
        await ending.send_more(update, context)
    if ending.done:
        await declared_of(context, dialog).afterwards(update, context, dialog)
