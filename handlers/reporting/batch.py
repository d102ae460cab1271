"""Several reports in one message: shown together, submitted together or singly, changed and taken back one by one."""

from collections.abc import Callable, Coroutine, Mapping, Sequence
from contextlib import suppress
from typing import Any

from telegram import InlineKeyboardMarkup, Update

from data import dialogs
from data.errors import AlreadyReported, NotYours, Refusal, StaleButton, TaskClosed, TooLateToWithdraw
from data.reporting import bundles, drafts
from data.reporting.bundles import Bundle
from data.reporting.reports import latest_report_id, submit, withdraw
from handlers.dialog.message import Place
from handlers.dialog.opening import resume
from handlers.reporting import batch_keyboard
from handlers.reporting.lines import Reported, merged, read_lines, why_not
from handlers.reporting.own import speaks_for_several
from handlers.reporting.statements import answers_on, answers_onto
from handlers.reporting.texts import batch as texts
from handlers.reporting.texts.questions import PREVIEW
from handlers.reporting.undo import correct_report
from handlers.reporting.waiting import Waiting, to_go_on_with, waiting_in
from handlers.telegram.callbacks import unpack
from handlers.telegram.context import Context, source
from handlers.telegram.labels import CANCELLED
from handlers.telegram.sending import acknowledge, answer, conclude, show, strip_buttons
from handlers.telegram.wording import Html, fitting, join, series

MOST_LINES = 20
NO_LONGER = (AlreadyReported, NotYours, TaskClosed, StaleButton)
"""Why a report of several cannot be stored now; it is shown with the reason, and the others are not held up."""


async def report_in_lines(update: Update, context: Context, lines: Sequence[str]) -> bool:
    """Reports in one message. False when fewer than two of its lines name a task; nothing is done then."""
    read = read_lines(context, lines[:MOST_LINES])
    refused = sum(why_not(context, line) is not None for line in read.unread)
    if read.naming + refused < 2:
        return False
    if read.naming == 0:
        await answer(update, context, _unclear(context, read.unread))
        return True
    said, unclear = read.reports, [*read.unread, *lines[MOST_LINES:]]
    reports, current = merged(said), drafts.find_draft(context.db, context.person.id)
    written = [(each.assignment.id or 0, _answers(context, each)) for each in reports]
    bundle = bundles.open_bundle(context.db, context.person.id, written, unclear, update.update_id, context.now)
    if current is not None and any(each.id == current.id for each in bundle.waiting):
        await strip_buttons(context, context.person.telegram_id or 0, current.message_id)
    faults = {each.assignment.id or 0: each.statement.faults for each in reports}
    await _show(update, context, bundle, _merging(context, said, reports), faults)
    return True


def _answers(context: Context, report: Reported) -> dict[str, Any]:
    """The answers of a line; what there is on the same task already stays where it says nothing else."""
    before = bundles.unsubmitted_on(context.db, context.person.id, report.assignment.id or 0)
    if before is not None:
        return answers_onto(context, before, report.statement)
    return answers_on(context, report.assignment, report.statement, percent_stays=True)


async def press(update: Update, context: Context) -> None:
    """A button of reports that wait. Raises StaleButton when they are gone."""
    assert update.callback_query is not None
    choice, number, *rest = unpack(update.callback_query.data).arguments
    match choice:
        case "resume":
            await acknowledge(update)
            await _take_up(update, context, int(number), Place.BELOW)
        case "edit":
            await _edit(update, context, int(number), int(rest[0]))
        case "one" | "anyway":
            await _submit_one(update, context, int(number), int(rest[0]), anyway=choice == "anyway")
        case "correct" | "undo":
            await _change_stored(update, context, int(number), choice, int(rest[0]))
        case _:
            bundle = bundles.find_bundle(context.db, context.person.id, int(number))
            await acknowledge(update)
            await _do(update, context, bundle, choice)


async def ask_to_cancel(update: Update, context: Context) -> bool:
    """/cancel while nothing is in the dialog: ask whether to give up what waits of the last message. False when there
    is nothing to ask about."""
    db, person_id = context.db, context.person.id
    waiting = drafts.unfinished_drafts(db, person_id)
    bundle_id = bundles.bundle_of(db, person_id, waiting[0].id) if waiting else None
    if bundle_id is None:
        return False
    await _ask_whether_to_give_up(update, context, bundles.find_bundle(db, person_id, bundle_id))
    return True


async def _ask_whether_to_give_up(update: Update, context: Context, bundle: Bundle) -> None:
    codes = series((each.code for each in waiting_in(context, bundle)), context.language)
    text = texts.CANCEL_QUESTION(context.language, codes=codes)
    await show(update, context, text, batch_keyboard.cancelling(bundle, context.language))


async def _change_stored(update: Update, context: Context, bundle_id: int, choice: str, report_id: int) -> None:
    """Take a stored report back or correct it. Raises TooLateToWithdraw; the message shows then how each stands."""
    db, person = context.db, context.person
    try:
        if choice == "correct":
            await correct_report(update, context, report_id, place=Place.BELOW)
            return
        withdraw(db, person, report_id, context.now, context.zone, source(update))
    except TooLateToWithdraw:
        await _show(update, context, bundles.find_bundle(db, person.id, bundle_id))
        raise
    await acknowledge(update)
    await _show(update, context, bundles.find_bundle(db, person.id, bundle_id))


async def _do(update: Update, context: Context, bundle: Bundle, choice: str) -> None:
    """What a button does to all of a bundle that waits."""
    db, person, language = context.db, context.person, context.language
    match choice:
        case "cancel" if bundle.waiting:
            await _ask_whether_to_give_up(update, context, bundle)
            return
        case "drop":
            bundles.drop_bundle(db, person.id, bundle.id)
        case "all":
            ready = [each for each in waiting_in(context, bundle) if each.complete and not each.overtaken]
            for each in ready:
                with suppress(*NO_LONGER):
                    submit(db, person, each.draft.id, context.now, context.zone, source(update))
    given_up = (CANCELLED if not bundle.done else texts.GIVEN_UP)(language) if choice == "drop" else Html("")
    await _show_what_became(update, context, bundle, given_up)


async def _submit_one(update: Update, context: Context, bundle_id: int, draft_id: int, *, anyway: bool) -> None:
    """Store one of several as this message shows it; where somebody else has reported meanwhile, that is shown."""
    db, person = context.db, context.person
    bundle = bundles.find_bundle(db, person.id, bundle_id)
    await acknowledge(update)
    for draft in bundle.waiting:
        if draft.id != draft_id:
            continue
        if anyway:
            latest = latest_report_id(db, draft.assignment_id)
            drafts.acknowledge_report(db, draft, latest)
        with suppress(*NO_LONGER):
            submit(db, person, draft_id, context.now, context.zone, source(update))
    await _show_what_became(update, context, bundle)


async def _show_what_became(update: Update, context: Context, before: Bundle, first: Html = texts.NOTHING) -> None:
    """Show a bundle after a press: where the person looks, if reports have been stored; else in its place."""
    bundle = bundles.find_bundle(context.db, context.person.id, before.id)
    await _show(update, context, bundle, first, place=conclude if len(bundle.done) > len(before.done) else show)


async def _edit(update: Update, context: Context, bundle_id: int, draft_id: int) -> None:
    """Change or complete a report in the dialog: in place of the message that shows it alone, else below it."""
    bundle = bundles.find_bundle(context.db, context.person.id, bundle_id)
    await acknowledge(update)
    alone = not (bundle.done or bundle.unclear or len(bundle.waiting) > 1)
    await _take_up(update, context, draft_id, Place.PRESSED if alone else Place.BELOW)
    if not alone:
        await _show(update, context, bundles.find_bundle(context.db, context.person.id, bundle_id))


async def _take_up(update: Update, context: Context, draft_id: int, place: Place) -> None:
    """Go on with a report in the dialog; the one that was there waits, whole."""
    draft, before = bundles.take_up(context.db, context.person.id, draft_id, update.update_id, context.now)
    if before is not None:
        await strip_buttons(context, context.person.telegram_id or 0, before.message_id)
    await resume(update, context, dialogs.find_dialog(context.db, context.person.id, draft.id), place)


async def _show(
    update: Update,
    context: Context,
    bundle: Bundle,
    first: Html = texts.NOTHING,
    faults: Mapping[int, Sequence[Refusal]] | None = None,
    place: Callable[[Update, Context, Html, InlineKeyboardMarkup], Coroutine[Any, Any, int]] = show,
) -> None:
    """Show what has become of the reports of a message, and what can be done with each."""
    language, waiting = context.language, waiting_in(context, bundle)
    here = {each.draft.id for each in waiting}
    others = [each for each in to_go_on_with(context) if each.draft.id not in here]
    context.question_shown = bool(others)

    def text(most: int) -> Html:
        parts = [
            first,
            texts.done(bundle.done, language),
            _head(bundle, waiting, context),
            *(_text(context, each, (faults or {}).get(each.draft.assignment_id, ()), most) for each in waiting),
            _unclear(context, bundle.unclear),
            texts.still_waiting((each.code for each in others), language),
        ]
        return join(parts, "\n\n")

    await place(update, context, fitting(text), batch_keyboard.bundle(bundle, waiting, others, language))


def _unclear(context: Context, lines: Sequence[str]) -> Html:
    return texts.unclear([(line, why_not(context, line)) for line in lines], context.language)


def _head(bundle: Bundle, waiting: Sequence[Waiting], context: Context) -> Html:
    if not waiting:
        return Html("")
    if bundle.done or bundle.in_dialog:
        return texts.REMAINING(context.language, count=len(waiting))
    if len(waiting) == 1:
        return PREVIEW(context.language)
    return texts.SEVERAL(context.language, count=len(waiting))


def _text(context: Context, waiting: Waiting, faults: Sequence[Refusal], most: int) -> Html:
    if waiting.form is None:
        assert waiting.why is not None
        return texts.no_longer(waiting.code, waiting.why, context.language)
    return texts.report(
        waiting.form,
        context.language,
        name_unit=speaks_for_several(context),
        overtaken=waiting.overtaken,
        why=faults,
        most=most,
    )


def _merging(context: Context, said: Sequence[Reported], reports: Sequence[Reported]) -> Html:
    """That several lines on one task were made one report."""
    twice = [each.assignment.code for each in reports if sum(_same(each, other) for other in said) > 1]
    return texts.MERGED(context.language, codes=series(twice, context.language)) if twice else Html("")


def _same(one: Reported, other: Reported) -> bool:
    return one.assignment.id == other.assignment.id
