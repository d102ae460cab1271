"""Figures in lists: for which time those of a sentence are, which number is the whole of others, and which of several
numbers belongs to which of several names (立案、结案分别为14件、9件)."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate
from math import isclose
from typing import NamedTuple

from data.patterns import Match
from data.understanding.entities.amounts import Amount
from data.understanding.entities.figure_names import Name
from data.understanding.lexicon.patterns import patterns

WHOLE, OF_WHOLE = "whole", "part"
_FEWEST_PARTS, _MOST_PARTS = 2, 8
_SENTENCE_ENDS = frozenset("。;；\n!！")
_RULES = patterns("figures", "list_patterns")


class TimeSaid(NamedTuple):
    """A word that tells for which time, or for whom, the numbers behind it are; of a span of months only the kind."""

    start: int
    end: int
    word: str


class TimeOf(NamedTuple):
    """The word that tells for which time an amount is, the `place` of the amount behind it (0 is first), and whether
    the word `leads` a list, or stands between a name and its number (立案累计12件)."""

    said: TimeSaid
    place: int
    leads: bool


class Times:
    """The words of a text that tell for which time, or for whom, its amounts are."""

    def __init__(self, text: str, amounts: Sequence[Amount], names: Sequence[Name]) -> None:
        self._said = [_time_said(each) for each in _RULES["times"].finditer(text)]
        self._starts, self._ends = [each.start for each in self._said], [each.end for each in self._said]
        self._sentence_ends = [at for at, char in enumerate(text) if char in _SENTENCE_ENDS]
        self._amounts, self._names = [each.start for each in amounts], [each.start for each in names]

    def of(self, amount: Amount) -> TimeOf | None:
        """Return the last word for a time before an amount in the same sentence, or None."""
        said = self.before(amount.start)
        if said is None:
            return None
        first = bisect_left(self._amounts, said.end)
        place = bisect_left(self._amounts, amount.start) - first
        named = bisect_left(self._names, said.end)
        leads = named < len(self._names) and self._names[named] < self._amounts[first]
        return TimeOf(said, place, leads)

    def before(self, at: int) -> TimeSaid | None:
        """Return the last word for a time before a place in the same sentence, or None."""
        last = bisect_right(self._ends, at) - 1
        ended = bisect_left(self._sentence_ends, at) - 1
        if last < 0 or (ended >= 0 and self._sentence_ends[ended] > self._starts[last]):
            return None
        return self._said[last]

    def behind(self, amount: Amount, most: int) -> TimeSaid | None:
        """Return the first word for a time between an amount and the next one, at most so many characters behind it."""
        following = bisect_right(self._amounts, amount.start)
        end = min([amount.end + most, *self._amounts[following : following + 1]])
        first = bisect_left(self._starts, amount.end)
        return self._said[first] if first < len(self._said) and self._starts[first] < end else None


def _time_said(match: Match) -> TimeSaid:
    kind = next(iter(match.groups()), "")
    return TimeSaid(*match.span(), kind or match[0])


def wholes_and_parts(amounts: Sequence[Amount]) -> dict[int, str]:
    """Return, by where they start, the amounts that are the sum of those right before or behind them that count the
    same, as WHOLE, and those others as OF_WHOLE."""
    found, alike = dict[int, str](), defaultdict[str, list[tuple[int, float]]](list)
    for each in amounts:
        if each.counter:
            alike[each.counter].append((each.start, each.value))
    for counted in alike.values():
        for at, (start, whole) in enumerate(counted):
            before, behind = counted[max(0, at - _MOST_PARTS) : at][::-1], counted[at + 1 : at + 1 + _MOST_PARTS]
            parts = max(_parts(whole, before), _parts(whole, behind), key=len)
            if parts:
                found[start] = WHOLE
                found.update((part, OF_WHOLE) for part, _ in parts)
    return found


def _parts(whole: float, others: Sequence[tuple[int, float]]) -> Sequence[tuple[int, float]]:
    """Return the first few of the others, each with where it starts, that add up to the whole, or none."""
    sums = accumulate(value for _, value in others)
    few = (count for count, value in enumerate(sums, 1) if count >= _FEWEST_PARTS and isclose(value, whole))
    return others[: next(few, 0)]


def listed_together(text: str, amounts: Sequence[Amount], names: Sequence[Name]) -> Iterator[tuple[int, int]]:
    """Yield where an amount and where a name begins that have the same place in two lists: of names before 分别 or
    "respectively", and of at least as many numbers behind or before it."""
    starts = [each.start for each in amounts]
    for match in _RULES["respectively"].finditer(text):
        first = max(text.rfind(each, 0, match.start()) for each in _SENTENCE_ENDS) + 1
        named = [each for each in names if first <= each.start and each.end <= match.start()]
        behind = amounts[bisect_left(starts, match.end()) :]
        before = amounts[bisect_left(starts, first) : bisect_right(starts, match.start())]
        numbers = behind if len(behind) >= len(named) else before
        if 1 < len(named) <= len(numbers):
            yield from ((number.start, name.start) for number, name in zip(numbers, named, strict=False))
