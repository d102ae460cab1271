"""Beginning and resuming reports: /update, the report button, and the choice between an unfinished report and a new
one. Evidence that comes once the office has accepted the report is added to that, which stays as it is."""

from typing import Any

from telegram import InlineKeyboardMarkup, Update

from data import dialogs
from data.dialogs import Dialog
from data.errors import NotYours, unless
from data.errors.reporting import TaskClosed
from data.reporting import drafts
from data.reporting.attachments import (
    Owner,
    add_waiting_files,
    attached_files,
    copy_files_to_draft,
    report_with_album,
    take_in_waiting_files,
    waiting_files,
)
from data.reporting.batches import unsubmitted_draft
from data.reporting.drafts import Draft, draft_of
from data.reporting.figures import doubtful_figures
from data.reporting.reviews import full_report
from data.reporting.withdrawals import is_correctable
from data.standing.assignments import Assignment
from data.standing.standing import Status
from data.understanding import Aim, Understanding, find_order, says
from handlers.dialog import Place, Talk, acts_on, message, reader, resume
from handlers.dialog.message import place_of_answer, show_in_dialog
from handlers.dialog.opening import card_above, drop_passing
from handlers.reporting import keyboard as report_buttons
from handlers.reporting.dialog import REPORT
from handlers.reporting.drafts import WaitingReport, load_form, reports_to_resume, still_waiting
from handlers.reporting.keyboard import resume_rows
from handlers.reporting.task_choice import ask_task_to_report
from handlers.reporting.texts.questions import ADDED_LATE, TAKEN_AS_EVIDENCE
from handlers.reporting.texts.report import also_taken
from handlers.reporting.texts.unfinished import CORRECTION_DROPPED, unfinished
from handlers.tasks.card import show_card
from handlers.tasks.history import history_command
from handlers.tasks.own_tasks import all_own_assignments, named_own_assignments, only_own_assignment, own_assignment
from handlers.telegram import Context, Verb, answer, pressed
from handlers.telegram.task_buttons import below_stored_report
from handlers.wording import NOTHING, Html, join, write_fitting
from handlers.wording.labels import CANCELLED
from handlers.wording.report_lines import file_list

Anew = tuple[Verb, object, object]


async def ask_open_question(
    update: Update, context: Context, draft: Draft, place: Place = Place.PRESSED, *, first: Html = NOTHING
) -> None:
    """Show the open question of a report, below `first`. Raises NotYours or TaskClosed."""
    dialog = context.dialog(draft.id)
    await message.ask(update, Talk(context, dialog, load_form(context, draft)), place, first=first)


async def update_command(update: Update, context: Context) -> None:
    """Handle /update: offer to resume the unfinished report, or to begin one on the task whose card was looked at
    meanwhile; without one, ask for a task."""
    draft, dialog = unfinished_draft(context), context.open_dialog
    if draft is not None and dialog is not None:
        card = unless((NotYours, TaskClosed), own_assignment, context, card_above(dialog) or draft.assignment_id)
        await offer_resuming(update, context, draft, card or own_assignment(context, draft.assignment_id))
        return
    await ask_task_to_report(update, context)


async def begin_pressed(update: Update, context: Context) -> None:
    """Begin a report on the pressed task, but ask first if another one is unfinished."""
    assignment_id, *chosen = pressed(update)
    await begin_report(update, context, int(assignment_id), Place.PRESSED if chosen else Place.BELOW)


async def begin_report(update: Update, context: Context, assignment_id: int, place: Place = Place.BELOW) -> None:
    """Begin a report on an assignment. An unfinished one is offered first, or resumed at once if files are kept for it.
    Kept files for a closed one are added to its accepted report. Raises NotYours, TaskClosed or a FileRefused."""
    if await add_to_accepted(update, context, assignment_id):
        return
    assignment = own_assignment(context, assignment_id)
    draft, waiting = unfinished_draft(context), _waiting_on(context, assignment_id)
    with_files = waiting is not None and bool(waiting_files(context.db, context.person.id, context.now))
    draft = draft or (None if with_files else waiting)
    if draft is not None and draft.update_id != update.update_id:
        await offer_resuming(update, context, draft, assignment, place)
        return
    if waiting is not None and with_files:
        begun = drafts.take_up_draft(context.db, waiting, update.update_id, context.now)
        take_in_waiting_files(context.db, context.person.id, begun.id, context.now)
    else:
        begun = open_draft(update, context, assignment_id)
    files = file_list(attached_files(context.db, Owner.DRAFT, begun.id), context.language)
    first = TAKEN_AS_EVIDENCE(context.language, files=files) if files else NOTHING
    await ask_open_question(update, context, begun, place, first=first)


async def begin_report_on_code(update: Update, context: Context, code: str) -> None:
    """Begin a report on the task `code`, or show its card if several own units have it. Raises UnknownTask."""
    mine = named_own_assignments(context, code)
    if len(mine) > 1:
        await show_card(update, context, code)
        return
    await begin_report(update, context, mine[0].id)


def open_draft(
    update: Update, context: Context, assignment_id: int, with_files_of: int | None = None, **answers: Any
) -> Draft:
    """Open a new report with `answers`, the files of the report `with_files_of`, and those kept for the next report; it
    takes over the message of the report or choice that was open. Raises NotYours or TaskClosed."""
    db, person_id = context.db, context.person.id
    passing = context.open_dialog
    passing = passing if drop_passing(context) else None
    last, old = own_assignment(context, assignment_id).last, context.open_dialog
    old = passing or next(
        iter(drafts.empty_report_dialogs(db, person_id)), old if old and old.kind == REPORT.kind else None
    )
    known = {
        "seen_report_id": last.id if last else None,
        "doubted": doubtful_figures(db, assignment_id, answers.get("figures") or {}, answers.get("replaces")),
        **answers,
    }
    draft = drafts.open_draft(db, person_id, assignment_id, update.update_id, context.now, **known)
    if with_files_of is not None:
        copy_files_to_draft(db, with_files_of, draft.id)
    take_in_waiting_files(db, person_id, draft.id, context.now)
    if old is not None and old.message_id is not None and draft.message_id is None:
        dialogs.remember_message(db, draft.id, old.message_id)
    return draft


async def resume_or_restart(update: Update, context: Context) -> None:
    """Resume the unfinished report, or begin another one while it waits."""
    choice, number = pressed(update)
    if choice == "restart":
        own_assignment(context, int(number))
        await ask_open_question(update, context, open_draft(update, context, int(number)))
        return
    dialog = context.dialog(int(number))
    await resume(update, context, dialog, place_of_answer(update))


@reader(names=lambda talk, text, heard: says(heard, "report_corrections.resumed"))
async def resume_named_report(update: Update, context: Context, meaning: Understanding) -> bool:
    """Resume the report on the task that a sentence names (1-2继续, 1-2写了什么 我接着报), with what it holds, or begin
    one; return whether the sentence asks for it. Raises NotYours or TaskClosed."""
    resumed = find_order(meaning, "report_corrections.resumed")
    code = resumed.code if resumed is not None else meaning.task if meaning.aim is Aim.RESUME else None
    mine = only_own_assignment(context, code, meaning.unit) if context.person.speaks_for else None
    if mine is not None:
        await resume_report_on(update, context, mine)
    return mine is not None


async def resume_report_on(update: Update, context: Context, assignment: Assignment) -> None:
    """Resume the report on an assignment with what it holds, or begin one. Raises NotYours or TaskClosed."""
    before = unsubmitted_draft(context.db, context.person.id, assignment.id)
    if before is None:
        await begin_report(update, context, assignment.id)
    else:
        draft = drafts.take_up_draft(context.db, before, update.update_id, context.now)
        held = also_taken(None, load_form(context, draft), None, context.language)
        await ask_open_question(update, context, draft, Place.BELOW, first=held)


def _unsubmitted_asked_about(context: Context, heard: Understanding) -> list[WaitingReport] | None:
    if not context.person.speaks_for:
        return None
    whether = says(heard, "report_corrections.submitted_asked")
    waiting = reports_to_resume(context) if whether or says(heard, "report_corrections.unsubmitted_asked") else []
    return waiting if waiting or whether else None


@acts_on(_unsubmitted_asked_about)
async def show_unsubmitted(update: Update, context: Context, waiting: list[WaitingReport]) -> None:
    """Show which reports the user has begun and not submitted (还有啥没提交的), with a button to resume each. If there
    are none, show what was submitted (刚才那个提交上去了吗)."""
    if not waiting:
        await history_command(update, context)
        return
    keyboard = InlineKeyboardMarkup(resume_rows(waiting, context.language))
    await answer(update, context, still_waiting(waiting, context.language), keyboard)


def unfinished_draft(context: Context) -> Draft | None:
    """Return the open report if it has answers and can still be submitted, or None."""
    dialog = context.open_dialog_of(REPORT.kind)
    if dialog is None or not drafts.is_begun(context.db, dialog):
        return None
    mine = unless((NotYours, TaskClosed), own_assignment, context, dialog.subject_id)
    return draft_of(dialog) if mine is not None else None


def _waiting_on(context: Context, assignment_id: int) -> Draft | None:
    """Return the unsubmitted report on an assignment if it has answers, or None."""
    waiting = unsubmitted_draft(context.db, context.person.id, assignment_id)
    dialog = context.dialog(waiting.id) if waiting is not None else None
    return waiting if dialog is not None and drafts.is_begun(context.db, dialog) else None


async def offer_resuming(
    update: Update,
    context: Context,
    draft: Draft,
    other: Assignment,
    place: Place = Place.BELOW,
    anew: Anew | None = None,
) -> None:
    """Ask whether to resume the unfinished report or begin `anew`, on the same or another task."""
    form = load_form(context, draft)
    text = write_fitting(lambda most: unfinished(form, other, context.language, most))
    keyboard = report_buttons.resume_or_begin(form, other, anew or (Verb.DRAFT, "restart", other.id), context.language)
    context.question_shown = True
    await show_in_dialog(update, context, context.dialog(draft.id), text, keyboard, place)


def told_when_given_up(context: Context, dialog: Dialog) -> tuple[Html, InlineKeyboardMarkup | None]:
    """Return the answer that a report was given up, with the others that wait; if it was a correction, that the
    corrected report stays."""
    replaces = draft_of(dialog).replaces
    others = reports_to_resume(context, but_for=dialog)
    if replaces is None:
        text = join([CANCELLED(context.language), still_waiting(others, context.language)])
        return text, InlineKeyboardMarkup(resume_rows(others, context.language)) if others else None
    free = is_correctable(context.db, context.person, replaces)
    return CORRECTION_DROPPED(context.language), below_stored_report(replaces, context.language) if free else None


def closed_assignment(context: Context, code: str | None) -> Assignment | None:
    """Return the assignment of the user's units for a task if it is their only one and closed, or None."""
    mine = only_own_assignment(context, code)
    return mine if mine is not None and mine.status is Status.CLOSED else None


async def add_to_accepted(update: Update, context: Context, assignment_id: int) -> bool:
    """Add the kept files to the accepted report on a closed assignment; return False if it is not closed, was closed
    without a report, or no file is kept. Raises a FileRefused."""
    mine = next((each for each in all_own_assignments(context) if each.id == assignment_id), None)
    kept = waiting_files(context.db, context.person.id, context.now)
    if mine is None or mine.status is not Status.CLOSED or mine.last is None or not kept:
        return False
    files = add_waiting_files(context.db, context.actor, mine.last.id, f"{mine.code}@{mine.unit}")
    shown = file_list(files, context.language)
    await answer(update, context, ADDED_LATE(context.language, code=mine.code, files=shown))
    return True


def add_rest_of_album(context: Context, album: str) -> None:
    """Add the kept files to the accepted report that got the album's first file, if one did. Raises a FileRefused."""
    report_id = report_with_album(context.db, album)
    report = full_report(context.db, report_id) if report_id is not None else None
    if report is not None:
        add_waiting_files(context.db, context.actor, report.id, f"{report.code}@{report.unit}")
