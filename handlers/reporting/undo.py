"""After a report: taking it back and correcting it."""

from telegram import Update

from data.dialogs import drop_dialog, find_dialog
from data.errors import StaleButton, TooLateToWithdraw
from data.office.extension_withdrawal import latest_waiting_of
from data.reporting.reports import (
    correctable,
    has_reported,
    latest_correctable,
    replaced_by,
    withdraw,
)
from data.reporting.reviews import reviewed
from data.understanding import Understanding
from data.understanding.asked import names_more_time
from handlers.dialog.message import Place
from handlers.extensions.letters import latest_request
from handlers.office.review import latest_report
from handlers.reporting.keyboard import report_withdrawn
from handlers.reporting.reopened import offer_first, reopen, show_again, unfinished
from handlers.reporting.report import half_done
from handlers.reporting.returned import show_present
from handlers.reporting.statements import Statement
from handlers.reporting.texts.undo import (
    CORRECTION_WITHDRAWN,
    NOTHING_REPORTED,
    NOTHING_TO_WITHDRAW,
    WITHDRAWN,
)
from handlers.tasks.own_tasks import speaks_for_several
from handlers.telegram.callbacks import Verb, unpack
from handlers.telegram.context import Context, source
from handlers.telegram.refusals import FOR_LIAISONS
from handlers.telegram.report_lines import last_report
from handlers.telegram.sending import acknowledge, answer, show, strip_buttons
from handlers.telegram.task_buttons import stored
from handlers.telegram.task_lines import task_line
from handlers.telegram.wording import join

WITHDRAWING = frozenset({"撤回", "撤回填报", "我要撤回", "撤销填报", "undo", "withdraw", "take it back"})


async def take_back(update: Update, context: Context) -> None:
    """撤回. Raises TooLateToWithdraw or NotYours."""
    assert update.callback_query is not None
    [report_id] = map(int, unpack(update.callback_query.data).arguments)
    try:
        before = withdraw(context.db, context.person, report_id, context.now, context.zone, source(update))
    except TooLateToWithdraw:
        await _strip(update, context)
        if not await show_present(update, context, report_id):
            raise
        return
    _end_corrections(context, report_id)
    await acknowledge(update)
    language, last = context.language, before.last
    if last is not None and last.id == replaced_by(context.db, report_id):
        text = join([CORRECTION_WITHDRAWN(language, code=before.code), last_report(last, language)])
        await show(update, context, text, stored(last.id, language))
        return
    text = join([WITHDRAWN(language, code=before.code), task_line(before, language, speaks_for_several(context))])
    await show(update, context, text, report_withdrawn(before, language))


def _end_corrections(context: Context, report_id: int) -> None:
    """Give up what was being written to correct a report that is taken back."""
    for draft in unfinished(context, half_done(context)):
        if draft.replaces == report_id:
            drop_dialog(context.db, find_dialog(context.db, context.person.id, draft.id))


async def correct(update: Update, context: Context) -> None:
    """更正: the report once more, to be changed and submitted in its place. Raises TooLateToWithdraw."""
    assert update.callback_query is not None
    report_id, *sure = unpack(update.callback_query.data).arguments
    try:
        await correct_report(update, context, int(report_id), sure=bool(sure))
    except TooLateToWithdraw:
        await _strip(update, context)
        if not await show_present(update, context, int(report_id)):
            raise


async def correct_report(
    update: Update,
    context: Context,
    report_id: int,
    *,
    sure: bool = False,
    place: Place = Place.PRESSED,
    said: Statement | None = None,
) -> None:
    """A report once more, as `correct` does, with what is `said` to be right in it.

    Unless one is `sure`, another unfinished report is asked about first.
    """
    report = reviewed(context.db, correctable(context.db, context.person, report_id)["id"])
    if report is None:
        raise StaleButton
    draft = half_done(context)
    begun = next((each for each in unfinished(context, draft) if each.replaces == report.report_id), None)
    if begun is not None and (sure or draft is None or begun.is_open):
        await show_again(update, context, begun)
    elif draft is not None and draft.update_id != update.update_id and not sure:
        await offer_first(update, context, draft, report, Verb.CORRECT)
    else:
        await reopen(update, context, report, place, said, replaces=report.report_id)


async def _strip(update: Update, context: Context) -> None:
    """Take the buttons off a message whose report can be changed no longer."""
    message = update.effective_message
    await strip_buttons(context, context.person.telegram_id or 0, message.message_id if message else None)


async def withdraw_meant(update: Update, context: Context, meaning: Understanding) -> None:
    """撤回 in a sentence, of the task and of the request for more time that it names, if any."""
    await offer_withdrawal(update, context, meaning.task, of_request=names_more_time(meaning.text))


async def offer_withdrawal(
    update: Update, context: Context, code: str | None = None, *, of_request: bool = False
) -> None:
    """撤回 said in words: the newest report or request for more time, on the task with this code if any, that can still
    be taken back; `of_request` the request, although a report has come since."""
    if not context.person.speaks_for:
        await answer(update, context, FOR_LIAISONS(context.language))
        return
    report_id = latest_correctable(context.db, context.person, code)
    report = reviewed(context.db, report_id) if report_id is not None else None
    asked = latest_waiting_of(context.db, context.person, context.today, context.zone)
    newest = of_request or report is None or (asked is not None and report.at < asked.asked_at)
    if asked is not None and code in (None, asked.assignment.code) and newest:
        await answer(update, context, *latest_request(asked, context.language))
        return
    if report is None:
        wording = NOTHING_TO_WITHDRAW if has_reported(context.db, context.person) else NOTHING_REPORTED
        await answer(update, context, wording(context.language))
        return
    text = latest_report(report, context.language, context.today, name_unit=speaks_for_several(context))
    await answer(update, context, text, stored(report.report_id, context.language))
