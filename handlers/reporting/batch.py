"""Several reports in one message: checked together, submitted together or singly, changed and taken back one by one."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from telegram import InlineKeyboardMarkup, Update

from data import dialogs
from data.dialogs import Dialog
from data.errors import AlreadyReported, NotYours, Refusal, StaleButton, TaskClosed, TooLateToWithdraw
from data.reporting import batches, drafts
from data.reporting.batches import Done
from data.reporting.reports import latest_report_id, submit, withdraw
from handlers.dialog import opening, presses
from handlers.dialog.declaration import PREVIEW, Answers, Choices, Declaration, Ending, Talk
from handlers.dialog.message import Place
from handlers.reporting import batch_keyboard as buttons
from handlers.reporting.batch_changes import REMOVED, UNTAKEN, put_right
from handlers.reporting.batch_lines import Lines, Reported, merged, read_lines, why_not
from handlers.reporting.drafts import Waiting, to_go_on_with, waiting_in
from handlers.reporting.statements import answers_on, answers_onto
from handlers.reporting.texts import batch as texts
from handlers.reporting.texts.questions import PREVIEW as ONE_TO_CHECK
from handlers.reporting.undo import correct_report
from handlers.tasks.own_tasks import speaks_for_several
from handlers.telegram import labels
from handlers.telegram.callbacks import unpack
from handlers.telegram.context import Context, source
from handlers.telegram.refusals import refusal
from handlers.telegram.sending import acknowledge, answer, show, strip_buttons
from handlers.telegram.wording import Html, cut, fitting, join, series

MOST_LINES = 20
NO_LONGER = (AlreadyReported, NotYours, TaskClosed, StaleButton)
"""Why a report of several cannot be stored now; it is shown with the reason, and the others are not held up."""
FAULTS, UNCLEAR, BESIDE = "faults", "unclear", "beside"
"""The answers of a batch: why something in a line cannot be taken, by assignment; the lines that are no report; the
report that is being filled in, if this one was written while it was."""
OLD = {"all": "submit"}
"""What the buttons of older releases are called now."""


@dataclass(frozen=True, slots=True)
class Batch:
    """The reports of a message that wait, those that are stored, and the others that the person has not submitted."""

    waiting: list[Waiting]
    done: list[Done]
    others: list[Waiting]


def several_reports(context: Context, lines: Sequence[str]) -> Lines | None:
    """What the lines of a message report, if two of them at least name a task."""
    read = read_lines(context, lines[:MOST_LINES])
    refused = sum(why_not(context, line) is not None for line in read.unread)
    if read.naming + refused < 2:
        return None
    return Lines(read.reports, read.naming, [*read.unread, *lines[MOST_LINES:]])


async def begin_batch(update: Update, context: Context, lines: Lines) -> None:
    """Show the reports of a message to be checked; where there are none, say why."""
    if not lines.reports:
        await answer(update, context, _unclear(context, lines.unread))
        return
    reports = merged(lines.reports)
    written = [(each.assignment.id or 0, _answers(context, each)) for each in reports]
    faults = {
        str(each.assignment.id): _faults(context, each.statement.faults) for each in reports if each.statement.faults
    }
    first = _merging(context, lines.reports, reports)
    await begin(update, context, written, first, faults=faults, unclear=lines.unread)


async def begin(
    update: Update,
    context: Context,
    written: Sequence[tuple[int, dict[str, Any]]],
    first: Html = texts.NOTHING,
    **answers: Any,
) -> None:
    """Show reports, as pairs of assignment and answers, to be checked; what is open waits, and is offered below."""
    db, person, current = context.db, context.person, drafts.find_draft(context.db, context.person.id)
    dialog = batches.open_batch(db, person.id, written, update.update_id, context.now, **answers)
    if current is not None and current.assignment_id in [assignment_id for assignment_id, _ in written]:
        await strip_buttons(context, person.telegram_id or 0, current.message_id)
    context.question_shown = bool(_load(context, dialog).others)
    await opening.begin(update, context, BATCH, dialog.subject_id, first=first)


async def press(update: Update, context: Context) -> None:
    """A button under reports that are stored, or one of an older release. Raises StaleButton when they are gone."""
    assert update.callback_query is not None
    choice, number, *rest = unpack(update.callback_query.data).arguments
    person_id = context.person.id
    if choice in ("undo", "correct"):
        await _change_stored(update, context, int(number), choice, int(rest[0]))
        return
    if choice in ("resume", "edit"):
        dialog = dialogs.find_dialog(context.db, person_id, int(rest[0] if rest else number))
        await presses.press_on(update, context, dialog, PREVIEW, "resume")
        return
    batch = dialogs.find_unfinished(context.db, person_id, batches.KIND, int(number))
    if batch is not None:
        await presses.press_on(update, context, batch, PREVIEW, "_".join([OLD.get(choice, choice), *rest]))
        return
    if not batches.stored_of(context.db, person_id, int(number)):
        raise StaleButton
    await acknowledge(update)
    await _show_stored(update, context, int(number))


async def _change_stored(update: Update, context: Context, batch_id: int, choice: str, report_id: int) -> None:
    """Take a stored report back or correct it. Raises TooLateToWithdraw; the message shows then how each stands."""
    try:
        if choice == "correct":
            await correct_report(update, context, report_id, place=Place.BELOW)
            return
        withdraw(context.db, context.person, report_id, context.now, context.zone, source(update))
    except TooLateToWithdraw:
        await _show_stored(update, context, batch_id)
        raise
    await acknowledge(update)
    await _show_stored(update, context, batch_id)


async def _show_stored(update: Update, context: Context, batch_id: int) -> None:
    ending = _ending(context, batch_id, _batch(context, batch_id))
    await show(update, context, ending.text, ending.keyboard)


def _answers(context: Context, report: Reported) -> dict[str, Any]:
    """The answers of a line; what there is on the same task already stays where it says nothing else."""
    before = batches.unsubmitted_on(context.db, context.person.id, report.assignment.id or 0)
    if before is not None:
        return answers_onto(context, before, report.statement)
    return answers_on(context, report.assignment, report.statement, percent_stays=True)


def _faults(context: Context, faults: Sequence[Refusal]) -> str:
    return join([refusal(each, context.language) for each in faults])


def _load(context: Context, dialog: Dialog) -> Batch:
    return _batch(context, dialog.subject_id)


def _batch(context: Context, batch_id: int) -> Batch:
    waiting = waiting_in(context, batch_id)
    here = {each.draft.id for each in waiting}
    others = [each for each in to_go_on_with(context) if each.draft.id not in here]
    return Batch(waiting, batches.stored_of(context.db, context.person.id, batch_id), others)


def _preview(talk: Talk[Batch]) -> Html:
    """What is stored of a batch, what waits to be checked, and what was not understood."""
    context, batch, answers = talk.context, talk.subject, talk.answers
    removed, untaken = answers.get(REMOVED), answers.get(UNTAKEN)

    def text(most: int) -> Html:
        parts = [
            texts.LEFT_OUT(talk.language, codes=series(removed, talk.language)) if removed else texts.NOTHING,
            texts.MORE_SAID(talk.language, said=cut(untaken, 60)) if untaken else texts.NOTHING,
            texts.done(batch.done, talk.language),
            _head(talk),
            *(_text(context, each, answers, most) for each in batch.waiting),
            _unclear(context, answers.get(UNCLEAR, ())),
            texts.NOTHING if _is_beside(talk) else _still_waiting(context, batch),
        ]
        return join(parts, "\n\n")

    return fitting(text)


def _head(talk: Talk[Batch]) -> Html:
    batch, language = talk.subject, talk.language
    if _is_beside(talk):
        one = next(each for each in batch.others if each.draft.id == talk.answers[BESIDE])
        title = one.form.assignment.title if one.form else ""
        return texts.BESIDE(language, open=one.code, title=title, other=batch.waiting[0].code)
    if batch.done and batch.waiting:
        return texts.REMAINING(language, count=len(batch.waiting))
    if len(batch.waiting) == 1:
        return ONE_TO_CHECK(language)
    return texts.SEVERAL(language, count=len(batch.waiting)) if batch.waiting else texts.NOTHING


def _is_beside(talk: Talk[Batch]) -> bool:
    """Whether a single report waits to be checked that was written while another one was being filled in."""
    batch, beside = talk.subject, talk.answers.get(BESIDE)
    return any(each.draft.id == beside for each in batch.others) and len(batch.waiting) == 1 and not batch.done


def _text(context: Context, waiting: Waiting, answers: Answers, most: int) -> Html:
    if waiting.form is None:
        assert waiting.why is not None
        return texts.no_longer(waiting.code, waiting.why, context.language)
    fault = answers.get(FAULTS, {}).get(str(waiting.draft.assignment_id), "")
    return texts.report(
        waiting.form,
        context.language,
        name_unit=speaks_for_several(context),
        overtaken=waiting.overtaken,
        why=Html("" if waiting.complete else fault),
        most=most,
    )


def _unclear(context: Context, lines: Sequence[str]) -> Html:
    return texts.unclear([(line, why_not(context, line)) for line in lines], context.language)


def _still_waiting(context: Context, batch: Batch) -> Html:
    return texts.still_waiting((each.code for each in batch.others), context.language)


def _merging(context: Context, said: Sequence[Reported], reports: Sequence[Reported]) -> Html:
    """That several lines on one task were made one report."""
    ids = [each.assignment.id for each in said]
    twice = [each.assignment.code for each in reports if ids.count(each.assignment.id) > 1]
    return texts.MERGED(context.language, codes=series(twice, context.language)) if twice else texts.NOTHING


def _choices(talk: Talk[Batch]) -> Choices:
    own = buttons.choices(talk.subject.waiting, _is_beside(talk), talk.language)
    return [*own, *buttons.go_on_with(talk.subject.others, talk.language)]


def _finish(context: Context, dialog: Dialog, value: str, said_in: str) -> Ending:
    """Store what is complete of the reports, or do something with one of them; the others wait on."""
    db, person = context.db, context.person
    way, _, number = value.partition("_")
    waiting = [each for each in waiting_in(context, dialog.subject_id) if number in ("", str(each.draft.id))]
    if (way != "submit" and not number) or (way == "edit" and not waiting):
        raise StaleButton
    if way == "edit":
        return Ending(texts.NOTHING, done=False, then=waiting[0].draft.id)
    for each in waiting:
        if way == "out":
            batches.drop_report(db, person.id, each.draft.id)
            continue
        if way == "anyway":
            drafts.acknowledge_report(db, each.draft, latest_report_id(db, each.draft.assignment_id))
        with suppress(*NO_LONGER):
            submit(db, person, each.draft.id, context.now, context.zone, said_in)
    batch = _load(context, dialog)
    if batch.waiting:
        return Ending(texts.NOTHING, done=False)
    return _ending(context, dialog.subject_id, batch, dialog.answers.get(UNCLEAR, ()))


def _ending(context: Context, batch_id: int, batch: Batch, unclear: Sequence[str] = ()) -> Ending:
    said = texts.done(batch.done, context.language)
    text = join([said, _unclear(context, unclear), _still_waiting(context, batch)], "\n\n")
    return Ending(text, buttons.stored(batch.done, batch_id, batch.others, context.language))


def _given_up(context: Context, dialog: Dialog) -> tuple[Html, InlineKeyboardMarkup | None]:
    """That what waited was given up, and what is stored all the same."""
    ending = _ending(context, dialog.subject_id, _load(context, dialog))
    first = (
        texts.GIVEN_UP if batches.stored_of(context.db, context.person.id, dialog.subject_id) else labels.CANCELLED
    )(context.language)
    return join([first, ending.text], "\n\n"), ending.keyboard


def _codes(context: Context, dialog: Dialog) -> str:
    return series((each.code for each in waiting_in(context, dialog.subject_id)), context.language)


def _waits(context: Context, dialog: Dialog) -> Html:
    count = len(batches.waiting_in(context.db, context.person.id, dialog.subject_id))
    return texts.WAITS(context.language, count=count, codes=_codes(context, dialog))


BATCH: Declaration[Batch] = Declaration(
    kind=batches.KIND,
    hears="",
    load=_load,
    questions=(),
    preview=_preview,
    choices=_choices,
    change=lambda talk, text: put_right(talk.context, talk.subject.waiting, text, talk.answers),
    hint=texts.NOT_TAKEN,
    finish=_finish,
    also=("one", "anyway", "edit", "out"),
    waits=_waits,
    cancel_question=lambda context, dialog: texts.CANCEL_QUESTION(context.language, codes=_codes(context, dialog)),
    cancel_yes=labels.CANCEL_YES,
    instead=lambda context, dialog: buttons.leave_out(waiting_in(context, dialog.subject_id), context.language),
    drops=lambda context, dialog: batches.drop_waiting(context.db, context.person.id, dialog.subject_id),
    given_up=_given_up,
    begun=lambda context, dialog: bool(batches.waiting_in(context.db, context.person.id, dialog.subject_id)),
    about=lambda context, dialog: [
        each.assignment_id for each in batches.waiting_in(context.db, context.person.id, dialog.subject_id)
    ],
)
"""Several reports that are checked together."""
