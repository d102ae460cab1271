"""Changes to a list in words.

再加海关 adds, 海关不要 removes, 只要海关 keeps nothing else, 除了海关 keeps all else, and 海关换成商务局 replaces.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from data.patterns import Pattern
from data.understanding.lexicon import any_of, table
from data.understanding.normalise.sentence import CLAUSE, blank_spans
from data.understanding.orders import kinds_said, says

_OPENS = Pattern(f"(?i)\\s*(?:{any_of(table('edits')['opens'])})+")
_BETWEEN_WORDS = Pattern(r"\p{Han}(?P<space>\s+)\p{Han}")


class How(StrEnum):
    """What is done to a list, in the order of precedence when a clause says several things."""

    ALL_BUT = "all_but"
    OUT = "out"
    ONLY = "only"
    ADDED = "added"


class Named(NamedTuple):
    """The members of a list that a stretch of a clause stands for."""

    start: int
    end: int
    values: tuple[Any, ...]


class Order(NamedTuple):
    """What a clause does with the `values` that it names, `without` others; `how` is None if it only names them."""

    how: How | None
    values: tuple[Any, ...]
    without: tuple[Any, ...] = ()


def order_in(clause: str, lists: Mapping[str, Sequence[Named]], *, strictly: bool = True) -> dict[str, Order]:
    """Return what a clause does to each of `lists`, by key, if it names some of that list.

    Returns nothing if the clause says anything else besides, unless `strictly` is false.
    """
    lists = _longest(lists)
    rest = blank_spans(clause, [each[:2] for named in lists.values() for each in named], " ")
    opening = _OPENS.match(clause)
    rest = rest if opening is None else blank_spans(rest, [opening.span()], " ")
    if strictly and not says(rest, "edits.of_a_list"):
        return {}
    return {key: _order(rest, named) for key, named in lists.items() if named}


def _longest(lists: Mapping[str, Sequence[Named]]) -> dict[str, list[Named]]:
    """Return the names in each list except those within a longer name of any list: 公安 in 移送公安件数."""
    every = [each for named in lists.values() for each in named]
    return {
        key: [each for each in named if not any(_contains(other, each) for other in every)]
        for key, named in lists.items()
    }


def _contains(other: Named, each: Named) -> bool:
    return other.start <= each.start and each.end <= other.end and other.end - other.start > each.end - each.start


def _order(rest: str, named: Sequence[Named]) -> Order:
    if (by := next(kinds_said("edits.swapped", rest), None)) and named[0].start < by.start < named[-1].end:
        behind = _values(each for each in named if each.start > by.start)
        return Order(How.ADDED, behind, _values(each for each in named if each.start < by.start))
    said = next(kinds_said("edits.how", rest), None)
    if said is None:
        return Order(None, _values(named))
    how = How(said.kind)
    if how is not How.ALL_BUT:
        return Order(how, _values(named))
    before = [each for each in named if each.start < said.start] if said.start < named[-1].start else []
    return Order(how, _values(before), _values(each for each in named if each not in before))


def changed(orders: Sequence[Order], present: Sequence[Any], everything: Sequence[Any]) -> list[Any]:
    """Return the list `present` after `orders`; it may be empty because nothing was chosen yet."""
    left, anew, before = list(present), False, How.ONLY
    for place, each in enumerate(orders):
        then = orders[place + 1].how if place + 1 < len(orders) else None
        goes_on = before is How.ADDED or (before is How.OUT and present) or then is How.ADDED
        how = each.how or (How.ADDED if goes_on else How.ONLY)
        if how is How.ALL_BUT:
            left = list(each.values) or (left if anew else list(everything))
        elif how is How.ONLY:
            left = [*left, *each.values] if anew else list(each.values)
        elif how is How.OUT and not left:
            left = list(everything)
        out = each.values if how is How.OUT else each.without
        added = each.values if how is How.ADDED else ()
        left, anew = [one for one in (*left, *added) if one not in out], anew or how is not How.ADDED or not present
        before = how
    return list(dict.fromkeys(left))


def clauses_of(text: str) -> Iterator[str]:
    """Yield the clauses of a text; a space between Chinese words ends a clause, too."""
    for found in CLAUSE.finditer(text):
        clause = found[0]
        while (space := _BETWEEN_WORDS.search(clause)) is not None:
            yield clause[: space.start("space")].strip()
            clause = clause[space.end("space") :]
        if clause.strip():
            yield clause.strip()


def _values(named: Iterable[Named]) -> tuple[Any, ...]:
    return tuple(dict.fromkeys(value for each in named for value in each.values))
