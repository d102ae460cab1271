"""Evidence: taking photos and documents for a report, open, recent or yet to come."""

from datetime import timedelta

from telegram import Message, Update

from data import dialogs
from data.errors.reporting import FileRefused
from data.reporting.attachments import (
    Attachment,
    Owner,
    attached_files,
    has_file_from,
    take_in_waiting_files,
    waiting_files,
)
from data.reporting.batches import unsubmitted_draft
from data.reporting.drafts import Draft, Step, checked_note, find_draft, give_answers, take_up_draft
from data.reporting.reviews import FullReport
from data.reporting.withdrawals import newest_correctable, withdrawable_reports_since
from data.standing.standing import Status
from data.understanding import Aim, Intent, Kind, Mood, Understanding, says, values_of
from handlers.dialog import Place, load_talk_or_drop
from handlers.reporting.report import (
    add_rest_of_album,
    ask_open_question,
    begin_report,
    begin_report_on_code,
    closed_assignment,
)
from handlers.reporting.report_in_words import only_names_a_file, report_in_a_line
from handlers.reporting.resubmission import only_returned_report, open_again, report_just_made, supplement_returned
from handlers.reporting.statements import Statement, statement_of
from handlers.reporting.texts import questions as texts
from handlers.tasks.own_tasks import only_own_assignment, own_assignments
from handlers.tasks.selection import Filter, Listing
from handlers.telegram import Context, Verb, answer, button, hear, keyboard_of, with_aim
from handlers.telegram.attachments import album_key, attachment_in, fetch_checked, keep_file
from handlers.wording import NOTHING, cut, join, labels, refusal
from handlers.wording.report_lines import file_list

OF_ITS_TASK = {aim for aim in Aim if aim.intent in (Intent.REPORT, Intent.TASK)}
ADDS = "added_files.to_a_report"
"""Says that a file belongs to a report already made: 再补一张, 加到刚才那个."""
FOLLOWS = timedelta(days=1)
"""How long after a report a file may follow that is added to it."""
MOST_OFFERED = 3
"""The most reports of the last day to which a file is offered to be added, newest first."""
KEPT = "kept"
"""The button value that sends kept files as work information."""


async def take_file(update: Update, context: Context, draft: Draft, content: bytes | None = None) -> None:
    """Attach a file, with its bytes if they were fetched before, to the draft at any question; its caption becomes the
    file's name, or the note if that is asked for. Files of an album arrive one by one and are listed in one message.
    Files that are too large, harmful or too many are refused."""
    message = update.message
    assert message is not None
    if await load_talk_or_drop(update, context, context.dialog(draft.id)) is None:
        return
    found = attachment_in(message)
    if found is None:
        wording = texts.EVIDENCE_ONLY if draft.step is Step.EVIDENCE else texts.NOT_OF_USE
        await ask_open_question(update, context, draft, Place.BELOW, first=wording(context.language))
        return
    goes_on, caption = _goes_on_with_album(context, message, draft.id), (message.caption or "").strip()
    is_note = bool(caption) and draft.step is Step.NOTE and not draft.note
    try:
        await keep_file(context, message, found, draft.id, "" if is_note else caption, content)
    except FileRefused as refused:
        await answer(update, context, refusal(refused, context.language))
        await ask_open_question(update, context, draft, Place.BELOW)
        return
    following = draft
    if is_note:
        note = {"note": checked_note(caption)}
        following = give_answers(context.db, draft, note, update.update_id, context.now)
    if says(context.dialog(draft.id).said or "", "removals.announced_files"):
        following = give_answers(context.db, following, {}, update.update_id, context.now)
    asked = draft.step is Step.EVIDENCE
    language = context.language
    files = file_list(attached_files(context.db, Owner.DRAFT, draft.id), language)
    told = [texts.TAKEN_AS_EVIDENCE(language, files=files)]
    if following.note != draft.note:
        told.append(texts.NOTE_TAKEN(language, note=cut(following.note or "", 60)))
    first = NOTHING if asked else join(told)
    await ask_open_question(update, context, following, Place.KEPT if goes_on else Place.BELOW, first=first)


def _goes_on_with_album(context: Context, message: Message, draft_id: int | None) -> bool:
    return bool(message.media_group_id) and has_file_from(context.db, draft_id, album_key(message))


def is_of_another_task(context: Context, draft: Draft, caption: str) -> bool:
    """Return whether a caption names, by code, another task of the user instead of the draft's."""
    codes = values_of(hear(context, caption), Kind.CODE) if caption else ()
    own = [each for code in codes for each in own_assignments(context, code)]
    return bool(own) and all(each.id != draft.assignment_id for each in own)


async def report_with_file(update: Update, context: Context) -> None:
    """Handle a file that is not for the open report: add it to the report just made or begin the one in its caption, or
    repeat the only returned one, else keep the file and ask for its task. The open report waits meanwhile. Raises a
    FileRefused, before which nothing is opened."""
    message = update.message
    assert message is not None
    found = attachment_in(message)
    if not context.person.speaks_for or found is None:
        wording = texts.NOT_OF_USE if context.person.speaks_for else texts.TEXT_ONLY
        await answer(update, context, wording(context.language))
        return
    meaning = hear(context, message.caption) if message.caption else None
    closed = closed_assignment(context, meaning.task) if meaning is not None else None
    accepted = closed.last.id if closed is not None and closed.last is not None else None
    content = await fetch_checked(context, message, found, report_id=accepted)
    if context.open_dialog is not None and find_draft(context.db, context.person.id) is not None:
        dialogs.park_dialog(context.db, context.open_dialog)
    if meaning is not None and _reopen_report_just_made(update, context, meaning):
        pass
    elif closed is not None:
        await keep_file(context, message, found, None, message.caption or "", content)
        await begin_report(update, context, closed.id)
        return
    elif meaning is not None and meaning.task and OF_ITS_TASK & {*meaning.between, meaning.aim}:
        meaning = with_aim(context, meaning, Aim.REPORT) if meaning.between else meaning
        if not _reopen_report_on_task(update, context, meaning):
            await report_in_a_line(update, context, meaning)
    elif (returned := only_returned_report(context)) is not None:
        await supplement_returned(update, context, returned, None)
    else:
        await _keep_for_the_next(update, context, message, found, content)
        return
    if (draft := find_draft(context.db, context.person.id)) is not None:
        await take_file(update, context, draft, content)
    else:  # it is asked first whether to resume an unfinished one
        await keep_file(context, message, found, None, message.caption or "", content)


async def take_kept_files_for_named_task(update: Update, context: Context, meaning: Understanding) -> bool:
    """Add kept files to the report just made (加到刚才那个) or to the recent report on the task that a sentence names
    (6-7的), or to a new one, if their task was just asked for; return whether the sentence answered that. Raises
    NotYours or TaskClosed."""
    if Mood.ASKS in meaning.moods or not _may_be_for_kept_files(context, meaning):
        return False
    reopened = _reopen_report_just_made(update, context, meaning)
    if not reopened:
        if statement_of(meaning) is not None or only_own_assignment(context, meaning.task, meaning.unit) is None:
            return False
        reopened = _reopen_report_on_task(update, context, meaning)
    if not reopened and meaning.task is not None:
        await begin_report_on_code(update, context, meaning.task)
    elif (draft := find_draft(context.db, context.person.id)) is not None:
        await ask_open_question(update, context, draft, Place.BELOW)
    return True


def _may_be_for_kept_files(context: Context, meaning: Understanding) -> bool:
    """Return whether files are kept and their task was just asked for, or the sentence says to add them to a report."""
    if context.last_messages.offers(Verb.INFORMATION, KEPT):
        return True
    db, person_id = context.db, context.person.id
    return says(meaning, ADDS) and find_draft(db, person_id) is None and bool(waiting_files(db, person_id, context.now))


def _reopen_report_on_task(update: Update, context: Context, meaning: Understanding) -> bool:
    """Reopen the user's report on the named task, so that the file is added to it with what else is said: if it is not
    submitted yet, says done or is of the last day, unless another status or percent or figures are reported now.
    Return whether it was reopened."""
    said = None if only_names_a_file(update, meaning) else statement_of(meaning)
    mine = only_own_assignment(context, meaning.task, meaning.unit)
    if said is None and mine is not None and _take_up_begun(update, context, mine.id):
        return True
    report = newest_correctable(context.db, context.person, meaning.task)
    if report is None or (report.status is not Status.SUBMITTED and report.at < context.now - FOLLOWS):
        return False
    if said is not None and (said.percent is not None or said.has_figures or said.obstacle):
        return False
    if said is not None and said.stated and said.status is not report.status:
        return False
    _reopen(update, context, report, said)
    return True


def _reopen_report_just_made(update: Update, context: Context, meaning: Understanding) -> bool:
    """Reopen the report just made if words name no task and only say that a file belongs to it; return whether."""
    if meaning.names(Kind.CODE) or not says(meaning, ADDS):
        return False
    report = report_just_made(context)
    if report is not None:
        _reopen(update, context, report)
    return report is not None


def _reopen(update: Update, context: Context, report: FullReport, said: Statement | None = None) -> None:
    if not _take_up_begun(update, context, report.assignment_id):
        open_again(update, context, report, said, replaces=report.id)


def _take_up_begun(update: Update, context: Context, assignment_id: int) -> bool:
    """Take up the fresh unsubmitted report on an assignment, with the kept files; return whether there is one."""
    begun = unsubmitted_draft(context.db, context.person.id, assignment_id, context.now)
    if begun is not None:
        take_up_draft(context.db, begun, update.update_id, context.now)
        take_in_waiting_files(context.db, context.person.id, begun.id, context.now)
    return begun is not None


async def _keep_for_the_next(
    update: Update, context: Context, message: Message, found: Attachment, content: bytes | None
) -> None:
    """Keep a file for the next report, whose task is asked for; an album stays together. Raises a FileRefused."""
    goes_on = _goes_on_with_album(context, message, None)
    await keep_file(context, message, found, None, message.caption or "", content)
    if goes_on:
        add_rest_of_album(context, album_key(message))
        return
    files = file_list(waiting_files(context.db, context.person.id, context.now), context.language)
    choose = button(labels.REPORT(context.language), Verb.LIST, *Listing(Filter.PICK).pack(0))
    inform = button(texts.AS_INFORMATION(context.language), Verb.INFORMATION, KEPT)
    made = withdrawable_reports_since(context.db, context.person, context.now - FOLLOWS)[: -MOST_OFFERED - 1 : -1]
    add = [button(texts.ADD_TO(context.language, code=each.code), Verb.CORRECT, each.id) for each in made]
    keyboard = keyboard_of(add, [choose, inform])
    await answer(update, context, texts.EVIDENCE_NOT_NOW(context.language, files=files), keyboard)
