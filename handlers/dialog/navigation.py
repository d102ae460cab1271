"""Acting on what a user wants instead of answering: skip, go back, repeat the last answer, cancel, put off."""

from dataclasses import replace
from typing import Any

from telegram import Update

from data.understanding import says
from data.understanding.dialog.giving_up import tells_what_was_given_up
from data.understanding.dialog.turns import HeardTurn, TurnMeaning
from data.understanding.entities.figures import find_not_counted
from data.understanding.normalise.sentence import normalise
from data.understanding.reporting.answer_names import part_put_off
from handlers.dialog.declaration import Talk, open_question, previous_key
from handlers.dialog.ending import cancel
from handlers.dialog.keyboard import button_meant
from handlers.dialog.opening import park_open_dialog
from handlers.dialog.presses import act_on_button
from handlers.dialog.question import Question
from handlers.telegram import labels


async def carry_out_turn(update: Update, talk: Talk[Any], turn: HeardTurn, sureness: float, *, states: bool) -> bool:
    """Skip, go back, repeat the last answer, cancel or put off, if the turn means that with enough sureness; return
    whether it did. If the text `states` how work stands, it is not put off: 财政局没批，明年再看 tells why work
    waits."""
    question = open_question(talk)
    if turn.sureness < sureness:
        return False
    match turn.meaning:
        case TurnMeaning.SKIP if (value := button_meant(talk, labels.SKIP.zh)) is not None:
            await act_on_button(update, talk, value)
        case TurnMeaning.BACK if previous_key(talk) is not None or talk.declared.leave is not None:
            await act_on_button(update, talk, "back")
        case TurnMeaning.SAME if question is not None and _has(question, talk, "same"):
            await act_on_button(update, talk, "same")
        case TurnMeaning.CANCEL:
            await cancel(update, talk)
        case TurnMeaning.LATER if not states:
            await park_open_dialog(update, talk.context)
        case _:
            return False
    return True


def turn_meant_here(turn: HeardTurn, text: str, question: Question[Any] | None = None) -> HeardTurn:
    """Return the turn, but not as CANCEL if the text only says that something else is not wanted (身份证不要了), as
    SKIP of a question that asks for no files if it is of files (照片不传了), as BACK if it tells of things that are
    counted (回到三家店复查), or as LATER if only a part is put off (照片晚点发你)."""
    takes_files = question is not None and question.files
    match turn.meaning:
        case TurnMeaning.CANCEL:
            is_of_something_else = tells_what_was_given_up(text)
        case TurnMeaning.SKIP:
            is_of_something_else = not takes_files and says(text, "removals.of_the_files")
        case TurnMeaning.BACK:
            is_of_something_else = any(find_not_counted(normalise(text).lower(), ()))
        case _:
            is_of_something_else = turn.meaning is TurnMeaning.LATER and bool(part_put_off(text))
    return replace(turn, meaning=TurnMeaning.UNCLEAR) if is_of_something_else else turn


def _has(question: Question[Any], talk: Talk[Any], value: str) -> bool:
    return any(isinstance(each, tuple) and each[1] == value for row in question.buttons(talk) for each in row)
