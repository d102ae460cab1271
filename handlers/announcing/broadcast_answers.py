"""The answers of people to the question of a broadcast, pressed under it in private or in a group."""

from contextlib import suppress

from telegram import Update
from telegram.constants import ChatType
from telegram.error import BadRequest

from data.announcing.answers import give_answer
from handlers.announcing import keyboard
from handlers.announcing.texts import sent
from handlers.telegram import Context, acknowledge, unpack


async def press(update: Update, context: Context) -> None:
    """Keep the answer, say so to whoever has pressed, and in private mark it. Raises StaleButton."""
    query, chat = update.callback_query, update.effective_chat
    assert query is not None and chat is not None
    broadcast_id, choice = map(int, unpack(query.data).arguments)
    broadcast = give_answer(context.db, context.person.id, chat.id, broadcast_id, choice, context.now)
    await acknowledge(update, context, sent.ANSWER_KEPT(context.language, choice=broadcast.said.choices[choice]))
    if chat.type == ChatType.PRIVATE:
        with suppress(BadRequest):
            await query.edit_message_reply_markup(keyboard.choices(broadcast, context.language, choice))
