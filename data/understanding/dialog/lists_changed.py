"""Changes to a list in words.

再加海关 adds, 海关不要 removes, 只要海关 keeps nothing else, 除了海关 keeps all else, 除了海关都不要 nothing else, and
海关换成商务局 replaces.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from data.patterns import Pattern
from data.understanding.lexicon import any_word, table
from data.understanding.lexicon.scanner import FoundWord
from data.understanding.normalise.sentence import blank_spans, is_hanzi
from data.understanding.orders import kinds_said, says, words_said

_OPENS = Pattern(f"(?i)\\s*(?:{any_word(table('edits')['opens'])})+")


class ListChange(StrEnum):
    """What is done to a list, in the order of precedence when a clause says several things."""

    ALL_BUT = "all_but"
    OUT = "out"
    ONLY = "only"
    ADDED = "added"


class ListedMembers(NamedTuple):
    """The members of a list that a stretch of a clause stands for."""

    start: int
    end: int
    values: tuple[Any, ...]


class ListOrder(NamedTuple):
    """What a clause does with the `values` that it names, `without` others; `how` is None if it only names them."""

    how: ListChange | None
    values: tuple[Any, ...]
    without: tuple[Any, ...] = ()


def list_orders_in(
    clause: str, lists: Mapping[str, Sequence[ListedMembers]], *, strictly: bool = True
) -> dict[str, ListOrder]:
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


def _longest(lists: Mapping[str, Sequence[ListedMembers]]) -> dict[str, list[ListedMembers]]:
    """Return the names in each list except those within a longer name of any list: 公安 in 移送公安件数."""
    every = [each for named in lists.values() for each in named]
    return {
        key: [each for each in named if not any(_contains(other, each) for other in every)]
        for key, named in lists.items()
    }


def _contains(other: ListedMembers, each: ListedMembers) -> bool:
    return other.start <= each.start and each.end <= other.end and other.end - other.start > each.end - each.start


def _order(rest: str, named: Sequence[ListedMembers]) -> ListOrder:
    if (by := next(kinds_said("edits.swapped", rest), None)) and named[0].start < by.start < named[-1].end:
        behind = _values(each for each in named if each.start > by.start)
        replaced = _values(each for each in named if each.start < by.start)
        return ListOrder(ListChange.ADDED, behind, tuple(each for each in replaced if each not in behind))
    said_so = [each for each in words_said("edits.how", rest) if not _is_within_a_word(each, rest)]
    words = {ListChange(each.kind): each for each in reversed(said_so)}
    how = next((each for each in ListChange if each in words), None)
    if how is not ListChange.ALL_BUT:
        return ListOrder(how, _values(named))
    if ListChange.OUT in words:
        return ListOrder(ListChange.ONLY, _values(named))
    said = words[how]
    before = [each for each in named if each.start < said.start] if said.start < named[-1].start else []
    return ListOrder(how, _values(before), _values(each for each in named if each not in before))


def _is_within_a_word(said: FoundWord, rest: str) -> bool:
    """Return whether a single character that may except something is only part of a word (涉外)."""
    beside = rest[max(said.start - 1, 0) : said.start], rest[said.end : said.end + 1]
    return said.kind == ListChange.ALL_BUT and said.end - said.start == 1 and all(map(is_hanzi, beside))


def with_the_others(orders: Sequence[ListOrder], clause: str) -> list[ListOrder]:
    """Return `orders` with a clause behind them that names nothing: 除了公安局，其他都不要 keeps nothing else."""
    *before, last = orders or [ListOrder(ListChange.OUT, ())]
    drops = {each.kind for each in kinds_said("edits.how", clause)} & {ListChange.OUT, ListChange.ONLY}
    kept = () if last.how is ListChange.OUT else last.values or last.without
    of_others = kept and drops and says(clause, "decisions.requests.rest", "decisions.requests.all")
    return [*before, ListOrder(ListChange.ONLY, kept)] if of_others else [*orders]


def changed_list(orders: Sequence[ListOrder], present: Sequence[Any], everything: Sequence[Any]) -> list[Any] | None:
    """Return the list `present` after `orders`; it may be empty because nothing was chosen yet. None if they put others
    in place of what is not on it (不是公安局，是农业局)."""
    left, anew, before = list(present), False, ListChange.ONLY
    for place, each in enumerate(orders):
        then = orders[place + 1].how if place + 1 < len(orders) else ListChange.ONLY
        how = each.how or (ListChange.ADDED if ListChange.ADDED in (before, then) else ListChange.ONLY)
        if how is ListChange.ALL_BUT:
            left = list(each.values) or (left if anew else list(everything))
        elif how is ListChange.ONLY:
            left = [*left, *each.values] if anew else list(each.values)
        elif how is ListChange.OUT and not left:
            left = list(everything)
        out = each.values if how is ListChange.OUT else each.without
        replaces = then is None if how is ListChange.OUT else how is ListChange.ADDED
        if replaces and out and not {*left} & {*out}:
            return None
        left = [one for one in (*left, *each.values) if one not in out]
        anew = how is not ListChange.ADDED or not present
        before = how
    return list(dict.fromkeys(left))


def _values(named: Iterable[ListedMembers]) -> tuple[Any, ...]:
    return tuple(dict.fromkeys(value for each in named for value in each.values))
