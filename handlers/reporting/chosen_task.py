"""Continuing a report once its task has been chosen."""

from telegram import Update

from data import dialogs
from data.dialogs import Dialog
from handlers.dialog import Place, press_button_of
from handlers.reporting.report import begin_report
from handlers.reporting.report_in_words import report_on
from handlers.reporting.statements import statement_of
from handlers.reporting.task_choice import KEY, TASK_CHOICE
from handlers.tasks.own_tasks import own_assignment
from handlers.telegram import Context, delete_message, hear, still_there, unpack


async def press_said(update: Update, context: Context) -> None:
    """Handle a pressed task. Raises StaleButton if no choice is open below this message."""
    query = update.callback_query
    assert query is not None and query.message is not None
    dialog = still_there(dialogs.find_shown(context.db, context.person.id, TASK_CHOICE.kind, query.message.message_id))
    await press_button_of(update, context, dialog, KEY, *unpack(query.data).arguments)


async def report_on_chosen(update: Update, context: Context, dialog: Dialog) -> None:
    """Continue the report on the chosen task. Raises NotYours or TaskClosed."""
    place = Place.NEWEST if update.callback_query else Place.BELOW
    if place is Place.BELOW and dialog.message_id is not None:
        await delete_message(context, context.private_chat_id, dialog.message_id)
    assignment, said = own_assignment(context, dialog.answers[KEY]), dialog.answers["said"]
    statement = statement_of(context, hear(context, said)) if said else None
    if statement is None:
        await begin_report(update, context, assignment.id, place)
    else:
        await report_on(update, context, assignment, statement, place)
