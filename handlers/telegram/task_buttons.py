"""Buttons about a task that stand in several rooms: report on it, nothing has changed, take a report back."""

from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from data.standing.assignments import Assignment
from handlers.telegram import labels
from handlers.telegram.callbacks import Verb
from handlers.telegram.keyboards import Rows, button, in_rows
from handlers.telegram.task_lines import of_several_units
from handlers.telegram.wording import Language, bracketed

ALL, ASKED = "all", "asked"
"""本期无变化 of all that wait in the period, and of those a reminder has asked after."""
CODES_IN_A_ROW = 4
MOST_NOTICE_BUTTONS = 8


def stored(report_id: int, language: Language, more: Rows | None = None) -> InlineKeyboardMarkup:
    """What can still be done with a stored report (撤回, 更正), followed by `more` rows."""
    changes = [
        button(labels.WITHDRAW(language), Verb.WITHDRAW, report_id),
        button(labels.CORRECT(language), Verb.CORRECT, report_id),
    ]
    return InlineKeyboardMarkup([changes, *(more or [])])


def report_on(group: Sequence[Assignment], language: Language) -> InlineKeyboardMarkup:
    """A button to report on each of these; where they are of several units, one a row, with its unit."""
    named = of_several_units(group)
    buttons = [
        button(labels.REPORT_TASK(language, code=each.code) + of_unit(each, language, named), Verb.REPORT, each.id)
        for each in group[:MOST_NOTICE_BUTTONS]
    ]
    return InlineKeyboardMarkup(in_rows(buttons, 1 if named else 2))


def unchanged(words: str, which: object, shown: Assignment) -> InlineKeyboardButton:
    """The button 本期无变化. It holds the day on which it was shown, and so the period."""
    return button(words, Verb.UNCHANGED, which, f"{shown.today:%Y%m%d}")


def no_change_in(ongoing: Sequence[Assignment], language: Language) -> str:
    """What that button says, for one task or for several."""
    if len(ongoing) == 1:
        return f"{ongoing[0].code} {labels.NO_CHANGE(language)}"
    return labels.NO_CHANGE_ALL(language)


def of_unit(assignment: Assignment, language: Language, named: bool) -> str:
    """The unit in brackets, to follow the words of a button, where units are `named`."""
    return bracketed(assignment.unit or "", language) if named else ""


def pick_task(choices: Sequence[Assignment], verb: Verb = Verb.CARD) -> InlineKeyboardMarkup:
    """Which of several tasks is meant, by code; the message gives the titles."""
    buttons = [button(each.code, verb, each.task_id) for each in choices]
    return InlineKeyboardMarkup(in_rows(buttons, CODES_IN_A_ROW))


def pick_said(choices: Sequence[Assignment], language: Language) -> InlineKeyboardMarkup:
    """Which of several assignments a statement is about: by code, and by unit where they are of several."""
    named = of_several_units(choices)
    buttons = [button(each.code + of_unit(each, language, named), Verb.SAID, each.id) for each in choices]
    return InlineKeyboardMarkup(in_rows(buttons, 1 if named else CODES_IN_A_ROW))
