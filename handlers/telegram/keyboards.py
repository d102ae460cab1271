"""Inline keyboards, the reply keyboard, 撤销 below what was just done, and the pages of what is too long for one
message."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, TypeVar

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, KeyboardButton, ReplyKeyboardMarkup

from data.acts.last_act import DEEDS, Done
from data.acts.recorded_acts import act_of
from data.people.actor import Actor
from data.people.people import Person, Role
from data.store import Database
from handlers.telegram.callbacks import Verb, fits, pack
from handlers.telegram.context import Context
from handlers.wording import Html, Language, Wording, labels, plain, screen_width

T = TypeVar("T")
FITS = {1: 1000, 2: 18, 3: 10, 4: 8}
"""The most columns (two for a Chinese character) of a label, by the number of buttons in a row on a phone; longer rows
share the width of four."""
SHORT_IN_A_ROW = 4
"""The number of numbers or short names in a row."""
Rows = list[list[InlineKeyboardButton]]


def button(words: str, verb: Verb, *arguments: object, style: str | None = None) -> InlineKeyboardButton:
    """Return an inline button, whose label has no markup."""
    words = plain(words) if isinstance(words, Html) else words
    return InlineKeyboardButton(words, callback_data=pack(verb, *arguments), style=style)


def invite_button(words: str, role: Role, unit_id: int, name: str, phone: str) -> InlineKeyboardButton:
    """Return the button that invites somebody for a unit, or for the office (0); it carries the number, and the name as
    far as there is room."""
    name = name.replace(":", " ")
    carried = [name, *filter(None, [phone])] if name or phone else []
    while not fits(Verb.INVITE, role, unit_id, *carried):
        carried[0] = carried[0][:-1]
    return button(words, Verb.INVITE, role, unit_id, *carried)


def keyboard_of(*rows: Sequence[InlineKeyboardButton]) -> InlineKeyboardMarkup:
    """Return an inline keyboard, leaving out empty rows."""
    return InlineKeyboardMarkup([row for row in rows if row])


def menu(person: Person, language: Language, *, has_plan: bool = True) -> ReplyKeyboardMarkup:
    """Return the reply keyboard for a person's roles; without a plan, a coordinator's buttons set one up."""
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
    """Return the same buttons in rows that let a phone show each label in full."""
    return InlineKeyboardMarkup([part for row in keyboard.inline_keyboard for part in _fitted(row)])


def _fitted(row: Sequence[InlineKeyboardButton]) -> Rows:
    """Return the row split into as many rows as its labels need."""
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
    return all(screen_width(each.text) <= room for each in row)


def in_rows(buttons: Sequence[T], width: int) -> list[list[T]]:
    """Return the buttons in rows of `width`."""
    return [list(buttons[start : start + width]) for start in range(0, len(buttons), width)]


def undo_keyboard(
    done: Done, language: Language, *rows: Sequence[InlineKeyboardButton], words: Wording = labels.UNDO
) -> InlineKeyboardMarkup:
    """Return a keyboard with 撤销, or other `words`, for what was done, above `rows`."""
    return keyboard_of([button(words(language), Verb.ACT, DEEDS[type(done)], done.id)], *rows)


def with_undo(
    context: Context, rows: Sequence[Sequence[InlineKeyboardButton]] = (), source: str | None = None
) -> InlineKeyboardMarkup:
    """Return a keyboard with 撤销 for what this update, or another `source`, has just changed, above `rows`."""
    act = act_of(context.db, source or context.source)
    return undo_keyboard(act, context.language, *rows) if act and not act.undone else keyboard_of(*rows)


class ActKind(NamedTuple):
    """How one kind of act is told in a `line` and undone; the answer that it was `undone`, and the buttons `below`."""

    line: Callable[[Any, Language], Html]
    undo: Callable[[Database, Actor, int], Any]
    undone: Callable[[Context, Any], Html]
    below: Callable[[Any, Language], InlineKeyboardMarkup | None] = lambda *_: None


def page_buttons(
    verb: Verb, to: Callable[[int], Sequence[object]], number: int, pages: int, language: Language
) -> list[InlineKeyboardButton]:
    """Return the buttons to the previous and next page; `to` returns the arguments of the button to a page."""
    before = [button(labels.PREVIOUS_PAGE(language), verb, *to(number - 1))] if number > 0 else []
    after = [button(labels.NEXT_PAGE(language), verb, *to(number + 1))] if number < pages - 1 else []
    return before + after
