"""Coming in: /start, invitations, the phone number, what the office hears and decides of it; /help, /language, and the
menu of commands that fits."""

from collections.abc import Sequence
from contextlib import suppress
from unicodedata import category

from telegram import BotCommandScopeChat, InlineKeyboardMarkup, Update, User
from telegram.constants import ChatType
from telegram.error import TelegramError

from data.errors.people import InviteForAnother, InviteForDeputy, InviteInvalid
from data.people.arrivals import Arrival, State, decide_arrival, waiting_arrivals
from data.people.directory import note_seen, units_without_liaison
from data.people.joining import accept_invite, accept_phone
from data.people.people import Person, name_person, person_by_id, set_language, who_is
from data.plan.plan import known_plan
from data.understanding import Understanding, says
from handlers.notes.task_notes import way_to_tell
from handlers.people import keyboard as buttons
from handlers.people.texts import newcomers as texts
from handlers.people.texts.help import GREETING, NOT_UNDERSTOOD, help_text, hint, welcome
from handlers.telegram import GROUP_PRIVATE, Context, pressed, refusal, text_of, unpack
from handlers.telegram.commands import menu_for, menu_of
from handlers.telegram.keyboards import menu
from handlers.telegram.sending import answer, answer_stranger, conclude, show, strip_buttons
from handlers.telegram.wording import Html, Language, join, language_of, plain_word

MOST_SHOWN = 5
"""So many of those who wait for consent are shown at once."""
UNSEEN = ("Cc", "Cf", "Cs")
"""The kinds of sign that nobody sees: control, format, half a character."""
Letter = tuple[Html, InlineKeyboardMarkup | None]


async def set_menu(context: Context, person: Person) -> None:
    """Give somebody the menu of their role, in the language they read."""
    if person.telegram_id is not None:
        commands = menu_of(menu_for(person), context.language)
        await context.bot.set_my_commands(commands, BotCommandScopeChat(person.telegram_id))


async def refresh_menu(context: Context, telegram_id: int | None) -> None:
    """Let the menu of somebody whose role another has changed be that of today. A failure is ignored."""
    if telegram_id is None:
        return
    person, scope = who_is(context.db, telegram_id, context.today), BotCommandScopeChat(telegram_id)
    with suppress(TelegramError):
        if person is None:
            await context.bot.delete_my_commands(scope)
        else:
            language = language_of(person.language, None)
            await context.bot.set_my_commands(menu_of(menu_for(person), language), scope)


def arrival_letter(arrival: Arrival, language: Language) -> Letter:
    """What the office hears of somebody who has come, or waits for it."""
    text = texts.arrival_text(arrival, language)
    if arrival.state is State.WAITING:
        return text, buttons.arrival(arrival, language)
    return text, buttons.newcomer(arrival.person, language)


def let_in_letter(arrival: Arrival, language: Language) -> Letter:
    """What somebody hears of whom the office has decided, or whose first day has come."""
    return texts.let_in(arrival, language), None


def not_in_yet(arrival: Arrival, language: Language) -> Html:
    """What somebody hears who is not in yet."""
    return texts.not_in_yet(arrival, language)


async def decide(update: Update, context: Context, arrival_id: int, agreed: bool) -> None:
    """Let somebody in or turn them away. Raises AlreadyDecided."""
    arrival = decide_arrival(context.db, context.actor, arrival_id, agreed)
    await refresh_menu(context, arrival.person.telegram_id)
    keyboard = None if arrival.state is State.REFUSED else buttons.newcomer(arrival.person, context.language)
    await conclude(update, context, texts.decided(arrival, context.language), keyboard)


async def join_by_link(update: Update, context: Context, token: str) -> None:
    """Let somebody in who opened an invitation."""
    user = update.effective_user
    assert user is not None
    try:
        arrival = accept_invite(context.db, token, user.id, called(user), context.now, context.source)
    except (InviteInvalid, InviteForDeputy) as error:
        await answer_stranger(update, context, refusal(error, context.language))
        return
    except InviteForAnother as error:
        await answer(update, context, refusal(error, context.language), buttons.join(token, context.language))
        return
    await _receive(update, context, arrival)


async def join_after_all(update: Update, context: Context) -> None:
    """Let a coordinator accept an invitation that was opened. Raises InviteInvalid when somebody else has done so."""
    user, query = update.effective_user, update.callback_query
    assert user is not None and query is not None
    [token] = unpack(query.data).arguments
    now, by = context.now, context.source
    arrival = accept_invite(context.db, token, user.id, called(user), now, by, sure=True)
    await strip_buttons(context, user.id, query.message.message_id if query.message else None)
    await _receive(update, context, arrival)


async def join_by_phone(update: Update, context: Context) -> None:
    """Let somebody in whose own phone number is on the roster."""
    user, message = update.effective_user, update.message
    assert user is not None and message is not None and message.contact is not None
    if message.contact.user_id != user.id or message.forward_origin is not None:
        await answer_stranger(update, context, texts.PHONE_NOT_YOURS(context.language))
        return
    number, now = message.contact.phone_number, context.now
    arrival = accept_phone(context.db, number, user.id, called(user), now, context.source)
    if arrival is None:
        await answer_stranger(update, context, texts.PHONE_UNKNOWN(context.language))
        return
    await _receive(update, context, arrival)


def called(user: User) -> str:
    """What somebody calls themselves, in one line and of signs that can be seen; their id where nothing is left."""
    words = ("".join(each for each in word if category(each) not in UNSEEN) for word in user.full_name.split())
    return " ".join(filter(None, words)) or str(user.id)


async def start(update: Update, context: Context) -> None:
    """Greet somebody who is known."""
    user, chat = update.effective_user, update.effective_chat
    assert user is not None and chat is not None
    if chat.type != ChatType.PRIVATE:
        await answer(update, context, GROUP_PRIVATE(context.language))
        return
    name_person(context.db, context.person.id, called(user))
    await _greet(update, context, person_by_id(context.db, context.person.id))


async def greet_back(update: Update, context: Context) -> None:
    """Answer a hello."""
    person, language = context.person, context.language
    if person.is_coordinator and not _has_plan(context):
        await _greet(update, context, person)
        return
    await answer(update, context, join([GREETING(language), hint(person, language)]), menu(person, language))


async def say_not_understood(update: Update, context: Context) -> None:
    """Say what can be said instead."""
    text = join([NOT_UNDERSTOOD(context.language), hint(context.person, context.language)])
    await answer(update, context, text, way_to_tell(update, context))


async def show_help(update: Update, context: Context) -> None:
    """Say what this person can do."""
    person, language = context.person, context.language
    await answer(update, context, help_text(person, language), menu(person, language, has_plan=_has_plan(context)))


async def ask_language(update: Update, context: Context) -> None:
    """Offer both languages; where words name the one that is not spoken now, that is spoken from now on."""
    named = texts.language_named(plain_word(text_of(update)))
    if named not in (None, context.language):
        await _speak(update, context, str(named))
    else:
        await offer_languages(update, context)


async def answer_about_language(update: Update, context: Context) -> None:
    """Speak the language that a sentence wants; offer both where it only speaks of one."""
    await (ask_language if texts.is_switched(text_of(update)) else offer_languages)(update, context)


async def offer_languages(update: Update, context: Context) -> None:
    """Offer both languages."""
    await answer(update, context, texts.LANGUAGE_QUESTION(context.language), buttons.languages())


async def choose_language(update: Update, context: Context) -> None:
    """Remember the language that was pressed, and show the words at the foot of the chat in it."""
    [language] = pressed(update)
    await _speak(update, context, language)


async def _speak(update: Update, context: Context, language: str) -> None:
    set_language(context.db, context.person.id, language)
    context.hear(person_by_id(context.db, context.person.id), update)
    await show(update, context, texts.LANGUAGE_SET(context.language))
    await greet_back(update, context)
    await set_menu(context, context.person)


async def _receive(update: Update, context: Context, arrival: Arrival) -> None:
    """Greet somebody who has come in, with what was left to them; or say what they wait for."""
    person = arrival.person.on(context.today)
    note_seen(context.db, person, context.today)
    if arrival.state is not State.IN:
        context.hear(person, update)
        if person.language is None:
            set_language(context.db, person.id, context.language)
        await answer(update, context, not_in_yet(arrival, context.language))
        return
    await _greet(update, context, person)
    if arrival.taken_over:
        await answer(update, context, texts.taken_over(arrival.taken_over, context.language))


async def _greet(update: Update, context: Context, person: Person) -> None:
    """Say hello, and keep the language, so that reminders come in it too."""
    context.hear(person, update)
    if person.language is None:
        set_language(context.db, person.id, context.language)
    without = len(units_without_liaison(context.db)) if person.is_coordinator else 0
    text = welcome(person, _has_plan(context), without, context.language)
    await answer(update, context, text, menu(person, context.language, has_plan=_has_plan(context)))
    await set_menu(context, person)


def _has_plan(context: Context) -> bool:
    return known_plan(context.db) is not None


async def show_newcomers(update: Update, context: Context, meaning: Understanding) -> bool:
    """Show the people who wait for the consent of the office, with the buttons for that, where it asks for them or
    would have one let in or turned away; true if the words were for it."""
    if not context.person.is_coordinator:
        return False
    waiting = waiting_arrivals(context.db)
    named = [each for each in waiting if each.person.name in meaning.text and says(meaning, "staffing.let_in")]
    if not named and not says(meaning, "staffing.waiting_for_consent"):
        return False
    await show_waiting(update, context, named)
    return True


async def show_waiting(update: Update, context: Context, some: Sequence[Arrival] = ()) -> None:
    """Show those who wait for the consent of the office, or `some` of them, each with the buttons for that."""
    shown = some or waiting_arrivals(context.db)
    for arrival in shown[:MOST_SHOWN]:
        await answer(update, context, *arrival_letter(arrival, context.language))
    if more := len(shown[MOST_SHOWN:]):
        await answer(update, context, texts.MORE_WAIT(context.language, count=more))
    if not shown:
        await answer(update, context, texts.NOBODY_WAITS(context.language))
