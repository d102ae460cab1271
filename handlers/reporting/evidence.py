"""Evidence: photos and documents, taken while the report's dialog asks for them, and shown to who may see them."""

import logging
from dataclasses import replace

from telegram import InlineKeyboardMarkup, Message, Update
from telegram.error import TelegramError

from data.dialogs import find_dialog
from data.errors import FilesTooBig, FileTooBig, TooManyFiles
from data.reporting.attachments import Attachment, attach, attached_to_draft, check_room, has_attached, waiting_files
from data.reporting.drafts import Draft, Step, checked_note, find_draft, give_answers
from data.understanding import Intent
from handlers.dialog.message import Place
from handlers.dialog.opening import talk_about
from handlers.reporting.report import ask
from handlers.reporting.sentence import report_in_a_line
from handlers.reporting.texts.questions import (
    EVIDENCE_NOT_NOW,
    EVIDENCE_ONLY,
    NOT_OF_USE,
    NOTE_TAKEN,
    TAKEN_AS_EVIDENCE,
    TEXT_ONLY,
)
from handlers.tasks.selection import Filter, Listing
from handlers.telegram import labels
from handlers.telegram.callbacks import Verb
from handlers.telegram.context import Context
from handlers.telegram.keyboards import button
from handlers.telegram.refusals import refusal
from handlers.telegram.report_lines import file_list
from handlers.telegram.sending import answer
from handlers.telegram.understanding import hear
from handlers.telegram.wording import Html, cut, join

log = logging.getLogger(__name__)


async def take_file(update: Update, context: Context, draft: Draft) -> None:
    """Attach what was sent to the draft, whichever question is open; a caption names it, or is the note that is asked.

    The files of an album come one by one: what has come is kept up to date in one message. Too large a file,
    too many of them, and other kinds of message are refused.
    """
    message = update.message
    assert message is not None
    if await talk_about(update, context, find_dialog(context.db, context.person.id, draft.id)) is None:
        return
    found = attachment_in(message)
    if found is None:
        wording = EVIDENCE_ONLY if draft.step is Step.EVIDENCE else NOT_OF_USE
        await ask(update, context, draft, Place.BELOW, first=wording(context.language))
        return
    album, key = _keys(message)
    try:
        check_room(context.db, draft.id, context.person.id, found, key, context.now)
    except (FileTooBig, FilesTooBig, TooManyFiles) as refused:
        await answer(update, context, refusal(refused, context.language))
        await ask(update, context, draft, Place.BELOW)
        return
    goes_on = bool(message.media_group_id) and has_attached(context.db, draft.id, album)
    following, found = _with_caption(update, context, draft, found, message.caption or "")
    attach(context.db, draft.id, context.person.id, found, await fetch(context, found), key, context.now)
    asked = draft.step is Step.EVIDENCE
    taken = TAKEN_AS_EVIDENCE(
        context.language, files=file_list(attached_to_draft(context.db, draft.id), context.language)
    )
    noted = (
        NOTE_TAKEN(context.language, note=cut(following.note or "", 60)) if following.note != draft.note else Html("")
    )
    first = Html("") if asked else join([taken, noted])
    await ask(update, context, following, Place.KEPT if goes_on else Place.BELOW, first=first)


def _with_caption(
    update: Update, context: Context, draft: Draft, found: Attachment, caption: str
) -> tuple[Draft, Attachment]:
    """What a caption is kept as: the note where that is being asked and nothing is written, else the file's name."""
    words = " ".join(caption.split())
    if not words:
        return draft, found
    if draft.step is Step.NOTE and not draft.note:
        note = {"note": checked_note(caption)}
        return give_answers(context.db, draft, note, update.update_id, context.now), found
    return draft, _named(found, words)


def _named(found: Attachment, caption: str) -> Attachment:
    """A file with its caption as its name."""
    words = cut(" ".join(caption.split()), 60)
    if not words:
        return found
    return replace(found, name=f"{words}.jpg" if found.kind == "photo" else f"{words} {found.name}")


async def report_with_file(update: Update, context: Context) -> None:
    """A file that comes while no report is open: begin the one that its caption says or names, else tell how it can be
    sent."""
    message = update.message
    assert message is not None
    meaning = hear(context, message.caption) if message.caption else None
    if not context.person.speaks_for or attachment_in(message) is None:
        await answer(update, context, TEXT_ONLY(context.language))
    elif meaning is not None and meaning.task is not None and meaning.intent in (Intent.REPORT, Intent.TASK):
        await report_in_a_line(update, context, meaning)
        draft = find_draft(context.db, context.person.id)
        if draft is not None:
            await take_file(update, context, draft)
    else:
        await _keep_for_the_next(update, context, message)


async def _keep_for_the_next(update: Update, context: Context, message: Message) -> None:
    """Keep a file that does not say what it is of for the report that is begun next, and ask of which task that is."""
    found, (album, key) = attachment_in(message), _keys(message)
    assert found is not None
    db, person_id = context.db, context.person.id
    goes_on = bool(message.media_group_id) and has_attached(db, None, album)
    try:
        check_room(db, None, person_id, found, key, context.now)
    except (FileTooBig, FilesTooBig, TooManyFiles) as refused:
        await answer(update, context, refusal(refused, context.language))
        return
    found = _named(found, message.caption or "")
    attach(db, None, person_id, found, await fetch(context, found), key, context.now)
    if goes_on:
        return
    files = file_list(waiting_files(db, person_id, context.now), context.language)
    choose = button(labels.REPORT(context.language), Verb.LIST, *Listing(Filter.PICK).pack(0))
    await answer(update, context, EVIDENCE_NOT_NOW(context.language, files=files), InlineKeyboardMarkup([[choose]]))


def _keys(message: Message) -> tuple[str, str]:
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


async def fetch(context: Context, attachment: Attachment) -> bytes | None:
    """The file's bytes; None where Telegram does not give them now, for its id is kept in any case."""
    try:
        file = await context.bot.get_file(attachment.file_id)
        return bytes(await file.download_as_bytearray())
    except TelegramError as error:
        log.warning("evidence %s could not be fetched: %s", attachment.file_id, type(error).__name__)
        return None
