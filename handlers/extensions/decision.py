"""Requests for more time: 同意, 改日期 or 不同意, by the coordinators."""

from datetime import date

from telegram import Update

from data.errors import AlreadyDecided
from data.errors.deadlines import RequestRests
from data.office.extension_decision import decide_extension
from data.office.extensions import Decision, find_extension
from handlers.dialog import begin, press_of_before
from handlers.extensions.answer import OTHER_DAY, REFUSAL, end_request, waiting
from handlers.extensions.texts import decision as texts
from handlers.telegram import Context, day_in, pressed, show, strip_pressed, with_undo

OVERTAKEN = (AlreadyDecided, RequestRests)
"""A colleague has decided, or the request wants no answer now."""


async def press(update: Update, context: Context) -> None:
    """A decision, or the question that it needs first. Raises AlreadyDecided or RequestRests; the buttons go then."""
    choice, number, *days = pressed(update)
    try:
        await _press(update, context, choice, int(number), days)
    except OVERTAKEN:
        await end_request(context, int(number))
        await strip_pressed(update, context)
        raise


async def _press(update: Update, context: Context, choice: str, number: int, days: list[str]) -> None:
    match choice:
        case "grant":
            await _decide(update, context, number, Decision.ACCEPTED)
        case "set":
            await _decide(update, context, number, Decision.CHANGED, day_in(days[0]))
        case "other":
            await begin(update, context, OTHER_DAY, waiting(context, number).id)
        case "refuse":
            await begin(update, context, REFUSAL, waiting(context, number).id)
        case "send" if _is_refused(context, number):
            await _decide(update, context, number, Decision.REFUSED)
        case _:
            waiting(context, number)
            await press_of_before(update, context, REFUSAL.kind, number, choice)


def _is_refused(context: Context, number: int) -> bool:
    found = find_extension(context.db, number, context.today, context.zone)
    return found is not None and found.decision is Decision.REFUSED


async def _decide(
    update: Update, context: Context, extension_id: int, decision: Decision, day: date | None = None
) -> None:
    done = decide_extension(context.db, context.actor, extension_id, decision, day=day)
    await end_request(context, extension_id)
    await show(update, context, texts.decided(done, context.language), with_undo(context))
