"""Sending stored files again: photos first, several of a kind as albums.

Telegram keeps files under their ids; a file whose id it no longer accepts is sent from its stored bytes.
"""

import logging
from collections.abc import Sequence
from typing import Any

from telegram import Bot, InputFile, InputMediaDocument, InputMediaPhoto, Message, Update
from telegram.constants import MediaGroupLimit
from telegram.error import BadRequest

from data.reporting.attachments import Attachment, path_of_moved, stored_content
from handlers.telegram.context import Context
from handlers.telegram.keyboards import in_rows
from handlers.telegram.sending import acknowledge, answer
from handlers.wording import NOTHING, Html, Wording, join, plain

log = logging.getLogger(__name__)

Source = str | bytes | InputFile
"""A file given by its id at Telegram or by its content."""
MOST_IN_AN_ALBUM = int(MediaGroupLimit.MAX_MEDIA_LENGTH)
FILES_LOST = Wording("这些文件现在取不到：{names}", "These files are not available at present: {names}")
FILE_MOVED = Wording(
    "“{name}”已移出保存，需要时请向办公室要：{place}", "“{name}” is stored elsewhere; the office can get it: {place}"
)


async def send_attached(update: Update, context: Context, files: Sequence[Attachment], caption: Html) -> None:
    """Send the files attached to something, the first that can be sent with a caption, and name those that are lost."""
    await acknowledge(update, context)
    lost, above = list[Attachment](), plain(caption) or None
    for album in _albums(files):
        try:
            await send_album(update, context, album[0].kind, [each.file_id for each in album], above)
            above = None
        except BadRequest as error:
            log.warning("files cannot be sent by their ids: %s", error.message)
            for each in album:
                if await _send_singly(update, context, each, above):
                    above = None
                else:
                    lost.append(each)
    if lost:
        await answer(update, context, _unsendable(context, lost))


def _unsendable(context: Context, files: Sequence[Attachment]) -> Html:
    """Return which files cannot be sent, and where those are that were moved out of the database."""
    places = [(each.name, path_of_moved(context.db, each.id)) for each in files]
    language = context.language
    lines = [FILE_MOVED(language, name=name, place=place) for name, place in places if place]
    lost = [name for name, place in places if not place]
    return join([*lines, FILES_LOST(language, names=lost) if lost else NOTHING])


def _albums(files: Sequence[Attachment]) -> list[list[Attachment]]:
    """Return the files grouped as they can be sent together: up to ten of one kind."""
    kinds = ([each for each in files if each.kind == kind] for kind in ("photo", "document"))
    return [album for same in kinds for album in in_rows(same, MOST_IN_AN_ALBUM)]


async def _send_singly(update: Update, context: Context, file: Attachment, caption: str | None) -> bool:
    """Send one file by its id or else from its bytes. Return False if neither works."""
    content = stored_content(context.db, file.id)
    for source in (file.file_id, InputFile(content, file.name) if content else None):
        try:
            if source is not None:
                await send_album(update, context, file.kind, [source], caption)
                return True
        except BadRequest as error:
            log.warning("file %s cannot be sent: %s", file.id, error.message)
    return False


async def send_album(
    update: Update, context: Context, kind: str, files: Sequence[Source], caption: str | None, **times: Any
) -> None:
    """Send files as `send_files` does, in the chat that the update came from. `times` are Telegram's time-outs."""
    assert update.effective_chat is not None
    sent = await send_files(context.bot, update.effective_chat.id, kind, files, caption, **times)
    context.bot_data.last_messages.note(sent[-1])


async def send_files(
    bot: Bot, chat_id: int, kind: str, files: Sequence[Source], caption: str | None, **more: Any
) -> Sequence[Message]:
    """Send files of one kind ("photo" or "document") as an album, or a single one alone, with `more` for Telegram."""
    is_photo = kind == "photo"
    if len(files) == 1:
        return [await (bot.send_photo if is_photo else bot.send_document)(chat_id, files[0], caption=caption, **more)]
    media = [(InputMediaPhoto if is_photo else InputMediaDocument)(each) for each in files]
    return await bot.send_media_group(chat_id, media, caption=caption, **more)
