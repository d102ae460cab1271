"""/summary: the state of the plan, as a whole, by unit and by section."""

from telegram import Update

from data.summary import summarise
from handlers import keyboards
from handlers.callbacks import unpack
from handlers.context import Context
from handlers.replies import acknowledge, show
from handlers.texts import summary as texts
from handlers.texts.access import NOT_FOR_ROLE
from handlers.texts.summary import View


async def summary(update: Update, context: Context) -> None:
    """The whole plan in numbers."""
    await _show(update, context, View.OVERALL)


async def other_view(update: Update, context: Context) -> None:
    """Another view, in place of the one whose button was pressed."""
    assert update.callback_query is not None
    [view] = unpack(update.callback_query.data).arguments
    await acknowledge(update)
    await _show(update, context, View(view))


async def _show(update: Update, context: Context, view: View) -> None:
    if not context.person.sees_everything:
        await show(update, context, NOT_FOR_ROLE(context.language))
        return
    state = summarise(context.db, context.now, context.zone)
    await show(
        update,
        context,
        texts.summary(state, view, context.language),
        keyboards.summary(view, context.language),
    )
