"""The dialog in which the office answers what blocks a unit's work, as if the unit had told it in a note."""

from data.dialogs import Dialog
from data.office.task_notes import TaskNote, answer_difficulty, difficulty_of
from data.standing.assignments import assignment_by_id
from handlers.dialog import Declaration, Ending, words_question
from handlers.notes import texts
from handlers.telegram import Context, html, labels, still_there


def _load(context: Context, dialog: Dialog) -> TaskNote:
    """Return what blocks the work. Raises StaleButton if it is not blocked any more."""
    return difficulty_of(still_there(assignment_by_id(context.db, dialog.subject_id, context.today)))


def _answer(context: Context, dialog: Dialog, value: str) -> Ending:
    by = context.actor.through(dialog.source)
    note = answer_difficulty(context.db, by, dialog.subject_id, dialog.answers["text"])
    return Ending(texts.ANSWERED(context.language, unit=note.unit))


DIFFICULTY: Declaration[TaskNote] = Declaration(
    kind="difficulty_answer",
    office=True,
    load=_load,
    questions=(
        words_question(
            "text",
            texts.TEXT,
            lambda talk: texts.WHICH_ANSWER(talk.language, unit=talk.subject.unit),
            shown=lambda talk: html(talk.answers["text"]),
        ),
    ),
    preview=lambda talk: texts.answer_check(talk.subject, talk.answers["text"], talk.language),
    submit=labels.SEND_TO_THEM,
    submit_said=("回复",),
    finish=_answer,
    waits=lambda talk: texts.ANSWER_WAITS(talk.language, unit=talk.subject.unit),
)
