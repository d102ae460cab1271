"""What the office says below a round of a statistics return without naming it: 固定吧, 园林呢, 合计多少, 催他们."""

from dataclasses import replace

from telegram import Update

from data.plan.indicators import indicators
from data.returns.round_shown import round_looked_at
from data.returns.rounds import Round
from data.returns.unit_returns import completeness
from data.understanding import Kind, Reading, Understanding, of_kind, says
from data.understanding.announcing.nudge_words import only_asks_to_nudge
from data.understanding.list_exceptions import units_in
from data.understanding.normalise.sentence import CLAUSE, blank
from data.understanding.polarity import calls_off
from data.understanding.returns.indicators_named import indicator_places
from data.understanding.returns.return_asked import ReturnWish, wish_below_a_round, wish_of_a_round
from handlers.returns.office import act_on_round
from handlers.telegram import Context, hear


async def act_on_round_shown(update: Update, context: Context, meaning: Understanding) -> bool:
    """Do what a sentence without a return asks for about the round shown last (催一下没报的, 退回公安局的，案值不对,
    固定吧); return whether it asks for anything."""
    if not context.person.is_coordinator or meaning.task is not None or meaning.overdue:
        return False
    wish = wish_of_a_round(meaning)
    found = round_looked_at(context.db, context.person, context.now) if wish else None
    if found is None:
        found = round_looked_at(context.db, context.person, context.now, since=context.last_messages.with_buttons)
        wish = _wish_in_view(context, meaning, found) if found is not None else None
    if wish is None or found is None:
        return False
    await act_on_round(update, context, meaning, wish, found)
    return True


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


def _only_nudges(context: Context, meaning: Understanding) -> bool:
    """Return whether a sentence only says which units to nudge, or not to (园林的先不催，催农业局)."""
    clauses = [hear(context, each[0]) for each in CLAUSE.finditer(meaning.text)]
    said = [only_asks_to_nudge(each) or says(each, "returns.units_nudged") for each in clauses]
    nudging = [nudges and not any(of_kind(each, Kind.CODE)) for nudges, each in zip(said, clauses, strict=True)]
    return any(nudging) and all(
        nudges or calls_off(each.text.lower()) for nudges, each in zip(nudging, clauses, strict=True)
    )
