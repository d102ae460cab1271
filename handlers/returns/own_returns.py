"""A unit's own returns: their list, and the way to fill one in, by button or in words."""

from collections.abc import Sequence

from telegram import Update

from data.errors.returns import NoSuchPeriod, NotYourReturn, PeriodNotOpen
from data.returns.filling import own_returns, own_returns_of, returns_just_over
from data.returns.returns import all_returns
from data.returns.unit_returns import UnitReturn
from data.understanding import Mood, Understanding, says
from data.understanding.returns.return_schedule import period_named, says_the_present
from handlers.returns import keyboard as buttons
from handlers.returns.filing import begin_filing
from handlers.returns.own_return_named import returns_named, to_fill_or_correct
from handlers.returns.texts import own_returns as texts
from handlers.telegram import NOTHING, Context, Html, answer, hear, join, refusal

MOST_SHOWN = 10


async def own_returns_command(update: Update, context: Context) -> None:
    """Handle /returns for a unit: list its returns, or open that of the period in the arguments."""
    if context.args:
        await answer_about_own_returns(update, context, hear(context, " ".join(context.args)))
    else:
        await show_own_returns(update, context)


def returns_of_own_units(context: Context) -> list[UnitReturn]:
    """Return the returns of the user's units, after opening rounds that are due to open."""
    return own_returns(context.db, context.person, context.now)


async def answer_about_own_returns(update: Update, context: Context, meaning: Understanding) -> None:
    """List the returns that a sentence means, or begin the only open one with the figures given. Raises NotYourReturn
    if it names another unit."""
    if meaning.unit is not None and meaning.unit not in context.person.units:
        raise NotYourReturn(meaning.unit)
    try:
        found = returns_of_period_named(context, meaning.text)
    except (NoSuchPeriod, PeriodNotOpen) as why:
        await show_own_returns(update, context, refusal(why, context.language))
        return
    named = returns_named(context, found, meaning.text)
    again = bool(meaning.figures) or says(meaning, "returns.once_more")
    to_fill = [each for each in to_fill_or_correct(named, meaning.text) if each.open or again]
    if len(to_fill) == 1 and Mood.ASKS not in meaning.moods:
        await begin_filing(update, context, to_fill[0].id, meaning.figures)
    else:
        await _show(update, context, found)


async def show_own_returns(update: Update, context: Context, first: Html = NOTHING) -> None:
    """Show the returns of the user's units below `first`."""
    await _show(update, context, returns_of_own_units(context), first)


def returns_of_period_named(context: Context, text: str) -> list[UnitReturn]:
    """Return the user's returns of the period that a text names, or all if it names none.

    This month (这个月) is the last one as long as that can be filed in time. Raises what `own_returns_of` raises.
    """
    days = period_named(text, context.today)
    if days is None or days[0] == days[1]:
        return returns_of_own_units(context)
    try:
        return own_returns_of(context.db, context.person, *days, context.now)
    except PeriodNotOpen:
        found = returns_just_over(context.db, context.person, *days, context.now)
        if found and says_the_present(text, context.today):
            return found
        raise


async def _show(update: Update, context: Context, found: Sequence[UnitReturn], first: Html = NOTHING) -> None:
    shown, language = list(found)[:MOST_SHOWN], context.language
    several = len(context.person.speaks_for) > 1
    asked = {each.id: each.indicators for each in all_returns(context.db)}
    told = texts.own_list(shown, asked, context.today, context.zone, language, several=several)
    keyboard = buttons.own_list(shown, language, several=several)
    await answer(update, context, join([first, told if shown or not first else NOTHING], "\n\n"), keyboard)
