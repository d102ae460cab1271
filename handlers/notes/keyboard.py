"""The buttons of notes to the office."""

from telegram import InlineKeyboardMarkup

from data.office.task_notes import TaskNote
from handlers.notes import texts
from handlers.telegram import Language, Page, Rows, Verb, button, cut, in_rows, labels, page_buttons


def note(note: TaskNote, language: Language) -> InlineKeyboardMarkup:
    """Return the buttons below a note: answer it, mark it as settled, see its task."""
    answers = [
        button(texts.REPLY(language), Verb.TASK_NOTE, note.id),
        button(texts.SETTLE(language), Verb.TASK_NOTE, "done", note.id),
    ]
    return InlineKeyboardMarkup([answers, *_task_of(note, language)])


def difficulty(assignment_id: int, language: Language) -> InlineKeyboardMarkup:
    """Return the button that answers what blocks the work on an assignment."""
    return InlineKeyboardMarkup([[button(texts.REPLY(language), Verb.TASK_NOTE, "blocked", assignment_id)]])


def tell_office(update_id: int, language: Language) -> InlineKeyboardMarkup:
    """Return the button that passes on to the office what the user wrote in this update."""
    return InlineKeyboardMarkup([[button(labels.TELL(language), Verb.TELL, update_id)]])


def open_notes(page: Page[TaskNote], language: Language) -> InlineKeyboardMarkup | None:
    """Return a button for each note of a page, and those to the other pages; None if there are no notes."""
    named = [f"{number}. {each.code or cut(each.unit, 12)}" for number, each in enumerate(page.shown, 1)]
    each_note = [button(words, Verb.TASK_NOTE, "open", each.id) for words, each in zip(named, page.shown, strict=True)]
    others = page_buttons(Verb.TASK_NOTE, lambda to: ("list", to), page.number, page.pages, language)
    return InlineKeyboardMarkup([*in_rows(each_note, 3), *([others] if others else [])]) if each_note else None


def notes_wait(count: int, language: Language) -> InlineKeyboardMarkup | None:
    """Return the button to the notes that wait for an answer; None if `count` is 0."""
    words = texts.OPEN(language, count=count)
    return InlineKeyboardMarkup([[button(words, Verb.TASK_NOTE, "list", 0)]]) if count else None


def see_task(note: TaskNote, language: Language) -> InlineKeyboardMarkup | None:
    """Return the button to the task below the answer to a note; None if it is about no task."""
    rows = _task_of(note, language)
    return InlineKeyboardMarkup(rows) if rows else None


def _task_of(note: TaskNote, language: Language) -> Rows:
    return [[button(texts.SEE_TASK(language), Verb.CARD, note.task_id)]] if note.task_id else []
