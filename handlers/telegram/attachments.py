"""Photos and documents as they come in a message."""

import asyncio
import logging
from dataclasses import replace

from telegram import Message
from telegram.error import TelegramError

from data.reporting.attachments import Attachment, check_room
from data.reporting.harmful_files import check_for_harm
from handlers.telegram.context import Context
from handlers.telegram.wording import cut

log = logging.getLogger(__name__)


def keys_of(message: Message) -> tuple[str, str]:
    """By which the files of an album and a message are known."""
    album = f"{message.chat.id}:{message.media_group_id or ''}:"
    return album, f"{album}{message.message_id}"


def attachment_in(message: Message) -> Attachment | None:
    """The photo, in its largest size, or document of a message; None for any other kind."""
    if message.photo:
        photo = message.photo[-1]
        name = f"photo-{message.message_id}.jpg"
        return Attachment("photo", photo.file_id, name, "image/jpeg", photo.file_size or 0)
    document = message.document
    if document is None:
        return None
    name = document.file_name or "file"
    return Attachment("document", document.file_id, name, document.mime_type or "", document.file_size or 0)


async def take(context: Context, draft_id: int | None, found: Attachment, key: str) -> bytes | None:
    """The bytes of a file that a draft (None: what waits for one) may have, as fetch gives them. Raises a FileRefused:
    what check_room raises, and HarmfulFile."""
    check_room(context.db, draft_id, context.person.id, found, key, context.now)
    content = await fetch(context, found)
    if content is not None:
        await asyncio.to_thread(check_for_harm, content, found.name)
    return content


async def fetch(context: Context, attachment: Attachment) -> bytes | None:
    """The file's bytes; None where Telegram does not give them now, for its id is kept in any case."""
    try:
        file = await context.bot.get_file(attachment.file_id)
        return bytes(await file.download_as_bytearray())
    except TelegramError as error:
        log.warning("file %s could not be fetched: %s", attachment.file_id, type(error).__name__)
        return None


def named(found: Attachment, caption: str) -> Attachment:
    """A file with its caption as its name."""
    words = cut(" ".join(caption.split()), 60)
    if not words:
        return found
    return replace(found, name=f"{words}.jpg" if found.kind == "photo" else f"{words} {found.name}")
