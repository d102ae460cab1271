"""What the office has answered a unit: 办公室回了吗."""

from telegram import Update

from data.office.extensions import latest_extension
from data.office.task_notes import latest_told, units_writing
from data.understanding import Mood, Understanding, says
from handlers.dialog import acts_on
from handlers.extensions.letters import request_state
from handlers.notes import texts
from handlers.telegram import Context, answer, join


def _asks_for_an_answer(context: Context, heard: Understanding) -> Understanding | None:
    asks = Mood.ASKS in heard.moods and says(heard, "office_notes.answer_awaited")
    return heard if asks and units_writing(context.db, context.person) else None


@acts_on(_asks_for_an_answer)
async def show_what_the_office_answered(update: Update, context: Context, meaning: Understanding) -> None:
    """Show how what the user's units have told the office last and their newest request for more time stand."""
    units, language = units_writing(context.db, context.person), context.language
    note = latest_told(context.db, units, context.today)
    asked = latest_extension(context.db, units, context.today, None)
    state, keyboard = request_state(asked, None, language) if asked else (None, None)
    told = [texts.note_state(note, context.zone, language)] if note else []
    told += [state] if state else []
    await answer(update, context, join(told, "\n\n") or texts.NOTHING_ASKED(language), keyboard)
