"""The gate for every update: known people pass, and strangers get one neutral answer."""

from contextlib import suppress

from telegram import Chat, KeyboardButton, ReplyKeyboardMarkup, Update
from telegram.constants import ChatID, ChatType
from telegram.ext import ApplicationHandlerStop

from data.errors.store import DatabaseUnusable
from data.notices.groups import bound_group
from data.people.directory import note_seen
from data.people.people import Person, set_language, who_is
from data.store.inbox import forget_text
from data.understanding.normalise.sentence import is_hanzi
from data.understanding.people.phone_numbers import phone_within
from handlers.entrance.mentions import concerns_bot
from handlers.entrance.texts.access import NUMBER_WRITTEN, STRANGER, TOO_FAST, UNIT_UNKNOWN
from handlers.people.joining import join_by_link, join_by_phone
from handlers.people.requests import answer_request, unknown_unit_in
from handlers.telegram import Context, Verb, answer
from handlers.telegram.callbacks import verb_of
from handlers.telegram.sending import answer_stranger
from handlers.wording import NOTHING, join, labels

NOBODY = (ChatID.ANONYMOUS_ADMIN, ChatID.SERVICE_CHAT, ChatID.FAKE_CHANNEL)


async def gate(update: Update, context: Context) -> None:
    """Let known people through, admit strangers with an invitation, and stop everything else, by numeric id alone.

    The text of a stopped update is not kept. The language of a person's first answer is, because reminders use it,
    too."""
    try:
        await _pass(update, context)
    except ApplicationHandlerStop:
        with suppress(DatabaseUnusable):
            forget_text(context.db, update.update_id)
        raise


async def _pass(update: Update, context: Context) -> None:
    """Return if the update may go on. Raises ApplicationHandlerStop if it may not."""
    user, chat = update.effective_user, update.effective_chat
    message = update.message
    if user is None or chat is None:
        raise ApplicationHandlerStop
    is_nobody = user.id in NOBODY or user.is_bot
    person = None if is_nobody else who_is(context.db, user.id, context.today)
    context.speak_with(person, update)
    if update.my_chat_member is not None:
        return
    if is_nobody or (message is not None and message.sender_chat is not None):
        raise ApplicationHandlerStop
    if message is not None and chat.type != ChatType.PRIVATE and not concerns_bot(context.bot, message):
        raise ApplicationHandlerStop
    is_edited = update.edited_message is not None and person is not None and chat.type == ChatType.PRIVATE
    if message is None and not (_is_pressed(update, chat) or is_edited):
        raise ApplicationHandlerStop
    if message is not None:
        context.bot_data.last_messages.note(message)
    if person is not None and await _slow_down(update, context, person):
        raise ApplicationHandlerStop
    if chat.type == ChatType.PRIVATE and await _let_in(update, context, person):
        raise ApplicationHandlerStop
    if person is None:
        await _turn_away(update, context)
        raise ApplicationHandlerStop
    if chat.type != ChatType.PRIVATE and not person.is_coordinator and bound_group(context.db, chat.id) is None:
        raise ApplicationHandlerStop
    with suppress(DatabaseUnusable):
        note_seen(context.db, person, context.today)
        if person.language is None and user.language_code:
            set_language(context.db, person.id, context.language)


def _is_pressed(update: Update, chat: Chat) -> bool:
    """Return whether a button was pressed; in groups only buttons for a task that may be meant and for answers to a
    broadcast count."""
    query = update.callback_query
    if query is None or chat.type == ChatType.PRIVATE:
        return query is not None
    return verb_of(query.data) in (Verb.GROUP_CARD, Verb.REPLY)


async def _slow_down(update: Update, context: Context, person: Person) -> bool:
    """Return whether the person sends faster than anybody means to; ask them to slow down, once a minute at most."""
    services = context.bot_data
    if update.message is not None:
        allowed = services.messages.allows(person.id, update.message.date)
    else:
        allowed = services.presses.allows(person.id, context.now)
    if not allowed and services.requests_to_slow_down.allows(person.id, context.now):
        await answer(update, context, TOO_FAST(context.language))
    return not allowed


async def _let_in(update: Update, context: Context, person: Person | None) -> bool:
    """Handle an attempt to join, by phone number or link; return whether the update is one."""
    message = update.message
    if message is None:
        return False
    if message.contact is not None and person is None:
        await join_by_phone(update, context)
        return True
    words = (message.text or "").split()
    if len(words) == 2 and words[0] == "/start":
        await join_by_link(update, context, words[1])
        return True
    return False


async def _turn_away(update: Update, context: Context) -> None:
    """Tell a stranger how to join, or a person who is not admitted yet what they wait for, in the language in which
    they write; in private only."""
    user = update.effective_user
    if user is None or update.effective_chat is None or update.effective_chat.type != ChatType.PRIVATE:
        return
    said = (update.message.text if update.message else None) or ""
    if said and not said.startswith("/") and any(map(str.isalpha, said)):
        context.language = "zh" if any(map(is_hanzi, said)) else "en"
    if await answer_request(update, context, user, said):
        return
    share = KeyboardButton(labels.SHARE_PHONE(context.language), request_contact=True)
    keyboard = ReplyKeyboardMarkup([[share]], resize_keyboard=True, one_time_keyboard=True)
    wording = NUMBER_WRITTEN if phone_within(said) else STRANGER
    unknown = unknown_unit_in(context, said)
    told = [wording(context.language), UNIT_UNKNOWN(context.language, unit=unknown) if unknown else NOTHING]
    await answer_stranger(update, context, join(told), keyboard)
