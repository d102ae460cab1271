"""Replies to an older message of the bot about one task, which mean that task (这个改成70%, 撤回)."""

from telegram import Update

from data.understanding import Aim, Intent, Kind, of_kind
from data.understanding.entities.codes import find_codes
from handlers.entrance.mentions import replies_to_bot
from handlers.tasks.own_tasks import all_own_assignments
from handlers.telegram import Context, as_if_said, hear

OF_A_TASK = (Intent.REPORT, Intent.TASK, Intent.EXTENSION, Intent.CANCEL, Intent.HISTORY)
OF_NO_TASK = (Aim.AGREE, Aim.REFUSE)


def with_code_of_message(update: Update, context: Context, text: str) -> Update | None:
    """Return the message with the code of the task to whose message it replies before it; None if it replies to none
    of one task of the person's own, to the newest message, or names a task itself."""
    message = update.message
    if message is None or not context.person.speaks_for or not replies_to_bot(context.bot, message):
        return None
    replied = message.reply_to_message
    if replied is None or replied.message_id >= context.last_messages.said:
        return None
    meaning = hear(context, text)
    if any(of_kind(meaning, Kind.CODE)) or meaning.aim in OF_NO_TASK:
        return None
    own = {each.code.lower(): each.code for each in all_own_assignments(context)}
    named = {each.values[0] for each in find_codes((replied.text or replied.caption or "").lower(), own)}
    if len(named) != 1:
        return None
    said = f"{named.pop()} {text}"
    is_of_it = meaning.intent in OF_A_TASK or hear(context, said).intent is Intent.REPORT
    return as_if_said(update, said) if is_of_it else None
