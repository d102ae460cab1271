"""The dialogs in which a unit writes a note to the office, and the office answers it."""

from typing import Any

from telegram import InlineKeyboardMarkup, Update

from data import dialogs
from data.dialogs import Dialog
from data.errors import AlreadyDecided, NotYours
from data.letters import Letter
from data.office.task_notes import SETTLED, TaskNote, answer_note, find_note, open_notes, write_note
from data.plan.units import find_unit
from data.reporting.drafts import checked_reason
from data.store.inbox import text_written
from data.understanding import Mood, Understanding, find_order, says
from handlers.dialog import Declaration, Ending, Place, Talk, begin, is_courtesy, reader, words_question
from handlers.notes import keyboard as buttons
from handlers.notes import texts
from handlers.notes.broadcast_replies import SHORTEST, changed_reply, likely_reply_to_broadcast, reply_to_broadcast
from handlers.notes.note_subject import NO_TASK, TASK_QUESTION, UNIT_QUESTION, NoteSubject, load_note_subject
from handlers.tasks.own_tasks import assignment_spoken_of, own_assignments
from handlers.telegram import (
    FOR_LIAISONS,
    Context,
    For,
    Html,
    Language,
    answer,
    html,
    labels,
    page_of,
    pressed,
    said_by,
    show,
    still_there,
)

NOTES_A_PAGE = 8
TELLING = ("office_notes.told", "office_notes.begged", "office_notes.begged_in_between")


def note_letter(note: TaskNote, letter: Letter, language: Language) -> tuple[Html, InlineKeyboardMarkup | None]:
    """Return a note as the office reads it, or the office's answer as the unit reads it."""
    if letter is Letter.TASK_NOTE_ANSWERED:
        return texts.answer_letter(note, note.answer, language), buttons.see_task(note, language)
    return texts.letter(note, language), buttons.note(note, language)


async def begin_note(update: Update, context: Context, code: str | None, said: str) -> None:
    """Begin a note to the office with the text `said`, about the task `code` if given. Raises NotYours."""
    if not context.person.speaks_for:
        await answer(update, context, FOR_LIAISONS(context.language))
        return
    answers: dict[str, Any] = {"text": said}
    own = own_assignments(context, code) if code else []
    if code and not own:
        raise NotYours
    if own:
        answers["task"] = own[0].id
    await begin(update, context, NOTE, 0, answers=answers)


def _tells_the_office(talk: Talk[Any], text: str, heard: Understanding) -> bool:
    """Return whether a liaison says that the office should know something. What the office is asked to do does not
    count here, since a report may say that as well."""
    tells = says(heard, "office_notes.told") and not says(heard, "office_notes.begged")
    return bool(talk.context.person.speaks_for) and tells


def _only_says_to_tell(talk: Talk[Any], text: str, heard: Understanding) -> bool:
    """Return whether a liaison says to tell the office something, but not what."""
    told = find_order(heard, "office_notes.told") if talk.context.person.speaks_for else None
    return told is not None and not told["words"]


@reader(knows=_tells_the_office, names=_only_says_to_tell)
async def begin_note_in_words(update: Update, context: Context, meaning: Understanding) -> bool:
    """Begin a note if a liaison says that the office should know something, or asks something of it. Return whether it
    did."""
    told = find_order(meaning, *TELLING)
    if told is None or not context.person.speaks_for:
        return False
    own = own_assignments(context, meaning.task) if meaning.task else []
    if not told["words"] and not own and (shown := assignment_spoken_of(context)) is not None:
        own = [shown]
    answers: dict[str, Any] = {"text": checked_reason(told["words"])} if told["words"] else {}
    if own or not says(told["words"], "office_notes.begged"):
        answers["task"] = own[0].id if own else NO_TASK
    await begin(update, context, NOTE, 0, answers=answers)
    return True


async def offer_to_pass_on(update: Update, context: Context, meaning: Understanding) -> bool:
    """Offer to pass on to the office a liaison's reply to the last broadcast, which asked no question. Return whether
    it did."""
    return await _begin_passing_on(update, context, reply_to_broadcast(context, said_by(update, meaning), meaning))


async def offer_to_pass_on_the_rest(update: Update, context: Context, meaning: Understanding) -> bool:
    """Offer to pass on to the office a text that nothing else takes, right after a broadcast. Return whether it did."""
    return await _begin_passing_on(
        update, context, likely_reply_to_broadcast(context, said_by(update, meaning), meaning)
    )


async def _begin_passing_on(update: Update, context: Context, said: str | None) -> bool:
    if said is None or not context.person.speaks_for:
        return False
    await begin(update, context, NOTE, 0, answers={"task": NO_TASK, "text": said})
    return True


def tell_office_button(update: Update, context: Context) -> InlineKeyboardMarkup | None:
    """Return the button that passes on to the office what a liaison has just written; None if it says too little."""
    text = (update.message and update.message.text) or ""
    says_little = len(text) < SHORTEST or is_courtesy(text)
    return (
        None
        if says_little or not context.person.speaks_for
        else buttons.tell_office(update.update_id, context.language)
    )


async def press_tell(update: Update, context: Context) -> None:
    """Handle 告诉办公室 below a text that was not understood. Raises StaleButton if the text is not kept any more."""
    assert update.effective_chat is not None
    said = still_there(text_written(context.db, update.effective_chat.id, int(pressed(update)[0])))
    answers = {"task": NO_TASK, "text": checked_reason(said)}
    await begin(update, context, NOTE, 0, answers=answers, place=Place.BELOW)


async def press_task_note(update: Update, context: Context) -> None:
    """Handle 回复 or 已处理 of a note, or show a note or a page of those that wait. Raises StaleButton and
    AlreadyDecided."""
    match pressed(update):
        case "list", page:
            await show_open_notes(update, context, int(page))
        case "open", number:
            note = find_note(context.db, int(number))
            await answer(update, context, *note_letter(note, _letter_of(note), context.language))
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
    answered = find_order(meaning, "office_notes.answered")
    if answered is None:
        return False
    unit_id = find_unit(context.db, answered.unit).id if answered.unit else None
    found = [each for each in open_notes(context.db, unit_id) if answered.code in ("", each.code)]
    if len(found) == 1:
        await begin(update, context, ANSWER, found[0].id, answers={"text": checked_reason(answered["words"])})
    elif found:
        await show_open_notes(update, context, 0, unit_id)
    return bool(found)


async def show_open_notes(update: Update, context: Context, page: int, unit_id: int | None = None) -> None:
    """Show a page of the notes that wait for an answer, of all units or of one."""
    found, language = open_notes(context.db, unit_id), context.language
    shown = page_of(found, page, NOTES_A_PAGE)
    text = texts.open_notes(shown, len(found), context.zone, language)
    await show(update, context, text, buttons.open_notes(shown, language))


def open_notes_button(context: Context) -> InlineKeyboardMarkup | None:
    """Return the button to the notes that wait for an answer, or None if there are none."""
    return buttons.notes_wait(len(open_notes(context.db)), context.language)


async def _settle(update: Update, context: Context, note_id: int) -> None:
    """Mark a note as settled, and offer the others that wait. Raises StaleButton and AlreadyDecided."""
    note = answer_note(context.db, context.actor, note_id, SETTLED)
    dialogs.drop_dialogs_on(context.db, context.person.id, ANSWER.kind, note_id)
    text = texts.settled(note, context.language)
    await show(update, context, text, open_notes_button(context))


def _shown(talk: Talk[Any]) -> Html:
    return html(talk.answers["text"])


def _what(talk: Talk[NoteSubject]) -> Html:
    about = talk.subject.assignment
    return texts.WHAT(talk.language, code=about.code) if about else texts.WHAT_ELSE(talk.language)


def _write(context: Context, dialog: Dialog, value: str) -> Ending:
    about, text, mark = load_note_subject(context, dialog), dialog.answers["text"], dialog.source
    unit_id, number = about.unit_of(dialog.answers), about.assignment_of(dialog.answers)
    note = write_note(context.db, context.actor.through(mark), unit_id, number, text)
    return Ending(texts.DONE(context.language, code=note.code))


NOTE: Declaration[NoteSubject] = Declaration(
    kind="task_note",
    load=load_note_subject,
    questions=(
        TASK_QUESTION,
        UNIT_QUESTION,
        words_question("text", texts.TEXT, _what, shown=_shown, change=changed_reply),
    ),
    preview=lambda talk: texts.check(talk.subject.assignment, talk.answers["text"], talk.language),
    submit=texts.TELL,
    submit_said=("告诉他们", "告诉", "转告"),
    finish=_write,
    waits=texts.WAITS,
)
"""The dialog that writes a note to the office: its task, its unit, its text, and a preview."""


def _open_note(context: Context, dialog: Dialog) -> TaskNote:
    note = find_note(context.db, dialog.subject_id)
    if note.answer:
        raise AlreadyDecided
    return note


def _answer(context: Context, dialog: Dialog, value: str) -> Ending:
    note = answer_note(context.db, context.actor, dialog.subject_id, dialog.answers["text"])
    more = open_notes_button(context)
    return Ending(texts.ANSWERED(context.language, unit=note.unit), more)


ANSWER: Declaration[TaskNote] = Declaration(
    kind="task_note_answer",
    office=True,
    load=_open_note,
    questions=(
        words_question(
            "text", texts.TEXT, lambda talk: texts.WHICH_ANSWER(talk.language, unit=talk.subject.unit), shown=_shown
        ),
    ),
    preview=lambda talk: texts.answer_check(talk.subject, talk.answers["text"], talk.language),
    submit=labels.SEND_TO_THEM,
    submit_said=("回复",),
    finish=_answer,
    waits=lambda talk: texts.ANSWER_WAITS(talk.language, unit=talk.subject.unit),
)
"""The dialog that answers a note: the text and a preview."""
