"""Statistics returns for whoever asks: to a unit its own, to the office and those who look on those of all."""

from telegram import Update

from data.understanding import Understanding
from data.understanding.return_asked import return_asked
from handlers.returns import office, own_returns
from handlers.telegram.context import Context


async def returns_command(update: Update, context: Context) -> None:
    """/returns."""
    if context.person.sees_everything:
        await office.show_returns(update, context)
    else:
        await own_returns.own_returns_command(update, context)


async def returns_asked(update: Update, context: Context, meaning: Understanding) -> bool:
    """Whether a sentence is about returns, whatever else it may be about; then it is done."""
    if context.person.sees_everything:
        return await office.returns_asked(update, context, meaning)
    if return_asked(meaning) is None or meaning.task is not None or meaning.percent is not None:
        return False
    await own_returns.own_returns_meant(update, context, meaning)
    return True


async def returns_meant(update: Update, context: Context, meaning: Understanding) -> None:
    """What a sentence about returns asks for."""
    if not await returns_asked(update, context, meaning):
        await returns_command(update, context)
