"""The dialog that asks which of two readings of a sentence is meant, and keeps the sentence until then."""

from collections.abc import Sequence
from typing import Any

from telegram import Message, Update

from data import dialogs
from data.dialogs import Dialog
from data.errors import ButtonsOnly
from data.understanding import Aim, Kind, Mood, Understanding, of_kind, says
from data.understanding.lines import without_number
from data.understanding.normalise.sentence import blank
from data.understanding.orders import kinds_said
from handlers.dialog import (
    Answers,
    Choices,
    Declaration,
    GivingUp,
    Place,
    Question,
    Talk,
    begin,
    resume,
    return_to_open_dialog,
)
from handlers.dialog.opening import offer_to_resume, parked_with_answers
from handlers.entrance.texts import readings as texts
from handlers.reporting.task_choice import ADDED, words_added_to, words_so_far
from handlers.telegram import Context, delete_message, hear, said_by, with_aim
from handlers.wording import NOTHING, Html, cut, join, labels

KEY, TO_THE_OFFICE = "aim", "tell"
"""The key of the reading, and the value that stands for none of them: the office is to be told of the task."""
LONGEST, LONGEST_NAME = 60, 12


async def ask_which_reading(
    update: Update, context: Context, meaning: Understanding, aims: Sequence[Aim], first: Html = NOTHING
) -> None:
    """Offer the readings of a sentence as buttons, below `first`; the open question waits until one is pressed."""
    before = context.open_dialog
    said = said_by(update, meaning)
    answers = {"said": said, "aims": list(aims), "code": meaning.task, "before": before.id if before else None}
    await begin(update, context, READING, update.update_id, answers=answers, first=first)
    context.question_shown = True


def chosen_reading(context: Context, dialog: Dialog) -> Understanding | None:
    """Return the sentence with the reading that was chosen; None if the office is to be told it instead."""
    if (aim := dialog.answers[KEY]) == TO_THE_OFFICE:
        return None
    return with_aim(context, hear(context, without_number(dialog.answers["said"])), Aim(aim))


async def repeat_sentence(update: Update, context: Context, dialog: Dialog) -> Update:
    """Return the sentence as if it had been said only now, so that the answer stands at the end of the chat, and remove
    the question about it."""
    chat, said = update.effective_chat, dialog.answers["said"]
    assert chat is not None
    if dialog.message_id is not None:
        await delete_message(context, chat.id, dialog.message_id)
    message = Message(dialog.message_id or 0, context.now, chat, from_user=update.effective_user, text=said)
    return Update(update.update_id, message=message)


def reopen_dialog_before(context: Context, dialog: Dialog) -> Dialog | None:
    """Reopen the dialog that was open when the sentence was said, if it still waits, and return it, or None."""
    waiting = dialogs.parked_dialogs(context.db, context.person.id)
    before = next((each for each in waiting if each.id == dialog.answers["before"]), None)
    return (
        dialogs.take_up_dialog(context.db, before, context.now) if before and not before.is_old(context.now) else None
    )


async def return_to_dialog_before(update: Update, context: Context, before: Dialog | None) -> None:
    """After the answer, put the question of `before` again, or offer a parked dialog."""
    if before is not None:
        await return_to_open_dialog(update, context, before)
    elif context.open_dialog is None and (waiting := parked_with_answers(context)):
        await offer_to_resume(update, context, waiting[0])


def nothing_done_text(context: Context, dialog: Dialog) -> tuple[Html, None]:
    """Return what is said if the question about a sentence is given up."""
    return texts.NOT_TAKEN(context.language, said=cut(dialog.answers["said"], LONGEST)), None


async def resume_dialog_before(update: Update, context: Context, dialog: Dialog) -> None:
    """Resume the dialog that was open before the question about a sentence, which was given up."""
    before = reopen_dialog_before(context, dialog)
    if before is not None:
        await resume(update, context, before, Place.BELOW)


def which_reading(talk: Talk[None]) -> Html:
    """Return the question for the reading that is meant."""
    asked = texts.WHICH_READING(talk.language, said=cut(talk.answers["said"], LONGEST))
    return join([words_so_far(talk), asked], "\n\n")


def _buttons(talk: Talk[None]) -> Choices:
    code, aims = talk.answers["code"], talk.answers["aims"]
    may_tell = code and talk.context.person.speaks_for and Aim.TASK in aims
    tells: Choices = [[(labels.TELL, TO_THE_OFFICE)]] if may_tell else []
    return [*([(texts.wants(Aim(aim), code, talk.language), aim)] for aim in aims), *tells]


def _read(talk: Talk[None], text: str) -> Answers:
    """Return the sentence with what a text adds to it, or the reading that a few words name (那就报完成), also beside a
    percent, which is then part of the sentence (那就报个进度 50%), or that alone is about the task that they name
    (1-9的); any others are a sentence of their own. Raises ButtonsOnly."""
    if longer := sentence_added_to(talk, text):
        return {"said": longer, ADDED: True}
    if alone := _about_the_task(talk, text):
        return {KEY: alone}
    heard = hear(talk.context, text)
    percents = list(of_kind(heard, Kind.PERCENT))
    words = blank(heard.text, percents, " ").strip()
    named = {each.kind for each in kinds_said("readings.named", words)} & {*talk.answers["aims"]}
    if len(named) != 1 or len(words) > LONGEST_NAME or Mood.ASKS in heard.moods or any(map(str.isdecimal, words)):
        raise ButtonsOnly
    told = (heard.text[each.start : each.end].strip() for each in percents)
    return {KEY: named.pop(), "said": " ".join([talk.answers["said"], *told])}


def sentence_added_to(talk: Talk[Any], text: str) -> str:
    """Return the sentence, corrected by `text` or with what it tells besides, if it may be a report whose task is not
    known yet; empty if the text is one of its own."""
    may_be_a_report = talk.answers["code"] is None and Aim.REPORT in talk.answers["aims"]
    return words_added_to(talk, text) if may_be_a_report else ""


def _about_the_task(talk: Talk[None], text: str) -> str:
    """Return the only reading that is about the task, if a text names that and says nothing else, or ""."""
    code, heard = talk.answers["code"], hear(talk.context, text)
    if code is None or heard.task != code or not says(heard, "choices.only_a_name"):
        return ""
    about = [aim for aim in talk.answers["aims"] if Aim(aim) in texts.WANTS_OF_A_TASK]
    return about[0] if len(about) == 1 else ""


def question_about_sentence(question: Question[None], kind: str) -> Declaration[None]:
    """Declare a dialog that asks what a kept sentence means. What was open before comes back afterwards."""
    return Declaration(
        kind=kind,
        office=False,
        questions=(question,),
        waits=which_reading,
        is_begun=lambda context, dialog: False,
        giving_up=GivingUp(answer=nothing_done_text, afterwards=resume_dialog_before),
        back_once=True,
        only_once=True,
    )


READING = question_about_sentence(
    Question(KEY, label=texts.MEANING, put=which_reading, read=_read, buttons=_buttons), kind="reading"
)
"""Asks which reading is meant. What is done then is added in handlers/dialog_list.py."""
