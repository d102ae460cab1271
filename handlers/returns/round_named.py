"""Which return, round or unit's return a sentence of the office means."""

from collections.abc import Iterable
from datetime import timedelta

from data.calendar import Period
from data.errors.returns import NotAsked
from data.returns.returns import Return, all_returns, live_returns
from data.returns.rounds import Round, rounds
from data.returns.unit_returns import completeness
from data.understanding import Understanding
from data.understanding.return_asked import ONCE, ReturnAsked
from handlers.telegram import Context

SHORTEST_PERIOD = timedelta(days=27)
"""What is shorter, such as 这周, names no round."""


def of_its_period(known: Iterable[Return], asked: ReturnAsked) -> list[Return]:
    """Those that are asked for as often as a sentence says; all where it says nothing of that."""
    return [each for each in known if asked.period in (None, each.schedule.every or ONCE)]


def only_ended(context: Context, asked: ReturnAsked) -> Return | None:
    """The return that is meant where none is asked for any more but it: its page says so, and asks for it again."""
    fitting = of_its_period(all_returns(context.db), asked)
    return fitting[0] if len(fitting) == 1 and fitting[0].ended else None


def unit_return_of(context: Context, found: Round, unit: str) -> int:
    """The unit's return of a round. Raises NotAsked where the unit is not asked."""
    units = completeness(context.db, found.id, context.today).units
    number = next((each.id for each in units if each.unit.name == unit), None)
    if number is None:
        raise NotAsked(unit, found.title)
    return number


def round_meant(context: Context, meaning: Understanding, asked: ReturnAsked) -> Round | None:
    """The round that a sentence means: of the kind of period and the days that it names, else the newest of the only
    return that fits; None where several may be meant."""
    live = {each.id: each.schedule.every for each in live_returns(context.db)}
    fitting = [each for each in rounds(context.db) if each.return_id in live and _fits(each, asked.period)]
    if meaning.start is not None and meaning.end is not None:
        named = (meaning.start, meaning.end)
        exact = [each for each in fitting if each.span and (each.span.first, each.span.last) == named]
        around = [each for each in fitting if each.span and each.span.first <= meaning.start <= each.span.last]
        is_whole = meaning.end - meaning.start >= SHORTEST_PERIOD
        fitting = exact or around or ([] if is_whole else fitting)
    newest = {each.return_id: each for each in reversed(fitting)}
    return next(iter(newest.values())) if len(newest) == 1 else None


def _fits(found: Round, period: Period | None) -> bool:
    if period is None:
        return True
    return found.span is None if period is ONCE else found.span is not None and found.span.granularity is period
