"""The dialogs of a verdict: 通过 with a word of praise or advice, of one or several reports, and 退回 with a reason."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from data.dialogs import Dialog
from data.errors import AlreadyDecided, needed
from data.reporting.reviews import (
    FullReport,
    accept_all,
    full_report,
    review_report,
    reviewable_report,
    waiting_for_review,
)
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
from handlers.telegram import Context, Html, Wording, cut, labels, series
from handlers.telegram.keyboards import undo_keyboard

CARD = "card"
"""The key of the answer that holds the id of the message showing the report."""


def report_to_review(context: Context, dialog: Dialog) -> FullReport:
    """Return the report that `dialog` is about. Raises AlreadyDecided and NoLongerWaits."""
    return reviewable_report(context.db, dialog.subject_id)


def _read_back(talk: Talk[FullReport], verdict: Verdict, words: str, submit: Wording) -> Html:
    """Return the preview of the letter that the unit will get."""
    letter = texts.verdict_text(replace(talk.subject, verdict=verdict, reason=words), talk.language)
    return read_back(talk.subject.unit, letter, submit(talk.language), talk.language)


def _return(context: Context, dialog: Dialog, value: str) -> Ending:
    done = review_report(context.db, context.actor, dialog.subject_id, Verdict.RETURNED, dialog.answers["reason"])
    text = texts.REVIEW_RETURNED(context.language, code=done.code, unit=done.unit)
    return Ending(text, undo_keyboard(done, context.language))


RETURN: Declaration[FullReport] = Declaration(
    kind="return",
    load=report_to_review,
    questions=(reason_question(lambda talk: texts.RETURN_REASON(talk.language, code=talk.subject.code)),),
    preview=lambda talk: _read_back(talk, Verdict.RETURNED, talk.answers["reason"], labels.RETURN),
    submit=labels.RETURN,
    submit_said=("退回去", "退回", "退"),
    finish=_return,
    waits=lambda talk: texts.RETURN_WAITS(talk.language, code=talk.subject.code),
    why_over=why_over_with_reason,
)


def _accept(context: Context, dialog: Dialog, value: str) -> Ending:
    words = dialog.answers["words"]
    done = review_report(context.db, context.actor, dialog.subject_id, Verdict.ACCEPTED, words)
    return Ending(texts.accepted(done, context.language), undo_keyboard(done, context.language))


def _load_all(context: Context, dialog: Dialog) -> list[FullReport]:
    """Return those of the dialog's reports that still wait. Raises AlreadyDecided if none does."""
    wanted = set(dialog.answers["reports"])
    return needed([each for each in waiting_for_review(context.db) if each.id in wanted], AlreadyDecided)


def _finish_all(context: Context, dialog: Dialog, value: str) -> Ending:
    wanted, words = dialog.answers["reports"], dialog.answers["words"]
    accept_all(context.db, context.actor, wanted, words)
    now = [full_report(context.db, each) for each in wanted]
    accepted = [each for each in now if each is not None and each.verdict is Verdict.ACCEPTED]
    codes = cut(series((each.code for each in accepted), context.language), 500)
    text = texts.ALL_ACCEPTED(context.language, count=len(accepted), codes=codes)
    return Ending(text, undo_keyboard(accepted[0], context.language) if accepted else None)


def _words_asked(put: Callable[[Talk[Any]], Html]) -> Question[Any]:
    return words_question("words", texts.WORDS, put, skipped={"words": ""})


ACCEPT: Declaration[FullReport] = Declaration(
    kind="accept",
    load=report_to_review,
    questions=(
        _words_asked(lambda talk: texts.WHICH_WORDS(talk.language, code=talk.subject.code, unit=talk.subject.unit)),
    ),
    preview=lambda talk: _read_back(talk, Verdict.ACCEPTED, talk.answers["words"], labels.ACCEPT),
    submit=labels.ACCEPT,
    finish=_accept,
    waits=lambda talk: texts.ACCEPT_WAITS(talk.language, code=talk.subject.code),
)
ACCEPT_ALL: Declaration[list[FullReport]] = Declaration(
    kind="accept_all",
    load=_load_all,
    questions=(_words_asked(lambda talk: texts.WHICH_WORDS_TO_ALL(talk.language, count=len(talk.subject))),),
    preview=lambda talk: texts.to_accept(talk.subject, talk.answers["words"], talk.language),
    submit=labels.ACCEPT,
    finish=_finish_all,
    waits=texts.ALL_WAITS,
)
