"""The question which of a person's units a sentence is for, and the sentence once that is pressed."""

from collections.abc import Iterable

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
    rows = [[button(cut(unit or "", 40), verb, *deed, f"{SAID_IN}{update.update_id}")] for unit, deed in choices]
    await answer(update, context, WHICH_UNIT(context.language), keyboard_of(*rows))


def said_before_the_press(update: Update, context: Context) -> str:
    """Return the sentence that led to the question which the pressed button answers; empty if the button names none, or
    it is no longer kept."""
    *_, last = pressed(update)
    if not last.startswith(SAID_IN) or update.effective_chat is None:
        return ""
    return text_written(context.db, update.effective_chat.id, int(last.removeprefix(SAID_IN))) or ""
