"""The buttons of a unit's own returns."""

from collections.abc import Sequence

from telegram import InlineKeyboardMarkup

from data.returns.unit_returns import DONE, UnitReturn
from handlers.returns.texts import own_returns as texts
from handlers.telegram import Language, Verb, button, keyboard_of, labels


def own_list(shown: Sequence[UnitReturn], language: Language, *, several: bool) -> InlineKeyboardMarkup | None:
    """填报表 for each that is open, 更正 for each that is filed; with the unit where the person has several."""
    rows = [
        [button(texts.button_words(each, language, name_unit=several), Verb.FILING, "fill", each.id)] for each in shown
    ]
    return keyboard_of(*rows) if rows else None


def filed(found: UnitReturn, language: Language) -> InlineKeyboardMarkup:
    """Under what was filed: correct it, or look at all."""
    correct = button(labels.CORRECT(language), Verb.FILING, "fill", found.id)
    return keyboard_of([correct, button(labels.RETURNS(language), Verb.FILING, "list", 0)])


def fill(found: UnitReturn, language: Language) -> InlineKeyboardMarkup:
    """Under a message about one return: fill it in."""
    words = labels.CORRECT if found.state in DONE else labels.FILL_RETURN
    return keyboard_of([button(words(language), Verb.FILING, "fill", found.id)])
