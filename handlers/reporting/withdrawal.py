"""The report that 撤回 in words shows: its buttons take it back or correct it, and so does agreement to the first."""

from telegram import Update

from data.dialogs import Dialog, find_open
from data.errors import StaleButton
from data.office.extension_withdrawal import latest_waiting_of
from data.reporting.batches import batch_of_several
from data.reporting.reports import correctable, has_reported, latest_correctable
from data.reporting.reviews import Reviewed, reviewed
from data.understanding import Understanding, says
from handlers.dialog import Declaration, Ending, Talk, begin, reader
from handlers.extensions import withdrawal as extension_withdrawal
from handlers.extensions.dialog import EXTENSION
from handlers.office.review import latest_report
from handlers.reporting.batch_dialog import which_of_all
from handlers.reporting.texts.undo import NOTHING_REPORTED, NOTHING_TO_WITHDRAW, WITHDRAWAL_WAITS
from handlers.reporting.undo import WITHDRAWAL_KIND, taken_back
from handlers.tasks.own_tasks import speaks_for_several
from handlers.telegram import Context, For, Html, answer, labels
from handlers.telegram.audiences import words_instead
from handlers.telegram.task_buttons import stored


def _load(context: Context, dialog: Dialog) -> Reviewed:
    """Raises TooLateToWithdraw and NotYours."""
    report = reviewed(context.db, correctable(context.db, context.person, dialog.subject_id)["id"])
    if report is None:
        raise StaleButton
    return report


def _preview(talk: Talk[Reviewed]) -> Html:
    several = speaks_for_several(talk.context)
    return latest_report(talk.subject, talk.language, talk.context.today, name_unit=several)


WITHDRAWAL: Declaration[Reviewed] = Declaration(
    kind=WITHDRAWAL_KIND,
    load=_load,
    preview=_preview,
    submit=labels.WITHDRAW,
    submit_said=("撤回",),
    choices=lambda talk: [list(row) for row in stored(talk.subject.report_id, talk.language).inline_keyboard],
    finish=lambda context, dialog, value: Ending(*taken_back(context, dialog.subject_id)),
    passing=True,
    waits=WITHDRAWAL_WAITS,
)


def _withdraws_a_request(context: Context, meaning: Understanding) -> bool:
    """Whether a sentence takes back a request for more time, and one waits."""
    if not context.person.speaks_for or not says(meaning, "asked.more_time_withdrawn"):
        return False
    return latest_waiting_of(context.db, context.person, context.today, context.zone) is not None


@reader(
    names=lambda talk, text, heard: talk.dialog.kind != EXTENSION.kind and _withdraws_a_request(talk.context, heard)
)
async def request_withdrawn(update: Update, context: Context, meaning: Understanding) -> bool:
    """Whether a sentence takes back a request for more time that waits; that is then shown."""
    withdraws = _withdraws_a_request(context, meaning)
    if withdraws:
        await offer_withdrawal(update, context, meaning.task, of_request=True)
    return withdraws


async def withdraw_meant(update: Update, context: Context, meaning: Understanding) -> None:
    """撤回 in a sentence, of the task and of the request for more time that it names, if any."""
    report_id = latest_correctable(context.db, context.person)
    several = batch_of_several(context.db, report_id) if report_id is not None and meaning.task is None else None
    if several is not None and says(meaning, "report_corrections.of_all"):
        await answer(update, context, *which_of_all(context, several))
        return
    await offer_withdrawal(update, context, meaning.task, of_request=says(meaning, "asked.more_time"))


async def offer_withdrawal(
    update: Update, context: Context, code: str | None = None, *, of_request: bool = False
) -> None:
    """撤回 said in words: the newest report or request for more time, on the task with this code if any, that can still
    be taken back; `of_request` the request, although a report has come since."""
    if not context.person.speaks_for:
        await answer(update, context, words_instead(context.person, For.SPEAKERS)(context.language))
        return
    report_id = latest_correctable(context.db, context.person, code)
    report = reviewed(context.db, report_id) if report_id is not None else None
    asked = latest_waiting_of(context.db, context.person, context.today, context.zone)
    newest = of_request or report is None or (asked is not None and report.at < asked.asked_at)
    if asked is not None and code in (None, asked.assignment.code) and newest:
        await extension_withdrawal.offer(update, context, asked)
        return
    if report is None:
        wording = NOTHING_TO_WITHDRAW if has_reported(context.db, context.person) else NOTHING_REPORTED
        await answer(update, context, wording(context.language))
        return
    if find_open(context.db, context.person.id) is None:
        await begin(update, context, WITHDRAWAL, report.report_id)
        return
    text = latest_report(report, context.language, context.today, name_unit=speaks_for_several(context))
    await answer(update, context, text, stored(report.report_id, context.language))
