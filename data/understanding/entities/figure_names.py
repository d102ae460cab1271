"""The names of indicators, and where a text has them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from data.patterns import Pattern
from data.understanding.grouping import grouped
from data.understanding.lexicon import any_word, table
from data.understanding.words import IndicatorWords

WORDS: Mapping[str, Any] = table("figures")
LONGEST_GAP = 32
VERY_FAR = 14
EDGES = frozenset("\0 ,，、。;；\n")


@dataclass(frozen=True, slots=True)
class Indicators:
    """The indicators by each of their names, and by `spoken` words that mean them if the counter leaves no doubt."""

    known: tuple[IndicatorWords, ...]
    by_name: Mapping[str, tuple[IndicatorWords, ...]]
    spoken: Mapping[str, tuple[IndicatorWords, ...]]
    names: Pattern

    def __iter__(self) -> Iterator[IndicatorWords]:
        return iter(self.known)


class Name(NamedTuple):
    """A place that names an indicator, or several that differ only in their unit."""

    start: int
    end: int
    indicators: tuple[IndicatorWords, ...]
    spoken: bool
    latin: bool


def index_indicators(indicators: Iterable[IndicatorWords], *, asked: bool = False) -> Indicators:
    """Return the indicators prepared for reading; when figures are `asked` for, more words mean them."""
    return _indexed(tuple(indicators), asked)


@lru_cache(maxsize=32)
def _indexed(known: tuple[IndicatorWords, ...], asked: bool) -> Indicators:
    by_name, spoken = list[tuple[str, IndicatorWords]](), list[tuple[str, IndicatorWords]]()
    for indicator in known:
        names = {indicator.name.lower(), *(alias.lower() for alias in indicator.aliases)}
        names |= {word for name in names for word in WORDS["at_length"].get(name, ())}
        more = {word for name in names for word in WORDS["when_asked"].get(name, ())} if asked else set()
        by_name += [(name, indicator) for name in names | more]
        others = {word for name in names for word in WORDS["spoken"].get(name, ())} - names - more
        spoken += [(word, indicator) for word in others]
    pattern = Pattern(any_word({*dict(by_name), *dict(spoken), *WORDS["no_names"]}))
    return Indicators(known, grouped(by_name), grouped(spoken), pattern)


def names_in(text: str, indicators: Indicators) -> list[Name]:
    """Return where a lower-cased text names any of the indicators."""
    return [
        Name(
            *match.span(),
            indicators.by_name.get(match[0]) or indicators.spoken[match[0]],
            match[0] not in indicators.by_name,
            match[0].isascii(),
        )
        for match in indicators.names.finditer(text)
        if _is_a_name(match[0], text[max(0, match.start() - 1) : match.start()])
    ]


def _is_a_name(word: str, before: str) -> bool:
    return word not in WORDS["no_names"] and (word not in WORDS["alone"] or not before or before in EDGES)
