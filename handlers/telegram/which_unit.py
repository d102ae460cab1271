"""The question which of a person's units a sentence is for, and the sentence once that is pressed."""

from collections.abc import Callable, Iterable

from telegram import Update

from data.store.inbox import text_written
from handlers.telegram.callbacks import SAID_IN, Verb, pressed
from handlers.telegram.context import Context
from handlers.telegram.keyboards import button, keyboard_of
from handlers.telegram.labels import WHICH_UNIT
from handlers.telegram.sending import answer
from handlers.telegram.wording import cut


async def ask_which_unit(
    update: Update, context: Context, verb: Verb, choices: Iterable[tuple[str | None, tuple[object, ...]]]
) -> None:
    """Ask which of the person's units a sentence is for. `choices` are their names, with what the button of each does;
    the button also names the update with the sentence."""
    rows = [[button(cut(unit or "", 40), verb, *deed, _this_sentence(update))] for unit, deed in choices]
    await answer(update, context, WHICH_UNIT(context.language), keyboard_of(*rows))


def _this_sentence(update: Update) -> str:
    return f"{SAID_IN}{update.update_id}"


def sentence_with_reason(update: Update, reason: str, read_again: Callable[[str], str]) -> str:
    """Return what names this sentence in a button's data if reading it again after the press gives the same `reason`;
    empty if it gives none or another."""
    said_in = _this_sentence(update)
    return said_in if reason and read_again(said_in) == reason else ""


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
