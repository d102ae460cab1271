"""The one message of a dialog: it shows the open question, in place of one answered by button, or below an answer in
words. The message before is removed or shrinks to a line with the answer, so that the chat reads like a form."""

import hashlib
from enum import Enum
from typing import Any

from telegram import InlineKeyboardMarkup, Update

from data import dialogs
from data.dialogs import Dialog, ReopenReason
from handlers.dialog import keyboard as buttons
from handlers.dialog import texts
from handlers.dialog.declaration import Talk, open_question
from handlers.dialog.question import Question
from handlers.dialog.transitions import with_open_question
from handlers.telegram import Context, answer, delete_message, replace_message, show, show_outcome
from handlers.wording import NOTHING, Html, join, labels


class Place(Enum):
    """Where a message of a dialog appears."""

    PRESSED = "in place of the message whose button was pressed"
    BELOW = "as a new message below what was written"
    KEPT = "in the message that shows it already"
    NEWEST = "in place of the pressed message while it is the newest, else below it, and that one stays without buttons"


def place_of_answer(update: Update) -> Place:
    """Return where the reply to an update is shown."""
    return Place.PRESSED if update.callback_query is not None else Place.BELOW


async def ask(update: Update, talk: Talk[Any], place: Place, *, first: Html = NOTHING, left: Html = NOTHING) -> None:
    """Show the open question or the preview, with `first` above it; `left` stays of the message before. If there is
    neither, because finishing failed, reopen the last question."""
    dialogs.stop_asking_to_give_up(talk.context.db, talk.dialog)
    talk = with_open_question(talk)
    text = question_text(talk)
    keyboard, shown = buttons.of_question(talk), text_hash(text)
    await show_in_dialog(
        update, talk.context, talk.dialog, join([first, text], "\n\n"), keyboard, place, left=left, shown=shown
    )


def question_text(talk: Talk[Any]) -> Html:
    """Return the wording of the open question, or the preview."""
    question = open_question(talk)
    if question is None:
        return talk.declared.preview(talk) if talk.declared.preview else NOTHING
    text = question.asks(talk)
    if talk.dialog.reopened_for is ReopenReason.MORE:
        return join([text, texts.ADDS(talk.language)])
    return text


def is_unchanged_since_shown(update: Update, talk: Talk[Any]) -> bool:
    """Return whether the person has seen the open question or the preview as it is now; a colleague may have changed
    the subject meanwhile. What this update itself has led to was not seen."""
    dialog = talk.dialog
    if dialog.shown is None:
        return True
    return dialog.shown_for != update.update_id and dialog.shown == text_hash(question_text(talk))


def text_hash(text: Html) -> str:
    """Return a short hash of a text."""
    return hashlib.blake2b(text.encode(errors="replace"), digest_size=8).hexdigest()


async def show_in_dialog(
    update: Update,
    context: Context,
    dialog: Dialog,
    text: Html,
    keyboard: InlineKeyboardMarkup | None,
    place: Place,
    *,
    left: Html = NOTHING,
    shown: str | None = None,
) -> None:
    """Show a text in the one message of a dialog; `left` stays of the message before, if it is another. `shown` is the
    digest of the question or preview that the text puts, if any."""
    chat_id, before = context.private_chat_id, dialog.message_id
    if place is Place.KEPT and before is not None:
        await replace_message(context, chat_id, before, text, keyboard)
        dialogs.remember_shown(context.db, dialog.id, before, update.update_id, shown)
        return
    pressed = update.effective_message.message_id if place is Place.NEWEST and update.effective_message else None
    if place is Place.NEWEST:
        message_id = await show_outcome(update, context, text, keyboard)
    elif place is Place.PRESSED:
        message_id = await show(update, context, text, keyboard)
    else:
        message_id = (await answer(update, context, text, keyboard)).message_id
    dialogs.remember_shown(context.db, dialog.id, message_id, update.update_id, shown)
    if before in (None, message_id, pressed):
        return
    if left:
        await replace_message(context, chat_id, before, left, None)
    else:
        await delete_message(context, chat_id, before)


def answer_lines(questions: list[Question[Any]], talk: Talk[Any]) -> Html:
    """Return a line with label and answer for each question, without empty answers."""
    return join([labels.labelled(each.label, each.answer_in_line(talk), talk.language) for each in questions])
