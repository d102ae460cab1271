"""A request for more time as others show it: the office to decide on, the unit after the decision or with a report."""

from collections.abc import Sequence

from telegram import InlineKeyboardMarkup

from data.office.extensions import Extension
from handlers.extensions import keyboard
from handlers.extensions.texts import decision as of_decision
from handlers.extensions.texts import request as of_request
from handlers.telegram import Html, Language, day_text, join


def request_letter(asked: Extension, language: Language, *, more: bool = False) -> tuple[Html, InlineKeyboardMarkup]:
    """A request to decide; with `more` that wait, also the way to the next."""
    return of_decision.request(asked, language), keyboard.request(asked, language, more=more)


def extension_letter(asked: Extension, language: Language) -> tuple[Html, InlineKeyboardMarkup | None]:
    """A request that waits for the office, or what was decided of it."""
    if asked.decision is None:
        return request_letter(asked, language)
    return of_decision.decision_text(asked, language), keyboard.report_on(asked, language)


def decision_undone_letter(asked: Extension, language: Language) -> tuple[Html, InlineKeyboardMarkup]:
    """What the unit hears of an answer that was taken back."""
    return of_decision.UNDONE(
        language,
        code=asked.assignment.code,
        title=asked.assignment.title.said_in(language),
        due=day_text(asked.due_before, language),
        day=day_text(asked.proposed, language),
    ), keyboard.asked(asked, language)


def state_of(asked: Extension | None, code: str | None, language: Language) -> tuple[Html, InlineKeyboardMarkup | None]:
    """What has become of the newest request of a unit, perhaps on one task; or that there is none."""
    if asked is None:
        return (of_request.NONE_ON(language, code=code) if code else of_request.NONE(language)), None
    if asked.decision is not None:
        return of_decision.decision_text(asked, language), None
    if asked.waits:
        return of_request.waiting(asked, language), keyboard.asked(asked, language)
    return of_decision.needless(asked, language), None


def resting_note(asked: Extension | None, language: Language) -> Html:
    """That a request needs no answer now that its task is reported done; empty where there is none."""
    return of_decision.RESTS_MEANWHILE(language, day=day_text(asked.proposed, language)) if asked else Html("")


def waiting_note(waiting: Sequence[Extension], code: str, language: Language) -> Html:
    """That requests on the task wait for an answer, for who changes its deadline; empty where none does."""
    asked = [each for each in waiting if each.assignment.code == code]
    return join([of_decision.waits_for_answer(each, language) for each in asked])
