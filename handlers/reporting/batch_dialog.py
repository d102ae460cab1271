"""The dialog that previews several reports together and submits, edits or leaves out each of them."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from telegram import InlineKeyboardMarkup

from data.dialogs import Dialog
from data.errors import NotYours, StaleButton
from data.errors.reporting import AlreadyReported, TaskClosed
from data.reporting import batches, drafts
from data.reporting.attachments import Attachment, take_in_waiting_files, waiting_files
from data.reporting.reports import latest_report_id
from data.reporting.reviews import FullReport
from data.reporting.withdrawals import submit_and_withdraw
from data.understanding.matters import MOST_HEARD
from handlers.dialog import Answers, Choices, Declaration, Ending, GivingUp, Talk
from handlers.reporting import keyboard as buttons
from handlers.reporting.batch_changes import REMOVED, UNTAKEN, change_waiting_reports, store_changes, take_file_for_one
from handlers.reporting.batch_lines import why_no_report
from handlers.reporting.counted_figures import numbers_in_note
from handlers.reporting.drafts import WaitingReport, reports_to_resume, still_waiting, waiting_reports_of
from handlers.reporting.no_change import offer_what_is_unchanged
from handlers.reporting.texts import batch as texts
from handlers.reporting.texts import report as of_report
from handlers.reporting.texts.figures import counted_text
from handlers.reporting.texts.questions import urgent
from handlers.tasks.own_tasks import speaks_for_several
from handlers.telegram import Context, keyboard_of
from handlers.wording import NOTHING, Html, Language, Wording, cut, join, labels, refusal, write_fitting
from handlers.wording.report_lines import file_list, last_line

NO_LONGER = (AlreadyReported, NotYours, TaskClosed, StaleButton)
"""Errors after which a report cannot be stored; it is shown with the reason, and the others go ahead."""
FAULTS, UNCLEAR = "faults", "unclear"
"""The keys of the answers with the reasons why part of a line cannot be taken, by assignment id, and with the lines
that are no report."""


@dataclass(frozen=True, slots=True)
class Batch:
    """The waiting and the stored reports of one message, the user's other unsubmitted ones, and files kept for one."""

    waiting: list[WaitingReport]
    done: list[FullReport]
    others: list[WaitingReport]
    kept: list[Attachment]


def load_batch(context: Context, batch_id: int) -> Batch:
    """Return the batch with its reports as they are now."""
    waiting = waiting_reports_of(context, batch_id)
    here = {each.draft.id for each in waiting}
    others = [each for each in reports_to_resume(context) if each.draft.id not in here]
    db, person_id = context.db, context.person.id
    done, kept = batches.reports_of_batch(db, person_id, batch_id), waiting_files(db, person_id, context.now)
    return Batch(waiting, done, others, kept)


def _preview(talk: Talk[Batch]) -> Html:
    """Return the preview: stored reports, reports to check, and lines that were not understood."""
    context, batch, answers = talk.context, talk.subject, talk.answers
    removed, untaken = answers.get(REMOVED), answers.get(UNTAKEN)
    unclear = unclear_lines_text(context, answers.get(UNCLEAR, ()))

    def text(most: int) -> Html:
        parts = [
            texts.LEFT_OUT(talk.language, codes=removed) if removed else NOTHING,
            texts.MORE_SAID(talk.language, said=cut(untaken, 60)) if untaken else NOTHING,
            texts.done(batch.done, talk.language),
            _head(talk),
            *(_text(context, each, answers, most) for each in batch.waiting),
            unclear,
            _kept_files(batch, texts.FILES_FOR_WHICH, talk.language),
            still_waiting(batch.others, context.language),
        ]
        return join(parts, "\n\n")

    return write_fitting(text)


def _kept_files(batch: Batch, wording: Wording, language: Language) -> Html:
    return wording(language, files=file_list(batch.kept, language)) if batch.kept else NOTHING


def _head(talk: Talk[Batch]) -> Html:
    batch, language = talk.subject, talk.language
    if batch.done and batch.waiting:
        return texts.REMAINING(language, count=len(batch.waiting))
    if len(batch.waiting) == 1:
        return labels.CHECK(language)
    return texts.SEVERAL(language, count=len(batch.waiting)) if batch.waiting else NOTHING


def _text(context: Context, waiting: WaitingReport, answers: Answers, most: int) -> Html:
    """Return the preview of one of several reports, below a report made meanwhile, with why a part of its line was not
    taken and what is missing. Long texts are cut to `most` units."""
    form, language = waiting.form, context.language
    if form is None:
        assert waiting.why is not None
        return texts.NO_LONGER(language, code=waiting.code, why=refusal(waiting.why, language))
    last, before = form.assignment.last, NOTHING
    if waiting.overtaken:
        before = of_report.already_reported(last, form.draft, language)
    elif last is not None:
        before = labels.labelled(labels.LAST_REPORT, last_line(last, language), language)
    fault = answers.get(FAULTS, {}).get(str(waiting.draft.assignment_id), "")
    told = [
        of_report.heading(form.assignment, language, speaks_for_several(context)),
        before,
        of_report.answers(form, language, most),
        counted_text(form.figures, numbers_in_note(context, form.draft), language),
        urgent(form, language),
        Html("" if waiting.complete else fault),
        texts.missing(form, language),
    ]
    return join(told)


def unclear_lines_text(context: Context, lines: Sequence[str]) -> Html:
    """Return the lines that are no report, with the reason if it is known; it is not looked for beyond MOST_HEARD."""
    told = [(line, why_no_report(context, line)) for line in lines[:MOST_HEARD]]
    return texts.unclear([*told, *((line, None) for line in lines[MOST_HEARD:])], context.language)


def _choices(talk: Talk[Batch]) -> Choices:
    own = buttons.choices_of_several(talk.subject.waiting, talk.language, files=bool(talk.subject.kept))
    return [*own, *buttons.resume_rows(talk.subject.others, talk.language)]


def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
    """Submit all complete reports, or do what was pressed with one of them; the rest stay."""
    db, person_id = context.db, context.person.id
    way, _, number = value.partition("_")
    waiting = [each for each in waiting_reports_of(context, dialog.subject_id) if number in ("", str(each.draft.id))]
    match way:
        case "edit" if number and waiting:
            return Ending(NOTHING, done=False, next_dialog_id=waiting[0].draft.id)
        case "files" if waiting:
            for each in waiting:
                take_in_waiting_files(db, person_id, each.draft.id, context.now, copied=each is not waiting[-1])
            return Ending(NOTHING, done=False)
        case "submit":
            _submit(context, [each for each in waiting if each.complete])
        case "one" if number:
            _submit(context, waiting)
        case "anyway" if number:
            for each in waiting:
                drafts.acknowledge_report(db, each.draft, latest_report_id(db, each.draft.assignment_id))
            _submit(context, waiting)
        case "out" if number:
            for each in waiting:
                batches.drop_report(db, person_id, each.draft.id)
        case _:
            raise StaleButton
    batch = load_batch(context, dialog.subject_id)
    if way == "submit" and waiting and len(batch.waiting) >= len(waiting):
        codes = [each.code for each in waiting]
        return Ending(texts.NONE_COMPLETE(context.language, codes=codes, first=waiting[0].code), done=False)
    if batch.waiting:
        return Ending(NOTHING, done=False)
    return batch_ending(context, dialog.subject_id, batch, dialog.answers.get(UNCLEAR, ()))


def _submit(context: Context, waiting: Sequence[WaitingReport]) -> None:
    for each in waiting:
        with suppress(*NO_LONGER):
            submit_and_withdraw(context.db, context.actor, each.draft.id)


def batch_ending(context: Context, batch_id: int, batch: Batch, unclear: Sequence[str] = ()) -> Ending:
    """Return the stored reports of a batch, with buttons for each."""
    said, language = texts.done(batch.done, context.language), context.language
    left = _kept_files(batch, texts.FILES_LEFT, language) if batch.done else NOTHING
    text = join([said, unclear_lines_text(context, unclear), left, still_waiting(batch.others, language)], "\n\n")
    stored = buttons.rows_below_stored(batch.done, batch_id, context.language)
    return Ending(text, keyboard_of(*stored, *buttons.resume_rows(batch.others, context.language)))


def which_stored_report(context: Context, batch_id: int) -> tuple[Html, InlineKeyboardMarkup]:
    """Return the question which of the reports stored together is to be withdrawn or corrected."""
    done = batches.reports_of_batch(context.db, context.person.id, batch_id)
    standing = [each for each in done if not each.final]
    text = join([texts.WHICH_OF_ALL(context.language, code=standing[0].code), texts.lines(standing, context.language)])
    return text, InlineKeyboardMarkup(buttons.rows_below_stored(standing, batch_id, context.language))


def _given_up(context: Context, dialog: Dialog) -> tuple[Html, InlineKeyboardMarkup | None]:
    """Return the answer that waiting reports were dropped, and which are stored nevertheless."""
    batch = load_batch(context, dialog.subject_id)
    left = batch_ending(context, dialog.subject_id, batch)
    first = (texts.GIVEN_UP if batch.done else labels.CANCELLED)(context.language)
    return join([first, left.text], "\n\n"), left.keyboard


def _waits(talk: Talk[Batch]) -> Html:
    waiting = talk.subject.waiting
    return texts.WAITS(talk.language, count=len(waiting), codes=[each.code for each in waiting])


BATCH: Declaration[Batch] = Declaration(
    kind=batches.BATCH_DIALOG,
    office=False,
    turn_prefix="",
    load=lambda context, dialog: load_batch(context, dialog.subject_id),
    preview=_preview,
    choices=_choices,
    change=lambda talk, text: change_waiting_reports(talk.context, talk.subject.waiting, text, talk.answers),
    store=lambda talk, answers: store_changes(talk.context, answers),
    hint=texts.NOT_TAKEN,
    read_file=lambda talk, message: take_file_for_one(talk.context, talk.subject.waiting, message, talk.answers),
    finish=_finish,
    also_finish=("one", "anyway", "edit", "out", "files"),
    afterwards=offer_what_is_unchanged,
    waits=_waits,
    finish_tells_changes=True,
    giving_up=GivingUp(
        question=lambda context, dialog: texts.CANCEL_QUESTION(
            context.language, codes=[each.code for each in waiting_reports_of(context, dialog.subject_id)]
        ),
        choices=lambda context, dialog: buttons.choices_to_leave_out(
            waiting_reports_of(context, dialog.subject_id), context.language
        ),
        clean_up=lambda context, dialog: batches.drop_drafts_of_batch(context.db, context.person.id, dialog.subject_id),
        answer=_given_up,
    ),
    is_begun=lambda context, dialog: bool(batches.drafts_in_batch(context.db, context.person.id, dialog.subject_id)),
    assignment_ids=lambda context, dialog: [
        each.assignment_id for each in batches.drafts_in_batch(context.db, context.person.id, dialog.subject_id)
    ],
)
"""The dialog that checks several reports together."""
