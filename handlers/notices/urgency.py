"""急: the office is to look at once."""

from telegram import Update

from data.reporting.urgency import mark_urgent
from handlers.notices.texts.office import URGENT_SENT
from handlers.telegram.callbacks import unpack
from handlers.telegram.context import Context, source
from handlers.telegram.sending import acknowledge, answer


async def press(update: Update, context: Context) -> None:
    """急 below a blocked report. Raises StaleButton."""
    assert update.callback_query is not None
    [report_id] = unpack(update.callback_query.data).arguments
    mark_urgent(context.db, context.person, int(report_id), context.now, context.zone, source(update))
    await acknowledge(update)
    await answer(update, context, URGENT_SENT(context.language))
