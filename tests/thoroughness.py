"""How much the longest tests try: a part in `make test`, everything in `make thorough`."""

import os
from collections.abc import Iterable, Sequence
from typing import TypeVar

THOROUGH = bool(os.environ.get("THOROUGH"))
MOST_CASES = 3
"""How many cases are tried of a test that has more."""
T = TypeVar("T")


def part_of(items: Iterable[T], one_in: int) -> tuple[T, ...]:
    """Return one in so many of the items, always the same ones, or all if the run is thorough."""
    return tuple(items)[:: 1 if THOROUGH else one_in]


def some_of(releases: Sequence[T]) -> tuple[T, ...]:
    """Return the oldest, the newest and one release between them, or all if the run is thorough."""
    if THOROUGH or len(releases) < 3:
        return tuple(releases)
    return releases[0], releases[len(releases) // 2], releases[-1]


def count(usual: int, thorough: int) -> int:
    """Return how often something is tried."""
    return thorough if THOROUGH else usual


def spread(cases: Sequence[T]) -> Sequence[T]:
    """Return the first case, the last and some evenly spread between them, or all if the run is thorough or there are
    few."""
    steps = MOST_CASES - 1
    if THOROUGH or len(cases) <= MOST_CASES:
        return cases
    return [cases[number * (len(cases) - 1) // steps] for number in range(MOST_CASES)]
