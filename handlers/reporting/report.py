"""Reporting progress: which task, and whether to go on with a report that was begun before."""

from dataclasses import replace
from typing import Any

from telegram import Update

from data.errors import NotYours, StaleButton, TaskClosed, UnknownTask
from data.plan.tasks import Assignment
from data.reporting import drafts
from data.reporting.bundles import is_begun
from data.reporting.drafts import Draft
from data.reporting.figures import implausible
from handlers.dialog.texts import CANCEL_QUESTION
from handlers.reporting import keyboard as report_buttons
from handlers.reporting.asking import Place, ask, form_for, gave_up, own_assignment, own_assignments, put
from handlers.reporting.batch_keyboard import each_to_go_on_with
from handlers.reporting.choosing import choose_task
from handlers.reporting.texts.questions import NOTHING_TO_CANCEL, unfinished
from handlers.reporting.waiting import to_go_on_with
from handlers.tasks.card import show_card
from handlers.telegram.callbacks import Verb, unpack
from handlers.telegram.context import Context
from handlers.telegram.sending import acknowledge, answer
from handlers.telegram.wording import fitting

Anew = tuple[Verb, object, object]


async def update_command(update: Update, context: Context) -> None:
    """Go on with a report that was begun, or ask which task to report on."""
    draft = half_done(context)
    if draft is not None:
        await offer_resuming(update, context, draft, own_assignment(context, draft.assignment_id))
        return
    await choose_task(update, context, first=each_to_go_on_with(to_go_on_with(context), context.language))


async def begin(update: Update, context: Context) -> None:
    """Begin a report on the pressed task, unless another one is half done: then ask first."""
    assert update.callback_query is not None
    assignment_id, *chosen = unpack(update.callback_query.data).arguments
    await begin_on(update, context, int(assignment_id), Place.PRESSED if chosen else Place.BELOW)


async def begin_on(update: Update, context: Context, assignment_id: int, place: Place = Place.BELOW) -> None:
    """Begin a report on an assignment. Raises NotYours or TaskClosed when the person cannot report on it."""
    assignment = own_assignment(context, assignment_id)
    draft = half_done(context)
    await acknowledge(update)
    if draft is not None and draft.update_id != update.update_id:
        await offer_resuming(update, context, draft, assignment, place)
        return
    await ask(update, context, open_draft(update, context, assignment_id), place)


async def begin_on_code(update: Update, context: Context, code: str) -> None:
    """Begin a report on a task named by its code. Raises UnknownTask when the person has none of that code."""
    mine = own_assignments(context, code)
    if not mine or mine[0].id is None:
        raise UnknownTask(code)
    if len(mine) > 1:
        await show_card(update, context, code)
        return
    await begin_on(update, context, mine[0].id)


def open_draft(update: Update, context: Context, assignment_id: int, **answers: Any) -> Draft:
    """Begin a report in place of one begun before, whose message becomes its own; figures that jump are doubted.

    Raises NotYours or TaskClosed.
    """
    db, person_id = context.db, context.person.id
    last, old = own_assignment(context, assignment_id).last, drafts.find_draft(db, person_id)
    known = {
        "seen_report_id": last.id if last else None,
        "doubted": implausible(db, assignment_id, answers.get("figures") or {}, answers.get("replaces")),
        **answers,
    }
    draft = drafts.open_draft(db, person_id, assignment_id, update.update_id, context.now, **known)
    return replace(draft, message_id=old.message_id) if old else draft


async def resume_or_restart(update: Update, context: Context) -> None:
    """Go on with the unfinished report, or begin the other one."""
    assert update.callback_query is not None
    choice, number = unpack(update.callback_query.data).arguments
    if choice == "restart":
        own_assignment(context, int(number))
        await acknowledge(update)
        await ask(update, context, open_draft(update, context, int(number)))
        return
    draft = drafts.find_draft(context.db, context.person.id)
    if draft is None or draft.id != int(number):
        raise StaleButton
    if not await gave_up(update, context, draft):
        await acknowledge(update)
        await ask(update, context, draft)


async def cancel(update: Update, context: Context) -> None:
    """/cancel: give up the report that is being written, after one question."""
    draft = drafts.find_draft(context.db, context.person.id)
    if draft is None:
        await answer(update, context, NOTHING_TO_CANCEL(context.language))
        return
    keyboard = report_buttons.cancelling(draft, context.language)
    await put(update, context, draft, CANCEL_QUESTION(context.language), keyboard, Place.BELOW)


def half_done(context: Context) -> Draft | None:
    """A report that was begun and can still be handed in."""
    draft = drafts.find_draft(context.db, context.person.id)
    if draft is None or not is_begun(context.db, draft):
        return None
    try:
        own_assignment(context, draft.assignment_id)
    except (NotYours, TaskClosed):
        return None
    return draft


async def offer_resuming(
    update: Update,
    context: Context,
    draft: Draft,
    other: Assignment,
    place: Place = Place.BELOW,
    anew: Anew | None = None,
) -> None:
    """Ask whether to go on with the unfinished report or to begin `anew`, on its task or on another."""
    form = form_for(context, draft)
    text = fitting(lambda most: unfinished(form, other, context.language, most))
    keyboard = report_buttons.unfinished(form, other, anew or (Verb.DRAFT, "restart", other.id), context.language)
    await put(update, context, draft, text, keyboard, place)
