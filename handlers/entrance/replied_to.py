"""Replies to an older message of the bot about one task, which mean that task (这个改成70%, 撤回)."""

from telegram import Update

from data.plan.tasks import code_of_assignment
from data.understanding import Aim, Intent, Kind, Understanding, of_kind, says
from data.understanding.dialog.giving_up import gives_up
from data.understanding.entities.codes import find_codes
from handlers.dialog.declaration import declared_of
from handlers.dialog.words import SKIPS, WORDS
from handlers.entrance.mentions import replies_to_bot
from handlers.notes.task_notes import TELLS
from handlers.tasks.own_tasks import all_own_assignments
from handlers.telegram import Context, as_if_said, hear, plain_word

OF_A_TASK = (Intent.REPORT, Intent.TASK, Intent.EXTENSION, Intent.CANCEL, Intent.HISTORY)
OF_NO_TASK = (Aim.AGREE, Aim.REFUSE)


def with_code_of_message(update: Update, context: Context, text: str) -> Update | None:
    """Return the message with the code of the task to whose message it replies before it; None if it replies to none
    of one task of the person's own, or to the newest message, or if it names a task itself, says what is of no task, or
    answers in an open dialog about that task."""
    message = update.message
    if message is None or not context.person.speaks_for or not replies_to_bot(context.bot, message):
        return None
    replied = message.reply_to_message
    if replied is None or replied.message_id >= context.last_messages.said:
        return None
    meaning = hear(context, text)
    if any(of_kind(meaning, Kind.CODE)) or _is_of_no_task(text, meaning):
        return None
    own = {each.code.lower(): each.code for each in all_own_assignments(context)}
    named = {each.values[0] for each in find_codes((replied.text or replied.caption or "").lower(), own)}
    if len(named) != 1 or named <= _codes_of_open_dialog(context):
        return None
    said = f"{named.pop()} {text}"
    is_of_it = meaning.intent in OF_A_TASK or hear(context, said).intent is Intent.REPORT
    return as_if_said(update, said) if is_of_it else None


def _is_of_no_task(text: str, meaning: Understanding) -> bool:
    """Return whether a text agrees, refuses, stands for a button of the open question, gives up what is open, or is for
    the office."""
    if plain_word(text) in WORDS | SKIPS or meaning.aim in OF_NO_TASK or says(meaning, TELLS):
        return True
    return meaning.aim is not Aim.WITHDRAW and gives_up(text)


def _codes_of_open_dialog(context: Context) -> set[str]:
    dialog = context.open_dialog
    about = declared_of(context, dialog).assignment_ids(context, dialog) if dialog is not None else ()
    return {code_of_assignment(context.db, each) for each in about}
