"""The buttons of putting a deadline off."""

from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from data.office.extensions import Extension
from data.standing.assignments import Assignment
from handlers.extensions.texts import decision as of_decision
from handlers.extensions.texts import request as of_request
from handlers.telegram import Language, Verb, button, keyboard_of, labels


def asked(extension: Extension, language: Language) -> InlineKeyboardMarkup:
    """Under a request that waits: take it back."""
    return keyboard_of([withdraw(extension, language)])


def pick(choices: Sequence[Assignment]) -> InlineKeyboardMarkup:
    """For which of the person's units."""
    return keyboard_of(*[[button(each.unit or "", Verb.EXTEND, each.id)] for each in choices])


def request(extension: Extension, language: Language, *, more: bool = False) -> InlineKeyboardMarkup:
    """同意, 改日期 or 不同意, and where there are `more` requests the way to the next."""
    decisions = [
        button(labels.AGREE(language), Verb.DECIDE, "grant", extension.id, style="success"),
        button(of_decision.OTHER_DAY(language), Verb.DECIDE, "other", extension.id),
        button(of_decision.REFUSE(language), Verb.DECIDE, "refuse", extension.id),
    ]
    following = [button(labels.NEXT_REVIEW(language), Verb.REVIEW, "asked", extension.id)]
    return keyboard_of(*[decisions, following] if more else [decisions])


def as_asked(extension: Extension, language: Language) -> tuple[InlineKeyboardButton, InlineKeyboardButton]:
    """Where another day is asked for: 同意 with the day of the request after all, or 不同意."""
    grant = of_request.day_button(labels.AGREE, extension.proposed, language)
    return (
        button(grant, Verb.DECIDE, "grant", extension.id),
        button(of_decision.REFUSE(language), Verb.DECIDE, "refuse", extension.id),
    )


def report_on(extension: Extension, language: Language) -> InlineKeyboardMarkup | None:
    """Under what the unit hears: report on the task, while it is open."""
    assignment = extension.assignment
    if assignment.finished:
        return None
    words = labels.REPORT_TASK(language, code=assignment.code)
    return keyboard_of([button(words, Verb.REPORT, assignment.id)])


def withdraw(extension: Extension, language: Language) -> InlineKeyboardButton:
    """Take a request back."""
    return button(of_request.WITHDRAW(language), Verb.EXTENSION, "withdraw", extension.id)
