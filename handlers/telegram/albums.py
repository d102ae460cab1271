"""Files sent again: pictures first, as albums where there are several of a kind.

Telegram keeps them under their ids; a file whose id it does not take any more is sent from its stored bytes.
"""

import logging
from collections.abc import Iterator, Sequence

from telegram import InputFile, InputMediaDocument, InputMediaPhoto, Update
from telegram.constants import MediaGroupLimit
from telegram.error import BadRequest

from data.reporting.attachments import Attachment, place_of_moved, stored_content
from handlers.telegram.context import Context
from handlers.telegram.sending import answer
from handlers.telegram.wording import Html, Language, Wording, join, plain, series

log = logging.getLogger(__name__)

FILES_LOST = Wording("这些文件现在取不到：{names}", "These files cannot be had at present: {names}")
FILE_MOVED = Wording(
    "“{name}”已移出保存，需要时请向办公室要：{place}", "“{name}” is kept elsewhere; the office can get it: {place}"
)


async def send_attached(update: Update, context: Context, files: Sequence[Attachment], caption: Html) -> None:
    """Send files that were attached to something, the first with a caption; which of them are lost is told."""
    assert update.effective_chat is not None
    chat_id, lost = update.effective_chat.id, list[Attachment]()
    above: str | None = plain(caption)
    for album in _albums(files):
        try:
            await _send_album(context, chat_id, album, above)
        except BadRequest as error:
            log.warning("files cannot be sent by their ids: %s", error.message)
            lost += [each for each in album if not await _send_singly(context, chat_id, each, above)]
        above = None
    if lost:
        await answer(update, context, _told(context, lost, context.language))


def _told(context: Context, files: Sequence[Attachment], language: Language) -> Html:
    """Which files cannot be sent, and where those lie that were moved out."""
    places = [(each.name, place_of_moved(context.db, each.id)) for each in files]
    lines = [FILE_MOVED(language, name=name, place=place) for name, place in places if place]
    lost = [name for name, place in places if not place]
    return join([*lines, FILES_LOST(language, names=series(lost, language)) if lost else Html("")])


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


async def _send_singly(context: Context, chat_id: int, file: Attachment, caption: str | None) -> bool:
    """Send one file, by its id if that is taken, else from its bytes. False when neither can be had."""
    content = stored_content(context.db, file.id)
    for source in (file.file_id, InputFile(content, file.name) if content else None):
        try:
            if source is not None:
                await _send_one(context, chat_id, file, source, caption)
                return True
        except BadRequest as error:
            log.warning("file %s cannot be sent: %s", file.id, error.message)
    return False


async def _send_one(
    context: Context, chat_id: int, file: Attachment, source: str | InputFile, caption: str | None
) -> None:
    if file.kind == "photo":
        sent = await context.bot.send_photo(chat_id, source, caption=caption)
    else:
        sent = await context.bot.send_document(chat_id, source, caption=caption)
    context.bot_data.newest.note(sent)
