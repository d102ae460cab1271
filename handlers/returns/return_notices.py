"""What units hear of their returns without having asked: a line of the morning's digest for each that is open, with the
button that opens its form, and a letter where one was given back."""

from datetime import date

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from data.notices.due_returns import DueReturn
from data.notices.rules import Matter
from data.returns.filings import GivenBack
from handlers.returns import keyboard as buttons
from handlers.returns.texts import own_returns as texts
from handlers.returns.texts.filing import given_back, period_text
from handlers.telegram import Html, Language, Verb, bracketed, button, labels

HEADING = labels.RETURNS


def due_line(matter: Matter, today: date, language: Language) -> Html:
    """A return that is to be filed, with its period and how long there is."""
    assert isinstance(matter, DueReturn)
    return texts.due_line(matter.name, matter.span, (matter.due - today).days, language)


def fill_in_digest(matter: Matter, outbox_id: int, language: Language) -> InlineKeyboardButton:
    """填报表 of a return in a digest; its form is shown below that."""
    assert isinstance(matter, DueReturn)
    return button(texts.fill_word(matter.name, matter.span, language), Verb.FILING, "fill", matter.id)


def name(matter: Matter, language: Language) -> str:
    """A return with its period."""
    assert isinstance(matter, DueReturn)
    return matter.name + bracketed(period_text(matter.span, language), language)


def given_back_letter(given: GivenBack, language: Language) -> tuple[Html, InlineKeyboardMarkup]:
    """The office has given a unit's figures back: why, and the way to putting them right."""
    text = given_back(given.unit_return, given.indicators, language)
    return text, buttons.fill(given.unit_return, language)
