"""撤销 under what was just done by a press or a sentence."""

from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from data.acts.recorded_acts import Act, act_of
from handlers.telegram import labels
from handlers.telegram.callbacks import Verb
from handlers.telegram.context import Context
from handlers.telegram.keyboards import button, keyboard_of
from handlers.telegram.wording import Language


def undo_row(act: Act | None, language: Language) -> list[InlineKeyboardButton]:
    """撤销 of what was set, where it can be taken back."""
    return [button(labels.UNDO(language), Verb.ACT, "undo", act.id)] if act and not act.undone else []


def with_undo(
    context: Context, rows: Sequence[Sequence[InlineKeyboardButton]] = (), source: str | None = None
) -> InlineKeyboardMarkup:
    """Under what was just set or decided by a press or a sentence, or by another `source`: 撤销, and the other ways
    on."""
    return keyboard_of(undo_row(act_of(context.db, source or context.source), context.language), *rows)
