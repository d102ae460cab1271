"""The question which of a person's units a sentence is for, and the sentence once that is pressed."""

from collections.abc import Iterable

from telegram import Update

from data.store.inbox import text_written
from handlers.telegram.callbacks import SAID_IN, Verb, pressed
from handlers.telegram.context import Context
from handlers.telegram.keyboards import button, keyboard_of
from handlers.telegram.sending import answer
from handlers.wording import cut
from handlers.wording.labels import WHICH_UNIT


async def ask_which_unit(
    update: Update, context: Context, verb: Verb, choices: Iterable[tuple[str | None, tuple[object, ...]]]
) -> None:
    """Ask which of the person's units a sentence is for. `choices` are their names, with what the button of each does;
    the button also names the update with the sentence."""
    rows = [[button(cut(unit or "", 40), verb, *deed, this_sentence(update))] for unit, deed in choices]
    await answer(update, context, WHICH_UNIT(context.language), keyboard_of(*rows))


def this_sentence(update: Update) -> str:
    """Return what names the sentence of an update in a button's data."""
    return f"{SAID_IN}{update.update_id}"


def said_before_the_press(update: Update, context: Context) -> str:
    """Return the sentence that led to the question which the pressed button answers; empty if the button names none, or
    it is no longer kept."""
    return sentence_kept(context, *pressed(update))


def sentence_kept(context: Context, *data: str) -> str:
    """Return the sentence of this user that the last part of a button's data stands for; empty if it stands for none,
    or the sentence is no longer kept."""
    if not data[-1].startswith(SAID_IN):
        return ""
    return text_written(context.db, context.private_chat_id, int(data[-1].removeprefix(SAID_IN))) or ""
