"""What in the figures of a return is asked about before it is filed. Nothing of it is refused."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from data.returns.returns import Return
from data.returns.unit_returns import Values

JUMP = 5
"""So many times the largest figure of the last periods, or less than this part of the smallest, is asked about."""
LEAST_JUMP = 10
"""Unless it differs by less than this."""


class Why(StrEnum):
    """Why something is asked about: a figure is far from those of the last periods, is not whole where whole things are
    counted, is larger than one that it is at most as large as, or was written as a running total where that of the
    period is asked for; or it is a nil return of a unit whose reports of the period have figures."""

    JUMP = "jump"
    NOT_WHOLE = "not_whole"
    EXCEEDS = "exceeds"
    RUNNING_TOTAL = "running_total"
    NIL = "nil"


@dataclass(frozen=True, slots=True)
class Doubt:
    """What is asked about in the figure of an indicator, and the figure that it is held against: the nearest of those
    before, or that of the indicator which is its `limit`."""

    why: Why
    indicator: str = ""
    value: float = 0
    against: float = 0
    limit: str = ""


def doubts(
    asked: Return, values: Values, earlier: Sequence[Values], reported: Values, running: Collection[str], nil: bool
) -> Iterator[Doubt]:
    """What to ask about in figures: against those of the last periods, each other, and of a nil return what the unit's
    reports add up to."""
    if nil:
        yield from [Doubt(Why.NIL)] if any(reported.values()) else []
        return
    for each in asked.indicators:
        if each.name not in values:
            continue
        value = values[each.name]
        if each.kind == "whole" and not float(value).is_integer():
            yield Doubt(Why.NOT_WHOLE, each.name, value)
        if each.name in running:
            yield Doubt(Why.RUNNING_TOTAL, each.name, value)
        before = [past[each.name] for past in earlier if each.name in past]
        if before and (nearest := _jumped_from(value, before)) is not None:
            yield Doubt(Why.JUMP, each.name, value, nearest)
    for limit in asked.limits:
        if limit.indicator in values and limit.at_most in values and values[limit.indicator] > values[limit.at_most]:
            yield Doubt(Why.EXCEEDS, limit.indicator, values[limit.indicator], values[limit.at_most], limit.at_most)


def _jumped_from(value: float, before: Sequence[float]) -> float | None:
    """The nearest of the figures before where a figure is far from all of them."""
    highest, lowest = max(before), min(before)
    if value > highest * JUMP and value - highest >= LEAST_JUMP:
        return highest
    if value < lowest / JUMP and lowest - value >= LEAST_JUMP:
        return lowest
    return None
