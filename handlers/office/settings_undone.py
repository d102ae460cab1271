"""撤销 of a setting, by its button: it is again what it was before."""

from telegram import InlineKeyboardMarkup, Update

from data.acts.settings_undone import act_of, find_act, undo_setting
from handlers.office import keyboard as buttons
from handlers.office.texts import settings_undone as texts
from handlers.telegram.callbacks import unpack
from handlers.telegram.context import Context, source
from handlers.telegram.keyboards import Rows
from handlers.telegram.sending import acknowledge, show


async def press(update: Update, context: Context) -> None:
    """撤销. Raises StaleButton, TooLateToUndo, SetAgainSince, and what the change back raises."""
    assert update.callback_query is not None
    number = int(unpack(update.callback_query.data).arguments[1])
    undone_before = find_act(context.db, number).undone
    act = undo_setting(context.db, context.person, number, context.now, context.zone, source(update))
    await acknowledge(update)
    await show(update, context, texts.undone(act, context.language, before=undone_before))


def with_undo(context: Context, said_in: str, rows: Rows) -> InlineKeyboardMarkup:
    """Under what was just set by a press or a sentence: 撤销, and the other ways on."""
    undo = buttons.undo_row(act_of(context.db, said_in), context.language)
    return InlineKeyboardMarkup([row for row in (undo, *rows) if row])
