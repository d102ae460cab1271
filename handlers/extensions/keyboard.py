"""The buttons of requests for more time."""

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from data.office.extensions import Decision, Extension
from handlers.extensions.texts import decision as of_decision
from handlers.extensions.texts import request as of_request
from handlers.telegram import Verb, button, keyboard_of
from handlers.wording import Language, labels


def below_own_request(extension: Extension, language: Language) -> InlineKeyboardMarkup:
    """Return the button below a waiting request that withdraws it."""
    return keyboard_of([withdraw_button(extension, language)])


def decide(extension: Extension, language: Language, *, more: bool = False) -> InlineKeyboardMarkup:
    """Return 同意, 改日期 and 不同意, and a button to the next request if there are `more`."""
    decisions = [
        button(labels.AGREE(language), Verb.DECIDE, "grant", extension.id, style="success"),
        button(of_decision.OTHER_DAY(language), Verb.DECIDE, "other", extension.id),
        button(of_decision.REFUSE(language), Verb.DECIDE, "refuse", extension.id),
    ]
    following = [button(labels.NEXT_REVIEW(language), Verb.REVIEW, "asked", extension.id)]
    return keyboard_of(*[decisions, following] if more else [decisions])


def decide_as_asked(extension: Extension, language: Language) -> list[InlineKeyboardButton]:
    """Return 同意 for the day first asked for, unless it is over, and 不同意, below the question for another day."""
    grant = of_request.day_button(labels.AGREE, extension.proposed, language)
    agree = [] if extension.needs_another_day else [button(grant, Verb.DECIDE, "grant", extension.id)]
    return [*agree, button(of_decision.REFUSE(language), Verb.DECIDE, "refuse", extension.id)]


def report_on(extension: Extension, language: Language) -> InlineKeyboardMarkup | None:
    """Return the button to report on the task below the office's answer, and to ask again if that was refused; None if
    the task is finished."""
    assignment = extension.assignment
    report = button(labels.REPORT_TASK(language, code=assignment.code), Verb.REPORT, assignment.id)
    again = [_ask_again_button(extension, language)] if extension.decision is Decision.REFUSED else []
    return None if assignment.finished else keyboard_of([report, *again])


def ask_again(extension: Extension, language: Language) -> InlineKeyboardMarkup | None:
    """Return the button to ask for more time once more; None if the task is finished."""
    return None if extension.assignment.finished else keyboard_of([_ask_again_button(extension, language)])


def _ask_again_button(extension: Extension, language: Language) -> InlineKeyboardButton:
    words = f"{extension.assignment.code} {labels.EXTEND(language)}"
    return button(words, Verb.EXTEND, extension.assignment.id)


def withdraw_button(extension: Extension, language: Language) -> InlineKeyboardButton:
    """Return the button that withdraws a request."""
    return button(of_request.WITHDRAW(language), Verb.EXTENSION, "withdraw", extension.id)
