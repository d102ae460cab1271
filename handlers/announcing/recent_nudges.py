"""催办的结果怎么样, 昨天催了谁: what the office has asked for lately, and what has come since."""

from telegram import Update

from data.announcing.recent_nudges import nudged_lately
from data.understanding import Understanding, says
from handlers.announcing.texts.nudged_lately import nudged_text
from handlers.dialog import reader
from handlers.telegram import Context, answer, pick_task

MOST = 10


@reader(knows=lambda talk, text, heard: talk.context.person.is_coordinator and says(heard, "nudged.asked"))
async def show_nudged(update: Update, context: Context, meaning: Understanding) -> bool:
    """Show what was asked for in the last days, those first of which nothing has come; true if the words were for
    it."""
    if not context.person.is_coordinator or not says(meaning, "nudged.asked"):
        return False
    found = sorted(nudged_lately(context.db, context.now, context.zone), key=lambda each: each.reported)
    shown = found[:MOST]
    text = nudged_text(shown, found, context.today, context.zone, context.language)
    await answer(update, context, text, pick_task([each.assignment for each in shown]) if shown else None)
    return True
