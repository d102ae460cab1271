"""Several reports in one message: shown together, submitted together or singly, changed and taken back one by one."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from telegram import Update

from data import bundles, drafts
from data.bundles import Bundle
from data.drafts import Draft
from data.errors import AlreadyReported, NotYours, Refusal, StaleButton, TaskClosed
from data.reports import latest_report_id, submit, withdraw
from handlers import bundle_buttons
from handlers.asking import Place, ask, gave_up, speaks_for_several
from handlers.callbacks import unpack
from handlers.context import Context, source
from handlers.corrections import correct_report
from handlers.lines import Reported, merged, reports_in
from handlers.replies import acknowledge, show, strip_buttons
from handlers.statements import answers_on, answers_onto
from handlers.texts import bundles as texts
from handlers.texts import messages as m
from handlers.texts.wording import Html, join
from handlers.waiting import Waiting, to_go_on_with, waiting_in

MOST_LINES = 20
NO_LONGER = (AlreadyReported, NotYours, TaskClosed, StaleButton)
"""Why a report of several cannot be stored now; it is shown with the reason, and the others are not held up."""


async def report_in_lines(update: Update, context: Context, lines: Sequence[str]) -> bool:
    """Reports in one message. False when it does not hold two reports; nothing is done then."""
    found = [(line, reports_in(context, line)) for line in lines[:MOST_LINES]]
    said = [report for _, reports in found for report in reports]
    if len(said) < 2:
        return False
    unclear = [*(line for line, reports in found if not reports), *lines[MOST_LINES:]]
    reports, current = merged(said), drafts.find_draft(context.db, context.person.id)
    written = [(each.assignment.id or 0, _answers(context, each, current)) for each in reports]
    bundle = bundles.open_bundle(context.db, context.person.id, written, unclear, update.update_id, context.now)
    if current is not None and any(each.id == current.id for each in bundle.waiting):
        await strip_buttons(context, context.person.telegram_id or 0, current.message_id)
    faults = {each.assignment.id or 0: each.statement.faults for each in reports}
    await _show(update, context, bundle, _merging(context, said, reports), faults)
    return True


def _answers(context: Context, report: Reported, current: Draft | None) -> dict[str, Any]:
    """The answers of a line; those that the dialog has on the same task already stay where it says nothing else."""
    if current is not None and current.assignment_id == report.assignment.id:
        return answers_onto(context, current, report.statement)
    return answers_on(context, report.assignment, report.statement, percent_stays=True)


async def press(update: Update, context: Context) -> None:
    """A button of reports that wait. Raises StaleButton when they are gone."""
    assert update.callback_query is not None
    choice, number, *rest = unpack(update.callback_query.data).arguments
    match choice:
        case "edit" | "resume":
            await _take_up(update, context, int(number), stays=choice == "resume")
        case "one" | "anyway":
            await _submit_one(update, context, int(number), anyway=choice == "anyway")
        case "correct":
            await correct_report(update, context, int(rest[0]), place=Place.BELOW)
        case _:
            bundle = bundles.find_bundle(context.db, context.person.id, int(number))
            await acknowledge(update)
            await _do(update, context, bundle, choice, rest)


async def _do(update: Update, context: Context, bundle: Bundle, choice: str, rest: Sequence[str]) -> None:
    """What a button does to all of a bundle, or to a report of it that has been stored."""
    db, person, language = context.db, context.person, context.language
    match choice:
        case "cancel" if bundle.waiting:
            codes = "、".join(each.code for each in waiting_in(context, bundle))
            text = texts.CANCEL_QUESTION(language, codes=codes)
            await show(update, context, text, bundle_buttons.cancelling(bundle, language))
            return
        case "drop":
            bundles.drop_bundle(db, person.id, bundle.id)
        case "all":
            ready = [each for each in waiting_in(context, bundle) if each.complete and not each.overtaken]
            for each in ready:
                with suppress(*NO_LONGER):
                    submit(db, person, each.draft.id, context.now, context.zone, source(update))
        case "undo":
            withdraw(db, person, int(rest[0]), context.now, context.zone, source(update))
    given_up = (m.CANCELLED if not bundle.done else texts.GIVEN_UP)(language) if choice == "drop" else Html("")
    await _show(update, context, bundles.find_bundle(db, person.id, bundle.id), given_up)


async def _submit_one(update: Update, context: Context, draft_id: int, *, anyway: bool) -> None:
    """Store one of several; where somebody else has reported meanwhile, that is shown with it."""
    db, person = context.db, context.person
    bundle_id = bundles.bundle_with(db, person.id, draft_id)
    await acknowledge(update)
    with suppress(*NO_LONGER):
        draft = drafts.draft_by_id(db, person.id, draft_id)
        if anyway:
            latest = latest_report_id(db, draft.assignment_id)
            drafts.acknowledge_report(db, draft, latest, update.update_id, context.now)
        submit(db, person, draft_id, context.now, context.zone, source(update))
    await _show(update, context, bundles.find_bundle(db, person.id, bundle_id))


async def _take_up(update: Update, context: Context, draft_id: int, *, stays: bool) -> None:
    """Go on with a report in the dialog; the one that was there waits, whole. The message that was pressed `stays` as
    it is, and so does one that shows more reports."""
    person_id = context.person.id
    draft, before = bundles.take_up(context.db, person_id, draft_id, update.update_id, context.now)
    await acknowledge(update)
    if before is not None:
        await strip_buttons(context, context.person.telegram_id or 0, before.message_id)
    if await gave_up(update, context, draft):
        return
    place = Place.BELOW if stays else Place.PRESSED
    if not stays and (bundle := _of_several(context, draft_id)) is not None:
        await _show(update, context, bundle)
        place = Place.BELOW
    await ask(update, context, draft, place)


def _of_several(context: Context, draft_id: int) -> Bundle | None:
    """The bundle in which a draft was written, if that holds more than the draft."""
    with suppress(StaleButton):
        bundle_id = bundles.bundle_with(context.db, context.person.id, draft_id)
        bundle = bundles.find_bundle(context.db, context.person.id, bundle_id)
        if bundle.waiting or bundle.done or bundle.unclear:
            return bundle
    return None


async def _show(
    update: Update,
    context: Context,
    bundle: Bundle,
    first: Html = texts.NOTHING,
    faults: Mapping[int, Sequence[Refusal]] | None = None,
) -> None:
    """Show what has become of the reports of a message, and what can be done with each."""
    language, waiting = context.language, waiting_in(context, bundle)
    here = {each.draft.id for each in waiting}
    others = [each for each in to_go_on_with(context) if each.draft.id not in here]
    parts = [
        first,
        texts.done(bundle.done, language),
        _head(bundle, waiting, context),
        *(_text(context, each, (faults or {}).get(each.draft.assignment_id, ())) for each in waiting),
        texts.unclear(bundle.unclear, language),
        texts.still_waiting((each.code for each in others), language),
    ]
    await show(update, context, join(parts, "\n\n"), bundle_buttons.bundle(bundle, waiting, others, language))


def _head(bundle: Bundle, waiting: Sequence[Waiting], context: Context) -> Html:
    if not waiting:
        return Html("")
    if bundle.done or bundle.in_dialog:
        return texts.REMAINING(context.language, count=len(waiting))
    if len(waiting) == 1:
        return m.PREVIEW(context.language)
    return texts.SEVERAL(context.language, count=len(waiting))


def _text(context: Context, waiting: Waiting, faults: Sequence[Refusal]) -> Html:
    if waiting.form is None:
        assert waiting.why is not None
        return texts.no_longer(waiting.code, waiting.why, context.language)
    return texts.report(
        waiting.form,
        context.language,
        name_unit=speaks_for_several(context),
        overtaken=waiting.overtaken,
        why=faults,
    )


def _merging(context: Context, said: Sequence[Reported], reports: Sequence[Reported]) -> Html:
    """That several lines on one task were made one report."""
    twice = [each.assignment.code for each in reports if sum(_same(each, other) for other in said) > 1]
    return texts.MERGED(context.language, codes="、".join(twice)) if twice else Html("")


def _same(one: Reported, other: Reported) -> bool:
    return one.assignment.id == other.assignment.id
