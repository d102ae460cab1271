"""谁在等我同意, 让小周进来: those who wait for the office to agree, asked for in words."""

from telegram import Update

from data.people.arrivals import waiting_arrivals
from data.understanding import Understanding, says
from handlers.people.joining import arrival_letter
from handlers.people.texts.newcomers import NOBODY_WAITS
from handlers.telegram import Context, answer

MOST = 5
"""So many are shown at once."""


async def show_newcomers(update: Update, context: Context, meaning: Understanding) -> bool:
    """Show the people who wait for the consent of the office, with the buttons for that, where it asks for them or
    would have one let in or turned away; true if the words were for it."""
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
