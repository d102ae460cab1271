"""Conditions that a list cannot be narrowed by: what is not overdue, not of a unit, before a feast whose day is not
fixed here, or by its figures; and some that take as many words, but can: what has no deadline, or of which the plan
states no deadline or no unit."""

from collections.abc import Iterator

from data.understanding.meaning import Kind, Reading
from data.understanding.orders import said, ways_of

NO_DEADLINE = "no_deadline"
NONE_STATED, NO_UNIT = "no_deadline_stated", "no_unit"
FILTERED = (NO_DEADLINE, NONE_STATED, NO_UNIT)
EXCEPT = "except"
"""All but what is named; a list can be narrowed so by units."""
_NOT_LATE = "not_late"
SOUGHT_BY = frozenset({"percent", "feast"})
"""Those beside which it stays clear what is asked for."""
_WAYS = ways_of("unfiltered.conditions")


def find_unfiltered(text: str) -> Iterator[Reading]:
    """Yield the conditions of a lower-cased text, its offices put out by NAMED, by their kind."""
    for found in (found for way in _WAYS if (found := said(text, way))):
        condition, (start, end) = found.way.rpartition(".")[2], found.place
        if condition != _NOT_LATE or "吗" not in text[end:]:
            kind = Kind.FILTER if condition in FILTERED else Kind.NO_FILTER
            yield Reading(kind, start, end, (condition,))
