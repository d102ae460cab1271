"""Returns that are open, in the morning's digest: a line for each, and the button that opens its form."""

from datetime import date

from telegram import InlineKeyboardButton

from data.notices.due_returns import DueReturn
from data.notices.rules import Matter
from handlers.returns.texts import own_returns as texts
from handlers.returns.texts.filing import period_text
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
