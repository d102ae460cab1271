"""A plan that is pasted into the chat as text; Telegram parts a long one into several messages."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from telegram import Update

from data import dialogs
from data.dialogs import Dialog
from data.plan.files.plan import read_text
from data.plan.files.prose import is_prose
from data.plan.readings import PlanFile, find_reading, keep_reading
from data.plan.units import known_names
from data.understanding import Understanding
from handlers.dialog import Talk, reader
from handlers.office.imported_file import issued_at_first, new_units
from handlers.office.plan_import import IMPORT, begin_import
from handlers.office.texts import plan_import as texts
from handlers.telegram import Context, answer, plain, text_of

FEWEST_LINES = 4
"""A text of fewer lines is no plan."""
PARTED_FROM = 3000
"""So many characters at least stand before the place where Telegram parts a text."""
PARTS_WITHIN = timedelta(minutes=2)
SENTENCE_ENDS = ("。", "；", "：", "）", ")", ";", ":")


def _is_next_part(talk: Talk[Any], text: str, heard: Understanding) -> bool:
    """Whether a text is the next part of the pasted plan whose import is open, and no answer: it has several lines."""
    is_of_the_office = talk.context.person.is_coordinator and len(text.splitlines()) > 1
    return is_of_the_office and part_before(talk.context, talk.dialog) is not None


@reader(names=_is_next_part)
async def take_plan_text(update: Update, context: Context, meaning: Understanding) -> bool:
    """Whether a text of the office is a plan in prose, or the next part of one; its import is then begun as that of a
    file."""
    text = text_of(update)
    if not context.person.is_coordinator:
        return False
    before = part_before(context, dialogs.find_open(context.db, context.person.id))
    if before is None and not _is_plan(text.splitlines()):
        return False
    if before is not None:
        text = f"{before.text}{_joint(before.text)}{text}"
        dialogs.drop_dialogs_on(context.db, context.person.id, IMPORT.kind, before.id)
    reading = read_text(text.splitlines(), issued_at_first(context), known_names(context.db))
    name = reading.title or plain(texts.PASTED(context.language))
    db, person_id = context.db, context.person.id
    file = keep_reading(db, person_id, update.update_id, name, reading, context.now, text)
    await answer(update, context, texts.read(name, reading, new_units(context, file), context.language))
    await begin_import(update, context, file)
    return True


def part_before(context: Context, dialog: Dialog | None) -> PlanFile | None:
    """The pasted plan that a text which comes now goes on with: the one whose import is open, as long as Telegram lets
    a message be, and only just sent; else None."""
    if dialog is None or dialog.kind != IMPORT.kind:
        return None
    file = find_reading(context.db, dialog.subject_id)
    is_new = context.now - file.read_at <= PARTS_WITHIN
    return file if is_new and len(file.text) >= PARTED_FROM else None


def _is_plan(paragraphs: Sequence[str]) -> bool:
    return len(paragraphs) >= FEWEST_LINES and is_prose(paragraphs)


def _joint(before: str) -> str:
    """What stands between two parts: a new line, but within a sentence nothing."""
    last = before.splitlines()[-1].rstrip()
    return "\n" if last.endswith(SENTENCE_ENDS) or len(last) < 60 else ""
