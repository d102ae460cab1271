"""The buttons under messages, and 撤销 under what was just done by a press or a sentence."""

from collections.abc import Sequence
from typing import TypeVar

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, KeyboardButton, ReplyKeyboardMarkup

from data.acts.recorded_acts import Act, act_of
from data.people.people import Person
from handlers.telegram import labels
from handlers.telegram.callbacks import Verb, pack
from handlers.telegram.context import Context
from handlers.telegram.wording import Language, Wording, columns

T = TypeVar("T")
FITS = {1: 1000, 2: 18, 3: 10, 4: 8}
"""How many columns a label may have, of two for a Chinese character, in a row of so many buttons on a phone; of more
buttons each may have what is left of the width of four."""
SHORT_IN_A_ROW = 4
"""So many numbers or short names stand side by side."""
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


def fitted(keyboard: InlineKeyboardMarkup) -> InlineKeyboardMarkup:
    """The same buttons in rows in which a phone shows each label whole."""
    return InlineKeyboardMarkup([part for row in keyboard.inline_keyboard for part in _fitted(row)])


def _fitted(row: Sequence[InlineKeyboardButton]) -> Rows:
    """A row, or as many as its labels need."""
    if _fits(row):
        return [list(row)]
    rows: Rows = [[]]
    for each in row:
        if rows[-1] and not _fits([*rows[-1], each]):
            rows.append([])
        rows[-1].append(each)
    return rows


def _fits(row: Sequence[InlineKeyboardButton]) -> bool:
    room = FITS.get(len(row)) or 4 * FITS[4] // len(row)
    return all(columns(each.text) <= room for each in row)


def in_rows(buttons: Sequence[T], width: int) -> list[list[T]]:
    """The buttons in rows of so many."""
    return [list(buttons[start : start + width]) for start in range(0, len(buttons), width)]


def undo_row(act: Act | None, language: Language) -> list[InlineKeyboardButton]:
    """撤销 of what was set, where it can be taken back."""
    return [button(labels.UNDO(language), Verb.ACT, "undo", act.id)] if act and not act.undone else []


def with_undo(
    context: Context, rows: Sequence[Sequence[InlineKeyboardButton]] = (), source: str | None = None
) -> InlineKeyboardMarkup:
    """Under what was just set or decided by a press or a sentence, or by another `source`: 撤销, and the other ways
    on."""
    return keyboard_of(undo_row(act_of(context.db, source or context.source), context.language), *rows)
