"""Sending and editing messages so that neither markup, nor length, nor pressing twice makes it fail."""

import logging
from contextlib import suppress

from telegram import Bot, InlineKeyboardMarkup, InputFile, Message, ReplyKeyboardMarkup, ReplyKeyboardRemove, Update
from telegram.constants import MessageLimit, ParseMode
from telegram.error import BadRequest, ChatMigrated, RetryAfter, TelegramError

from data.notices.groups import move_group
from handlers.telegram.context import Context
from handlers.telegram.keyboards import fitted
from handlers.telegram.unanswered import answer_later
from handlers.wording import Html, Wording, plain
from handlers.wording.wordings import split_message

log = logging.getLogger(__name__)

TOPIC_CLOSED = "topic_closed"
TOPIC_GONE = ("thread not found", TOPIC_CLOSED, "topic_deleted", "topic_id_invalid")
"""Telegram's errors for a topic that is closed or gone."""
MUTED = ("not enough rights", "have no rights", "chat_write_forbidden")
"""Phrases in Telegram's errors if the bot may not write in a chat."""
Keyboard = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | None


async def send_in_parts(
    context: Context, chat_id: int, text: Html, keyboard: Keyboard, topic_id: int | None = None
) -> Message:
    """Send a message, in several parts if it is too long. The last part has the keyboard and is returned.

    If the group has become a supergroup, send it there; if its topic is gone, send it outside of topics.
    """
    try:
        *before, last = split_message(text, MessageLimit.MAX_TEXT_LENGTH)
        for part in before:
            await send(context.bot, chat_id, part, topic_id=topic_id)
        sent = await send(context.bot, chat_id, last, keyboard, topic_id)
    except ChatMigrated as moved:
        move_group(context.db, chat_id, moved.new_chat_id)
        return await send_in_parts(context, moved.new_chat_id, text, keyboard)
    except BadRequest as error:
        if topic_id is None or not is_topic_gone(error):
            raise
        return await send_in_parts(context, chat_id, text, keyboard)
    context.bot_data.last_messages.note(sent)
    return sent


def is_topic_gone(error: BadRequest) -> bool:
    """Return whether the error says that a topic no longer takes messages."""
    return any(known in error.message.lower() for known in TOPIC_GONE)


def is_muted(error: BadRequest) -> bool:
    """Return whether the bot may not write in the chat."""
    return any(known in error.message.lower() for known in MUTED)


async def send(bot: Bot, chat_id: int, text: Html, keyboard: Keyboard = None, topic_id: int | None = None) -> Message:
    """Send one message, to a topic of a group if given. If Telegram cannot parse it, send it again as plain text."""
    keyboard = fitted(keyboard) if isinstance(keyboard, InlineKeyboardMarkup) else keyboard
    try:
        return await bot.send_message(
            chat_id, text, parse_mode=ParseMode.HTML, reply_markup=keyboard, message_thread_id=topic_id
        )
    except BadRequest as error:
        if "parse entities" not in error.message:
            raise
        log.warning("a message to %s could not be parsed and went out as plain text", chat_id)
        return await bot.send_message(chat_id, plain(text), reply_markup=keyboard, message_thread_id=topic_id)


async def answer(update: Update, context: Context, text: Html, keyboard: Keyboard = None) -> Message:
    """Answer in the chat and topic that the update came from."""
    assert update.effective_chat is not None
    await acknowledge(update, context)
    return await send_in_parts(context, update.effective_chat.id, text, keyboard, topic_of(update))


async def send_made_file(
    update: Update,
    context: Context,
    content: bytes,
    name: str,
    caption: Html | None = None,
    keyboard: InlineKeyboardMarkup | None = None,
) -> None:
    """Send the user a file that was made for them."""
    assert update.effective_chat is not None
    file, words = InputFile(content, name), plain(caption) if caption else None
    sent = await context.bot.send_document(update.effective_chat.id, file, caption=words, reply_markup=keyboard)
    context.bot_data.last_messages.note(sent)


def topic_of(update: Update) -> int | None:
    """Return the topic that an update came from, or None."""
    message = update.effective_message
    return message.message_thread_id if message is not None and message.is_topic_message else None


IN_AN_HOUR = Wording(
    "我一小时内只能答复您三次，请过一小时再发；有邀请链接的，现在点开就能登记。",
    "I can only answer you three times an hour. Please write again in an hour; an invitation link works at once.",
)


async def answer_stranger(update: Update, context: Context, text: Html, keyboard: Keyboard = None) -> None:
    """Answer a person who is not registered, at most three times an hour; a press is answered in place of the pressed
    message. The first answer beyond that says so, the others are dropped."""
    assert update.effective_chat is not None
    who, services = update.effective_chat.id, context.bot_data
    if not services.strangers.allows(who, context.now):
        if not services.last_words_to_strangers.allows(who, context.now):
            return
        text, keyboard = IN_AN_HOUR(context.language), None
    if update.callback_query is None:
        await answer(update, context, text, keyboard)
    else:
        await show(update, context, text)


async def show(update: Update, context: Context, text: Html, keyboard: InlineKeyboardMarkup | None = None) -> int:
    """Show a text in place of the message whose button was pressed, or else as a new one. Return its message id."""
    query = update.callback_query
    if query is None or query.message is None:
        return (await answer(update, context, text, keyboard)).message_id
    await acknowledge(update, context)
    try:
        edited = await query.edit_message_text(
            text, parse_mode=ParseMode.HTML, reply_markup=keyboard and fitted(keyboard)
        )
    except BadRequest as error:
        if "not modified" not in error.message:
            return (await answer(update, context, text, keyboard)).message_id
    else:
        if isinstance(edited, Message):
            context.bot_data.last_messages.note(edited)
    return query.message.message_id


async def show_outcome(
    update: Update, context: Context, text: Html, keyboard: InlineKeyboardMarkup | None = None
) -> int:
    """Show the outcome of a press where the user is looking: in place of the pressed message if it is the newest of its
    chat, else as a new message, removing the pressed one's buttons. Return the message id."""
    if not scrolled_away(update, context):
        return await show(update, context, text, keyboard)
    await strip_pressed(update, context)
    return (await answer(update, context, text, keyboard)).message_id


def scrolled_away(update: Update, context: Context) -> bool:
    """Return whether there are newer messages below the pressed one."""
    query = update.callback_query
    if query is None or query.message is None:
        return False
    return context.bot_data.last_messages.in_chat(query.message.chat.id).has_newer(query.message.message_id)


async def replace_message(
    context: Context, chat_id: int, message_id: int, text: Html, keyboard: InlineKeyboardMarkup | None
) -> None:
    """Replace one of the bot's messages; failures are ignored."""
    with suppress(BadRequest):
        await context.bot.edit_message_text(
            text, chat_id, message_id, parse_mode=ParseMode.HTML, reply_markup=keyboard and fitted(keyboard)
        )


async def acknowledge(update: Update, context: Context, text: Html | None = None) -> None:
    """End the spinner of a pressed button, with `text` in a pop-up if given, or as a message if the press is too old.
    Never raises, because the act itself matters more. Sending an answer calls this."""
    query = update.callback_query
    if query is None or (context.acknowledged and text is None):
        return
    context.acknowledged = True
    try:
        await query.answer(text, show_alert=text is not None)
    except TelegramError:
        if text is not None and query.message is not None:
            await _say_instead(update, context, query.message.chat.id, text)


async def _say_instead(update: Update, context: Context, chat_id: int, text: Html) -> None:
    """Say in the chat what a pop-up could not. Never raises."""
    try:
        await send(context.bot, chat_id, text)
    except RetryAfter as wait:
        answer_later(update, context, wait)
    except TelegramError:
        log.info("update %s: what a pop-up was to say did not arrive", update.update_id)


async def strip_buttons(context: Context, chat_id: int, message_id: int | None) -> None:
    """Remove the buttons of a message that was answered in another way; failures are ignored."""
    if message_id is not None:
        with suppress(TelegramError):
            await context.bot.edit_message_reply_markup(chat_id, message_id)


async def strip_pressed(update: Update, context: Context) -> None:
    """Remove the buttons of the pressed message; failures are ignored."""
    if update.effective_message is not None:
        await strip_buttons(context, update.effective_message.chat.id, update.effective_message.message_id)


async def delete_message(context: Context, chat_id: int, message_id: int) -> None:
    """Delete one of the bot's messages, or remove its buttons if it is too old (48 hours). Failures are ignored."""
    try:
        await context.bot.delete_message(chat_id, message_id)
    except TelegramError:
        await strip_buttons(context, chat_id, message_id)
