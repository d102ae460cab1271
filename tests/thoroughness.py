"""How much the longest tests try: a part in `make test`, everything in `make thorough`."""

import os
from collections.abc import Iterable, Sequence
from typing import TypeVar

THOROUGH = bool(os.environ.get("THOROUGH"))
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
    """Return the first case and the last, or all if the run is thorough or there are no others."""
    return cases if THOROUGH or len(cases) <= 2 else [cases[0], cases[-1]]
