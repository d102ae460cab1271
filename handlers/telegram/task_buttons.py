"""Buttons about a task used in several rooms: to report on it, to report no change, to withdraw a report."""

from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from data.standing.assignments import Assignment
from handlers.telegram.callbacks import Verb
from handlers.telegram.keyboards import Rows, button, in_rows
from handlers.wording import Language, bracketed, labels
from handlers.wording.task_lines import of_several_units

ALL, ASKED = "all", "asked"
"""Scopes of 本期无变化: all assignments waiting for a report of the period, or those a reminder has asked about."""
CODES_IN_A_ROW = 4
MOST_NOTICE_BUTTONS = 8


def below_stored_report(report_id: int, language: Language, more: Rows | None = None) -> InlineKeyboardMarkup:
    """Return the keyboard of a stored report (撤回, 更正), followed by `more` rows."""
    changes = [
        button(labels.WITHDRAW(language), Verb.WITHDRAW, report_id),
        button(labels.CORRECT(language), Verb.CORRECT, report_id),
    ]
    return InlineKeyboardMarkup([changes, *(more or [])])


def to_begin(assignment: Assignment, language: Language, unit: str = "") -> list[InlineKeyboardButton]:
    """Return the buttons to report on a task and, if it has a deadline that is not met, to ask for more time; `unit` is
    added to their words."""
    buttons = [button(f"{labels.REPORT(language)}{unit}", Verb.REPORT, assignment.id, style="primary")]
    if assignment.due is not None and not assignment.finished:
        buttons.append(button(f"{labels.EXTEND(language)}{unit}", Verb.EXTEND, assignment.id))
    return buttons


def report_on(group: Sequence[Assignment], language: Language) -> InlineKeyboardMarkup:
    """Return a button to report on each assignment; if they belong to several units, one a row with its unit."""
    named = of_several_units(group)
    buttons = [
        button(labels.REPORT_TASK(language, code=each.code) + unit_suffix(each, language, named), Verb.REPORT, each.id)
        for each in group[:MOST_NOTICE_BUTTONS]
    ]
    return InlineKeyboardMarkup(in_rows(buttons, 1 if named else 2))


def no_change_button(words: str, which: object, shown: Assignment) -> InlineKeyboardButton:
    """Return the button 本期无变化. It holds the day it was shown on, and thus the period."""
    return button(words, Verb.UNCHANGED, which, f"{shown.today:%Y%m%d}")


def no_change_label(ongoing: Sequence[Assignment], language: Language) -> str:
    """Return the text of the button 本期无变化, for one assignment or several."""
    if len(ongoing) == 1:
        return f"{ongoing[0].code} {labels.NO_CHANGE(language)}"
    return labels.NO_CHANGE_ALL(language)


def unit_suffix(assignment: Assignment, language: Language, named: bool) -> str:
    """Return the unit in brackets if `named`, to follow a button's text, else an empty string."""
    return bracketed(assignment.unit or "", language) if named else ""


def pick_task(choices: Sequence[Assignment], verb: Verb = Verb.CARD) -> InlineKeyboardMarkup:
    """Return buttons to choose a task by its code; the message gives the titles."""
    buttons = [button(each.code, verb, each.task_id) for each in choices]
    return InlineKeyboardMarkup(in_rows(buttons, CODES_IN_A_ROW))


def pick_assignment(choices: Sequence[Assignment], language: Language) -> InlineKeyboardMarkup:
    """Return buttons to choose a message's assignment, by code and, if they belong to several units, unit."""
    return InlineKeyboardMarkup(code_buttons(choices, language, Verb.SAID, named=of_several_units(choices)))


def code_buttons(found: Sequence[Assignment], language: Language, verb: Verb, *arguments: object, named: bool) -> Rows:
    """Return a button with the code of each assignment, whose id follows the `arguments`; if its unit is `named`, in a
    row of its own."""
    buttons = [button(each.code + unit_suffix(each, language, named), verb, *arguments, each.id) for each in found]
    return in_rows(buttons, 1 if named else CODES_IN_A_ROW)
