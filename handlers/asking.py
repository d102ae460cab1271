"""Showing the open question of a report: in place of one answered by button, below one answered in words."""

from enum import Enum

from telegram import Update

from data.attachments import attached_to_draft
from data.drafts import Draft, remember_message
from data.questions import close_question
from data.reports import assignment_for
from data.tasks import Assignment
from handlers import keyboards
from handlers.context import Context
from handlers.replies import answer, replace, show, strip_buttons
from handlers.texts import reporting as texts


class Place(Enum):
    """Where a question appears."""

    PRESSED = "in place of the message whose button was pressed"
    BELOW = "as a new message below what was written"
    KEPT = "in the message that shows it already"


async def ask(update: Update, context: Context, draft: Draft, place: Place = Place.PRESSED) -> None:
    """Show the open question, which is from now on the one that words answer.

    Raises NotYours or TaskClosed when the assignment is no longer the person's to report.
    """
    assignment = own_assignment(context, draft.assignment_id)
    close_question(context.db, context.person.id)
    files = attached_to_draft(context.db, draft.id)
    text = texts.question(draft, assignment, files, context.language, name_unit=speaks_for_several(context))
    keyboard = keyboards.question(draft, assignment, bool(files), context.language)
    chat_id = context.person.telegram_id or 0
    if place is Place.KEPT and draft.message_id is not None:
        await replace(context, chat_id, draft.message_id, text, keyboard)
        return
    if place is Place.PRESSED:
        message_id = await show(update, context, text, keyboard)
    else:
        await strip_buttons(context, chat_id, draft.message_id)
        message_id = (await answer(update, context, text, keyboard)).message_id
    remember_message(context.db, draft, message_id)


def own_assignment(context: Context, assignment_id: int) -> Assignment:
    """An assignment that the person may report on now. Raises NotYours or TaskClosed."""
    return assignment_for(context.db, context.person, assignment_id, context.today, context.zone)


def speaks_for_several(context: Context) -> bool:
    """Whether it must be said for which unit."""
    return len(context.person.speaks_for) > 1
