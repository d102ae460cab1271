"""Notices to units about their returns: a line and a button in the morning's digest for each open one, and a letter
about one given back."""

from datetime import date

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from data.notices.due_returns import DueReturn
from data.notices.rules import NoticeMatter
from data.returns.filings import ReturnGivenBack
from handlers.returns import keyboard as buttons
from handlers.returns.texts import own_returns as texts
from handlers.returns.texts.filing import given_back, period_text
from handlers.telegram import Html, Language, Verb, bracketed, button, labels

HEADING = labels.RETURNS


def due_line(matter: NoticeMatter, today: date, language: Language) -> Html:
    """Return the digest's line about a return to be filed, with its period and the days left."""
    assert isinstance(matter, DueReturn)
    return texts.due_line(matter.name, matter.span, (matter.due - today).days, language)


def fill_button_in_digest(matter: NoticeMatter, outbox_id: int, language: Language) -> InlineKeyboardButton:
    """Return the digest's button that opens the form of a return."""
    assert isinstance(matter, DueReturn)
    return button(texts.fill_label(matter.name, matter.span, language), Verb.FILING, "fill", matter.id)


def return_name(matter: NoticeMatter, language: Language) -> str:
    """Return the title of a return with its period."""
    assert isinstance(matter, DueReturn)
    return matter.name + bracketed(period_text(matter.span, language), language)


def given_back_letter(given: ReturnGivenBack, language: Language) -> tuple[Html, InlineKeyboardMarkup]:
    """Return the letter that the office has given a return back, with the reason and a button to correct it."""
    text = given_back(given.unit_return, given.indicators, language)
    return text, buttons.fill(given.unit_return, language)
