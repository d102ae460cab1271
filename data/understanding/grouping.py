"""Grouping of values by a key."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V", bound=Hashable)
T = TypeVar("T")
Form = TypeVar("Form", str, tuple[str, ...])


def grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    """Return the values of each key, without repeats and in order of appearance."""
    found: dict[K, dict[V, None]] = {}
    for key, value in pairs:
        found.setdefault(key, {})[value] = None
    return {key: tuple(values) for key, values in found.items()}


def listed(pairs: Iterable[tuple[K, T]]) -> defaultdict[K, list[T]]:
    """Return all values of each key, in order of appearance; an empty list for any other key."""
    found: defaultdict[K, list[T]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return found


def lengths_by_start(forms: Iterable[Form]) -> dict[Form, tuple[int, ...]]:
    """Return the lengths of the forms that begin with the same two characters or syllables, the longest first."""
    return grouped((form[:2], len(form)) for form in sorted(forms, key=len, reverse=True))
