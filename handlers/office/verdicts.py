"""The dialogs of a verdict on one report or several: 通过 with a word of praise or advice, and 退回 with a reason."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from data.dialogs import Dialog
from data.reporting.reviews import FullReport, judge_reports, reviewable_report, waiting_for_review
from data.standing.standing import Verdict
from handlers.dialog import (
    Declaration,
    Ending,
    Question,
    Talk,
    read_back,
    reason_question,
    why_over_with_reason,
    words_question,
)
from handlers.office.texts import review as texts
from handlers.telegram import Context, Html, Wording, labels
from handlers.telegram.keyboards import undo_keyboard

CARD = "card"
"""The key of the answer that holds the id of the message showing the report."""
Reports = list[FullReport]


def reports_in(dialog: Dialog) -> list[int]:
    """Return the ids of the reports that a verdict is about: several, or the one that is the dialog's subject."""
    return dialog.answers.get("reports") or [dialog.subject_id]


def _load(context: Context, dialog: Dialog) -> Reports:
    """Return those of the dialog's reports that still wait. Raises AlreadyDecided and NoLongerWaits if none does."""
    wanted = reports_in(dialog)
    waiting = waiting_for_review(context.db) if len(wanted) > 1 else ()
    return [each for each in waiting if each.id in wanted] or [reviewable_report(context.db, wanted[0])]


def _says(wording: Wording) -> Callable[[Talk[Reports]], Html]:
    return lambda talk: texts.of_reports(wording, talk.subject, talk.language)


def _dialog(
    verdict: Verdict, kind: str, press: Wording, words: Question[Reports], **details: Any
) -> Declaration[Reports]:
    """Return the dialog that gives a verdict with the words asked for, which its preview shows as the unit reads them,
    or with a line for each of several reports."""

    def check(talk: Talk[Reports]) -> Html:
        said, language = talk.answers[words.key], talk.language
        if len(talk.subject) > 1:
            return texts.to_judge(talk.subject, verdict, said, press, language)
        [report] = talk.subject
        letter = texts.verdict_text(replace(report, verdict=verdict, reason=said), language)
        return read_back(report.unit, letter, press(language), language)

    def finish(context: Context, dialog: Dialog, value: str) -> Ending:
        done = judge_reports(context.db, context.actor, reports_in(dialog), verdict, dialog.answers[words.key])
        undo = undo_keyboard(done[0], context.language) if done else None
        return Ending(texts.judged(done, verdict, context.language), undo)

    return Declaration(kind=kind, load=_load, questions=(words,), preview=check, submit=press, finish=finish, **details)


RETURN = _dialog(
    Verdict.RETURNED,
    "return",
    labels.RETURN,
    reason_question(_says(texts.RETURN_REASON)),
    submit_said=("退回去", "退回", "退"),
    waits=_says(texts.RETURN_WAITS),
    why_over=why_over_with_reason,
)
ACCEPT = _dialog(
    Verdict.ACCEPTED,
    "accept",
    labels.ACCEPT,
    words_question("words", texts.WORDS, _says(texts.WHICH_WORDS), skipped={"words": ""}),
    waits=_says(texts.ACCEPT_WAITS),
)
"""A dialog on several reports is about the update with which it began, negated."""
