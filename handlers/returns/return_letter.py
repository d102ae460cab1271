"""What units hear of their returns without having asked."""

from telegram import InlineKeyboardMarkup

from data.returns.filings import GivenBack
from handlers.returns import own_keyboard as buttons
from handlers.returns.texts import filing as texts
from handlers.telegram import Html, Language


def given_back_letter(given: GivenBack, language: Language) -> tuple[Html, InlineKeyboardMarkup]:
    """The office has given a unit's figures back: why, and the way to putting them right."""
    text = texts.given_back(given.unit_return, given.indicators, language)
    return text, buttons.fill(given.unit_return, language)
