"""A text with the amounts and the names of indicators in it, and the pairs of them that belong together."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from data.understanding.entities.amounts import Amount
from data.understanding.entities.figure_names import EDGES, LONGEST_GAP, Indicators, Name
from data.understanding.words import IndicatorWords


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
