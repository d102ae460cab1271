"""Photos and documents: an answer to the open question, or what they are sent for without one."""

from telegram import Document, Update

from data.reporting.drafts import find_draft
from handlers.announcing import broadcast_orders
from handlers.dialog import return_to_open_dialog, text_input
from handlers.entrance.sentences import do_or_say_refusal
from handlers.information.submission import begin_with_file
from handlers.plan import plan_file
from handlers.reporting.evidence import is_of_another_task, report_with_file, take_file
from handlers.telegram import Context, hear


async def take_photo_or_document(update: Update, context: Context) -> None:
    """Take a file as the answer to the open question, or else for what it is sent for, below which the question is put
    again."""
    dialog = context.open_dialog
    if dialog is not None and await text_input.take_file(update, context, dialog):
        return
    await do_or_say_refusal(update, context, _take_unasked(update, context))
    if dialog is not None:
        await return_to_open_dialog(update, context, dialog)


async def _take_unasked(update: Update, context: Context) -> None:
    """Handle a photo or document as evidence of the open report, as work information, as a broadcast or plan file of a
    coordinator, or else as evidence of a report for which the task is still to be named."""
    draft = find_draft(context.db, context.person.id)
    if draft is not None and is_of_another_task(context, draft, (update.message and update.message.caption) or ""):
        await report_with_file(update, context)
    elif draft is not None:
        await take_file(update, context, draft)
    elif await begin_with_file(update, context) or await broadcast_orders.broadcast_file(update, context):
        return
    elif (file := _plan_file(update, context)) is not None:
        await plan_file.take_plan_file(update, context, file)
    elif not await broadcast_orders.offer_to_broadcast_file(update, context):
        await report_with_file(update, context)


def _plan_file(update: Update, context: Context) -> Document | None:
    """Return the plan file that a coordinator has sent, or None; with a task in its caption, the file is evidence."""
    assert update.message is not None
    if not context.person.is_coordinator or (update.message.caption and hear(context, update.message.caption).task):
        return None
    return plan_file.plan_file_in(update.message)
