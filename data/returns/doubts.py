"""What in the figures of a return is asked about before it is filed. Nothing of it is refused."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from data.returns.returns import Return
from data.returns.unit_returns import Values

JUMP = 5
"""So many times the largest figure of the last periods, or less than this part of the smallest, is asked about."""
LEAST_JUMP = 10
"""Unless it differs by less than this."""


@dataclass(frozen=True, slots=True)
class Jump:
    """A figure far from those of the last periods; `before` is the nearest of them."""

    indicator: str
    value: float
    before: float


@dataclass(frozen=True, slots=True)
class NotWhole:
    """A figure that is not whole where whole things are counted."""

    indicator: str
    value: float


@dataclass(frozen=True, slots=True)
class Exceeds:
    """A figure larger than that of an indicator which it is at most as large as."""

    indicator: str
    value: float
    at_most: str
    limit: float


@dataclass(frozen=True, slots=True)
class RunningTotal:
    """A figure that was written as a running total, where that of the period is asked for."""

    indicator: str
    value: float


@dataclass(frozen=True, slots=True)
class NilAgainstReports:
    """A nil return of a unit whose reports of the period have figures."""

    reported: Values


Doubt = Jump | NotWhole | Exceeds | RunningTotal | NilAgainstReports


def doubts(
    asked: Return, values: Values, earlier: Sequence[Values], reported: Values, running: Collection[str], nil: bool
) -> tuple[Doubt, ...]:
    """What to ask about in figures: against those of the last periods, each other, and of a nil return what the unit's
    reports add up to."""
    if nil:
        told = {name: value for name, value in reported.items() if value}
        return (NilAgainstReports(told),) if told else ()
    return tuple(_doubts(asked, values, earlier, running))


def _doubts(asked: Return, values: Values, earlier: Sequence[Values], running: Collection[str]) -> Iterator[Doubt]:
    for each in asked.indicators:
        if each.name not in values:
            continue
        value = values[each.name]
        if each.kind == "whole" and not float(value).is_integer():
            yield NotWhole(each.name, value)
        if each.name in running:
            yield RunningTotal(each.name, value)
        before = [past[each.name] for past in earlier if each.name in past]
        if before and (nearest := _jumped_from(value, before)) is not None:
            yield Jump(each.name, value, nearest)
    for limit in asked.limits:
        if limit.indicator in values and limit.at_most in values and values[limit.indicator] > values[limit.at_most]:
            yield Exceeds(limit.indicator, values[limit.indicator], limit.at_most, values[limit.at_most])


def _jumped_from(value: float, before: Sequence[float]) -> float | None:
    """The nearest of the figures before where a figure is far from all of them."""
    highest, lowest = max(before), min(before)
    if value > highest * JUMP and value - highest >= LEAST_JUMP:
        return highest
    if value < lowest / JUMP and lowest - value >= LEAST_JUMP:
        return lowest
    return None
