"""Texts that may answer a question left open for a day, or that look more like an order than like the reason asked for.
They are kept until the person says what they are."""

from dataclasses import replace
from typing import Any

from telegram import Update

from data import dialogs
from data.dialogs import Dialog, DialogState
from data.errors import Refusal, StaleButton, unless
from data.understanding import Aim, Kind, Understanding, says
from data.understanding.dialog.giving_up import gives_up
from handlers.dialog import AGREED, NOT_TAKEN, Choices, Question, Talk, begin, buttons_only, is_courtesy, text_input
from handlers.dialog.declaration import declared_of, is_passing, open_question, talk_of
from handlers.dialog.keyboard import button_meant
from handlers.entrance.reading_choice import (
    READING,
    nothing_done_text,
    question_about_sentence,
    repeat_sentence,
    which_reading,
)
from handlers.entrance.texts import readings as texts
from handlers.telegram import Context, answer, hear
from handlers.wording import plain, plain_word

KEY, ANSWER, OTHER = "meant", "answer", "other"
OF_NO_QUESTION = (Aim.GREETING, Aim.THANKS, Aim.AGREE, Aim.REFUSE)


async def ask_whether_it_answers(
    update: Update, context: Context, dialog: Dialog, text: str, heard: Understanding, is_other: text_input.IsOther
) -> bool:
    """Ask whether a text answers the open question. Return False, having done nothing, if it surely does not."""
    question = _answered_by(context, dialog, text, heard, is_other)
    if question is None:
        return False
    answers = {"said": text, "label": question.label(context.language), "before": dialog.id}
    await begin(update, context, LATE, update.update_id, answers=answers)
    context.question_shown = True
    return True


def talk_and_question(context: Context, dialog: Dialog) -> tuple[Talk[Any] | None, Question[Any] | None]:
    """Return a dialog with its subject, and its open question; both None if it cannot be continued."""
    talk = unless(Refusal, talk_of, context, dialog)
    return talk, open_question(talk) if talk is not None else None


def _answered_by(
    context: Context, dialog: Dialog, text: str, heard: Understanding, is_other: text_input.IsOther
) -> Question[Any] | None:
    """Return the open question if a text may answer it, else None."""
    talk, question = talk_and_question(context, dialog)
    if talk is None or question is None or is_passing(talk):
        return None
    if (dialog.is_old(context.now) and _is_its_own(text, heard)) or is_other(talk, question):
        return None
    return question if unless(NOT_TAKEN, question.read, talk, text) is not None else None


def _is_its_own(text: str, heard: Understanding) -> bool:
    """Return whether a text is only polite or names a task by its code, and so is no late answer."""
    is_polite = is_courtesy(text) or plain_word(text) in AGREED or heard.aim in OF_NO_QUESTION
    return is_polite or heard.names(Kind.CODE)


async def reopen_if_answered(
    update: Update, context: Context, dialog: Dialog, text: str, heard: Understanding, is_other: text_input.IsOther
) -> Dialog:
    """Return the dialog that is open. While it is asked whether one text answers the question before, another that
    does so (为什么改不了 · 等省里文件) takes that up again unless it is a day old, and nothing is done about the
    first."""
    talk = unless(Refusal, talk_of, context, dialog) if dialog.kind == LATE.kind else None
    if talk is None or button_meant(talk, text) is not None or _is_its_own(text, heard):
        return dialog
    if gives_up(text) or says(heard, "removals.left_out"):
        return dialog
    before = _recently_before(context, dialog)
    if before is None or _answered_by(context, before, text, heard, is_other) is None:
        return dialog
    return await _take_up(update, context, dialog, before)


def button_that_puts_in(context: Context, dialog: Dialog, heard: Understanding) -> str | None:
    """Return the label of the button that takes the kept text as the answer, if a text says to put it in (写进正文)."""
    puts_in = dialog.kind == LATE.kind and says(heard, "removals.put_in")
    talk = unless(Refusal, talk_of, context, dialog) if puts_in else None
    return plain(texts.ANSWERS(talk.language, label=talk.answers["label"])) if talk is not None else None


async def reopen_for_file(update: Update, context: Context, dialog: Dialog) -> Dialog:
    """Return the dialog that a file is for: while it is asked whether a text answers the question before, that of the
    question, if it takes files; it is then taken up as by a text."""
    before = _recently_before(context, dialog) if dialog.kind == LATE.kind else None
    if before is None or not any(each.files for each in declared_of(context, before).questions):
        return dialog
    return await _take_up(update, context, dialog, before)


def _recently_before(context: Context, dialog: Dialog) -> Dialog | None:
    before = unless(StaleButton, _before, context, dialog)
    return None if before is None or before.is_old(context.now) else before


async def _take_up(update: Update, context: Context, asked: Dialog, before: Dialog) -> Dialog:
    """Take up the dialog before the question what a text is, and say that nothing is done about the text."""
    await answer(update, context, nothing_done_text(context, asked)[0])
    dialogs.drop_dialog(context.db, asked)
    return dialogs.take_up_dialog(context.db, before, context.now)


async def say_what_is_left_out(update: Update, context: Context) -> None:
    """Say that nothing is done about a kept text, if it is being asked what that is and something else is taken up."""
    if (asked := context.open_dialog_of(LATE.kind, READING.kind)) is not None:
        await answer(update, context, nothing_done_text(context, asked)[0])


async def take_late_answer(update: Update, context: Context, dialog: Dialog) -> bool:
    """Take the kept text as the answer, if the person said that it is; return whether they did."""
    if dialog.answers[KEY] != ANSWER:
        return False
    before = dialogs.take_up_dialog(context.db, _before(context, dialog), context.now)
    text = dialog.answers["said"]
    said = await repeat_sentence(update, context, dialog)
    await text_input.take_text(said, context, before, text, hear(context, text), lambda talk, question: False)
    return True


def _before(context: Context, dialog: Dialog) -> Dialog:
    """Return the dialog that was open. Raises StaleButton if it is over."""
    before = context.dialog(dialog.answers["before"])
    if before.state is DialogState.ENDED:
        raise StaleButton
    return before


def _buttons(talk: Talk[None]) -> Choices:
    answers = texts.ANSWERS(talk.language, label=talk.answers["label"])
    return [[(answers, ANSWER)], [(texts.SOMETHING_ELSE, OTHER)]]


_ASKED = question_about_sentence(
    Question(KEY, label=texts.MEANING, put=which_reading, read=buttons_only, buttons=_buttons), kind="late_answer"
)
_LEFT_OUT = replace(_ASKED.giving_up, named=lambda context, dialog, heard: says(heard, "removals.left_out"))
LATE = replace(_ASKED, giving_up=_LEFT_OUT)
"""Asks what a kept text is; saying not to put that down (不用写进去) gives it up, too. What is done then is added in
handlers/dialog_list.py."""
