"""Text that is written at a question: its answer, or another wish."""

from dataclasses import replace
from typing import Any

from telegram import Update

from data import dialogs
from data.dialogs import ReopenReason
from data.errors import ButtonsOnly, NoSuchAnswer, Refusal, unless
from data.understanding import Kind, Understanding
from data.understanding.dialog.giving_up import may_give_up, tells_what_was_given_up
from data.understanding.dialog.turns import HeardTurn, TurnMeaning, hear_turn
from data.understanding.sureness import RATHER_SURE, SURE, VERY_SURE
from handlers.dialog import keyboard as buttons
from handlers.dialog import texts
from handlers.dialog.answers_in_text import answers_in, lines_of_other_answers, read_answer
from handlers.dialog.changes import changed_answers
from handlers.dialog.declaration import NOT_TAKEN, LeavesNothing, PartlyRead, Talk, open_key
from handlers.dialog.ending import cancel
from handlers.dialog.message import Place, answer_lines, ask, is_unchanged_since_shown
from handlers.dialog.opening import is_long
from handlers.dialog.presses import ask_anew, carry_out_turn, go_on, may_finish, turn_meant_here
from handlers.dialog.question import Question
from handlers.dialog.transitions import save_talk, store_answers, with_text_added
from handlers.telegram import answer
from handlers.wording import NOTHING, Html, join, refusal

REFUSED = "refused"
"""The key under which the reason for the last refusal is kept."""


async def take_text_at_question(
    update: Update, talk: Talk[Any], question: Question[Any], text: str, heard: Understanding
) -> None:
    """Handle a text at a question, as its answer or as another wish."""
    if talk.declared.preview is None and may_finish(update, talk) and not is_unchanged_since_shown(update, talk):
        await ask_anew(update, talk)
        return
    turn = turn_meant_here(hear_turn(heard, talk.declared.asked_as(question.key)), text, question)
    turn = _without_doubtful_cancel(turn, question, text)
    told, states = tells_what_was_given_up(text), heard.names(Kind.STATUS)
    if question.free:
        sure = SURE if question.verbatim else RATHER_SURE
        if not told and await carry_out_turn(update, talk, turn, SURE, states=states):
            return
        if turn.meaning is TurnMeaning.CANCEL and turn.sureness >= sure:
            await cancel(update, talk, sure=False)
            return
        is_own = not question.verbatim
        if is_own and await _change_earlier_answer(update, talk, question, text, turn, SURE):
            return
    try:
        given = read_answer(talk, question, text, heard)
        if talk.dialog.reopened_for is ReopenReason.MORE:
            given = with_text_added(talk, question, given)
    except PartlyRead as partly:
        await _keep_what_was_read(update, talk, question, partly)
        return
    except LeavesNothing:
        await cancel(update, talk)
        return
    except Refusal as why:
        if not isinstance(why, NoSuchAnswer) and (
            await _change_earlier_answer(update, talk, question, text, turn, RATHER_SURE)
            or await carry_out_turn(update, talk, turn, RATHER_SURE, states=states)
        ):
            return
        await _ask_once_more(update, talk, _refused(talk, question, why), in_full=isinstance(why, ButtonsOnly))
        return
    nothing_new = question.key not in given and not changed_answers(talk, given)
    if nothing_new and await carry_out_turn(update, talk, turn, RATHER_SURE, states=states):
        return
    following = store_answers(update, talk, given)
    first = lines_of_other_answers(talk, following, question)
    await go_on(update, following, Place.BELOW, first=first, left=answer_lines([question], following))


async def _ask_once_more(update: Update, talk: Talk[Any], why: Html, *, in_full: bool) -> None:
    """Say why a text is no answer, above the question; a long question is replaced by a button to go on, unless it is
    to be put `in_full`, as its buttons are needed."""
    if is_long(talk.context, talk.dialog) and not in_full:
        await answer(update, talk.context, why, buttons.resume_button(talk))
    else:
        await ask(update, talk, Place.BELOW, first=why)


def _without_doubtful_cancel(turn: HeardTurn, question: Question[Any], text: str) -> HeardTurn:
    """Return the turn, with a cancel that is not sure enough turned into an answer, unless the text has a word for
    giving up (卷宗退补 is a reason)."""
    enough = VERY_SURE if question.free else SURE
    hardly = turn.meaning is TurnMeaning.CANCEL and turn.sureness < enough and not may_give_up(text)
    return replace(turn, meaning=TurnMeaning.ANSWER) if hardly else turn


def _refused(talk: Talk[Any], question: Question[Any], why: Refusal) -> Html:
    """Return why a text is no answer, with the ways out if the text before was refused for the same reason."""
    reason = f"{question.key} {type(why).__name__}"
    again = talk.answers.get(REFUSED) == reason
    dialogs.note_answers(talk.context.db, talk.dialog, **{REFUSED: reason})
    return join([refusal(why, talk.language), texts.WAYS_OUT(talk.language) if again else NOTHING])


async def _change_earlier_answer(
    update: Update, talk: Talk[Any], question: Question[Any], text: str, turn: HeardTurn, sureness: float
) -> bool:
    """Change an earlier answer if a text does nothing else, leaving the question open; return whether it did."""
    if turn.meaning is not TurnMeaning.CHANGE or turn.sureness < sureness:
        return False
    given = changed_answers(talk, unless(NOT_TAKEN, answers_in, talk, text) or {})
    changed = {key: value for key, value in given.items() if key != question.key}
    if not changed:
        return False
    following = store_answers(update, talk, changed)
    await go_on(update, following, Place.BELOW, first=lines_of_other_answers(talk, following, question))
    return True


async def _keep_what_was_read(update: Update, talk: Talk[Any], question: Question[Any], partly: PartlyRead) -> None:
    """Keep the part of an answer that was read, and ask for the rest, unless nothing is missing."""
    dialog = talk.dialog
    again = dialog.reopened_for if dialog.reopened else ReopenReason.BACK
    answers = {**talk.answers, **partly.given}
    then = talk.at(replace(dialog, answers=answers))
    stays_open = not dialog.reopened and open_key(then) == question.key
    if partly.given and (stays_open or (question.answered is not None and question.answered(then))):
        now = store_answers(update, talk, partly.given)
    else:
        now = save_talk(update, talk, answers=answers, reopened=question.key, reopened_for=again)
    first = join([partly.kept, refusal(partly.why, talk.language)])
    await ask(update, now, Place.BELOW, first=first)
