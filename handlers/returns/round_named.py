"""Finding the return, round or unit's return that a sentence of the office means."""

from collections.abc import Iterable
from datetime import date, timedelta

from data.calendar import Period
from data.errors import needed
from data.errors.returns import NotAsked
from data.plan.units import all_units
from data.returns.returns import Return, all_returns, live_returns
from data.returns.rounds import Round, rounds
from data.returns.unit_returns import Completeness, completeness, rounds_under_way
from data.understanding import Kind, Understanding, find_order, of_kind
from data.understanding.list_exceptions import unit_in, units_in
from data.understanding.normalise.sentence import is_within
from data.understanding.returns.return_asked import ONCE, ReturnAsked, compares, without_return_names
from data.understanding.titles_named import titles_named
from handlers.telegram import Context

SHORTEST_PERIOD = timedelta(days=27)
"""Shorter spans of days, such as 这周, name no round."""


def returns_of_period(known: Iterable[Return], asked: ReturnAsked) -> list[Return]:
    """Return the returns that are asked for as often as the sentence says, or all if it does not say."""
    return [each for each in known if asked.period in (None, each.schedule.every or ONCE)]


def only_ended(context: Context, asked: ReturnAsked) -> Return | None:
    """Return the stopped return if it is the only one that fits the sentence, or None."""
    fitting = returns_of_period(all_returns(context.db), asked)
    return fitting[0] if len(fitting) == 1 and fitting[0].ended else None


def unit_return_of(context: Context, found: Round, unit: str) -> int:
    """Return the id of the unit's return in a round. Raises NotAsked if the unit is not asked for it."""
    units = completeness(context.db, found.id, context.today).units
    return needed(next((each.id for each in units if each.unit.name == unit), None), NotAsked(unit, found.title))


def round_meant(context: Context, meaning: Understanding, asked: ReturnAsked) -> Round | None:
    """Return the round that a sentence means by its title, its kind of period and days, or else the newest of the only
    return that fits; None if several may be meant."""
    live = {each.id: each.schedule.every for each in live_returns(context.db)}
    fitting = [each for each in rounds(context.db) if each.return_id in live and _fits(each, asked.period)]
    titled = titles_named({each.return_id: without_return_names(each.title) for each in fitting}, meaning.text)
    fitting = [each for each in fitting if each.return_id in titled or not titled]
    if (named := _days_named(meaning)) is not None:
        first, last = named
        exact = [each for each in fitting if each.span and (each.span.first, each.span.last) == named]
        around = [each for each in fitting if each.span and each.span.first <= first <= each.span.last]
        is_whole = last - first >= SHORTEST_PERIOD and not compares(meaning)
        fitting = exact or around or ([] if is_whole else fitting)
    newest = {each.return_id: each for each in reversed(fitting)}
    return next(iter(newest.values())) if len(newest) == 1 else None


def _days_named(meaning: Understanding) -> tuple[date, date] | None:
    """Return the first and last day that a sentence names, or None. A comparison names those that are compared, not
    those with which they are (11月月报跟10月比): a round is shown beside the one before it."""
    compared = find_order(meaning, "summary.compared", "summary.compared_alone")
    if compared is None:
        return (meaning.start, meaning.end) if meaning.start and meaning.end else None
    every = list(of_kind(meaning, Kind.TIME))
    first = next((each for each in every if not is_within(each.start, [compared.place])), None)
    beside_another = any(is_within(each.start, [compared.place]) for each in every)
    if first is None or not beside_another:
        return None
    return first.days


def rounds_to_nudge(context: Context, asked: ReturnAsked) -> list[Completeness]:
    """Return the rounds under way of the kind of period that a sentence says which a unit still has to file."""
    under_way = rounds_under_way(context.db, context.today)
    return [each for each in under_way if _fits(each.round, asked.period) and any(one.open for one in each.missing)]


def _fits(found: Round, period: Period | None) -> bool:
    if period is None:
        return True
    return found.span is None if period is ONCE else found.span is not None and found.span.granularity is period


def units_named(context: Context, meaning: Understanding) -> list[int]:
    """Return the ids of the units that a sentence names."""
    names = units_in(meaning) or (unit_in(meaning),)
    return [each.id for each in all_units(context.db) if each.name in names]
