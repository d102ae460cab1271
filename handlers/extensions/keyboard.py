"""The buttons of putting a deadline off."""

from collections.abc import Sequence
from datetime import date

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from data.errors import DayTooEarly, DayTooLate
from data.office.extensions import Extension, check_day
from data.office.more_time import later
from data.plan.tasks import Assignment
from data.reporting.questions import Asked
from handlers.extensions import texts
from handlers.reporting.texts.questions import KEEP
from handlers.telegram import labels
from handlers.telegram.callbacks import Verb
from handlers.telegram.keyboards import button
from handlers.telegram.wording import Language


def days(
    assignment: Assignment, given: date | None, waiting: Extension | None, language: Language
) -> InlineKeyboardMarkup:
    """One, two or three months more, where that is allowed, the day `given` before, and the ways back and out; take the
    own request back that is `waiting`."""
    due = max(assignment.due or assignment.today, assignment.today)
    offers = [(wording, later(due, months)) for months, wording in texts.MONTHS_MORE.items()]
    rows = [
        [button(texts.day_button(wording, day, language), Verb.EXTENSION, "day", assignment.id, f"{day:%Y%m%d}")]
        for wording, day in offers
        if _allowed(assignment, day)
    ]
    if given is not None:
        rows.append([_stay(Asked.EXTENSION_DAY, texts.day_button(KEEP, given, language), assignment)])
    if waiting is not None:
        rows.append([_withdraw(waiting, language)])
    return InlineKeyboardMarkup([*rows, _ways(Asked.EXTENSION_DAY, assignment, language)])


def asked(extension: Extension, language: Language) -> InlineKeyboardMarkup:
    """Under a request that waits: take it back."""
    return InlineKeyboardMarkup([[_withdraw(extension, language)]])


def reason(assignment: Assignment, given: str | None, language: Language) -> InlineKeyboardMarkup:
    """Under the question for the reason, which is answered in words: what was `given` before, the ways back and out."""
    stay = [[_stay(Asked.EXTENSION_REASON, KEEP(language), assignment)]] if given else []
    return InlineKeyboardMarkup([*stay, _ways(Asked.EXTENSION_REASON, assignment, language)])


def preview(assignment: Assignment, language: Language) -> InlineKeyboardMarkup:
    """Submit the request, change it, go back, or drop it."""
    submit = button(labels.SUBMIT(language), Verb.EXTENSION, "submit", assignment.id, style="success")
    edit = button(labels.EDIT(language), Verb.EXTENSION, "edit", assignment.id)
    return InlineKeyboardMarkup([[submit, edit], _ways(Asked.EXTENSION_PREVIEW, assignment, language)])


def editing(assignment: Assignment, language: Language) -> InlineKeyboardMarkup:
    """The answers that can be changed from the preview."""
    fields = [
        button(words(language), Verb.EXTENSION, "change", assignment.id, step)
        for step, words in ((Asked.EXTENSION_DAY, texts.UNTIL), (Asked.EXTENSION_REASON, texts.REASON))
    ]
    return InlineKeyboardMarkup([fields, [button(labels.BACK(language), Verb.EXTENSION, "keep", assignment.id)]])


def cancelling(assignment_id: int, language: Language) -> InlineKeyboardMarkup:
    """The one question before a request is dropped."""
    return InlineKeyboardMarkup(
        [
            [
                button(texts.CANCEL_YES(language), Verb.EXTENSION, "drop", assignment_id, style="danger"),
                button(labels.BACK(language), Verb.EXTENSION, "keep", assignment_id),
            ]
        ]
    )


def pick(choices: Sequence[Assignment]) -> InlineKeyboardMarkup:
    """For which of the person's units."""
    return InlineKeyboardMarkup([[button(each.unit or "", Verb.EXTEND, each.id)] for each in choices])


def request(extension: Extension, language: Language, *, more: bool = False) -> InlineKeyboardMarkup:
    """同意, 改日期 or 不同意, and where there are `more` requests the way to the next."""
    decisions = [
        button(texts.GRANT(language), Verb.DECIDE, "grant", extension.id, style="success"),
        button(texts.OTHER_DAY(language), Verb.DECIDE, "other", extension.id),
        button(texts.REFUSE(language), Verb.DECIDE, "refuse", extension.id),
    ]
    following = [button(labels.NEXT_REVIEW(language), Verb.REVIEW, "asked", extension.id)]
    return InlineKeyboardMarkup([decisions, following] if more else [decisions])


def sure_of_day(extension: Extension, day: date, language: Language) -> InlineKeyboardMarkup:
    """Set the day that was read, or go back to the request."""
    words = texts.day_button(texts.SET_DAY, day, language)
    return InlineKeyboardMarkup(
        [
            [
                button(words, Verb.DECIDE, "set", extension.id, f"{day:%Y%m%d}", style="success"),
                button(labels.BACK(language), Verb.DECIDE, "other", extension.id),
            ]
        ]
    )


def report_on(extension: Extension, language: Language) -> InlineKeyboardMarkup | None:
    """Under what the unit hears: report on the task, while it is open."""
    assignment = extension.assignment
    if assignment.finished:
        return None
    words = labels.REPORT_TASK(language, code=assignment.code)
    return InlineKeyboardMarkup([[button(words, Verb.REPORT, assignment.id)]])


def _ways(step: Asked, assignment: Assignment, language: Language) -> list[InlineKeyboardButton]:
    return [
        button(labels.BACK(language), Verb.EXTENSION, "back", assignment.id, step),
        button(labels.CANCEL(language), Verb.EXTENSION, "cancel", assignment.id),
    ]


def _withdraw(extension: Extension, language: Language) -> InlineKeyboardButton:
    return button(texts.WITHDRAW(language), Verb.EXTENSION, "withdraw", extension.id)


def _stay(step: Asked, words: str, assignment: Assignment) -> InlineKeyboardButton:
    return button(words, Verb.EXTENSION, "stay", assignment.id, step)


def _allowed(assignment: Assignment, day: date) -> bool:
    try:
        check_day(assignment, day)
    except (DayTooEarly, DayTooLate):
        return False
    return True
