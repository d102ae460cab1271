"""Which numbers of a text are figures, and of which indicators, by the trained model."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from data.understanding.entities.figure_features import Words, features_of
from data.understanding.entities.figure_pairs import FigureText, Pair
from data.understanding.intent.model import load_model

FIGURE, TOTAL, OTHER = "figure", "total", "other"
"""What a number may be to an indicator: its figure, its running total, or neither."""
_ENOUGH, _LEAST, _SURELY = 0.5, 0.25, 0.6
"""The shares from which an amount counts: that of all its indicators together, and that of the likeliest alone; and
from which one counts beside another of the same words (12家药店、20家超市接受检查)."""


def likely_figures(read: FigureText) -> Iterator[tuple[Pair, str]]:
    """Yield the likeliest indicator of each amount that is a figure or running total, and which of both it is.

    Words that name an indicator give it one figure and one running total, and further ones if they surely are. The
    first amount of a list behind a word for its time tells which of both all of them are (累计立案50件，抓获8人).
    """
    model, words, found, sums = load_model("figures"), Words(read), list[_Likely](), defaultdict[int, float](float)
    for pair, features in features_of(read, words):
        shares = model.shares(features)
        share = shares[FIGURE] + shares[TOTAL]
        sums[pair.amount.start] += share
        found.append(_Likely(share, max((FIGURE, TOTAL), key=shares.__getitem__), pair))
    found = [each for each in found if sums[each.pair.amount.start] > _ENOUGH and each.share > _LEAST]
    found.sort(key=lambda each: each.share, reverse=True)
    placed, used, lists = set[int](), set[tuple[int, str, str]](), _meant_by_lists(words, found)
    for share, meant, pair in found:
        meant = lists.get(pair.amount.start, meant)
        names = {(name.start, pair.indicator.name, meant) for name, _ in pair.names.values()}
        if pair.amount.start not in placed and (share > _SURELY or not names <= used):
            placed.add(pair.amount.start)
            used |= {(pair.nearest.start, pair.indicator.name, meant)}
            yield pair, meant


class _Likely(NamedTuple):
    """How likely an amount is a figure or running total of an indicator, and which of both."""

    share: float
    meant: str
    pair: Pair


def _meant_by_lists(words: Words, found: Sequence[_Likely]) -> Mapping[int, str]:
    """Return, by where an amount starts that is in a list behind a word for its time, what the first amount of the list
    is by its likeliest indicator; `found` are sorted, the likeliest first."""
    lists = defaultdict[int, list[tuple[int, _Likely]]](list)
    for each in found:
        time = words.times.of(each.pair.amount)
        if time is not None and time.leads:
            lists[time.said.start].append((time.place, each))
    return {
        each.pair.amount.start: min(listed, key=lambda placed: placed[0])[1].meant
        for listed in lists.values()
        for _, each in listed
    }
