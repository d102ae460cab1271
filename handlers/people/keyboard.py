"""The buttons of B角."""

from collections.abc import Sequence

from telegram import InlineKeyboardMarkup

from data.people.deputies import Arrangement, Deputy
from data.people.people import Membership
from handlers.people.texts import deputies as texts
from handlers.people.texts.joining import IT_IS_FOR_ME
from handlers.telegram import labels
from handlers.telegram.callbacks import Verb
from handlers.telegram.keyboards import button
from handlers.telegram.wording import Language, cut

NAME = 20


def units(choices: Sequence[Membership]) -> InlineKeyboardMarkup:
    """Which of the liaison's units is meant."""
    return InlineKeyboardMarkup([[button(each.unit or "", Verb.DEPUTY, "unit", each.unit_id)] for each in choices])


def arrangement(present: Arrangement, language: Language) -> InlineKeyboardMarkup:
    """Name another deputy, recall one, and choose who gets the notices."""
    rows = [
        [button(texts.RECALL(language, name=cut(each.name, NAME)), Verb.DEPUTY, "recall", each.id)]
        for each in present.deputies
        if each.named_by
    ]
    if present.deputies:
        choice, words = ("both", texts.BOTH) if present.alone else ("alone", texts.ALONE)
        rows.append([button(words(language), Verb.DEPUTY, choice, present.unit_id)])
    return InlineKeyboardMarkup([*rows, [button(texts.NAME(language), Verb.DEPUTY, "name", present.unit_id)]])


def recalling(deputy: Deputy, language: Language) -> InlineKeyboardMarkup:
    """Confirm, before a deputy is recalled."""
    end = button(texts.END(language), Verb.DEPUTY, "end", deputy.id, style="danger")
    return InlineKeyboardMarkup([[end, button(labels.BACK(language), Verb.DEPUTY, "unit", deputy.unit_id)]])


def join(token: str, language: Language) -> InlineKeyboardMarkup:
    """Accept an invitation that was opened."""
    return InlineKeyboardMarkup([[button(IT_IS_FOR_ME(language), Verb.JOIN, token)]])


def languages() -> InlineKeyboardMarkup:
    """The two languages."""
    return InlineKeyboardMarkup(
        [[button(labels.CHINESE.zh, Verb.LANGUAGE, "zh"), button(labels.ENGLISH.en, Verb.LANGUAGE, "en")]]
    )
