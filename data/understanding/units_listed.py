"""Several units in a list: 检察院和法院, 公安局、商务局."""

from collections.abc import Callable

from data.patterns import Pattern
from data.understanding.meaning import Kind, Understanding, of_kind

_JOINS = Pattern("[、，,]|以及|和|与|及")


def units_listed(said: str, hears: Callable[[str], Understanding]) -> list[str]:
    """Return the parts of a list of units, each with what stands behind it; the words as one where not every part
    begins with a unit."""
    parts = [each.strip() for each in _JOINS.sub("\n", said).split("\n") if each.strip()]
    named = [each for each in parts if any(not name.start for name in of_kind(hears(each), Kind.UNIT))]
    return parts if parts and named == parts else [said]
