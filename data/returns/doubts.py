"""Doubts about a return's figures, which the unit is asked about before filing. They never keep it from filing."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from data.returns.returns import Return
from data.returns.unit_returns import Values

JUMP = 5
"""A figure is doubtful above this many times the largest of the last periods, or below this fraction of the
smallest."""
LEAST_JUMP = 10
"""A smaller difference than this is never doubtful."""


class DoubtReason(StrEnum):
    """Why a figure is doubtful: far from the last periods, not whole though it counts things, above its limit, or
    written as a running total; or a nil return of a unit whose reports have figures."""

    JUMP = "jump"
    NOT_WHOLE = "not_whole"
    EXCEEDS = "exceeds"
    RUNNING_TOTAL = "running_total"
    NIL = "nil"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A doubt about an indicator's figure.

    `against` is the figure compared with: the nearest earlier one, or that of the indicator `limit`.
    """

    why: DoubtReason
    indicator: str = ""
    value: float = 0
    against: float = 0
    limit: str = ""


def doubts(
    asked: Return, values: Values, earlier: Sequence[Values], reported: Values, running: Collection[str], nil: bool
) -> Iterator[Doubt]:
    """Yield the doubts about figures, compared with those of `earlier` periods and each other.

    A `nil` return is compared only with what the unit's reports add up to.
    """
    if nil:
        yield from [Doubt(DoubtReason.NIL)] if any(reported.values()) else []
        return
    for each in asked.indicators:
        if each.name not in values:
            continue
        value = values[each.name]
        if each.kind == "whole" and not float(value).is_integer():
            yield Doubt(DoubtReason.NOT_WHOLE, each.name, value)
        if each.name in running:
            yield Doubt(DoubtReason.RUNNING_TOTAL, each.name, value)
        before = [past[each.name] for past in earlier if each.name in past]
        if before and (nearest := _jumped_from(value, before)) is not None:
            yield Doubt(DoubtReason.JUMP, each.name, value, nearest)
    for limit in asked.limits:
        if limit.indicator in values and limit.at_most in values and values[limit.indicator] > values[limit.at_most]:
            yield Doubt(
                DoubtReason.EXCEEDS, limit.indicator, values[limit.indicator], values[limit.at_most], limit.at_most
            )


def _jumped_from(value: float, before: Sequence[float]) -> float | None:
    """Return the nearest of the earlier figures if `value` is far from all of them, else None."""
    highest, lowest = max(before), min(before)
    if value > highest * JUMP and value - highest >= LEAST_JUMP:
        return highest
    if value < lowest / JUMP and lowest - value >= LEAST_JUMP:
        return lowest
    return None
