"""Evidence: photos and documents sent while the report's dialog asks for them."""

import logging

from telegram import Message, Update
from telegram.error import TelegramError

from data.attachments import MOST_BYTES, Attachment, attach, has_attached
from data.drafts import Draft
from data.errors import FileTooBig
from handlers.asking import Place, ask
from handlers.context import Context
from handlers.replies import answer
from handlers.texts import messages as m

log = logging.getLogger(__name__)


async def take_file(update: Update, context: Context, draft: Draft) -> None:
    """Attach what was sent to the draft. Raises FileTooBig above 20 MB.

    The files of an album come one by one: the list of what has come is kept up to date in one message.
    """
    message = update.message
    assert message is not None
    found = attachment_in(message)
    if found is None:
        await answer(update, context, m.EVIDENCE_ONLY(context.language))
        return
    if found.size > MOST_BYTES:
        raise FileTooBig(found.size, MOST_BYTES)
    album = f"{message.chat.id}:{message.media_group_id or ''}:"
    goes_on = bool(message.media_group_id) and has_attached(context.db, draft.id, album)
    attach(context.db, draft.id, found, await fetch(context, found), f"{album}{message.message_id}")
    await ask(update, context, draft, place=Place.KEPT if goes_on else Place.BELOW)


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


async def fetch(context: Context, attachment: Attachment) -> bytes | None:
    """The file's bytes; None where Telegram does not give them now, for its id is kept in any case."""
    try:
        file = await context.bot.get_file(attachment.file_id)
        return bytes(await file.download_as_bytearray())
    except TelegramError as error:
        log.warning("evidence %s could not be fetched: %s", attachment.file_id, type(error).__name__)
        return None
