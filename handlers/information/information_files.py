"""Work information that begins with files: one whose caption says so, or those kept for the next report."""

from typing import Any

from telegram import Update

from data import dialogs
from data.errors import StaleButton
from data.reporting.attachments import Attachment, stored_content, take_in_waiting_files, waiting_files
from data.store import transaction
from data.understanding.information_orders import text_behind_order
from handlers.dialog import PartlyRead, begin
from handlers.information.article import article_answers, asks_for_information, is_readable, typed_article_answers
from handlers.information.submission import INFORMATION
from handlers.telegram import Context, Html, join, refusal
from handlers.telegram.attachments import attachment_in, keep_file


async def begin_with_file(update: Update, context: Context) -> bool:
    """Begin a piece with a file whose caption says that it is work information; return whether it is one. Raises a
    FileRefused."""
    message = update.message
    caption = (message and message.caption) or ""
    if message is None or not context.person.speaks_for or not asks_for_information(context, caption):
        return False
    found = attachment_in(message)
    if found is not None:
        await keep_file(context, message, found, None)
        answers, first = typed_article_answers(text_behind_order(caption), context.language)
        await _begin(update, context, answers, first)
    return found is not None


async def begin_with_kept_files(update: Update, context: Context) -> None:
    """Begin a piece with the files that wait for a report. Raises StaleButton if there are none."""
    if not waiting_files(context.db, context.person.id, context.now):
        raise StaleButton
    await _begin(update, context, {}, Html(""))


async def _begin(update: Update, context: Context, answers: dict[str, Any], first: Html) -> None:
    """Begin a piece with the waiting files; if `answers` have no text, read it from the first readable file."""
    db, person_id, subject_id = context.db, context.person.id, update.update_id
    files = waiting_files(db, person_id, context.now)
    try:
        answers |= {} if "text" in answers else await _article(context, files, answers)
    except PartlyRead as partly:
        first = join([first, partly.kept, refusal(partly.why, context.language)])
    with transaction(db):
        dialog = dialogs.open_dialog(db, person_id, INFORMATION.kind, subject_id, subject_id, context.now, answers)
        take_in_waiting_files(db, person_id, dialog.id, context.now)
    await begin(update, context, INFORMATION, subject_id, first=first)


async def _article(context: Context, files: list[Attachment], answers: dict[str, Any]) -> dict[str, Any]:
    file = next((each for each in files if is_readable(each)), None)
    content = stored_content(context.db, file.id) if file else None
    if file is None or content is None:
        return {}
    return dict(await article_answers(file.name, content, answers, context.language))
