"""Joining by /start, an invitation or a phone number, the office's consent to it, and /help and command menus."""

from collections.abc import Sequence
from contextlib import suppress
from unicodedata import category

from telegram import BotCommandScopeChat, InlineKeyboardMarkup, Update, User
from telegram.constants import ChatType
from telegram.error import TelegramError

from data.errors.people import InviteForAnother, InviteForDeputy, InviteInvalid
from data.office.extension_decision import own_waiting_extensions
from data.people.arrivals import (
    Arrival,
    ArrivalState,
    decide_arrival,
    waiting_arrivals,
)
from data.people.directory import note_seen, units_without_liaison
from data.people.joining import accept_invite, accept_phone
from data.people.people import Person, name_person, person_by_id, set_language, who_is
from data.plan.plan import known_plan
from data.standing.assignments import assignments
from data.understanding import Kind, Understanding, says
from data.understanding.likeness import likenesses
from data.understanding.office.decisions import clause_on_requests
from handlers.notes.task_notes import tell_office_button
from handlers.people import keyboard as buttons
from handlers.people.texts import newcomers as texts
from handlers.people.texts.examples import OF_THE_OFFICE, OF_UNITS
from handlers.people.texts.help import GREETING, NOT_UNDERSTOOD, help_text, hint, welcome, write_like
from handlers.tasks.own_tasks import with_own_example
from handlers.telegram import Context, Verb, answer, hear, menu, show_outcome, strip_buttons, text_of, unpack
from handlers.telegram.commands import menu_for, menu_of
from handlers.telegram.sending import answer_stranger
from handlers.wording import GROUP_PRIVATE, Html, Language, join, refusal
from handlers.wording.wordings import language_of

MOST_ALIKE, ALIKE = 2, 0.2
"""The number of similar sentences that are offered at most, and how much they must be like what was said."""
MOST_SHOWN = 5
"""The number of people waiting for consent that are shown at once."""
UNSEEN = ("Cc", "Cf", "Cs")
"""Unicode categories of characters that nobody sees: control, format, surrogate."""
Letter = tuple[Html, InlineKeyboardMarkup | None]


async def set_menu(context: Context, person: Person) -> None:
    """Set the command menu for the person's role, in the language of the conversation. Telegram's errors are ignored:
    nobody waits for a menu."""
    if person.telegram_id is not None:
        commands = menu_of(menu_for(person), context.language)
        with suppress(TelegramError):
            await context.bot.set_my_commands(commands, BotCommandScopeChat(person.telegram_id))


async def refresh_menu(context: Context, telegram_id: int | None) -> None:
    """Update the command menu of a person whose role somebody else has changed. Telegram's errors are ignored."""
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
    """Return the letter that tells the office that somebody has joined or waits for consent."""
    text = texts.arrival_text(arrival, language)
    if arrival.state is ArrivalState.WAITING:
        return text, buttons.arrival(arrival, language)
    return text, buttons.newcomer(arrival.person, language)


def let_in_letter(arrival: Arrival, language: Language) -> Letter:
    """Return the letter that tells newcomers that the office has decided on them, or that their first day has come."""
    return texts.let_in(arrival, language), None


async def decide_on_newcomer(update: Update, context: Context, arrival_id: int, agreed: bool) -> None:
    """Let a newcomer in or turn them away. Raises AlreadyDecided."""
    arrival = decide_arrival(context.db, context.actor, arrival_id, agreed)
    await refresh_menu(context, arrival.person.telegram_id)
    keyboard = None if arrival.state is ArrivalState.REFUSED else buttons.newcomer(arrival.person, context.language)
    await show_outcome(update, context, texts.decided(arrival, context.language), keyboard)


async def join_by_link(update: Update, context: Context, token: str) -> None:
    """Register the user who opened the invitation `token`, or say why it cannot be used."""
    user = update.effective_user
    assert user is not None
    try:
        arrival = accept_invite(context.db, token, user.id, name_at_telegram(user), context.now, context.source)
    except (InviteInvalid, InviteForDeputy) as error:
        await answer_stranger(update, context, refusal(error, context.language))
        return
    except InviteForAnother as error:
        why, keyboard = refusal(error, context.language), buttons.accept_invitation(token, context.language)
        await answer(update, context, why, keyboard)
        return
    await _receive(update, context, arrival)


async def join_after_all(update: Update, context: Context) -> None:
    """Register a coordinator who confirms that the invitation they opened is for themselves. Raises InviteInvalid if
    somebody else has used it meanwhile."""
    user, query = update.effective_user, update.callback_query
    assert user is not None and query is not None
    [token] = unpack(query.data).arguments
    now, by = context.now, context.source
    arrival = accept_invite(context.db, token, user.id, name_at_telegram(user), now, by, sure=True)
    await strip_buttons(context, user.id, query.message.message_id if query.message else None)
    await _receive(update, context, arrival)


async def join_by_phone(update: Update, context: Context) -> None:
    """Register the user if the phone number they share is their own and on the roster."""
    user, message = update.effective_user, update.message
    assert user is not None and message is not None and message.contact is not None
    if message.contact.user_id != user.id or message.forward_origin is not None:
        await answer_stranger(update, context, texts.PHONE_NOT_YOURS(context.language))
        return
    number, now = message.contact.phone_number, context.now
    arrival = accept_phone(context.db, number, user.id, name_at_telegram(user), now, context.source)
    if arrival is None:
        await answer_stranger(update, context, texts.PHONE_UNKNOWN(context.language))
        return
    await _receive(update, context, arrival)


def name_at_telegram(user: User) -> str:
    """Return the user's Telegram name in one line of visible characters, or their id if nothing is left of it."""
    words = ("".join(each for each in word if category(each) not in UNSEEN) for word in user.full_name.split())
    return " ".join(filter(None, words)) or str(user.id)


async def start_command(update: Update, context: Context) -> None:
    """Handle /start from a registered user: update their name and greet them."""
    user, chat = update.effective_user, update.effective_chat
    assert user is not None and chat is not None
    if chat.type != ChatType.PRIVATE:
        await answer(update, context, GROUP_PRIVATE(context.language))
        return
    name_person(context.db, context.person.id, name_at_telegram(user))
    await _greet(update, context, person_by_id(context.db, context.person.id))


async def greet_back(update: Update, context: Context) -> None:
    """Answer a greeting."""
    person, language = context.person, context.language
    if person.is_coordinator and not _has_plan(context):
        await _greet(update, context, person)
        return
    await answer(update, context, join([GREETING(language), hint(person, language)]), menu(person, language))


async def say_not_understood(update: Update, context: Context) -> None:
    """Say that a message was not understood, and how something like it is said, or else what can be said at all."""
    alike = _examples_like(context, text_of(update))
    instead = write_like(alike, context.language) if alike else hint(context.person, context.language)
    text = join([NOT_UNDERSTOOD(context.language), instead])
    await answer(update, context, text, tell_office_button(update, context))


def _examples_like(context: Context, said: str) -> list[Html]:
    """Return the sentences most like what was said, of those that are understood from this person."""
    person = context.person
    for_them = [*(OF_UNITS if person.speaks_for else ()), *(OF_THE_OFFICE if person.is_coordinator else ())]
    known = [words for each in for_them if (words := each(context.language)) != said]
    alike = likenesses(hear(context, said), [hear(context, each) for each in known])
    found = sorted(zip(alike, known, strict=True), reverse=True)
    return [each for likeness, each in found[:MOST_ALIKE] if likeness >= ALIKE]


async def show_help(update: Update, context: Context) -> None:
    """Show what this user can do."""
    person, language = context.person, context.language
    text = with_own_example(context, help_text(person, language, " ".join(context.args or [])))
    await answer(update, context, text, menu(person, language, has_plan=_has_plan(context)))


async def _receive(update: Update, context: Context, arrival: Arrival) -> None:
    """Greet a newcomer and list the tasks that were left to them, or say what they wait for."""
    person = arrival.person.on(context.today)
    note_seen(context.db, person, context.today)
    if arrival.state is not ArrivalState.IN:
        context.speak_with(person, update)
        if person.language is None:
            set_language(context.db, person.id, context.language)
        await answer(update, context, texts.not_in_yet(arrival, context.language))
        return
    await _greet(update, context, person)
    if left := _left_open(context, arrival):
        await answer(update, context, left)


def _left_open(context: Context, arrival: Arrival) -> Html:
    """Return which drafts of a predecessor are the newcomer's now, and which tasks of their units have been returned or
    wait for an answer on more time; empty if none."""
    language, person = context.language, arrival.person
    mine = assignments(context.db, context.today, person.speaks_for) if person.speaks_for and _has_plan(context) else []
    returned = tuple(each.code for each in mine if each.last is not None and each.last.returned is not None)
    waiting = tuple(each.code for each in own_waiting_extensions(context.db, person, context.today))
    taken = arrival.taken_over
    told = ((texts.TAKEN_OVER, taken), (texts.RETURNED, returned), (texts.WAITING, waiting))
    return join([words(language, count=len(codes), codes=codes) for words, codes in told if codes])


async def _greet(update: Update, context: Context, person: Person) -> None:
    """Greet a person, and store the language of the conversation if they have none, so that notices use it too."""
    context.speak_with(person, update)
    if person.language is None:
        set_language(context.db, person.id, context.language)
    without = len(units_without_liaison(context.db)) if person.is_coordinator else 0
    text = with_own_example(context, welcome(person, _has_plan(context), without, context.language))
    await answer(update, context, text, menu(person, context.language, has_plan=_has_plan(context)))
    await set_menu(context, person)


def _has_plan(context: Context) -> bool:
    return known_plan(context.db) is not None


async def show_newcomers_in_words(update: Update, context: Context, meaning: Understanding) -> bool:
    """Let in or turn away the newcomer shown last, or show who waits for consent, if a coordinator says so; return
    whether the sentence did so."""
    if not context.person.is_coordinator:
        return False
    waiting = waiting_arrivals(context.db)
    if await _decide_on_shown(update, context, meaning, waiting):
        return True
    named = [each for each in waiting if each.person.name in meaning.text and says(meaning, "staffing.let_in")]
    ways = ("staffing.waiting_for_consent", "staffing.asks_to_come_in", "staffing.let_one_in")
    if not named and not says(meaning, *ways):
        return False
    await show_waiting_newcomers(update, context, named)
    return True


async def _decide_on_shown(update: Update, context: Context, said: Understanding, waiting: Sequence[Arrival]) -> bool:
    """Let in or turn away the newcomer about whom the bot's last message asks the office, if a sentence says only that
    (同意, 不同意刘敏加入, 让他进来); return whether it did."""
    asked = context.last_messages.offers(Verb.PEOPLE, "agree")
    for arrival in (each for each in waiting if [(str(each.id),)] == asked):
        if says(said, "staffing.let_one_in"):
            await decide_on_newcomer(update, context, arrival.id, True)
            return True
        bare = said.text.replace(arrival.person.name, "")
        heard = hear(context, bare)
        given = clause_on_requests(heard, []).decision
        named = heard.names(Kind.CODE, Kind.UNIT)
        if given is not None and not named and (not given.words or says(given.words, "staffing.comes_in_alone")):
            await decide_on_newcomer(update, context, arrival.id, given.favour)
            return True
    return False


async def show_waiting_newcomers(update: Update, context: Context, some: Sequence[Arrival] = ()) -> None:
    """Show those who wait for consent, or only `some`, each with the buttons for it."""
    shown = some or waiting_arrivals(context.db)
    for arrival in shown[:MOST_SHOWN]:
        await answer(update, context, *arrival_letter(arrival, context.language))
    if more := len(shown[MOST_SHOWN:]):
        await answer(update, context, texts.MORE_WAIT(context.language, count=more))
    if not shown:
        await answer(update, context, texts.NOBODY_WAITS(context.language))
