"""Buttons of several reports that are checked together, and of unsubmitted reports."""

from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from data.reporting.reviews import FullReport
from handlers.dialog import PREVIEW, Choice
from handlers.reporting.drafts import WaitingReport, names_of_waiting
from handlers.reporting.texts import batch as texts
from handlers.reporting.texts.unfinished import RESUME_ONE
from handlers.telegram import Language, Verb, button, in_rows, labels

MOST_TO_GO_ON_WITH = 4
MOST_TO_LEAVE_OUT = 8
Row = list[InlineKeyboardButton]


def choices(waiting: Sequence[WaitingReport], language: Language) -> list[list[Choice]]:
    """Return the choices that submit the reports together or singly, and edit or complete each."""
    ready = [each for each in waiting if each.complete and not each.overtaken]
    together: list[list[Choice]] = [[(texts.SUBMIT_ALL, "submit")]] if len(ready) > 1 else []
    return [*together, *(_one(each, language) for each in waiting if each.form)]


def _one(waiting: WaitingReport, language: Language) -> list[Choice]:
    code, number = waiting.code, waiting.draft.id
    if not waiting.complete:
        return [(texts.COMPLETE_ONE(language, code=code), f"edit_{number}")]
    way, words = ("anyway", texts.ANYWAY_ONE) if waiting.overtaken else ("one", texts.SUBMIT_ONE)
    edit = (texts.EDIT_ONE(language, code=code), f"edit_{number}")
    return [(words(language, code=code), f"{way}_{number}"), edit]


def choices_to_leave_out(waiting: Sequence[WaitingReport], language: Language) -> list[list[Choice]]:
    """Return a choice that leaves out each of several reports; empty if there is only one."""
    if len(waiting) < 2:
        return []
    one_by_one: list[Choice] = [
        (texts.LEAVE_OUT(language, code=each.code), f"out_{each.draft.id}") for each in waiting[:MOST_TO_LEAVE_OUT]
    ]
    return in_rows(one_by_one, 2)


def rows_below_stored(done: Sequence[FullReport], batch_id: int, language: Language) -> list[Row]:
    """Return the buttons that withdraw or correct each stored report, except final ones."""
    words = (labels.WITHDRAW, labels.CORRECT) if len(done) == 1 else (texts.WITHDRAW_ONE, texts.CORRECT_ONE)
    return [
        [
            button(words[0](language, code=each.code), Verb.BATCH, "undo", batch_id, each.id),
            button(words[1](language, code=each.code), Verb.BATCH, "correct", batch_id, each.id),
        ]
        for each in done
        if not each.final
    ]


def resume_rows(waiting: Sequence[WaitingReport], language: Language) -> list[Row]:
    """Return the buttons that resume unsubmitted reports, two in a row."""
    return in_rows(resume_row(waiting, language), 2)


def resume_row(waiting: Sequence[WaitingReport], language: Language) -> Row:
    """Return a button that resumes each unsubmitted report, at most MOST_TO_GO_ON_WITH."""
    return [
        button(RESUME_ONE(language, code=name), Verb.DIALOG, each.draft.id, PREVIEW, "resume")
        for each, name in zip(waiting[:MOST_TO_GO_ON_WITH], names_of_waiting(waiting, language), strict=False)
    ]


def stored_batch(
    done: Sequence[FullReport], batch_id: int, others: Sequence[WaitingReport], language: Language
) -> InlineKeyboardMarkup:
    """Return the buttons below stored reports: withdraw and correct each, and resume `others`."""
    return InlineKeyboardMarkup([*rows_below_stored(done, batch_id, language), *resume_rows(others, language)])
