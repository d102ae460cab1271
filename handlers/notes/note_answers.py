"""The notes of units that wait for the office, and what it says about them."""

from telegram import InlineKeyboardMarkup, Update

from data import dialogs
from data.letters import Letter
from data.office.task_notes import SETTLED, TaskNote, answer_note, find_note, open_notes, tells_of_difficulty
from data.plan.units import find_unit
from data.reporting.drafts import checked_reason
from data.standing.assignments import assignments
from data.understanding import Mood, Order, Understanding, find_order, says
from handlers.dialog import Place, begin, reader
from handlers.notes import keyboard as buttons
from handlers.notes import texts
from handlers.notes.answer_dialogs import ANSWER, DIFFICULTY, open_notes_button
from handlers.telegram import Context, For, Html, Language, answer, page_of, pressed, show

NOTES_A_PAGE = 8


def note_letter(note: TaskNote, letter: Letter, language: Language) -> tuple[Html, InlineKeyboardMarkup | None]:
    """Return a note as the office reads it, or the office's answer as the unit reads it."""
    if letter is Letter.TASK_NOTE_ANSWERED:
        return texts.answer_letter(note, note.answer, language), buttons.see_task(note, language)
    return texts.letter(note, language), buttons.note(note, language)


async def press_task_note(update: Update, context: Context) -> None:
    """Handle 回复 of a note or of what blocks work, or 已处理, or show a note or a page of those that wait. Raises
    StaleButton and AlreadyDecided."""
    match pressed(update):
        case "list", page:
            await show_open_notes(update, context, int(page))
        case "open", number:
            note = find_note(context.db, int(number))
            await answer(update, context, *note_letter(note, _letter_of(note), context.language))
        case "blocked", number:
            await begin(update, context, DIFFICULTY, int(number), place=Place.BELOW)
        case "done", number:
            await _settle(update, context, int(number))
        case [number]:
            await begin(update, context, ANSWER, int(number), place=Place.BELOW)


def _letter_of(note: TaskNote) -> Letter:
    return Letter.TASK_NOTE_ANSWERED if note.answer else Letter.TASK_NOTE


@reader(
    for_=For.COORDINATORS,
    knows=lambda talk, text, heard: Mood.ASKS in heard.moods and says(heard, "office_notes.asked"),
)
async def show_waiting_notes(update: Update, context: Context, meaning: Understanding) -> bool:
    """Show the waiting notes, of all units or of one, if a coordinator asks for them. Return whether it did."""
    asked = find_order(meaning, "office_notes.asked")
    if asked is not None:
        await show_open_notes(update, context, 0, find_unit(context.db, asked.unit).id if asked.unit else None)
    return asked is not None


@reader(for_=For.COORDINATORS)
async def show_answer_to_note(update: Update, context: Context, meaning: Understanding) -> bool:
    """Show a coordinator's answer to the note of a unit for a check, or the unit's notes if there are several. Return
    whether it did."""
    answered = find_order(meaning, "office_notes.answered", "office_notes.answered_to_them")
    if answered is None:
        return False
    unit_id = find_unit(context.db, answered.unit).id if answered.unit else None
    found = [each for each in open_notes(context.db, unit_id) if answered.code in ("", each.code)]
    if len(found) == 1:
        await begin(update, context, ANSWER, found[0].id, answers={"text": checked_reason(answered["words"])})
    elif found:
        await show_open_notes(update, context, 0, unit_id)
    else:
        return await _answer_difficulty_in_words(update, context, answered, unit_id)
    return True


async def _answer_difficulty_in_words(update: Update, context: Context, answered: Order, unit_id: int | None) -> bool:
    """Show a coordinator's answer to what blocks the work on a task for a check; return whether one unit is meant."""
    blocked = [
        each
        for each in (assignments(context.db, context.today, code=answered.code) if answered.code else [])
        if tells_of_difficulty(each) and unit_id in (None, each.unit_id)
    ]
    if len(blocked) == 1:
        await begin(update, context, DIFFICULTY, blocked[0].id, answers={"text": checked_reason(answered["words"])})
    return len(blocked) == 1


async def show_open_notes(update: Update, context: Context, page: int, unit_id: int | None = None) -> None:
    """Show a page of the notes that wait for an answer, of all units or of one."""
    found, language = open_notes(context.db, unit_id), context.language
    shown = page_of(found, page, NOTES_A_PAGE)
    text = texts.open_notes(shown, len(found), context.zone, language)
    await show(update, context, text, buttons.open_notes(shown, language))


async def _settle(update: Update, context: Context, note_id: int) -> None:
    """Mark a note as settled, and offer the others that wait. Raises StaleButton and AlreadyDecided."""
    note = answer_note(context.db, context.actor, note_id, SETTLED)
    dialogs.drop_dialogs_on(context.db, context.person.id, ANSWER.kind, note_id)
    text = texts.settled(note, context.language)
    await show(update, context, text, open_notes_button(context))
