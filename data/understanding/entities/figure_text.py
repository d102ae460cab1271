"""A text with the amounts and the names of indicators in it, and the pairs of them that belong together."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from data.understanding.entities.amounts import Amount
from data.understanding.entities.figure_names import EDGES, LONGEST_GAP, Indicators, Name
from data.understanding.lexicon.patterns import patterns
from data.understanding.words import IndicatorWords

_RULES = patterns("figures", "pair_patterns")
_DEALT_WITH = "办"
"""The end of 督办, which may be read as the beginning of 办案."""


class Pair(NamedTuple):
    """An amount of an indicator, and where both are; `told` is whether the words in between say it is over."""

    indicator: IndicatorWords
    amount: Amount
    start: int
    end: int
    measure: str | None = None
    told: bool = False


class FigureText(NamedTuple):
    """A text with its amounts and the names in it of `indicators`."""

    text: str
    amounts: Sequence[Amount]
    names: Sequence[Name]
    indicators: Indicators

    def without(self, pairs: Iterable[Pair]) -> "FigureText":
        """Return the text without the amounts and names that are paired."""
        taken = bytearray(len(self.text))
        for pair in pairs:
            taken[pair.start : pair.end] = b"x" * (pair.end - pair.start)
        amounts = [each for each in self.amounts if not any(taken[each.start : each.end])]
        names = [each for each in self.names if not any(taken[each.start : each.end])]
        return self._replace(amounts=amounts, names=names)

    def ends(self, at: int) -> bool:
        """Return whether a clause ends or another name begins at a place."""
        return self.is_edge(at) or self.indicators.names.match(self.text[at : at + LONGEST_GAP]) is not None

    def is_edge(self, at: int) -> bool:
        """Return whether no word goes on at a place."""
        return not 0 <= at < len(self.text) or self.text[at] in EDGES


def is_not_filed(pair: Pair, text: str) -> bool:
    """Return whether cases of a pair are said not to be filed, but to be dealt with otherwise (督办案件7件)."""
    said = text[pair.start : pair.end]
    at = pair.start + said.startswith(_DEALT_WITH)
    before = text[max(0, at - LONGEST_GAP) : at]
    return _RULES["filed"].search(said) is None and _RULES["not_filed"].search(before) is not None
