"""Buttons for reporting no change (本期无变化)."""

from collections.abc import Sequence

from telegram import InlineKeyboardMarkup, MaybeInaccessibleMessage, Message

from data.reporting.no_change import NoChange
from data.standing.assignments import Assignment
from handlers.telegram import (
    Language,
    Verb,
    button,
    in_rows,
    keyboard_of,
    labels,
    no_change_label,
    page_buttons,
    page_of,
    report_on,
)
from handlers.telegram.callbacks import pack
from handlers.telegram.task_buttons import ALL, below_stored_report, no_change_button, unit_suffix

CHECK_INS_A_PAGE = 10


def waiting_list(
    waiting: Sequence[Assignment], page: int, language: Language, *, named: bool, whole: bool
) -> InlineKeyboardMarkup:
    """Return a button for each task on the page, with its unit if `named`, those for other pages, and with `whole` one
    for all waiting tasks."""
    shown = waiting[page * CHECK_INS_A_PAGE : (page + 1) * CHECK_INS_A_PAGE]
    one_by_one = [
        no_change_button(no_change_label([each], language) + unit_suffix(each, language, named), each.id, each)
        for each in shown
    ]
    everything = (
        [[no_change_button(no_change_label(waiting, language), ALL, waiting[0])]] if whole and len(waiting) > 1 else []
    )
    pages = page_of(waiting, page, CHECK_INS_A_PAGE).pages
    ways = page_buttons(Verb.UNCHANGED, lambda page: ("page", page), page, pages, language)
    return keyboard_of(*everything, *in_rows(one_by_one, 1 if named else 2), ways)


def is_list(message: MaybeInaccessibleMessage) -> bool:
    """Return whether a message is a waiting list, which offers to report all tasks at once."""
    keyboard = message.reply_markup if isinstance(message, Message) else None
    presses = [each.callback_data for row in keyboard.inline_keyboard for each in row] if keyboard else []
    return any(str(each).startswith(pack(Verb.UNCHANGED, ALL)) for each in presses)


def below_stored(done: NoChange, message_id: int, language: Language) -> InlineKeyboardMarkup:
    """Return the buttons below what a press has stored: correct or withdraw one report, or withdraw all."""
    if len(done.stored) == 1:
        return below_stored_report(done.stored[0].report_id, language)
    if done.stored:
        return keyboard_of([button(labels.WITHDRAW_ALL(language), Verb.UNCHANGED, "undo", message_id)])
    return report_on(done.left_alone, language)
