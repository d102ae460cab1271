"""The office's answers to requests for more time by buttons: 同意 with one press; 不同意 and 改日期 begin a dialog."""

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

CHOICES = {"grant": Decision.ACCEPTED, "set": Decision.CHANGED, "other": Decision.CHANGED}
OVERTAKEN = (AlreadyDecided, RequestRests)
"""Raised if a colleague has decided already, or the request needs no answer now."""


async def press_decide(update: Update, context: Context) -> None:
    """Handle a decision, or begin the dialog that it needs first; one for another day if the day granted has passed.

    If a colleague was faster, remove the buttons and show what was decided; raises AlreadyDecided or RequestRests if
    nothing was.
    """
    choice, number, *days = pressed(update)
    extension_id, decision = int(number), CHOICES.get(choice, Decision.REFUSED)
    found = find_extension(context.db, extension_id, context.today)
    is_refused = choice == "refuse" and found is not None and found.decision is Decision.REFUSED
    if choice == "grant" and found is not None and found.needs_another_day:
        choice, decision = "other", Decision.CHANGED
    try:
        if choice not in ("grant", "set") and not is_refused:
            decided = [RequestDecision(extension_id, decision)]
            await begin(update, context, DECISIONS, extension_id, answers={"decided": decided})
            return
        day = day_in(days[0]) if choice == "set" else None
        done = decide_extension(context.db, context.actor, extension_id, decision, day=day)
        await clean_up_after_answer(context, extension_id)
        await show(update, context, of_decision.decided(done, context.language), ways_on(context))
    except OVERTAKEN:
        await clean_up_after_answer(context, extension_id)
        await strip_pressed(update, context)
        if found is None or not (told := already(found, context.language)):
            raise
        await answer(update, context, told)
