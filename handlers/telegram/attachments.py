"""Photos and documents received in messages."""

import asyncio
import logging
from dataclasses import replace

from telegram import Message
from telegram.error import TelegramError

from data.reporting.attachments import Attachment, attach_file, check_room
from data.reporting.harmful_files import check_for_harm
from handlers.telegram.context import Context
from handlers.wording import cut

log = logging.getLogger(__name__)


def album_key(message: Message) -> str:
    """Return the beginning of the keys under which the files of a message's album are stored."""
    return f"{message.chat.id}:{message.media_group_id or ''}:"


def attachment_in(message: Message) -> Attachment | None:
    """Return the document of a message, with its name in one line, or its photo in the largest size, or None."""
    if message.photo:
        photo = message.photo[-1]
        name = f"photo-{message.message_id}.jpg"
        return Attachment("photo", photo.file_id, name, "image/jpeg", photo.file_size or 0)
    document = message.document
    if document is None:
        return None
    name = " ".join((document.file_name or "").split()) or "file"
    return Attachment("document", document.file_id, name, document.mime_type or "", document.file_size or 0)


async def keep_file(
    context: Context,
    message: Message,
    found: Attachment,
    draft_id: int | None,
    caption: str = "",
    content: bytes | None = None,
) -> bytes | None:
    """Attach the file of a message to a draft, or keep it for the next one (None), with the caption, if any, as its
    name; return its bytes, which are fetched unless they were before, or None if Telegram does not deliver them.
    Raises what fetch_checked raises."""
    content = content or await fetch_checked(context, message, found, draft_id)
    named, key = _with_caption_as_name(found, caption), _message_key(message)
    attach_file(context.db, draft_id, context.person.id, named, content, key, context.now)
    return content


async def fetch_checked(
    context: Context, message: Message, found: Attachment, draft_id: int | None = None, report_id: int | None = None
) -> bytes | None:
    """Return the bytes of the file of a message, once there is room for it in a draft or among those that wait (None),
    besides those of the accepted report that it is for; None if Telegram does not deliver them. Raises a FileRefused:
    HarmfulFile, or whatever check_room raises."""
    check_room(context.db, draft_id, context.person.id, found, _message_key(message), context.now, report_id)
    content = await fetch_file(context, found)
    if content is not None:
        await asyncio.to_thread(check_for_harm, content, found.name)
    return content


def _message_key(message: Message) -> str:
    return f"{album_key(message)}{message.message_id}"


async def fetch_file(context: Context, attachment: Attachment) -> bytes | None:
    """Return a file's bytes; None if Telegram does not deliver them now, in which case its id is kept all the same."""
    try:
        file = await context.bot.get_file(attachment.file_id)
        return bytes(await file.download_as_bytearray())
    except TelegramError as error:
        log.warning("file %s could not be fetched: %s", attachment.file_id, type(error).__name__)
        return None


def _with_caption_as_name(found: Attachment, caption: str) -> Attachment:
    """Return the file with the caption, if any, as its name."""
    words = cut(" ".join(caption.split()), 60)
    if not words:
        return found
    return replace(found, name=f"{words}.jpg" if found.kind == "photo" else f"{words} {found.name}")
