"""Words that may answer the open question, which nobody has touched for a day, or to which they are more like an order
than a reason: they are kept until it is said what they are."""

from typing import Any

from telegram import Update

from data.dialogs import Dialog, State, find_dialog, take_up
from data.errors import Refusal, StaleButton
from data.understanding import Aim, Kind, Understanding, of_kind
from handlers.dialog import (
    AGREED,
    NOT_TAKEN,
    Answers,
    Choices,
    Question,
    Talk,
    begin,
    buttons_only,
    is_courtesy,
    text_input,
)
from handlers.dialog.declaration import is_passing, open_question, talk_of
from handlers.entrance.reading_choice import asked_of_words, said_again, which_reading
from handlers.entrance.texts import readings as texts
from handlers.telegram import Context, hear, plain_word

KEY, ANSWER, OTHER = "meant", "answer", "other"
OF_NO_QUESTION = (Aim.GREETING, Aim.THANKS, Aim.AGREE, Aim.REFUSE)


async def ask_whether_it_answers(
    update: Update, context: Context, dialog: Dialog, text: str, heard: Understanding, is_other: text_input.IsOther
) -> bool:
    """Ask whether words answer what is open. False where they surely do not; nothing is done then."""
    question = _answered_by(context, dialog, text, heard, is_other)
    if question is None:
        return False
    answers = {"said": text, "label": question.label(context.language), "before": dialog.id}
    await begin(update, context, LATE, update.update_id, answers=answers)
    context.question_shown = True
    return True


def asked_in(context: Context, dialog: Dialog) -> tuple[Talk[Any] | None, Question[Any] | None]:
    """Return a dialog with what it is about, and its open question; neither where it cannot be gone on with."""
    try:
        talk = talk_of(context, dialog)
    except Refusal:
        return None, None
    return talk, open_question(talk)


def _answered_by(
    context: Context, dialog: Dialog, text: str, heard: Understanding, is_other: text_input.IsOther
) -> Question[Any] | None:
    """The open question, if words may be its answer."""
    talk, question = asked_in(context, dialog)
    if talk is None or question is None or is_passing(talk):
        return None
    if (dialog.is_old(context.now) and _is_its_own(text, heard)) or is_other(talk, question):
        return None
    try:
        question.read(talk, text)
    except NOT_TAKEN:
        return None
    return question


def _is_its_own(text: str, heard: Understanding) -> bool:
    """Whether a text is polite only, or names a task by its code: by then that is no answer."""
    is_polite = is_courtesy(text) or plain_word(text) in AGREED or heard.aim in OF_NO_QUESTION
    return is_polite or any(of_kind(heard, Kind.CODE))


async def take_late_answer(update: Update, context: Context, dialog: Dialog) -> bool:
    """Take what was said as the answer that it is. False where it was something else."""
    if dialog.answers[KEY] != ANSWER:
        return False
    before = take_up(context.db, _before(context, dialog), context.now)
    text = dialog.answers["said"]
    said = await said_again(update, context, dialog)
    await text_input.write(said, context, before, text, hear(context, text), lambda talk, question: False)
    return True


def _before(context: Context, dialog: Dialog) -> Dialog:
    """What was asked so long ago. Raises StaleButton where it is over."""
    before = find_dialog(context.db, context.person.id, dialog.answers["before"])
    if before.state is State.ENDED:
        raise StaleButton
    return before


def _buttons(talk: Talk[None]) -> Choices:
    answers = texts.ANSWERS(talk.language, label=talk.answers["label"])
    return [[(answers, ANSWER)], [(texts.SOMETHING_ELSE, OTHER)]]


def _press(talk: Talk[None], value: str) -> Answers:
    """Whether it is the answer. Raises StaleButton where what was asked is over."""
    if value == ANSWER:
        _before(talk.context, talk.dialog)
    elif value != OTHER:
        raise StaleButton
    return {KEY: value}


LATE = asked_of_words(
    Question(KEY, label=texts.MEANING, put=which_reading, read=buttons_only, buttons=_buttons, press=_press),
    kind="late_answer",
)
"""What is done once it is known is added in sentences.py."""
