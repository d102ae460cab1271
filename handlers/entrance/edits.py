"""Edits of the message written last: one that began the open report is read anew, of any other what stands is said."""

from telegram import Update

from data import dialogs
from data.dialogs import Dialog
from data.plan.tasks import code_of_assignment
from data.reporting.attachments import Owner, attached_files
from data.reporting.drafts import UNDER_WAY, find_draft
from data.store.inbox import last_written, received_with
from data.understanding import Intent
from handlers.entrance.free_text import take_text_or_file
from handlers.entrance.texts.access import EDIT_NOT_TAKEN, EDITS_NOT_READ
from handlers.reporting.statements import statement_of
from handlers.tasks.own_tasks import own_assignments
from handlers.telegram import Context, answer, as_if_said, hear, strip_buttons
from handlers.wording import Html
from handlers.wording.task_lines import status_text

NAMED = ("redoes", "replaces", "batch")
"""Answers of reports that began with more than one message."""


async def answer_edit(update: Update, context: Context) -> None:
    """Read the message written last anew if the open report began with it and tells a report still; of any other, say
    that edits are not read, and what stands. Say nothing about older messages."""
    message = update.edited_message
    assert message is not None
    if not (message.text or message.caption) or last_written(context.db, message.chat.id) != message.message_id:
        return
    if message.text and (before := dialogs.find_laid_aside(context.db, context.person.id)) is not None:
        await _read_anew(update, context, before, message.text)
        return
    dialog = context.open_dialog
    if dialog is not None and message.text and _is_all_from(context, dialog, message.chat.id, message.message_id):
        if dialog.update_id == update.update_id:
            await take_text_or_file(as_if_said(update, message.text), context)
            return
        if _reports(context, message.text):
            await _read_anew(update, context, dialog, message.text)
            return
    await answer(update, context, _what_stands(context))


def _is_all_from(context: Context, dialog: Dialog, chat_id: int, message_id: int) -> bool:
    """Return whether an open report holds nothing but what a message, or an edit of it, began it with."""
    draft = find_draft(context.db, context.person.id)
    came = received_with(context.db, chat_id, message_id)
    if draft is None or came is None or any(dialog.answers.get(each) is not None for each in NAMED):
        return False
    only_it = dialog.update_id in came.update_ids and dialog.opened_at >= came.at
    return only_it and not attached_files(context.db, Owner.DRAFT, draft.id)


def _reports(context: Context, text: str) -> bool:
    """Return whether a text reports on an own task that it names."""
    meaning = hear(context, text)
    own = own_assignments(context, meaning.task) if meaning.intent is Intent.REPORT else []
    return bool(own) and statement_of(meaning) is not None


async def _read_anew(update: Update, context: Context, before: Dialog, text: str) -> None:
    """Take a text in place of the report that was begun before, which is kept until then: a new process finds it if
    this one ends in between."""
    dialogs.lay_aside(context.db, before)
    await take_text_or_file(as_if_said(update, text), context)
    dialogs.drop_dialog(context.db, before)
    if before.message_id is not None:
        await strip_buttons(context, context.private_chat_id, before.message_id)


def _what_stands(context: Context) -> Html:
    """Return that edits are not read, with the task and the values of the open report."""
    draft, language = find_draft(context.db, context.person.id), context.language
    if draft is None or draft.status is None:
        return EDITS_NOT_READ(language)
    percent = draft.percent if draft.status in UNDER_WAY else None
    code = code_of_assignment(context.db, draft.assignment_id)
    return EDIT_NOT_TAKEN(language, code=code, stands=status_text(draft.status, percent or 0, language))
