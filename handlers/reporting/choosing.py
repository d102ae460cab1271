"""Asking which task a report is about; it can be pressed, or named in a few words."""

from collections.abc import Sequence

from telegram import InlineKeyboardButton, Update

from data.plan.tasks import Assignment
from data.reporting.questions import Asked, ask_question
from handlers.tasks.list import show_list
from handlers.tasks.selection import Filter, Listing
from handlers.telegram.context import Context
from handlers.telegram.labels import WHICH_ONE
from handlers.telegram.sending import answer
from handlers.telegram.task_buttons import pick_said
from handlers.telegram.task_lines import list_line, of_several_units
from handlers.telegram.wording import join


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
    named = of_several_units(fitting)
    lines = [list_line(each, context.language, named) for each in fitting]
    text = join([WHICH_ONE(context.language), *lines])
    message = await answer(update, context, text, pick_said(fitting, context.language))
    _wait(update, context, said, message.message_id)


def _wait(update: Update, context: Context, said: str, message_id: int | None) -> None:
    answers, person_id = {"said": said}, context.person.id
    ask_question(context.db, person_id, Asked.TASK_TO_REPORT, 0, update.update_id, context.now, answers, message_id)
