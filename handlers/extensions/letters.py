"""A request for more time as the office gets it to decide, and as the unit hears of the decision."""

from telegram import InlineKeyboardMarkup

from data.office.extensions import Extension
from handlers.extensions import keyboard, texts
from handlers.telegram.wording import Html, Language


def request_letter(asked: Extension, language: Language, *, more: bool = False) -> tuple[Html, InlineKeyboardMarkup]:
    """A request to decide; with `more` that wait, also the way to the next."""
    return texts.request(asked, language), keyboard.request(asked, language, more=more)


def extension_letter(asked: Extension, language: Language) -> tuple[Html, InlineKeyboardMarkup | None]:
    """A request that waits for the office, or what was decided of it."""
    if asked.decision is None:
        return request_letter(asked, language)
    return texts.decision_text(asked, language), keyboard.report_on(asked, language)
