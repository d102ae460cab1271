"""Tasks that somebody does not want to report on now (2-3先别报, 剩下的先不管): nothing is begun for them."""

from telegram import Update

from data.plan.tasks import unknown_task
from data.understanding import Kind, Mood, Understanding, find_order, values_of
from handlers.reporting.texts.not_now import NOT_NOW, NOTHING_NOW
from handlers.tasks.own_tasks import own_assignments
from handlers.telegram import Context, answer, series


async def leave_unreported(update: Update, context: Context, meaning: Understanding) -> bool:
    """Say that nothing is reported on tasks not to be reported on now; return whether the sentence only says so. Raises
    UnknownTask for a code that the person does not have."""
    spared = find_order(meaning, "no_change.not_now")
    if spared is None or not context.person.speaks_for or Mood.ASKS in meaning.moods:
        return False
    codes = values_of(meaning, Kind.CODE)
    for code in codes:
        if not own_assignments(context, code):
            raise unknown_task(context.db, code)
    language = context.language
    text = NOT_NOW(language, codes=series(codes, language), code=codes[0]) if codes else NOTHING_NOW(language)
    await answer(update, context, text)
    return True
