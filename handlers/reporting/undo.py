"""After a report: taking it back and correcting it."""

from telegram import InlineKeyboardMarkup, Update

from data.dialogs import drop_dialog, drop_dialogs_on, find_dialog
from data.errors import StaleButton
from data.errors.reporting import TooLateToWithdraw
from data.reporting.reports import correctable, replaced_by, withdraw
from data.reporting.reviews import reviewed
from handlers.dialog import Place
from handlers.reporting.keyboard import report_withdrawn
from handlers.reporting.reopened import go_on_instead, reopen, unfinished
from handlers.reporting.report import half_done
from handlers.reporting.returned import show_present
from handlers.reporting.statements import Statement
from handlers.reporting.texts.undo import CORRECTION_WITHDRAWN, WITHDRAWN
from handlers.tasks.own_tasks import speaks_for_several
from handlers.telegram import Context, Html, join, last_report, show, strip_pressed, task_line
from handlers.telegram.callbacks import Verb, pressed
from handlers.telegram.task_buttons import stored

WITHDRAWAL_KIND = "withdrawal"


async def take_back(update: Update, context: Context) -> None:
    """撤回. Raises TooLateToWithdraw or NotYours."""
    [report_id] = map(int, pressed(update))
    try:
        text, keyboard = taken_back(context, report_id)
    except TooLateToWithdraw:
        if not await _show_present(update, context, report_id):
            raise
        return
    drop_dialogs_on(context.db, context.person.id, WITHDRAWAL_KIND, report_id)
    await show(update, context, text, keyboard)


def taken_back(context: Context, report_id: int) -> tuple[Html, InlineKeyboardMarkup]:
    """Take a report back; what is said of that, and what can be done next. Raises TooLateToWithdraw or NotYours."""
    before = withdraw(context.db, context.actor, report_id)
    _end_corrections(context, report_id)
    language, last = context.language, before.last
    if last is not None and last.id == replaced_by(context.db, report_id):
        text = join([CORRECTION_WITHDRAWN(language, code=before.code), last_report(last, language)])
        return text, stored(last.id, language)
    text = join([WITHDRAWN(language, code=before.code), task_line(before, language, speaks_for_several(context))])
    return text, report_withdrawn(before, language)


def _end_corrections(context: Context, report_id: int) -> None:
    """Give up what was being written to correct a report that is taken back."""
    for draft in unfinished(context, half_done(context)):
        if draft.replaces == report_id:
            drop_dialog(context.db, find_dialog(context.db, context.person.id, draft.id))


async def correct(update: Update, context: Context) -> None:
    """更正: the report once more, to be changed and submitted in its place. Raises TooLateToWithdraw."""
    report_id, *sure = pressed(update)
    try:
        await correct_report(update, context, int(report_id), sure=bool(sure))
    except TooLateToWithdraw:
        if not await _show_present(update, context, int(report_id)):
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
    if not await go_on_instead(update, context, report, Verb.CORRECT, "replaces", sure=sure):
        await reopen(update, context, report, place, said, replaces=report.report_id)


async def _show_present(update: Update, context: Context, report_id: int) -> bool:
    """Show what counts now in place of a report that can be changed no longer, which loses its buttons."""
    await strip_pressed(update, context)
    return await show_present(update, context, report_id)
