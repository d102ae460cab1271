"""Messages about a request for more time, for the office to decide and for the unit to hear the answer."""

from collections.abc import Sequence

from telegram import InlineKeyboardMarkup

from data.office.extensions import Extension
from handlers.extensions import keyboard
from handlers.extensions.texts import decision as of_decision
from handlers.extensions.texts import request as of_request
from handlers.wording import NOTHING, Html, Language, join


def request_letter(asked: Extension, language: Language, *, more: bool = False) -> tuple[Html, InlineKeyboardMarkup]:
    """Return a request for the office to decide, with a button to the next if there are `more`."""
    return of_decision.request(asked, language), keyboard.decide(asked, language, more=more)


def extension_letter(asked: Extension, language: Language) -> tuple[Html, InlineKeyboardMarkup | None]:
    """Return a request that waits for the office, or the decision on it."""
    if asked.decision is None:
        return request_letter(asked, language)
    return of_decision.decision_text(asked, language), keyboard.report_on(asked, language)


def decision_undone_letter(asked: Extension, language: Language) -> tuple[Html, InlineKeyboardMarkup]:
    """Return what the unit reads when an answer was taken back."""
    days = {"due": asked.due_before, "day": asked.proposed}
    told = of_decision.UNDONE(language, code=asked.code, title=asked.title, **days)
    return told, keyboard.below_own_request(asked, language)


def request_state(
    asked: Extension | None, code: str | None, language: Language
) -> tuple[Html, InlineKeyboardMarkup | None]:
    """Return how a unit's newest request stands, on the task `code` if given, or that there is none."""
    if asked is None:
        return (of_request.NONE_ON(language, code=code) if code else of_request.NONE(language)), None
    if asked.decision is not None:
        return of_decision.decision_text(asked, language), None
    if asked.awaits_decision:
        still = of_request.STILL_WAITS(language, code=asked.code, title=asked.title, day=asked.proposed)
        return still, keyboard.below_own_request(asked, language)
    return of_decision.NEEDLESS(language, code=asked.code, title=asked.title), None


def resting_note(asked: Extension | None, language: Language) -> Html:
    """Return that a request needs no answer now that its task is reported done; empty if there is none."""
    return of_decision.RESTS_MEANWHILE(language, day=asked.proposed) if asked else NOTHING


def waiting_note(waiting: Sequence[Extension], code: str, language: Language) -> Html:
    """Return that requests on a task wait for an answer, for a person changing its deadline; empty if none waits."""
    asked = [each for each in waiting if each.code == code]
    said = of_decision.WAITS_FOR_ANSWER
    return join([said(language, code=code, unit=each.unit, day=each.proposed) for each in asked])
