"""A plan file that the office sends: read apart from this process, with word of how long it takes."""

import asyncio
from functools import partial
from pathlib import PurePath

from telegram import Document, InlineKeyboardMarkup, Message, Update

from data.plan.files.apart import read_apart
from data.plan.files.limits import OF_THE_CHAT
from data.plan.files.plan import PlanReading, read_plan
from data.plan.files.problems import FileProblem, FileTooLarge, HeaderMissing
from data.plan.readings import keep_reading
from data.plan.units import known_names
from handlers.office.imported_file import issued_at_first, new_units
from handlers.office.plan_import import begin_import
from handlers.office.sent_roster import people_in
from handlers.office.sent_roster import shown as roster_shown
from handlers.office.texts import plan_import as texts
from handlers.telegram import Context, Html, answer, replace

SUFFIXES = (".xlsx", ".csv", ".docx", ".doc", ".xls", ".txt")
"""What a table of the plan may be called; the last ones are answered with what to save it as."""
A_WHILE = 3.0
"""Every so many seconds it is said that a file is still being read."""


def plan_file_in(message: Message) -> Document | None:
    """The document of a message that is called as a plan file may be; None for anything else."""
    sent = message.document
    name = (sent.file_name or "").lower() if sent else ""
    return sent if name.endswith(SUFFIXES) else None


async def import_command(update: Update, context: Context) -> None:
    """/import: how a plan file is sent."""
    await answer(update, context, texts.SEND_IT(context.language))


async def take_plan_file(update: Update, context: Context, sent: Document) -> None:
    """Read a plan file, say what was read, and begin the import; what cannot be read is told in one sentence."""
    name = PurePath(sent.file_name or "").name
    shown = await answer(update, context, texts.READING(context.language, name=name))
    content = b""
    try:
        content = await _content(sent)
        reading = await _read(context, content, name, shown)
    except FileProblem as problem:
        people = await people_in(context, content, name) if isinstance(problem, HeaderMissing) else []
        why = texts.why_not(name, problem, context.language)
        await _say(context, shown, *(roster_shown(context, name, people) if people else (why,)))
        return
    file = keep_reading(context.db, context.person.id, update.update_id, name, reading, context.now)
    await _say(context, shown, texts.read(name, reading, new_units(context, file), context.language))
    await begin_import(update, context, file)


async def _content(sent: Document) -> bytes:
    """What a file holds. Raises FileTooLarge."""
    if (sent.file_size or 0) > OF_THE_CHAT.size:
        raise FileTooLarge(sent.file_size or 0, OF_THE_CHAT.size)
    file = await sent.get_file()
    return bytes(await file.download_as_bytearray())


async def _read(context: Context, content: bytes, name: str, shown: Message) -> PlanReading:
    """What a file says, while it is told from time to time that it is being read. Raises a FileProblem."""
    read = partial(read_plan, issued=issued_at_first(context), names=known_names(context.db))
    reading = asyncio.create_task(asyncio.to_thread(read_apart, read, content, name))
    seconds = 0.0
    while not (await asyncio.wait({reading}, timeout=A_WHILE))[0]:
        seconds += A_WHILE
        await _say(context, shown, texts.STILL_READING(context.language, name=name, seconds=round(seconds)))
    return reading.result()


async def _say(context: Context, shown: Message, text: Html, keyboard: InlineKeyboardMarkup | None = None) -> None:
    await replace(context, shown.chat.id, shown.message_id, text, keyboard)
