"""The gate that every update passes: known people go through, others get one neutral answer."""

from telegram import Update
from telegram.constants import ChatID, ChatType
from telegram.ext import ApplicationHandlerStop

from data.groups import bound_group
from data.people import who_is
from handlers import keyboards
from handlers.context import Context
from handlers.replies import acknowledge, answer
from handlers.start import join_by_link, join_by_phone
from handlers.texts import messages as m

NOBODY = (ChatID.ANONYMOUS_ADMIN, ChatID.SERVICE_CHAT, ChatID.FAKE_CHANNEL)


async def gate(update: Update, context: Context) -> None:
    """Let known people through, strangers with an invitation in, and stop all else. Decided by numeric id alone."""
    user, chat = update.effective_user, update.effective_chat
    message = update.message
    if user is None or chat is None or user.id in NOBODY or user.is_bot:
        raise ApplicationHandlerStop
    if message is not None and message.sender_chat is not None:
        raise ApplicationHandlerStop
    person = who_is(context.db, user.id)
    context.hear(person, update)
    if update.my_chat_member is not None:
        return
    if chat.type == ChatType.PRIVATE and await _joins(update, context):
        raise ApplicationHandlerStop
    if person is None:
        await _turn_away(update, context)
        raise ApplicationHandlerStop
    if chat.type != ChatType.PRIVATE and not person.is_coordinator and bound_group(context.db, chat.id) is None:
        raise ApplicationHandlerStop


async def _joins(update: Update, context: Context) -> bool:
    """Whether the update is an attempt to be let in, which has then been answered."""
    message = update.message
    if message is None:
        return False
    if message.contact is not None:
        await join_by_phone(update, context)
        return True
    words = (message.text or "").split()
    if len(words) == 2 and words[0] == "/start":
        await join_by_link(update, context, words[1])
        return True
    return False


async def _turn_away(update: Update, context: Context) -> None:
    """Tell a stranger how to be let in, three times an hour at most and in private only."""
    if update.effective_chat is None or update.effective_chat.type != ChatType.PRIVATE:
        return
    if not context.bot_data.strangers.allows(update.effective_chat.id, context.now):
        return
    await acknowledge(update)
    await answer(update, context, m.STRANGER(context.language), keyboards.share_phone(context.language))
