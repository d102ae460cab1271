"""A report once more, as the draft of another one."""

from dataclasses import replace
from typing import Any

from telegram import Update

from data.dialogs import find_dialog
from data.reporting.drafts import Draft, Step, unfinished_drafts
from data.reporting.reviews import Reviewed
from handlers.dialog import Place, resume
from handlers.dialog.message import NOTHING
from handlers.reporting.report import ask, half_done, offer_resuming, open_draft
from handlers.reporting.statements import Statement, answers_onto
from handlers.tasks.own_tasks import own_assignment
from handlers.telegram import Context, Html, Verb


def unfinished(context: Context, current: Draft | None) -> list[Draft]:
    """The reports that are being written, the open one first."""
    return [*([current] if current else []), *unfinished_drafts(context.db, context.person.id)]


async def go_on_instead(
    update: Update, context: Context, report: Reviewed, verb: Verb, link: str, *, sure: bool
) -> bool:
    """Go on with the draft that takes a report up already (by its `link`: replaces or redoes), or, unless one is
    `sure`, ask first what becomes of another that is unfinished. False where there is neither."""
    draft = half_done(context)
    begun = next((each for each in unfinished(context, draft) if getattr(each, link) == report.report_id), None)
    if begun is not None and (sure or draft is None or begun.is_open):
        message = update.effective_message
        shown_here = message is not None and message.message_id == begun.message_id
        dialog = find_dialog(context.db, context.person.id, begun.id)
        await resume(update, context, dialog, Place.PRESSED if shown_here else Place.BELOW)
        return True
    if draft is not None and draft.update_id != update.update_id and not sure:
        other = own_assignment(context, report.assignment_id)
        await offer_resuming(update, context, draft, other, anew=(verb, report.report_id, "sure"))
        return True
    return False


async def reopen(
    update: Update,
    context: Context,
    report: Reviewed,
    place: Place,
    said: Statement | None,
    *,
    first: Html = NOTHING,
    **links: Any,
) -> None:
    """A report as the draft of another one, with its files and what is said besides; with something to say `first`.

    Raises NotYours or TaskClosed.
    """
    answers = {**answers_of(report), **links}
    if said is not None:
        answers |= answers_onto(context, replace(as_draft(context, report), **links), said)
    draft = open_draft(update, context, report.assignment_id, report.report_id, **answers)
    await ask(update, context, draft, place, first=first)


def answers_of(report: Reviewed) -> dict[str, Any]:
    """The answers of a report that was handed in; none of its figures is in doubt any more."""
    return {
        "status": report.status,
        "percent": report.percent,
        "note": report.note,
        "obstacle": report.obstacle or None,
        "figures": {each.indicator: each.value for each in report.figures},
        "doubted": {},
        "evidence": True,
    }


def as_draft(context: Context, report: Reviewed) -> Draft:
    """A report that was handed in as the draft that it was, which is not kept."""
    blank = Draft(0, context.person.id, report.assignment_id, Step.PREVIEW)
    return replace(blank, **answers_of(report))
