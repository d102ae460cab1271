"""Who comes in: the office hears of it, and where it has said so, agrees first."""

from telegram import InlineKeyboardMarkup, Update

from data.people.arrivals import Arrival, State, decide_arrival
from handlers.people import keyboard as buttons
from handlers.people.menus import refresh_menu
from handlers.people.texts import newcomers as texts
from handlers.telegram import Context, Html, Language, conclude

Letter = tuple[Html, InlineKeyboardMarkup | None]


def arrival_letter(arrival: Arrival, language: Language) -> Letter:
    """What the office hears of somebody who has come, or waits for it."""
    text = texts.arrival_text(arrival, language)
    if arrival.state is State.WAITING:
        return text, buttons.arrival(arrival.id, language)
    return text, buttons.newcomer(arrival.person.id, language)


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
    keyboard = None if arrival.state is State.REFUSED else buttons.newcomer(arrival.person.id, context.language)
    await conclude(update, context, texts.decided(arrival, context.language), keyboard)
