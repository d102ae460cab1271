"""撤销 of what was set or decided, by its button: it is again what it was before."""

from telegram import Update

from data.acts.recorded_acts import find_act, undo_act
from handlers.office.texts import settings_undone as texts
from handlers.telegram import Context, Html, pressed, show


async def press(update: Update, context: Context) -> None:
    """撤销. Raises StaleButton, TooLateToUndo, SetAgainSince, and what the change back raises."""
    await show(update, context, taken_back(context, int(pressed(update)[1])))


def taken_back(context: Context, audit_id: int) -> Html:
    """Let what was set be again what it was, and say so. Raises as `press` does."""
    undone_before = find_act(context.db, audit_id).undone
    act = undo_act(context.db, context.actor, audit_id)
    return texts.undone(act, context.language, before=undone_before)
