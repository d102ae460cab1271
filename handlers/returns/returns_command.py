"""/returns and sentences about returns: units get their own, coordinators and observers those of all; and what the
office says below a round without naming it: 固定吧, 园林呢, 合计多少, 催他们."""

from dataclasses import replace

from telegram import Update

from data.plan.indicators import indicators
from data.reporting.reviews import reports_waiting
from data.returns.returns import live_returns
from data.returns.round_shown import round_looked_at
from data.returns.rounds import Round, rounds
from data.returns.unit_returns import completeness, rounds_under_way
from data.understanding import Kind, Mood, Reading, Understanding, of_kind, says
from data.understanding.announcing.nudge_words import only_asks_to_nudge
from data.understanding.list_exceptions import units_in
from data.understanding.normalise.sentence import blank, clauses_of
from data.understanding.polarity import calls_off
from data.understanding.returns.indicators_named import indicator_places
from data.understanding.returns.return_asked import (
    ReturnWish,
    changes_it,
    return_asked,
    wish_below_a_round,
    wish_of_a_round,
)
from handlers.announcing.return_nudge import nudge_round
from handlers.dialog import reader
from handlers.returns import office, own_returns
from handlers.returns.filing import begin_filing
from handlers.returns.filing_in_words import put_right_for_unit, take_figures
from handlers.returns.office import act_on_round
from handlers.returns.return_setup import change_in_words
from handlers.telegram import Context, For, Verb, hear, pressed, said_by
from handlers.wording import in_both_languages, labels, plain_word


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
    if not says(meaning.text, "returns.named", "returns.nil") or not live_returns(context.db):
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


async def act_on_round_shown(update: Update, context: Context, meaning: Understanding) -> bool:
    """Do what a sentence without a return asks for about the round shown last (催一下没报的, 退回公安局的，案值不对,
    固定吧), or to give back the only one that a unit has filed; return whether it asks for anything."""
    if not context.person.is_coordinator or meaning.task is not None or meaning.overdue:
        return False
    wish = wish_of_a_round(meaning)
    found = round_looked_at(context.db, context.person, context.now) if wish else None
    if found is None and wish is ReturnWish.GIVE_BACK:
        found = _only_round_filed_by(context, meaning.unit)
    if found is None:
        found = _round_in_view(context)
        wish = _wish_in_view(context, meaning, found) if found is not None else None
    if wish is None or found is None:
        return False
    await act_on_round(update, context, meaning, wish, found)
    return True


def _only_round_filed_by(context: Context, unit: str | None) -> Round | None:
    """Return the only round under way that a unit has filed; None if there are several, or if a report of it waits for
    review, which is meant then."""
    under_way = rounds_under_way(context.db, context.today)
    found = [each.round for each in under_way if any(one.unit.name == unit for one in each.filed)]
    waits = any(each.unit == unit for each in reports_waiting(context.db))
    return found[0] if len(found) == 1 and not waits else None


async def nudge_for_round_in_view(update: Update, context: Context) -> bool:
    """Begin to nudge who has not filed the round shown last, if nothing was shown since; return whether one was. Raises
    what `nudge_round` raises."""
    found = _round_in_view(context)
    if found is not None:
        await nudge_round(update, context, found.id)
    return found is not None


def _round_in_view(context: Context) -> Round | None:
    return round_looked_at(context.db, context.person, context.now, since=context.last_messages.known.with_buttons)


def _wish_in_view(context: Context, meaning: Understanding, found: Round) -> ReturnWish | None:
    """Return what a sentence wants of a round while nothing else is shown, or None if it is about something else, or
    names a unit that is not asked for the return or, in a nudge, owes nothing."""
    now, named = completeness(context.db, found.id, context.today), {*units_in(meaning)}
    if _only_nudges(context, meaning):
        return ReturnWish.NUDGE if named and named <= {each.unit.name for each in now.missing} else None
    words = blank(meaning.text, [*of_kind(meaning, Kind.UNIT), *of_kind(meaning, Kind.TIME)]).lower()
    told = [Reading(Kind.INDICATOR, *each) for each in indicator_places(words, indicators(context.db))]
    wish = wish_below_a_round(replace(meaning, readings=(*meaning.readings, *told)))
    return wish if named <= {each.unit.name for each in now.units} else None


async def change_return_shown(update: Update, context: Context, meaning: Understanding) -> bool:
    """Show the return just set up or shown with the change to it in a sentence that names none (加上青山区, 案值去掉,
    改成每月8号前报); return whether it says one, and nothing else."""
    shown = context.last_messages.shown(Verb.ROUND, "asks") or context.last_messages.shown(Verb.ROUND, "change")
    if (
        not context.person.is_coordinator
        or shown is None
        or not changes_it(meaning, indicator_places(meaning.text.lower(), indicators(context.db)))
    ):
        return False
    newest = rounds(context.db, int(shown))[:1]
    if not newest or not await put_right_for_unit(update, context, meaning, newest[0]):
        await change_in_words(update, context, int(shown), meaning)
    return True


def _only_nudges(context: Context, meaning: Understanding) -> bool:
    """Return whether a sentence only says which units to nudge, or not to (园林的先不催，催农业局)."""
    clauses = [hear(context, each) for each in clauses_of(meaning.text)]
    said = [only_asks_to_nudge(each) or says(each, "returns.units_nudged") for each in clauses]
    nudging = [nudges and not each.names(Kind.CODE) for nudges, each in zip(said, clauses, strict=True)]
    return any(nudging) and all(
        nudges or calls_off(each.text.lower()) for nudges, each in zip(nudging, clauses, strict=True)
    )
