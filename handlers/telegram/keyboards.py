"""The buttons under messages."""

from collections.abc import Sequence
from typing import TypeVar

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, KeyboardButton, ReplyKeyboardMarkup

from data.people.people import Person
from handlers.telegram import labels
from handlers.telegram.callbacks import Verb, pack
from handlers.telegram.wording import Language, Wording

T = TypeVar("T")
Rows = list[list[InlineKeyboardButton]]


def button(words: str, verb: Verb, *arguments: object, style: str | None = None) -> InlineKeyboardButton:
    """One inline button."""
    return InlineKeyboardButton(words, callback_data=pack(verb, *arguments), style=style)


def keyboard_of(*rows: Sequence[InlineKeyboardButton]) -> InlineKeyboardMarkup:
    """The buttons of a message, row by row; rows without any are left out."""
    return InlineKeyboardMarkup([row for row in rows if row])


def menu(person: Person, language: Language, *, has_plan: bool = True) -> ReplyKeyboardMarkup:
    """The words at the foot of a private chat, by role; while there is no plan, the office's are those to set up."""
    rows: list[list[Wording]] = []
    if person.speaks_for:
        rows.append([labels.MY_TASKS, labels.REPORT])
    if person.is_coordinator and not has_plan:
        rows += [[labels.IMPORT_PLAN, labels.PEOPLE], [labels.SETTINGS, labels.HELP]]
    elif person.is_coordinator:
        rows += [[labels.SUMMARY, labels.DUE_SOON], [labels.TO_REVIEW, labels.PEOPLE, labels.HELP]]
    elif person.sees_everything:
        rows += [[labels.SUMMARY, labels.DUE_SOON], [labels.HISTORY, labels.HELP]]
    else:
        rows.append([labels.DUE_SOON, labels.HISTORY, labels.HELP])
    return ReplyKeyboardMarkup(
        [[KeyboardButton(words(language)) for words in row] for row in rows], resize_keyboard=True, is_persistent=True
    )


def in_rows(buttons: Sequence[T], width: int) -> list[list[T]]:
    """The buttons in rows of so many."""
    return [list(buttons[start : start + width]) for start in range(0, len(buttons), width)]
