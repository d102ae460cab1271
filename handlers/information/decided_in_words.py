"""采用公安局那条, 农业局那条不采用，太简单了: what the office decides on work information in words."""

from typing import Any

from telegram import Update

from data.information.information import undecided
from data.understanding import Understanding
from data.understanding.decisions import On, decision_said
from handlers.dialog import Talk, begin, reader
from handlers.information import keyboard as buttons
from handlers.information.decisions import DECLINE, TAKE
from handlers.information.texts import decisions as texts
from handlers.telegram import Context, answer


def _names_a_piece(talk: Talk[Any], text: str, heard: Understanding) -> bool:
    """Whether a sentence of the office takes or declines the piece of a unit that it names."""
    said = decision_said(On.INFORMATION, heard) if talk.context.person.is_coordinator else None
    return said is not None and bool(said.units)


@reader(names=_names_a_piece)
async def begin_decision(update: Update, context: Context, meaning: Understanding) -> bool:
    """Begin to take or decline a piece that waits, as a sentence of the office says, or ask which piece is meant; true
    if the words were for it."""
    said = decision_said(On.INFORMATION, meaning) if context.person.is_coordinator else None
    waiting = undecided(context.db) if said is not None else []
    if said is None or not waiting:
        return False
    meant = [each for each in waiting if said.unit in ("", each.unit)]
    if len(meant) == 1:
        answers = {"reason": said.words} if said.words and not said.favour else {}
        await begin(update, context, TAKE if said.favour else DECLINE, meant[0].id, answers=answers)
    elif meant:
        text = (texts.WHICH_TO_TAKE if said.favour else texts.WHICH_TO_DECLINE)(context.language)
        await answer(update, context, text, buttons.waiting(meant, context.language, takes=said.favour))
    else:
        text = texts.NONE_OF_UNIT(context.language, unit=said.unit)
        await answer(update, context, text, buttons.to_list(context.language))
    return True
