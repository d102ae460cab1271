"""The dialogs in which the office answers a unit's note, or what blocks a unit's work as if it were one."""

from dataclasses import replace

from telegram import InlineKeyboardMarkup

from data.dialogs import Dialog
from data.errors import AlreadyDecided
from data.office.task_notes import (
    TaskNote,
    answer_difficulty,
    answer_note,
    difficulty_answered,
    difficulty_of,
    find_note,
    open_notes,
)
from data.standing.assignments import assignment_by_id
from handlers.dialog import Declaration, Ending, Talk, words_question
from handlers.notes import keyboard as buttons
from handlers.notes import texts
from handlers.telegram import NOTHING, Context, Html, join, labels, still_there


def open_notes_button(context: Context) -> InlineKeyboardMarkup | None:
    """Return the button to the notes that wait for an answer, or None if there are none."""
    return buttons.notes_wait(len(open_notes(context.db)), context.language)


def _open_note(context: Context, dialog: Dialog) -> TaskNote:
    note = find_note(context.db, dialog.subject_id)
    if note.answer:
        raise AlreadyDecided
    return note


def _answer(context: Context, dialog: Dialog, value: str) -> Ending:
    note = answer_note(context.db, context.actor, dialog.subject_id, dialog.answers["text"])
    return Ending(texts.ANSWERED(context.language, unit=note.unit), open_notes_button(context))


def _difficulty(context: Context, dialog: Dialog) -> TaskNote:
    """Return what blocks the work. Raises StaleButton if it is not blocked any more."""
    return difficulty_of(still_there(assignment_by_id(context.db, dialog.subject_id, context.today)))


def _check_difficulty(talk: Talk[TaskNote]) -> Html:
    """Return what the unit will read, below what a colleague has answered already."""
    before = difficulty_answered(talk.context.db, talk.dialog.subject_id, talk.subject)
    check = texts.answer_check(talk.subject, talk.answers["text"], talk.language)
    return join([texts.ANSWERED_BEFORE(talk.language, by=before[0], answer=before[1]) if before else NOTHING, check])


def _answer_difficulty(context: Context, dialog: Dialog, value: str) -> Ending:
    by = context.actor.through(dialog.source)
    note = answer_difficulty(context.db, by, dialog.subject_id, dialog.answers["text"])
    return Ending(texts.ANSWERED(context.language, unit=note.unit), open_notes_button(context))


ANSWER: Declaration[TaskNote] = Declaration(
    kind="task_note_answer",
    load=_open_note,
    questions=(
        words_question(
            "text",
            texts.TEXT,
            lambda talk: texts.WHICH_ANSWER(talk.language, unit=talk.subject.unit),
            shown=lambda talk: talk.answers["text"],
        ),
    ),
    preview=lambda talk: texts.answer_check(talk.subject, talk.answers["text"], talk.language),
    submit=labels.SEND_TO_THEM,
    submit_said=("回复",),
    finish=_answer,
    waits=lambda talk: texts.ANSWER_WAITS(talk.language, unit=talk.subject.unit),
)
"""The dialog that answers a note: the text and a preview."""
DIFFICULTY = replace(
    ANSWER, kind="difficulty_answer", load=_difficulty, preview=_check_difficulty, finish=_answer_difficulty
)
"""The same for what blocks the work on an assignment."""
