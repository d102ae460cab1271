"""退回, declared: the reason, read back as the unit will read it, and then the report is given back."""

from telegram import Update

from data.dialogs import Dialog
from data.reporting.reviews import Reviewed, review, reviewable
from data.standing.standing import Verdict
from handlers.dialog import Declaration, Ending, Talk, read_back, reason_question, told_with_reason
from handlers.office import keyboard as buttons
from handlers.office.texts import review as texts
from handlers.telegram import Context, Html, labels, strip_buttons

CARD = "card"
"""The answer that names the message which shows the report."""


def report_to_review(context: Context, dialog: Dialog) -> Reviewed:
    """The report that a dialog is about. Raises AlreadyDecided or NoLongerWaits."""
    return reviewable(context.db, dialog.subject_id)


def _preview(talk: Talk[Reviewed]) -> Html:
    report, language = talk.subject, talk.language
    letter = texts.returned(report, talk.answers["reason"], language)
    return read_back(report.unit, letter, labels.RETURN(language), language)


def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
    done = review(context.db, context.actor, dialog.subject_id, Verdict.RETURNED, dialog.answers["reason"])
    text = texts.REVIEW_RETURNED(context.language, code=done.code, unit=done.unit)
    return Ending(text, buttons.undo_verdict(done, context.language))


def _waits(talk: Talk[Reviewed]) -> Html:
    wording = texts.RETURN_NOT_SENT if "reason" in talk.answers else texts.RETURN_WAITS
    return wording(talk.language, code=talk.subject.code)


async def strip_card(update: Update, context: Context, dialog: Dialog) -> None:
    """Take the buttons off the message that shows the report."""
    await strip_buttons(context, context.person.telegram_id or 0, int(dialog.answers.get(CARD) or 0) or None)


RETURN: Declaration[Reviewed] = Declaration(
    kind="return",
    office=True,
    load=report_to_review,
    questions=(reason_question(lambda talk: texts.RETURN_REASON(talk.language, code=talk.subject.code)),),
    preview=_preview,
    submit=labels.RETURN,
    submit_said=("退回去", "退回", "退"),
    finish=_finish,
    waits=_waits,
    told=told_with_reason,
    afterwards=strip_card,
)
