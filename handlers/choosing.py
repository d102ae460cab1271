"""Asking which task a report is about; it can be pressed, or named in a few words."""

from collections.abc import Sequence

from telegram import InlineKeyboardButton, Update

from data.questions import Asked, ask_question
from data.tasks import Assignment
from handlers import bundle_buttons
from handlers.context import Context
from handlers.listing import Filter, Listing
from handlers.replies import answer
from handlers.tasks import show_list
from handlers.texts.lists import WHICH_ONE


async def choose_task(
    update: Update, context: Context, said: str = "", first: Sequence[InlineKeyboardButton] = ()
) -> int:
    """List the tasks to report on, with buttons that come `first`; what was `said` is kept for the one chosen.

    Returns the message's id.
    """
    message_id = await show_list(update, context, Listing(Filter.SAID if said else Filter.PICK), first=first)
    _wait(update, context, said, message_id)
    return message_id


async def choose_among(update: Update, context: Context, fitting: Sequence[Assignment], said: str = "") -> None:
    """Ask which of several tasks is meant."""
    message = await answer(
        update, context, WHICH_ONE(context.language), bundle_buttons.pick_said(fitting, context.language)
    )
    _wait(update, context, said, message.message_id)


def _wait(update: Update, context: Context, said: str, message_id: int | None) -> None:
    answers, person_id = {"said": said}, context.person.id
    ask_question(context.db, person_id, Asked.TASK_TO_REPORT, 0, update.update_id, context.now, answers, message_id)
