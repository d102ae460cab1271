"""The office's answers to requests for more time by buttons: 同意 with one press; 不同意 and 改日期 begin a dialog."""

from datetime import date

from telegram import Update

from data.errors import AlreadyDecided
from data.errors.deadlines import RequestRests
from data.office.extension_decision import RequestDecision, decide_extension
from data.office.extensions import Decision, find_extension
from handlers.dialog import begin
from handlers.extensions.decisions import DECISIONS, clean_up_after_answer, ways_on
from handlers.extensions.texts import decision as of_decision
from handlers.extensions.texts.decisions import already
from handlers.telegram import Context, answer, day_in, pressed, show, strip_pressed

OVERTAKEN = (AlreadyDecided, RequestRests)
"""Raised if a colleague has decided already, or the request needs no answer now."""


async def press_decide(update: Update, context: Context) -> None:
    """Handle a decision, or begin the dialog that it needs first. If a colleague was faster, remove the buttons and
    show what was decided; raises AlreadyDecided or RequestRests if nothing was."""
    choice, number, *days = pressed(update)
    try:
        await _press(update, context, choice, int(number), days)
    except OVERTAKEN:
        await clean_up_after_answer(context, int(number))
        await strip_pressed(update, context)
        found = find_extension(context.db, int(number), context.today)
        if found is None or not (told := already(found, context.language)):
            raise
        await answer(update, context, told)


async def _press(update: Update, context: Context, choice: str, number: int, days: list[str]) -> None:
    match choice:
        case "grant":
            await _decide_at_once(update, context, number, Decision.ACCEPTED)
        case "set":
            await _decide_at_once(update, context, number, Decision.CHANGED, day_in(days[0]))
        case "other":
            await _begin(update, context, number, Decision.CHANGED)
        case "refuse" if _is_refused(context, number):
            await _decide_at_once(update, context, number, Decision.REFUSED)
        case _:
            await _begin(update, context, number, Decision.REFUSED)


async def _begin(update: Update, context: Context, number: int, decision: Decision) -> None:
    """Begin the dialog that asks for the day or the reason."""
    await begin(update, context, DECISIONS, number, answers={"decided": [RequestDecision(number, decision)]})


def _is_refused(context: Context, number: int) -> bool:
    found = find_extension(context.db, number, context.today)
    return found is not None and found.decision is Decision.REFUSED


async def _decide_at_once(
    update: Update, context: Context, extension_id: int, decision: Decision, day: date | None = None
) -> None:
    done = decide_extension(context.db, context.actor, extension_id, decision, day=day)
    await clean_up_after_answer(context, extension_id)
    await show(update, context, of_decision.decided(done, context.language), ways_on(context))
