"""Buttons of reviews and invitations."""

from collections.abc import Sequence

from telegram import InlineKeyboardMarkup

from data.reporting.reviews import FullReport
from data.standing.standing import Verdict
from handlers.office.texts.review import ACCEPT_WITH, OF_UNIT
from handlers.telegram import Verb, button
from handlers.wording import Language, labels

MOST_TASKS = 40


def review(report: FullReport, language: Language, *, more: bool = False) -> InlineKeyboardMarkup:
    """Return the buttons under a report: 通过, 退回, 通过 with a word, its files, and with `more` the next one."""
    number, count = report.id, len(report.files)
    verdicts = [
        button(labels.ACCEPT(language), Verb.REVIEW, "accept", number, style="success"),
        button(labels.RETURN(language), Verb.REVIEW, "return", number),
    ]
    files = [button(labels.EVIDENCE_FILES(language, count=count), Verb.EVIDENCE, number)] if count else []
    following = [button(labels.NEXT_REVIEW(language), Verb.REVIEW, "next", number)] if more else []
    praise = [button(ACCEPT_WITH(language), Verb.REVIEW, "praise", number)]
    return InlineKeyboardMarkup([row for row in (verdicts, [*praise, *files], following) if row])


def waiting_reports(
    reports: Sequence[FullReport], language: Language, way: str = "show", said_in: str = ""
) -> InlineKeyboardMarkup:
    """Return a button for each of the `reports` that a verdict may be about, up to MOST_TASKS, which shows it, or
    returns it if that is the `way`, for the reason in the sentence that `said_in` stands for."""
    said = [said_in] if said_in else []
    rows = [
        [button(OF_UNIT(language, code=each.code, unit=each.unit), Verb.REVIEW, way, each.id, *said)]
        for each in reports[:MOST_TASKS]
    ]
    return InlineKeyboardMarkup(rows)


def report_again(report: FullReport, language: Language) -> InlineKeyboardMarkup | None:
    """Return the button that reports again from a returned report, or None if `report` was not returned."""
    if report.verdict is not Verdict.RETURNED:
        return None
    words = labels.REPORT_TASK(language, code=report.code)
    return InlineKeyboardMarkup([[button(words, Verb.REDO, report.id, style="primary")]])
