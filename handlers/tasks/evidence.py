"""Sending a report's evidence: photos and documents."""

import logging
from collections.abc import Iterator, Sequence

from telegram import InputFile, InputMediaDocument, InputMediaPhoto, Update
from telegram.constants import MediaGroupLimit
from telegram.error import BadRequest

from data.office.history import PastReport
from data.reporting.attachments import Attachment, place_of_moved, stored_content
from handlers.tasks.texts import report_files as texts
from handlers.telegram.context import Context
from handlers.telegram.sending import answer
from handlers.telegram.wording import plain

log = logging.getLogger(__name__)


async def send_files(update: Update, context: Context, report: PastReport) -> None:
    """Send a report's files, pictures first, as albums where there are several of a kind.

    Telegram keeps them under their ids; a file whose id it does not take any more is sent from its stored bytes.
    """
    assert update.effective_chat is not None
    chat_id, lost = update.effective_chat.id, list[Attachment]()
    db, language = context.db, context.language
    caption: str | None = plain(texts.files_caption(report, language))
    for album in _albums(report.files):
        try:
            await _send_album(context, chat_id, album, caption)
        except BadRequest as error:
            log.warning("evidence of report %s cannot be sent by its ids: %s", report.id, error.message)
            lost += [each for each in album if not await _send_singly(context, chat_id, report.id, each, caption)]
        caption = None
    if lost:
        moved = {each.name: place for each in lost if (place := place_of_moved(db, report.id, each.file_id))}
        await answer(update, context, texts.files_lost([each.name for each in lost], moved, language))


def _albums(files: Sequence[Attachment]) -> Iterator[list[Attachment]]:
    """Files as they can be sent together: up to ten of one kind."""
    most = MediaGroupLimit.MAX_MEDIA_LENGTH
    for kind in ("photo", "document"):
        same = [each for each in files if each.kind == kind]
        yield from (same[start : start + most] for start in range(0, len(same), most))


async def _send_album(context: Context, chat_id: int, album: Sequence[Attachment], caption: str | None) -> None:
    if len(album) == 1:
        await _send_one(context, chat_id, album[0], album[0].file_id, caption)
    elif album[0].kind == "photo":
        photos = [InputMediaPhoto(each.file_id) for each in album]
        context.bot_data.newest.note((await context.bot.send_media_group(chat_id, photos, caption=caption))[-1])
    else:
        documents = [InputMediaDocument(each.file_id) for each in album]
        context.bot_data.newest.note((await context.bot.send_media_group(chat_id, documents, caption=caption))[-1])


async def _send_singly(context: Context, chat_id: int, report_id: int, file: Attachment, caption: str | None) -> bool:
    """Send one file, by its id if that is taken, else from its bytes. False when neither can be had."""
    content = stored_content(context.db, report_id, file.file_id)
    for source in (file.file_id, InputFile(content, file.name) if content else None):
        try:
            if source is not None:
                await _send_one(context, chat_id, file, source, caption)
                return True
        except BadRequest as error:
            log.warning("a file of report %s cannot be sent: %s", report_id, error.message)
    return False


async def _send_one(
    context: Context, chat_id: int, file: Attachment, source: str | InputFile, caption: str | None
) -> None:
    if file.kind == "photo":
        sent = await context.bot.send_photo(chat_id, source, caption=caption)
    else:
        sent = await context.bot.send_document(chat_id, source, caption=caption)
    context.bot_data.newest.note(sent)
