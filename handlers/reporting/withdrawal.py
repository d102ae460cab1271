"""Withdrawing (撤回) and correcting (更正) a report, by button, or in words with the report shown first."""

from collections.abc import Sequence

from telegram import InlineKeyboardMarkup, Update

from data import dialogs
from data.dialogs import Dialog
from data.errors.reporting import TaskClosed, TooLateToWithdraw
from data.office.extension_decision import own_waiting_extensions
from data.office.extensions import latest_extension
from data.reporting import reports, withdrawals
from data.reporting.batches import batch_of_several, reports_of_batch, unsubmitted_draft
from data.reporting.drafts import Draft
from data.reporting.reviews import FullReport
from data.understanding import Kind, Understanding, says, values_of
from data.understanding.office.change_parts import parts_by_code
from handlers.dialog import Choices, Declaration, Ending, Place, Talk, begin
from handlers.dialog.opening import offer_to_resume
from handlers.extensions import withdrawal as extension_withdrawal
from handlers.extensions.letters import request_state
from handlers.office.review import latest_report
from handlers.reporting.keyboard import report_withdrawn
from handlers.reporting.report import closed_assignment, unfinished_draft
from handlers.reporting.resubmission import drafts_begun, reopen_report, resume_instead, show_replacement
from handlers.reporting.statements import Statement
from handlers.reporting.texts import batch as of_several
from handlers.reporting.texts import unfinished as texts
from handlers.tasks.own_tasks import own_assignments, speaks_for_several
from handlers.telegram import Context, For, Verb, answer, pressed, show, strip_pressed
from handlers.telegram.audiences import words_instead
from handlers.telegram.task_buttons import below_stored_report
from handlers.wording import NOTHING, Html, join, labels
from handlers.wording.report_lines import last_report
from handlers.wording.task_lines import task_line

WITHDRAWAL_KIND = "withdrawal"
ALSO = "also"
"""The key of the answer with the ids of further reports withdrawn together with the first."""


async def withdraw_pressed(update: Update, context: Context) -> None:
    """Withdraw the report whose 撤回 was pressed. Raises TooLateToWithdraw or NotYours."""
    [report_id] = map(int, pressed(update))
    try:
        text, keyboard = withdraw_and_answer(context, report_id)
    except TooLateToWithdraw:
        if not await _show_present(update, context, report_id):
            raise
        return
    dialogs.drop_dialogs_on(context.db, context.person.id, WITHDRAWAL_KIND, report_id)
    await show(update, context, text, keyboard)


def withdraw_and_answer(context: Context, report_id: int) -> tuple[Html, InlineKeyboardMarkup]:
    """Withdraw a report, and drop the drafts that were to correct it; return the answer and its buttons. Raises
    TooLateToWithdraw or NotYours."""
    before = withdrawals.withdraw_report(context.db, context.actor, report_id)
    for draft in drafts_begun(context, unfinished_draft(context)):
        if draft.replaces == report_id:
            dialogs.drop_dialog(context.db, context.dialog(draft.id))
    language, last = context.language, before.last
    if last is not None and last.id == reports.corrected_report_id(context.db, report_id):
        text = join([texts.CORRECTION_WITHDRAWN(language, code=before.code), last_report(last, language)])
        return text, below_stored_report(last.id, language)
    text = join([texts.WITHDRAWN(language, code=before.code), task_line(before, language, speaks_for_several(context))])
    return text, report_withdrawn(before, language)


async def correct_pressed(update: Update, context: Context) -> None:
    """Open the report whose 更正 was pressed, to be changed and submitted in its place. Raises TooLateToWithdraw."""
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
    """Open a report to be corrected, with what is `said` to be right; unless that is said or it is `sure`, ask about
    another unfinished report first. Raises TooLateToWithdraw."""
    report = withdrawals.correctable_report(context.db, context.person, report_id, of_unit=True)
    sure = sure or said is not None
    if not await resume_instead(update, context, report, Verb.CORRECT, lambda draft: draft.replaces, sure=sure):
        await reopen_report(update, context, report, place, said, replaces=report.id)


async def _show_present(update: Update, context: Context, report_id: int) -> bool:
    """Remove the buttons of a report that can no longer be changed, and show what replaced it; return if any did."""
    await strip_pressed(update, context)
    return await show_replacement(update, context, report_id)


def _load(context: Context, dialog: Dialog) -> Sequence[FullReport]:
    ids = (dialog.subject_id, *dialog.answers.get(ALSO, ()))
    return [withdrawals.correctable_report(context.db, context.person, each) for each in ids]


def _preview(talk: Talk[Sequence[FullReport]]) -> Html:
    if len(talk.subject) > 1:
        return of_several.to_withdraw(talk.subject, talk.language)
    several = speaks_for_several(talk.context)
    return latest_report(talk.subject[0], talk.language, talk.context.today, name_unit=several)


def _choices(talk: Talk[Sequence[FullReport]]) -> Choices:
    if len(talk.subject) > 1:
        return [[(labels.WITHDRAW_ALL, "submit")]]
    return [list(row) for row in below_stored_report(talk.subject[0].id, talk.language).inline_keyboard]


def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
    about = _load(context, dialog)
    done = [withdraw_and_answer(context, each.id) for each in about]
    if len(done) == 1:
        return Ending(*done[0])
    if any(reports.corrected_report_id(context.db, each.id) is not None for each in about):
        return Ending(join([text for text, _ in done], "\n\n"))
    return Ending(texts.WITHDRAWN(context.language, code=[each.code for each in about]))


REPORT_WITHDRAWAL: Declaration[Sequence[FullReport]] = Declaration(
    kind=WITHDRAWAL_KIND,
    office=False,
    load=_load,
    preview=_preview,
    submit=labels.WITHDRAW,
    choices=_choices,
    finish=_finish,
    passing=True,
    waits=texts.WITHDRAWAL_WAITS,
)


async def withdraw_in_words(update: Update, context: Context, meaning: Understanding) -> None:
    """Offer to withdraw the reports or the extension request that a sentence names, or confirm that they stay."""
    if says(meaning, "report_corrections.kept"):
        await answer(update, context, texts.NOT_WITHDRAWN(context.language))
        return
    of_one_before = meaning.task is None and says(meaning, "report_corrections.before_last")
    earlier = withdrawals.newest_correctable(context.db, context.person, passing=1) if of_one_before else None
    if earlier is not None:
        await offer_to_withdraw_report(update, context, earlier)
    elif not await offer_to_withdraw_several(update, context, meaning):
        await offer_to_withdraw(update, context, meaning.task, of_request=says(meaning, "asked.more_time"))


async def offer_to_withdraw_several(update: Update, context: Context, meaning: Understanding) -> bool:
    """Offer to withdraw the reports on the named tasks, or all made just now; return False unless several are meant."""
    spoken = values_of(meaning, Kind.CODE)
    parts = parts_by_code(meaning, spoken, lambda clauses: says(clauses, "report_corrections.takes_back"))
    codes = tuple(dict.fromkeys(code for part in parts for code in part.codes)) or spoken
    if len(spoken) > 1:
        named = [withdrawals.newest_correctable(context.db, context.person, each) for each in codes]
    elif spoken or not says(meaning, "report_corrections.of_all"):
        return False
    else:
        named = [*_made_together(context)]
    found = [each for each in named if each is not None]
    without = [code for code in codes if all(each.code != code for each in found)]
    if not (without or len(found) > 1 or spoken):
        return False
    first = texts.NONE_TO_WITHDRAW(context.language, codes=without) if without else NOTHING
    if not found:
        await answer(update, context, first)
        return True
    also = [each.id for each in found[1:]]
    await begin(update, context, REPORT_WITHDRAWAL, found[0].id, answers={ALSO: also}, first=first)
    return True


def _made_together(context: Context) -> Sequence[FullReport]:
    """Return the reports submitted together with the newest one, or else those made just now."""
    newest = withdrawals.newest_correctable(context.db, context.person)
    batch = batch_of_several(context.db, newest.id) if newest is not None else None
    if batch is None:
        return withdrawals.withdrawable_reports_since(context.db, context.person, context.just_now)
    done = reports_of_batch(context.db, context.person.id, batch)
    return [each for each in done if not each.final]


async def offer_to_withdraw(update: Update, context: Context, code: str | None, *, of_request: bool = False) -> None:
    """Offer to withdraw the newest report or extension request, of the task `code` if given. With `of_request`, offer
    only the request, or say how it stands. Raises TaskClosed."""
    if not context.person.speaks_for:
        await answer(update, context, words_instead(context.person, For.SPEAKERS)(context.language))
        return
    report = withdrawals.newest_correctable(context.db, context.person, code)
    named = (code,) if code is not None else ()
    asked = next(iter(own_waiting_extensions(context.db, context.person, context.today, *named)), None)
    if asked is not None and (of_request or report is None or report.at < asked.at):
        await extension_withdrawal.offer_withdrawal(update, context, asked)
        return
    if of_request:
        told = latest_extension(context.db, context.person.speaks_for, context.today, code)
        await answer(update, context, *request_state(told, code, context.language))
        return
    if report is not None:
        await offer_to_withdraw_report(update, context, report)
        return
    if code is not None and (draft := _not_handed_in(context, code)) is not None:
        await answer(update, context, texts.NOT_HANDED_IN(context.language, code=code))
        if context.open_dialog is None:
            await offer_to_resume(update, context, context.dialog(draft.id))
        return
    if code is not None and closed_assignment(context, code) is not None:
        raise TaskClosed(code)
    any_made = reports.has_reported(context.db, context.person)
    wording = texts.NOTHING_TO_WITHDRAW if any_made else texts.NOTHING_REPORTED
    await answer(update, context, wording(context.language))


async def offer_to_withdraw_report(update: Update, context: Context, report: FullReport) -> None:
    """Offer to withdraw or correct a report; while a dialog is open, by its buttons only."""
    if context.open_dialog is None:
        await begin(update, context, REPORT_WITHDRAWAL, report.id, answers={ALSO: []})
        return
    text = latest_report(report, context.language, context.today, name_unit=speaks_for_several(context))
    await answer(update, context, text, below_stored_report(report.id, context.language))


def _not_handed_in(context: Context, code: str) -> Draft | None:
    found = (unsubmitted_draft(context.db, context.person.id, each.id) for each in own_assignments(context, code))
    return next(filter(None, found), None)
