"""Several reports in one message: checked and submitted together or singly, then withdrawn or corrected one by one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from telegram import Update

from data.errors.reporting import TooLateToWithdraw
from data.notices.digests import content_of_sent_digest, newest_digest
from data.reporting import batches, drafts
from data.reporting.answers import FIXED
from data.reporting.attachments import copy_files_to_draft, take_in_waiting_files
from data.reporting.withdrawals import withdraw_report
from data.standing.check_ins import is_ongoing_work
from data.standing.standing import Status
from data.understanding import Understanding
from data.understanding.matters import MOST_HEARD
from data.understanding.reporting.all_but import AllBut, all_at, all_but_said
from handlers.dialog import Place, opening
from handlers.reporting.batch_dialog import BATCH, batch_ending, load_batch, unclear_lines_text
from handlers.reporting.batch_lines import (
    MOST_AT_ONCE,
    ReportedTask,
    ReportLines,
    merge_reports,
    read_lines,
    why_no_report,
)
from handlers.reporting.drafts import reports_to_resume
from handlers.reporting.no_change import offer_no_change_except
from handlers.reporting.statements import Statement, answers_for_assignment, statement_of
from handlers.reporting.texts import batch as texts
from handlers.reporting.withdrawal import correct_report
from handlers.tasks.list import tasks_listed, tasks_on_all_pages
from handlers.tasks.own_tasks import all_own_assignments, own_assignments
from handlers.telegram import Context, Verb, answer, hear, hear_report, pressed, said_by, show, strip_buttons
from handlers.wording import NOTHING, Html, join, refusal

NO_FILES: Mapping[int, int] = {}


def reports_in_lines(context: Context, lines: Sequence[str]) -> ReportLines | None:
    """Return what the lines of a message report, or None unless at least two of them name a task, though perhaps one
    that is not the user's or one of several."""
    read = read_lines(context, lines)
    unread = read.unread[:MOST_HEARD]
    refused = sum(bool(hear(context, each).candidates or why_no_report(context, each)) for each in unread)
    is_on_one = not refused and len({each.assignment.id for each in read.reports}) == 1
    return read if read.naming + refused > 1 and not is_on_one else None


async def begin_batch(update: Update, context: Context, lines: ReportLines, first: Html = NOTHING) -> None:
    """Show the reports of a message for checking below `first`, or say why there are none."""
    if not lines.reports:
        await answer(update, context, unclear_lines_text(context, lines.unread))
        return
    reports = merge_reports(lines.reports)
    written, faults = list[tuple[int, dict[str, Any]]](), dict[str, str]()
    for each in reports:
        written.append((each.assignment.id, answers_for_assignment(context, each.assignment, each.statement)))
        faults[str(each.assignment.id)] = join([refusal(why, context.language) for why in each.statement.faults])
    first = join([first, _merged_note(context, lines.reports, reports)])
    await begin_with_answers(update, context, written, first, faults=faults, unclear=lines.unread)


async def begin_with_answers(
    update: Update,
    context: Context,
    written: Sequence[tuple[int, dict[str, Any]]],
    first: Html = NOTHING,
    files_of: Mapping[int, int] = NO_FILES,
    **answers: Any,
) -> None:
    """Show reports, given as (assignment id, answers), for checking, with the files of stored ones, given by assignment
    id. One that is open waits and is offered below."""
    db, person, current = context.db, context.person, drafts.find_draft(context.db, context.person.id)
    dialog = batches.open_batch(db, person.id, written, update.update_id, context.now, **answers)
    waiting = batches.drafts_in_batch(db, person.id, dialog.subject_id)
    for each in waiting:
        if each.assignment_id in files_of:
            copy_files_to_draft(db, files_of[each.assignment_id], each.id)
    if len(waiting) == 1:
        take_in_waiting_files(db, person.id, waiting[0].id, context.now)
    is_among_them = current is not None and current.assignment_id in [assignment_id for assignment_id, _ in written]
    if current is not None and is_among_them:
        await strip_buttons(context, context.private_chat_id, current.message_id)
    context.question_shown = is_among_them or bool(load_batch(context, dialog.subject_id).others)
    await opening.begin(update, context, BATCH, dialog.subject_id, first=first)


async def show_waiting_together(update: Update, context: Context) -> bool:
    """Show the person's unsubmitted reports together for checking, without those left for a day, if there are several;
    return whether there are."""
    waiting = [each for each in reports_to_resume(context) if not context.dialog(each.draft.id).is_old(context.now)]
    if len({each.draft.assignment_id for each in waiting}) <= 1:
        return False
    await begin_with_answers(update, context, [(each.draft.assignment_id, {}) for each in waiting])
    return True


async def press_batch(update: Update, context: Context) -> None:
    """Withdraw or correct one of the stored reports. Raises StaleButton if they are gone, and TooLateToWithdraw after
    updating the message."""
    choice, batch_id, report_id = pressed(update)
    try:
        if choice == "correct":
            await correct_report(update, context, int(report_id), place=Place.BELOW)
            return
        withdraw_report(context.db, context.actor, int(report_id))
    except TooLateToWithdraw:
        await _show_stored(update, context, int(batch_id))
        raise
    await _show_stored(update, context, int(batch_id))


async def _show_stored(update: Update, context: Context, batch_id: int) -> None:
    left = batch_ending(context, batch_id, load_batch(context, batch_id))
    await show(update, context, left.text, left.keyboard)


def _merged_note(context: Context, said: Sequence[ReportedTask], reports: Sequence[ReportedTask]) -> Html:
    """Return a line naming the tasks whose several lines became one report; empty if there are none."""
    ids = [each.assignment.id for each in said]
    twice = [each.assignment.code for each in reports if ids.count(each.assignment.id) > 1]
    return texts.MERGED(context.language, codes=twice) if twice else NOTHING


async def report_all_but(update: Update, context: Context, meaning: Understanding) -> bool:
    """Show reports on all of the user's tasks except some (done, at a percent, or no change), and on the exception if
    something is said of it; return whether the sentence reports that. Ongoing tasks are not reported as done this way.
    A percent for more than MOST_AT_ONCE tasks is not taken, nor another number of tasks than there are."""
    said = all_but_said(meaning) if context.person.speaks_for else None
    if said is None or not any(own_assignments(context, code) for code in said.codes):
        return False
    if not said.done and said.percent is None:
        if not said.rest:
            await offer_no_change_except(update, context, said.codes)
        return not said.rest
    rest = _reports_on_the_rest(context, said)
    reports = [*_report_on_exception(context, said), *rest]
    is_too_many = said.percent is not None and len(reports) > MOST_AT_ONCE
    if is_too_many or said.count not in (0, len(rest), len(rest) + len(said.codes)):
        return False
    if reports:
        await begin_batch(update, context, ReportLines(reports))
    return bool(reports)


async def report_all_listed(update: Update, context: Context, meaning: Understanding) -> bool:
    """Show reports on the open tasks of the list shown last, or of today's digest, at a percent given for all (都差不多
    80), but not below a card; return whether the sentence reports that."""
    percent = all_at(said_by(update, meaning))
    mine = all_own_assignments(context) if percent else []
    listed = {each.id for each in tasks_listed(context)} if mine else set()
    last = context.last_messages
    if mine and not listed and (last.task() is None or last.shown(Verb.NOTICE) is not None):
        listed = _shown_together(context)
    meant = [each for each in mine if each.id in listed and not each.finished]
    reports = [ReportedTask(each, Statement(Status.IN_PROGRESS, percent=percent)) for each in meant]
    if reports:
        others = len(tasks_on_all_pages(context)) - len(tasks_listed(context))
        first = texts.ONLY_THIS_PAGE(context.language, count=others) if others else NOTHING
        await begin_batch(update, context, ReportLines(reports), first)
    return bool(reports)


def _reports_on_the_rest(context: Context, said: AllBut) -> list[ReportedTask]:
    """Return reports, done or at the given percent, on the user's open tasks other than the named ones: those of the
    list shown last or of today's digest, if there is one."""
    mine, percent = all_own_assignments(context), said.percent
    others = [each for each in mine if each.code not in said.codes and not each.finished]
    shown = _shown_together(context)
    meant = [each for each in others if each.id in shown] or others
    if percent is not None:
        return [ReportedTask(each, Statement(Status.IN_PROGRESS, percent=percent)) for each in meant]
    done = Statement(Status.SUBMITTED, percent=FIXED[Status.SUBMITTED])
    return [ReportedTask(each, done) for each in meant if not is_ongoing_work(each)]


def _shown_together(context: Context) -> set[int]:
    """Return the ids of the tasks in the list shown last, or else in today's digest."""
    if listed := tasks_on_all_pages(context):
        return {each.id for each in listed}
    db, chat_id = context.db, context.private_chat_id
    newest = newest_digest(db, chat_id, context.today)
    return {each.id for each in content_of_sent_digest(db, newest, chat_id, context.now).own} if newest else set()


def _report_on_exception(context: Context, said: AllBut) -> list[ReportedTask]:
    """Return the report on the excepted task, if any; if its words cannot be read, they become the note. One that is
    only told of more (都完成了，6-2开了2次会) is done like all others."""
    mine = own_assignments(context, said.codes[0])
    if len(mine) != 1 or not said.rest:
        return []
    heard = statement_of(hear_report(context, said.codes[0], said.rest))
    told = heard or Statement(Status.IN_PROGRESS, stated=False, note=said.rest)
    if said.done and not (said.excepted or told.stated or told.percent is not None):
        told = replace(told, status=Status.SUBMITTED, stated=True, percent=FIXED[Status.SUBMITTED])
    return [ReportedTask(mine[0], told)]
