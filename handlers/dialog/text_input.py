"""What is written while a dialog is open: the word of a button, an answer, or something of its own."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from telegram import Update

from data.dialogs import Change, Dialog, note
from data.errors import NoSuchAnswer, Refusal
from data.plan.tasks import code_of_assignment
from data.understanding import Intent, Kind, Understanding, of_kind, says
from data.understanding.giving_up import may_give_up, only_says_what_it_is_for, tells_what_was_given_up
from data.understanding.turns import Meant, Turn, hear_turn
from handlers.dialog import keyboard as buttons
from handlers.dialog import texts
from handlers.dialog.answers_in_text import answers_in, read_answer, says_more, taken_beside
from handlers.dialog.changes import changes_in, fresh
from handlers.dialog.declaration import (
    ALBUM,
    NOT_TAKEN,
    LeavesNothing,
    PartlyRead,
    Talk,
    declared_of,
    is_passing,
    open_question,
    questions_of,
)
from handlers.dialog.ending import cancel
from handlers.dialog.message import Place, answer_lines, ask, is_as_shown
from handlers.dialog.navigation import SURE, SURE_OF_WORDS, carry_out
from handlers.dialog.opening import drop_if_over, is_long, put_aside, talk_about
from handlers.dialog.presses import ask_anew, go_on, go_on_after_kill, may_finish, take
from handlers.dialog.question import Answers, Question
from handlers.dialog.text_at_preview import agree, says_what_is_done, write_at_the_preview
from handlers.dialog.transitions import added, answered, passed_over, saved
from handlers.dialog.words import PUTS_OFF, REPEATS, STOPS, THANKS, hands_in
from handlers.telegram import NOTHING, Context, Html, answer, join, plain_word, refusal

IsOther = Callable[[Talk[Any], Question[Any] | None], bool]
"""Whether what was written is surely no answer to the open question (None: the preview), but something of its own."""
REFUSED = "refused"
"""The key under which is kept why the last text was no answer."""
SURE_OF_ITS_OWN, VERY_SURE = 0.9, 0.97
OF_ITS_OWN = (Intent.TASK, Intent.TASKS, Intent.SUMMARY, Intent.HISTORY, Intent.HELP)
"""What is answered all the same when the dialog that was open has just ended."""


async def write(
    update: Update, context: Context, dialog: Dialog, text: str, heard: Understanding, is_other: IsOther
) -> bool:
    """Take what was written into the open dialog. False where it is something of its own; nothing is done then."""
    if drop_if_over(context, dialog):
        return False
    talk = await talk_about(update, context, dialog)
    if talk is None:
        return heard.confidence < SURE_OF_ITS_OWN or heard.intent not in OF_ITS_OWN
    if dialog.update_id == update.update_id:
        await go_on_after_kill(update, talk)
        return True
    if dialog.is_unseen:
        await ask(update, talk, Place.BELOW, first=texts.TAKEN_BEFORE(talk.language))
        return True
    kept_or_not = buttons.drop_or_keep_meant(text) if dialog.is_given_up else None
    if kept_or_not and not (only_says_what_it_is_for(text) and is_other(talk, open_question(talk))):
        await take(update, talk, kept_or_not)
        return True
    value = buttons.button_meant(talk, text)
    if value == "submit" and dialog.said is not None:
        await agree(update, talk)
        return True
    if value is not None:
        await take(update, talk, value)
        return True
    if plain_word(text) in STOPS and not is_passing(talk):
        await cancel(update, talk)
        return True
    if plain_word(text) in PUTS_OFF and not is_passing(talk):
        await put_aside(update, talk.context)
        return True
    question = open_question(talk)
    if (again := _said_again(talk, question, text, heard)) is not None:
        await ask(update, talk, Place.BELOW, first=again)
        return True
    if question is None and not dialog.is_given_up and says_what_is_done(talk, text):
        await agree(update, talk)
        return True
    if question is not None and hands_in(text) and (left := passed_over(talk)) is not None:
        await go_on(update, answered(update, talk, left), Place.BELOW)
        return True
    if not dialog.is_given_up and await _change(update, talk, question, text):
        return True
    if is_other(talk, question):
        return False
    if question is None:
        return await write_at_the_preview(update, talk, text, heard)
    return await _write_at_question(update, talk, question, text, heard)


async def _change(update: Update, talk: Talk[Any], question: Question[Any] | None, text: str) -> bool:
    """Change what a text surely changes and nothing else; what was asked stays open, unless that is answered. False for
    any other text."""
    untaken = NOTHING
    try:
        given = changes_in(talk, question, text)
    except PartlyRead as partly:
        given, untaken = partly.given, refusal(partly.why, talk.language)
    except LeavesNothing:
        await cancel(update, talk)
        return True
    except Refusal as why:
        await ask(update, talk, Place.BELOW, first=refusal(why, talk.language))
        return True
    if not given:
        return False
    changed = fresh(talk, given)
    if not changed and (question is None or question.key not in given):
        told = [each for each in questions_of(talk) if each.key in given] if question is not None else []
        first = join([texts.SO_ALREADY(talk.language), answer_lines(told, talk), untaken])
        await ask(update, talk, Place.BELOW, first=first)
        return True
    following = answered(update, talk, given)
    first = taken_beside(talk, following, question) if question is not None else NOTHING
    left = answer_lines([question], following) if question is not None and question.key in given else NOTHING
    if untaken:
        await ask(update, following, Place.BELOW, first=join([first, untaken]), left=left)
    else:
        await go_on(update, following, Place.BELOW, first=first, left=left)
    return True


def _said_again(talk: Talk[Any], question: Question[Any] | None, text: str, heard: Understanding) -> Html | None:
    """What stands above the question where it is to be put once more: it was not heard, the task was only named once
    more (3-5的), or thanks were said, which are no answer; None for any other text."""
    word = plain_word(text)
    about = talk.declared.about(talk.context, talk.dialog)
    names_it = len(about) == 1 and heard.task == code_of_assignment(talk.context.db, about[0]) != text.strip()
    if word in REPEATS or (names_it and says(heard, "choices.only_a_name")):
        return NOTHING
    is_thanks = word in THANKS and not (question is not None and question.free)
    return texts.WELCOME(talk.language) if is_thanks else None


async def take_file(update: Update, context: Context, dialog: Dialog) -> bool:
    """Take a message that is no text into the open dialog; the files of an album, which come one by one, are answered
    in one message. False where it takes none."""
    declared, message = declared_of(context, dialog), update.message
    if declared.file is None or message is None:
        return False
    talk = await talk_about(update, context, dialog)
    if talk is None:
        return True
    album, first = message.media_group_id, NOTHING
    place = Place.KEPT if album is not None and talk.answers.get(ALBUM) == album else Place.BELOW
    try:
        given = await declared.file(talk, message)
    except PartlyRead as partly:
        given, first = partly.given, join([partly.kept, refusal(partly.why, talk.language)])
    except Refusal as why:
        await ask(update, talk, Place.BELOW, first=refusal(why, talk.language))
        return True
    following = _after_file(update, talk, {**given, ALBUM: album})
    await go_on(update, following, Place.BELOW if first else place, first=first)
    return True


def _after_file(update: Update, talk: Talk[Any], given: Answers) -> Talk[Any]:
    """The dialog after a file; a question that was opened again stays open, unless the file answers it."""
    again = talk.dialog.reopened
    if again in given:
        return answered(update, talk, given)
    why = talk.dialog.reopened_for
    return saved(update, talk, answers={**talk.answers, **given}, reopened=again, reopened_for=why)


async def _write_at_question(
    update: Update, talk: Talk[Any], question: Question[Any], text: str, heard: Understanding
) -> bool:
    """Take words at a question: as its answer, or for what is wanted besides. Always true: they are never left to
    anything else."""
    if talk.declared.preview is None and may_finish(update, talk) and not is_as_shown(update, talk):
        await ask_anew(update, talk)
        return True
    turn = _not_hardly_cancelled(hear_turn(text, talk.declared.asked_as(question.key), heard), question, text)
    told, states = tells_what_was_given_up(text), any(of_kind(heard, Kind.STATUS))
    if question.free and not told and await carry_out(update, talk, turn, SURE_OF_WORDS, states=states):
        return True
    if (
        question.free
        and turn.meaning is Meant.CANCEL
        and not told
        and turn.sureness >= (SURE_OF_WORDS if question.verbatim else SURE)
    ):
        await cancel(update, talk, sure=False)
        return True
    if question.free and not question.verbatim and await _put_right(update, talk, question, text, turn, SURE_OF_WORDS):
        return True
    try:
        given = read_answer(talk, question, text, heard)
    except PartlyRead as partly:
        await _keep_what_was_read(update, talk, question, partly)
        return True
    except LeavesNothing:
        await cancel(update, talk)
        return True
    except Refusal as why:
        if not isinstance(why, NoSuchAnswer) and (
            await _put_right(update, talk, question, text, turn, SURE)
            or await carry_out(update, talk, turn, SURE, states=states)
        ):
            return True
        await _ask_once_more(update, talk, _refused(talk, question, why))
        return True
    if (
        question.key not in given
        and not fresh(talk, given)
        and await carry_out(update, talk, turn, SURE, states=states)
    ):
        return True
    if talk.dialog.reopened_for is Change.MORE:
        given = added(talk, question.key, given)
    following = answered(update, talk, given)
    await go_on(
        update,
        following,
        Place.BELOW,
        first=taken_beside(talk, following, question),
        left=answer_lines([question], following),
    )
    return True


async def _ask_once_more(update: Update, talk: Talk[Any], why: Html) -> None:
    """Say why a text is no answer, above the question; of a long one only a button for going on is shown."""
    if is_long(talk.context, talk.dialog):
        await answer(update, talk.context, why, buttons.going_on(talk))
    else:
        await ask(update, talk, Place.BELOW, first=why)


def _not_hardly_cancelled(turn: Turn, question: Question[Any], text: str) -> Turn:
    """What is meant; giving up only very surely, where there is no word for it (卷宗退补 is a reason)."""
    enough = VERY_SURE if question.free else SURE_OF_WORDS
    hardly = turn.meaning is Meant.CANCEL and turn.sureness < enough and not may_give_up(text)
    return replace(turn, meaning=Meant.ANSWER) if hardly else turn


def _refused(talk: Talk[Any], question: Question[Any], why: Refusal) -> Html:
    """Why a text is no answer; where the one before was none either for the same reason, with the ways out."""
    reason = f"{question.key} {type(why).__name__}"
    again = talk.answers.get(REFUSED) == reason
    note(talk.context.db, talk.dialog, **{REFUSED: reason})
    return join([refusal(why, talk.language), texts.WAYS_OUT(talk.language) if again else NOTHING])


async def _put_right(
    update: Update, talk: Talk[Any], question: Question[Any], text: str, turn: Turn, sureness: float
) -> bool:
    """Change an earlier answer by words that do nothing else; what was asked stays open. False where they do not."""
    if turn.meaning is not Meant.CHANGE or turn.sureness < sureness or says_more(talk, text):
        return False
    try:
        given = fresh(talk, answers_in(talk, text))
        changed = {key: value for key, value in given.items() if key != question.key}
    except NOT_TAKEN:
        return False
    if not changed:
        return False
    following = answered(update, talk, changed)
    await go_on(update, following, Place.BELOW, first=taken_beside(talk, following, question))
    return True


async def _keep_what_was_read(update: Update, talk: Talk[Any], question: Question[Any], partly: PartlyRead) -> None:
    """Keep the part of an answer that was read, and ask for the rest, unless nothing is missing."""
    dialog = talk.dialog
    again = dialog.reopened_for if dialog.reopened else Change.BACK
    answers = {**talk.answers, **partly.given}
    then = replace(talk, dialog=replace(dialog, answers=answers))
    if partly.given and question.answered is not None and question.answered(then):
        now = answered(update, talk, partly.given)
    else:
        now = saved(update, talk, answers=answers, reopened=question.key, reopened_for=again)
    first = join([partly.kept, refusal(partly.why, talk.language)])
    await ask(update, now, Place.BELOW, first=first)
