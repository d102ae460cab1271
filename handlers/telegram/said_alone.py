"""A part of a message as if it had been the whole of it."""

from telegram import Message, Update


def as_if_said(update: Update, text: str) -> Update:
    """The message with these words of it alone."""
    before, chat = update.effective_message, update.effective_chat
    assert before is not None and chat is not None
    message = Message(before.message_id, before.date, chat, from_user=update.effective_user, text=text)
    return Update(update.update_id, message=message)
