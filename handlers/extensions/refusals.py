"""Why more time cannot be asked for or given."""

from data.errors.deadlines import DayTooEarly, DayTooLate, DayUnclear, NothingToExtend, RequestRests
from handlers.extensions.texts import refusals as texts
from handlers.telegram.days import day_text
from handlers.telegram.refusals import Sentences
from handlers.telegram.wording import Html, Language


def _nothing_to_extend(error: NothingToExtend, language: Language) -> Html:
    wording = texts.DONE_ALREADY if error.finished else texts.NO_DAY_TO_EXTEND
    return wording(language, code=error.code)


def _request_rests(error: RequestRests, language: Language) -> Html:
    return (texts.RESTS if error.finished else texts.OVERTAKEN)(language, code=error.code)


def _too_late(error: DayTooLate, language: Language) -> Html:
    return texts.DAY_TOO_LATE(language, following=day_text(error.following, language))


REFUSALS: Sentences = {
    DayTooEarly: lambda error, language: texts.DAY_TOO_EARLY(language, last=day_text(error.last, language)),
    DayTooLate: _too_late,
    DayUnclear: lambda error, language: texts.DAY_UNCLEAR(language, example=day_text(error.example, language)),
    NothingToExtend: _nothing_to_extend,
    RequestRests: _request_rests,
}
