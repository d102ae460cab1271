"""/returns and sentences about returns: units get their own, coordinators and observers those of all."""

from telegram import Update

from data.returns.returns import live_returns
from data.understanding import Mood, Understanding, says
from data.understanding.returns.return_asked import return_asked
from handlers.dialog import reader
from handlers.returns import office, own_returns
from handlers.returns.filing import begin_filing
from handlers.returns.filing_in_words import take_figures
from handlers.telegram import Context, For, in_both_languages, labels, plain_word, pressed, said_by


async def returns_command(update: Update, context: Context) -> None:
    """Handle /returns."""
    if context.person.sees_everything:
        await office.show_returns(update, context)
    else:
        await own_returns.own_returns_command(update, context)


@reader(for_=For.OVERSEERS, knows=lambda talk, text, heard: return_asked(heard) is not None)
async def act_on_all_returns(update: Update, context: Context, meaning: Understanding) -> bool:
    """Do what a sentence asks for about the returns of all units; return whether it is clearly about them."""
    return not _of_the_own_unit(context, meaning) and await office.act_on_returns(update, context, meaning)


@reader(for_=For.SPEAKERS)
async def act_on_own_returns(update: Update, context: Context, meaning: Understanding) -> bool:
    """Do what a sentence asks for about the returns of the user's unit; return whether it is clearly about them."""
    if return_asked(meaning) is None or meaning.task is not None or meaning.percent is not None:
        return False
    if not await _take_figures(update, context, meaning):
        await own_returns.answer_about_own_returns(update, context, meaning)
    return True


READERS = (act_on_all_returns, act_on_own_returns)
"""Readers of sentences about returns, in order: a member of the office means all units unless the own unit is meant."""


async def show_who_has_not_filed(update: Update, context: Context, meaning: Understanding) -> bool:
    """Show the return of which a sentence asks who has not filed it (谁没报月报); return whether it names one. As long
    as there is none, 月报 is a report on the tasks."""
    if not says(meaning.text, "returns.named") or not live_returns(context.db):
        return False
    for act in READERS:
        if await act(update, context, meaning):
            return True
    return False


async def _take_figures(update: Update, context: Context, meaning: Understanding) -> bool:
    """Begin a return of the user's unit with the figures in the sentence; return whether it gives any."""
    if meaning.unit is not None or Mood.ASKS in meaning.moods:
        return False
    return await take_figures(update, context, said_by(update, meaning))


def _of_the_own_unit(context: Context, meaning: Understanding) -> bool:
    """Return whether a member of the office who also works for a unit means that unit's return."""
    says_so = plain_word(meaning.text) in in_both_languages(labels.FILL_RETURN) or meaning.own or bool(meaning.figures)
    return bool(context.person.speaks_for) and says_so


async def answer_about_returns(update: Update, context: Context, meaning: Understanding) -> None:
    """Do what a sentence about returns asks for, or show them; bare figures are those of the user's unit."""
    if not context.person.sees_everything and await _take_figures(update, context, meaning):
        return
    for act in READERS:
        if await act(update, context, meaning):
            return
    await returns_command(update, context)


async def press_filing(update: Update, context: Context) -> None:
    """Fill in or correct the pressed return, or show all. Raises what `begin_filing` raises."""
    what, number = pressed(update)
    if what == "fill":
        await begin_filing(update, context, int(number))
        return
    context.args = []
    await (own_returns.own_returns_command if context.person.speaks_for else returns_command)(update, context)
