"""谁在等我同意, 让小周进来: those who wait for the office to agree, asked for in words."""

from telegram import Update

from data.people.arrivals import waiting_arrivals
from data.understanding import Understanding, says
from handlers.people.joining import arrival_letter
from handlers.people.texts.newcomers import NOBODY_WAITS
from handlers.telegram import Context, answer

MOST = 5
"""So many are shown at once."""


async def newcomers_asked(update: Update, context: Context, meaning: Understanding) -> bool:
    """Whether the office asks who waits for its consent, or would have one of them let in or turned away; they are then
    shown with the buttons that do it."""
    if not context.person.is_coordinator:
        return False
    waiting = waiting_arrivals(context.db)
    named = [each for each in waiting if each.person.name in meaning.text and says(meaning, "staffing.let_in")]
    if not named and not says(meaning, "staffing.waiting_for_consent"):
        return False
    for arrival in (named or waiting)[:MOST]:
        await answer(update, context, *arrival_letter(arrival, context.language))
    if not waiting:
        await answer(update, context, NOBODY_WAITS(context.language))
    return True
