"""Reviewing reports and extension requests (/review): what waits, one after another, and the dialogs of a verdict on
one report or several: 通过 with a word of praise or advice, and 退回 with a reason."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from telegram import InlineKeyboardMarkup, Update

from data import dialogs
from data.dialogs import Dialog
from data.errors import AlreadyDecided
from data.errors.reporting import NoLongerWaits
from data.office.extensions import Extension, latest_extension, waiting_for_decision
from data.office.task_edits import checked_task, due_day_edit
from data.people.arrivals import waiting_arrivals
from data.reporting.drafts import checked_note
from data.reporting.review_cards import confirmation_message, remember_card
from data.reporting.reviews import (
    FullReport,
    full_report,
    judge_reports,
    review_report,
    reviewable_report,
    waiting_for_review,
)
from data.standing.standing import Verdict
from data.understanding import Kind, Mood, Understanding, of_kind, says, values_of
from data.understanding.office.decisions import DecisionSubject
from handlers.dialog import (
    Declaration,
    Ending,
    Place,
    Question,
    Talk,
    begin,
    read_back,
    reason_question,
    resume,
    why_over_with_reason,
    words_question,
)
from handlers.dialog.opening import parked_just_now
from handlers.dialog.reason import reason_said_in
from handlers.extensions.answer_in_words import none_waits
from handlers.extensions.decisions import DECISIONS
from handlers.extensions.letters import request_letter
from handlers.notes.note_answers import open_notes_button
from handlers.office import keyboard as buttons
from handlers.office.change_answers import deadline_notes
from handlers.office.recorded_acts import show_last_verdict
from handlers.office.texts import review as texts
from handlers.plan.task_changes import DEADLINE_CHANGE
from handlers.telegram import Context, answer, pressed, show, strip_buttons, strip_pressed, undo_keyboard
from handlers.wording import NOTHING, Html, Language, Wording, join, labels, refusal, series

CARD = "card"
"""The key of the answer that holds the id of the message showing the report."""
Reports = list[FullReport]


def reports_in(dialog: Dialog) -> list[int]:
    """Return the ids of the reports that a verdict is about: several, or the one that is the dialog's subject."""
    return dialog.answers.get("reports") or [dialog.subject_id]


def _load(context: Context, dialog: Dialog) -> Reports:
    """Return those of the dialog's reports that still wait. Raises AlreadyDecided and NoLongerWaits if none does."""
    wanted = reports_in(dialog)
    waiting = waiting_for_review(context.db) if len(wanted) > 1 else ()
    return [each for each in waiting if each.id in wanted] or [reviewable_report(context.db, wanted[0])]


def _says(wording: Wording) -> Callable[[Talk[Reports]], Html]:
    return lambda talk: texts.of_reports(wording, talk.subject, talk.language)


def _dialog(
    verdict: Verdict, kind: str, press: Wording, words: Question[Reports], **details: Any
) -> Declaration[Reports]:
    """Return the dialog that gives a verdict with the words asked for, which its preview shows as the unit reads them,
    or with a line for each of several reports."""

    def check(talk: Talk[Reports]) -> Html:
        said, language = talk.answers[words.key], talk.language
        if len(talk.subject) > 1:
            return texts.to_judge(talk.subject, verdict, said, press, language)
        [report] = talk.subject
        letter = texts.verdict_text(replace(report, verdict=verdict, reason=said), language)
        return read_back(report.unit, letter, press(language), language)

    def finish(context: Context, dialog: Dialog, value: str) -> Ending:
        done = judge_reports(context.db, context.actor, reports_in(dialog), verdict, dialog.answers[words.key])
        undo = undo_keyboard(done[0], context.language) if done else None
        return Ending(texts.judged(done, verdict, context.language), undo)

    return Declaration(
        kind=kind,
        load=_load,
        questions=(words,),
        preview=check,
        submit=press,
        finish=finish,
        why_over=why_over_with_reason,
        **details,
    )


RETURN = _dialog(
    Verdict.RETURNED,
    "return",
    labels.RETURN,
    reason_question(_says(texts.RETURN_REASON)),
    submit_said=("退回去", "退回", "退"),
    waits=_says(texts.RETURN_WAITS),
)
ACCEPT = _dialog(
    Verdict.ACCEPTED,
    "accept",
    labels.ACCEPT,
    words_question("words", texts.WORDS, _says(texts.WHICH_WORDS), skipped={"words": ""}),
    waits=_says(texts.ACCEPT_WAITS),
)
"""A dialog on several reports is about the update with which it began, negated."""

Waiting = tuple[list[FullReport], list[Extension]]
OVERTAKEN = (AlreadyDecided, NoLongerWaits)
"""Errors raised if a colleague has already decided, or if the report no longer needs a verdict."""


async def review_command(update: Update, context: Context) -> None:
    """Show how many reports and extension requests wait, and the first of them."""
    await _show_first(update, context, _waiting(context))


async def show_review_in_words(update: Update, context: Context, meaning: Understanding) -> None:
    """Show what waits, limited to the units, tasks or extension requests that the sentence names. If it gives a task
    another day than that granted for it before, begin that change of its deadline."""
    of_time = says(meaning, "decisions.request.more_time")
    codes, units = values_of(meaning, Kind.CODE), values_of(meaning, Kind.UNIT)
    reports, requests = _waiting(context, codes=codes, units=units)
    if not (codes or units):
        await (show_requests if of_time and requests else review_command)(update, context)
    elif of_time and codes and not requests:
        if not await _begin_day_instead(update, context, meaning, codes):
            await answer(update, context, none_waits(context, codes))
    else:
        waiting = ([] if of_time else reports), requests
        named = series([*codes, *units], context.language)
        nothing = (texts.NO_REQUEST_OF if of_time else texts.NOTHING_OF)(context.language, named=named)
        await _show_first(update, context, waiting, None if any(waiting) else nothing)


async def _begin_day_instead(update: Update, context: Context, meaning: Understanding, codes: Sequence[str]) -> bool:
    """Begin to change a task's deadline to the day that a sentence names instead of the one granted before
    (29-11上午同意的延期不行，最多给到12月10号); return whether it names one."""
    granted = latest_extension(context.db, None, context.today, codes[0]) if len(codes) == 1 else None
    days = [each.days[1] for each in of_kind(meaning, Kind.TIME)]
    if granted is None or granted.decided in (None, *days[-1:]) or not days or Mood.ASKS in meaning.moods:
        return False
    task, answers = checked_task(context.db, codes[0]), {"deadline": due_day_edit(days[-1])["deadline"]}
    first = deadline_notes(context, task, answers)
    await begin(update, context, DEADLINE_CHANGE, task.id, answers=answers, first=first)
    return True


async def show_waiting_on(
    update: Update, context: Context, codes: Sequence[str] = (), head: Html | None = None
) -> bool:
    """Show the first report or extension request on one of these tasks, or on any if none is given, below `head` or
    else how many wait; return whether any does."""
    waiting = _waiting(context, codes=codes)
    if any(waiting):
        await _show_first(update, context, waiting, head)
    return any(waiting)


async def show_requests(update: Update, context: Context) -> None:
    """Show how many extension requests wait, and the first of them."""
    _, requests = _waiting(context)
    await _show_first(update, context, ([], requests), None if requests else texts.NO_REQUESTS(context.language))


async def press_review(update: Update, context: Context) -> None:
    """Handle a button of the review. If a colleague was faster, remove the buttons and show that verdict; raises
    AlreadyDecided or NoLongerWaits if there is none."""
    choice, number, *said_in = pressed(update)
    try:
        match choice:
            case "accept":
                await accept_report(update, context, int(number))
            case "return":
                reason = reason_said_in(context, DecisionSubject.REPORT, *said_in)
                await begin_verdict(update, context, RETURN, [int(number)], reason or None)
            case "praise":
                await begin_verdict(update, context, ACCEPT, [int(number)])
            case "show":
                await _show_first(update, context, ([reviewable_report(context.db, int(number))], []), NOTHING)
            case "asked":
                await show_next_request(update, context, int(number))
            case _:
                await show_next_waiting(update, context, int(number))
    except OVERTAKEN as why:
        for kind in (RETURN.kind, ACCEPT.kind):
            dialogs.drop_dialogs_on(context.db, context.person.id, kind, int(number))
        await strip_pressed(update, context)
        report = full_report(context.db, int(number))
        if report is None or report.verdict is None:
            raise
        await show_last_verdict(update, context, report.code, report.unit, refusal(why, context.language))


latest_report, handed_in_letter = texts.newest, texts.handed_in
"""What is shown to somebody who wants to withdraw a report, and who was writing one that a colleague has submitted."""


def report_letter(report: FullReport, language: Language) -> tuple[Html, InlineKeyboardMarkup | None]:
    """Return a report with its buttons if it waits for review, else the verdict on it."""
    if report.verdict is None:
        return texts.review_card(report, language), buttons.review(report, language)
    return texts.verdict_text(report, language), buttons.report_again(report, language)


async def accept_report(update: Update, context: Context, report_id: int, first: Html = NOTHING) -> None:
    """Accept a report, which is told below `first`, and show the next one. Raises AlreadyDecided and NoLongerWaits."""
    done = review_report(context.db, context.actor, report_id, Verdict.ACCEPTED, "")
    dialogs.drop_dialogs_on(context.db, context.person.id, RETURN.kind, report_id)
    await _end_changes(context, done)
    told = join([first, texts.judged([done], Verdict.ACCEPTED, context.language)])
    await show(update, context, told, undo_keyboard(done, context.language))
    await _offer_next(update, context)


async def _end_changes(context: Context, report: FullReport) -> None:
    """Remove 撤回 and 更正 from the message that confirmed the report: neither is possible any longer."""
    confirmed = confirmation_message(context.db, report.id)
    if confirmed is not None:
        await strip_buttons(context, *confirmed)


async def begin_verdict(
    update: Update,
    context: Context,
    verdict: Declaration[list[FullReport]],
    report_ids: Sequence[int],
    words: str | None = None,
    first: Html = NOTHING,
) -> None:
    """Begin the dialog of a verdict on one report or several, below `first`; its words are asked for unless they are
    given or were written before."""
    several = {"reports": [*report_ids]} if len(report_ids) > 1 else {}
    known = {} if words is None else {verdict.questions[0].key: checked_note(words)}
    subject = -update.update_id if several else report_ids[0]
    await begin(update, context, verdict, subject, answers={**_card(update), **several, **known}, first=first)


def _card(update: Update) -> dict[str, int]:
    """Return the answer that records the message whose button was pressed; empty if no button was."""
    message = update.effective_message if update.callback_query is not None else None
    return {CARD: message.message_id} if message else {}


async def go_on_after_verdict(update: Update, context: Context, dialog: Dialog) -> None:
    """Clear away the buttons of the reports just decided, and offer the next one."""
    await strip_buttons(context, context.private_chat_id, int(dialog.answers.get(CARD) or 0) or None)
    for report_id in reports_in(dialog):
        report = full_report(context.db, report_id)
        if report is not None and report.verdict is not None:
            await _end_changes(context, report)
    if not await _resume_decision(update, context):
        await _offer_next(update, context)


async def go_on_after_requests(update: Update, context: Context, dialog: Dialog) -> None:
    """Clear away what the requests just decided leave behind, and go on with what else was said to be decided."""
    await DECISIONS.afterwards(update, context, dialog)
    await _resume_decision(update, context)


async def _resume_decision(update: Update, context: Context) -> bool:
    """Open again the decision that was stated just now and still waits to be sent, if any; its message stays, unless
    the other was sent in words. Return whether there is one."""
    stated = parked_just_now(context)
    if stated is None or stated.kind not in (RETURN.kind, ACCEPT.kind, DECISIONS.kind):
        return False
    await resume(update, context, stated, Place.BELOW if update.callback_query is None else Place.KEPT)
    return True


async def show_next_waiting(update: Update, context: Context, report_id: int) -> None:
    """Show what waits after a report, or everything that waits if nothing comes after it."""
    reports, requests = waiting = _waiting(context)
    await _show_behind(update, context, ([each for each in reports if each.id > report_id], requests), waiting)


async def show_next_request(update: Update, context: Context, request_id: int) -> None:
    """Show the extension request that waits after another, or everything that waits if none comes after it."""
    _, requests = waiting = _waiting(context)
    await _show_behind(update, context, ([], [each for each in requests if each.id > request_id]), waiting)


async def _show_behind(update: Update, context: Context, after: Waiting, waiting: Waiting) -> None:
    await _show_first(update, context, after if any(after) else waiting, _counts(context, waiting))


async def _show_first(update: Update, context: Context, waiting: Waiting, head: Html | None = None) -> None:
    """Show the report that has waited longest, or the first extension request, below `head` (None: the number that
    wait), with buttons for the next one and for the units' notes."""
    language, (reports, requests) = context.language, waiting
    head, more = _counts(context, waiting) if head is None else head, len(reports) + len(requests) > 1
    text, keyboard = NOTHING, None
    if reports:
        text, keyboard = texts.review_card(reports[0], language), buttons.review(reports[0], language, more=more)
    elif requests:
        text, keyboard = request_letter(requests[0], language, more=more)
    rows = [row for each in (keyboard, open_notes_button(context)) if each for row in each.inline_keyboard]
    sent = await answer(update, context, join([head, text], "\n\n"), InlineKeyboardMarkup(rows) if rows else None)
    if reports:
        remember_card(context.db, context.person.id, reports[0].id, sent.message_id)


def _counts(context: Context, waiting: Waiting) -> Html:
    reports, requests = waiting
    counts, arrivals = texts.waiting_counts(len(reports), len(requests), context.language), waiting_arrivals(context.db)
    return join([counts, texts.NEWCOMERS_WAIT(context.language, count=len(arrivals)) if arrivals else NOTHING])


async def _offer_next(update: Update, context: Context) -> None:
    """Show what else waits, if anything, without the reports of which a return is being written."""
    reports, requests = _waiting(context)
    reports = [each for each in reports if return_begun(context, each) is None]
    if reports or requests:
        await _show_first(update, context, (reports, requests))


def return_begun(context: Context, report: FullReport) -> Dialog | None:
    """Return the dialog in which the user has begun to return a report, alone or with others, or None."""
    unfinished = [context.open_dialog, *dialogs.parked_dialogs(context.db, context.person.id)]
    begun = (each for each in unfinished if each is not None and each.kind == RETURN.kind)
    return next((each for each in begun if report.id in reports_in(each)), None)


def _waiting(context: Context, codes: Sequence[str] = (), units: Sequence[str] = ()) -> Waiting:
    """Return the reports and the extension requests that wait, of these tasks and units; none given means all."""

    def is_of(code: str, unit: str | None) -> bool:
        return (not codes or code in codes) and (not units or unit in units)

    requests = waiting_for_decision(context.db, context.today)
    return (
        [each for each in waiting_for_review(context.db) if is_of(each.code, each.unit)],
        [each for each in requests if is_of(each.assignment.code, each.assignment.unit)],
    )
