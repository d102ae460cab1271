"""Taking a plan that the office sends, as a file or as text in one or several messages; a roster sent instead is
recognised."""

import asyncio
from datetime import timedelta
from functools import partial
from pathlib import PurePath
from typing import Any

from telegram import Document, InlineKeyboardMarkup, Message, Update

from data import dialogs
from data.dialogs import Dialog
from data.people.people import registered
from data.people.roster_file import RosterReading, read_roster
from data.plan.files.apart import read_in_process
from data.plan.files.limits import OF_TABLES
from data.plan.files.plan import PlanReading, read_plan, read_text
from data.plan.files.problems import FileProblem, FileTooLarge, HeaderMissing
from data.plan.files.prose import is_prose, measures_in
from data.plan.readings import PlanFile, keep_reading, reading_by_id
from data.plan.units import all_units, known_names
from data.understanding import Understanding
from handlers.dialog import Talk, reader
from handlers.plan import keyboard as buttons
from handlers.plan.imported_file import assumed_issue_day, new_units
from handlers.plan.plan_import import IMPORT, begin_import
from handlers.plan.texts import plan_file as texts
from handlers.plan.texts.files import file_problem
from handlers.telegram import Context, For, answer, replace_message, text_of
from handlers.wording import Html, plain

FEWEST_LINES = 4
"""Text with fewer lines is not taken for a plan."""
PARTED_FROM = 3000
"""The least length in characters of a message that can be the first part of a text that Telegram has split."""
PARTS_WITHIN = timedelta(minutes=2)
SENTENCE_ENDS = ("。", "；", "：", "）", ")", ";", ":")
SUFFIXES = (".xlsx", ".csv", ".docx", ".doc", ".xls", ".txt")
"""The suffixes of documents taken for a plan file. Old formats are answered with what to save them as."""
A_WHILE = 3.0
"""The interval in seconds at which the office is told that a file is still being read."""


def _is_next_part(talk: Talk[Any], text: str, heard: Understanding) -> bool:
    """Return whether `text` is the next part of the pasted plan whose import is open: it has several lines."""
    return len(text.splitlines()) > 1 and pasted_plan_before(talk.context, talk.dialog) is not None


@reader(for_=For.COORDINATORS, names=_is_next_part)
async def take_plan_text(update: Update, context: Context, meaning: Understanding) -> bool:
    """Begin to import text from the office that is a plan in prose, or continue with its next part; a few tasks of one
    are not imported, as the others would count as taken out: say how to add them. Return whether it is one."""
    text = text_of(update)
    before, lines = pasted_plan_before(context, context.open_dialog), text.splitlines()
    if before is None and not (len(lines) >= FEWEST_LINES and is_prose(lines)):
        measures = measures_in(lines) if len(lines) >= FEWEST_LINES - 1 else ()
        if measures:
            await answer(update, context, texts.how_to_add(measures[0], context.language))
        return bool(measures)
    if before is not None:
        text = f"{before.text}{_separator(before.text)}{text}"
        dialogs.drop_dialogs_on(context.db, context.person.id, IMPORT.kind, before.id)
    reading = read_text(text.splitlines(), assumed_issue_day(context), known_names(context.db))
    name = reading.title or plain(texts.PASTED(context.language))
    db, person_id = context.db, context.person.id
    file = keep_reading(db, person_id, update.update_id, name, reading, context.now, text)
    await answer(update, context, texts.read(name, reading, new_units(context, file), context.language))
    await begin_import(update, context, file)
    return True


def pasted_plan_before(context: Context, dialog: Dialog | None) -> PlanFile | None:
    """Return the pasted plan that a new text continues: its import is open, it was sent within PARTS_WITHIN, and it is
    long enough to have been split by Telegram. Otherwise None."""
    if dialog is None or dialog.kind != IMPORT.kind:
        return None
    file = reading_by_id(context.db, dialog.subject_id)
    is_new = context.now - file.read_at <= PARTS_WITHIN
    return file if is_new and len(file.text) >= PARTED_FROM else None


def _separator(before: str) -> str:
    """Return what goes between two parts: a line break, or nothing in the middle of a sentence."""
    last = before.splitlines()[-1].rstrip()
    return "\n" if last.endswith(SENTENCE_ENDS) or len(last) < 60 else ""


def plan_file_in(message: Message) -> Document | None:
    """Return the document in `message` if its name ends like a plan file's, else None."""
    sent = message.document
    name = (sent.file_name or "").lower() if sent else ""
    return sent if name.endswith(SUFFIXES) else None


async def import_command(update: Update, context: Context) -> None:
    """Handle /import: explain how to send a plan file."""
    await answer(update, context, texts.SEND_IT(context.language))


async def take_plan_file(update: Update, context: Context, sent: Document) -> None:
    """Read a plan file, say what was read and begin the import, or say why it cannot be read."""
    name = PurePath(sent.file_name or "").name
    shown = await answer(update, context, texts.READING(context.language, name=name))
    content = b""
    try:
        content = await _content(sent)
        reading = await _read(context, content, name, shown)
    except FileProblem as problem:
        roster = await _roster_in(context, content, name) if isinstance(problem, HeaderMissing) else None
        why = texts.NOT_READ(context.language, name=name, reason=file_problem(problem, context.language))
        await _say(context, shown, *(_roster_answer(context, name, roster) if roster else (why,)))
        return
    file = keep_reading(context.db, context.person.id, update.update_id, name, reading, context.now)
    await _say(context, shown, texts.read(name, reading, new_units(context, file), context.language))
    await begin_import(update, context, file)


async def _content(sent: Document) -> bytes:
    """Return the contents of a document. Raises FileTooLarge."""
    if (sent.file_size or 0) > OF_TABLES.size:
        raise FileTooLarge(sent.file_size or 0, OF_TABLES.size)
    file = await sent.get_file()
    return bytes(await file.download_as_bytearray())


async def _read(context: Context, content: bytes, name: str, shown: Message) -> PlanReading:
    """Read a plan file in a process of its own, saying from time to time that it is being read. Raises FileProblem."""
    read = partial(read_plan, issued=assumed_issue_day(context), names=known_names(context.db))
    reading = asyncio.create_task(asyncio.to_thread(read_in_process, read, content, name))
    seconds = 0.0
    while not (await asyncio.wait({reading}, timeout=A_WHILE))[0]:
        seconds += A_WHILE
        await _say(context, shown, texts.STILL_READING(context.language, name=name, seconds=round(seconds)))
    return reading.result()


async def _say(context: Context, shown: Message, text: Html, keyboard: InlineKeyboardMarkup | None = None) -> None:
    await replace_message(context, shown.chat.id, shown.message_id, text, keyboard)


async def _roster_in(context: Context, content: bytes, name: str) -> RosterReading | None:
    """Return what is in a file that is a roster instead of a plan; None if it names nobody's unit."""
    read = partial(read_roster, names=known_names(context.db))
    try:
        roster = await asyncio.to_thread(read_in_process, read, content, name)
    except FileProblem:
        return None
    return roster if any(row.unit for row in roster.rows) else None


def _roster_answer(context: Context, name: str, roster: RosterReading) -> tuple[Html, InlineKeyboardMarkup | None]:
    """Return what to say about a roster, and a button for each person who can be invited: of a known unit or of the
    office, and not on the list yet (None if there are none)."""
    people = [row for row in roster.rows if not any(each.kind in texts.LEFT_OUT for each in row.problems)]
    units = {unit.name: unit for unit in all_units(context.db)}
    there = registered(context.db)
    found = [(row, units.get(row.unit)) for row in people if row.unit in units or not row.unit]
    known = [row.name for row, unit in found if (unit and unit.id, row.name) in there]
    invited = [(row, unit) for row, unit in found if (unit and unit.id, row.name) not in there]
    unknown = list(dict.fromkeys(row.unit for row in people if row.unit and row.unit not in units))
    text = texts.roster(
        name, roster, len(people), unknown if units else [], known, context.language, has_plan=bool(units)
    )
    return text, buttons.people_to_invite(invited, context.language) if invited else None
