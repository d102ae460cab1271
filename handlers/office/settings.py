"""/settings: what the coordinator can set."""

from telegram import InlineKeyboardMarkup, Update

from data.office.reviews import review_everything, reviews_everything
from handlers.office.texts import settings as texts
from handlers.office.texts.indicators import INDICATORS
from handlers.telegram.callbacks import Verb, unpack
from handlers.telegram.context import Context, source
from handlers.telegram.keyboards import button
from handlers.telegram.sending import acknowledge, show


async def settings_command(update: Update, context: Context) -> None:
    """Show the settings, with buttons to change them."""
    everything = reviews_everything(context.db)
    choice, words = ("done", texts.TO_DONE) if everything else ("all", texts.TO_ALL)
    review = button(words(context.language), Verb.SETTING, "review", choice)
    indicators = button(INDICATORS(context.language), Verb.INDICATOR, "list")
    keyboard = InlineKeyboardMarkup([[review], [indicators]])
    await show(update, context, texts.settings_text(everything, context.language), keyboard)


async def press(update: Update, context: Context) -> None:
    """Change a setting, or go back to all of them; for coordinators alone."""
    assert update.callback_query is not None
    _, *choice = unpack(update.callback_query.data).arguments
    if choice:
        review_everything(context.db, choice == ["all"], context.person.id, context.now, source(update))
    await acknowledge(update)
    await settings_command(update, context)
