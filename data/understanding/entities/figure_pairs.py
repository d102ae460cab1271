"""Numbers of a text with the indicators that they may be of, by the words beside them."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from data.understanding.entities.amounts import Amount
from data.understanding.entities.around_numbers import first_and_last
from data.understanding.entities.figure_names import LONGEST_GAP, Name
from data.understanding.entities.figure_values import unit_of
from data.understanding.words import IndicatorWords

BEFORE, BEHIND = "before", "behind"
FAR_BEHIND = 24
"""The most characters between a number and a name behind it; a name before it may be LONGEST_GAP away."""
_FIRST, _LAST = 56, 8
"""Of very many numbers only so many at the beginning and at the end are judged."""
_LOOKED_AT, _TAKEN_FROM_A_SIDE = 14, 4
_COLONS = (":", "：", " :", " ：")


class FigureText(NamedTuple):
    """A lower-cased text in which what is named otherwise is TAKEN, with its amounts and the words that may mean an
    indicator; `asked` if it answers what the figures are."""

    text: str
    amounts: Sequence[Amount]
    names: Sequence[Name]
    asked: bool = False

    @property
    def looked_at(self) -> Sequence[Amount]:
        """The amounts that are judged: of very many only the first and the last."""
        return first_and_last(self.amounts, _FIRST, _LAST)


class Pair(NamedTuple):
    """An amount with an indicator that it may be of: the nearest words that mean it on either side, each with how many
    other indicators stand nearer on that side."""

    amount: Amount
    indicator: IndicatorWords
    names: Mapping[str, tuple[Name, int]]

    @property
    def nearest(self) -> Name:
        """The words for the indicator that are nearest to the amount."""
        return min((name for name, _ in self.names.values()), key=lambda each: distance(each, self.amount))

    @property
    def spoken(self) -> bool:
        """Whether none of the words is a name of the indicator."""
        return all(name.spoken or name.by_sound for name, _ in self.names.values())


def distance(name: Name, amount: Amount) -> int:
    """Return how many characters lie between a name and an amount."""
    return max(0, amount.start - name.end if name.start < amount.start else name.start - amount.end)


def pairs_in(read: FigureText) -> Iterator[list[Pair]]:
    """Yield, for each amount that any indicator is named for, the indicators that it may be of.

    A name with a colon behind it is of what follows.
    """
    starts = [name.start for name in read.names]
    for amount in read.looked_at:
        at = bisect_left(starts, amount.start)
        behind = [each for each in read.names[at : at + _LOOKED_AT] if not read.text.startswith(_COLONS, each.end)]
        sides = {BEFORE: reversed(read.names[max(0, at - _LOOKED_AT) : at]), BEHIND: behind}
        found = dict[IndicatorWords, dict[str, tuple[Name, int]]]()
        for side, names in sides.items():
            for rank, (indicator, name) in enumerate(_nearest(amount, side, names)):
                found.setdefault(indicator, {})[side] = name, rank
        if found:
            yield [Pair(amount, indicator, named) for indicator, named in found.items()]


def _nearest(amount: Amount, side: str, names: Iterable[Name]) -> Iterator[tuple[IndicatorWords, Name]]:
    """Yield the nearest indicators on one side of an amount that it can be measured in."""
    met = set[IndicatorWords]()
    for name in names:
        if distance(name, amount) > (LONGEST_GAP if side is BEFORE else FAR_BEHIND) or len(met) == _TAKEN_FROM_A_SIDE:
            return
        apart = name.end <= amount.start or name.start >= amount.number_end
        indicator = unit_of(amount, name.indicators) if apart else None
        if indicator and indicator not in met:
            met.add(indicator)
            yield indicator, name
