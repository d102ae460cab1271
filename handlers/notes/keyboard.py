"""The buttons of notes to the office."""

from telegram import InlineKeyboardMarkup

from data.office.task_notes import TaskNote
from handlers.notes import texts
from handlers.telegram import Rows, Verb, button, in_rows, page_buttons
from handlers.wording import Language, Page, cut


def note(note: TaskNote, language: Language) -> InlineKeyboardMarkup:
    """Return the buttons below a note: answer it, mark it as settled, see its task."""
    answers = [
        button(texts.REPLY(language), Verb.TASK_NOTE, note.id),
        button(texts.SETTLE(language), Verb.TASK_NOTE, "done", note.id),
    ]
    return InlineKeyboardMarkup([answers, *_task_of(note, language)])


def open_notes(page: Page[TaskNote], language: Language) -> InlineKeyboardMarkup | None:
    """Return a button for each note of a page, and those to the other pages; None if there are no notes."""
    named = [f"{number}. {each.code or cut(each.unit, 12)}" for number, each in enumerate(page.shown, 1)]
    each_note = [button(words, Verb.TASK_NOTE, "open", each.id) for words, each in zip(named, page.shown, strict=True)]
    others = page_buttons(Verb.TASK_NOTE, lambda to: ("list", to), page.number, page.pages, language)
    return InlineKeyboardMarkup([*in_rows(each_note, 3), *([others] if others else [])]) if each_note else None


def see_task(note: TaskNote, language: Language) -> InlineKeyboardMarkup | None:
    """Return the button to the task below the answer to a note; None if it is about no task."""
    rows = _task_of(note, language)
    return InlineKeyboardMarkup(rows) if rows else None


def _task_of(note: TaskNote, language: Language) -> Rows:
    return [[button(texts.SEE_TASK(language), Verb.CARD, note.task_id)]] if note.task_id else []
