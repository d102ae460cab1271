"""Which numbers of a text are figures, and of which indicators, by the trained model."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from data.patterns import Pattern
from data.understanding.entities.amounts import Amount
from data.understanding.entities.around_numbers import CODE, first_and_last, in_clause
from data.understanding.entities.figure_names import FIGURE_WORDS, LONGEST_GAP, Name
from data.understanding.entities.figure_values import unit_of
from data.understanding.intent.features import n_grams
from data.understanding.intent.model import load_model
from data.understanding.intent.tokens import placed_words
from data.understanding.lexicon import any_word
from data.understanding.normalise.sentence import TAKEN
from data.understanding.words import IndicatorWords

FIGURE, TOTAL, OTHER = "figure", "total", "other"
"""What a number may be to an indicator: its figure, its running total, or neither."""
_ENOUGH, _LEAST = 0.5, 0.25
"""The shares from which an amount counts: that of all its indicators together, and that of the likeliest alone."""
_FAR_BEHIND = 24
"""The most characters between a number and a name behind it; a name before it may be LONGEST_GAP away."""
_FIRST, _LAST = 56, 8
"""Of very many numbers only so many at the beginning and at the end are judged."""
_LOOKED_AT, _TAKEN_FROM_A_SIDE = 14, 4
_WORDS_AROUND, _IN_CLAUSE, _IN_TEXT, _IN_GAP = 14, 12, 60, 8
_NAME = "<indicator>"
_COLONS = (":", "：", " :", " ：")
_SENTENCE_ENDS = "。;；\n!！"
_TIMES = Pattern(any_word(FIGURE_WORDS["times"]))
BEFORE, BEHIND = "before", "behind"


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


def likely_figures(read: FigureText) -> Iterator[tuple[Pair, str]]:
    """Yield the likeliest indicator of each amount that is a figure or running total, and which of both it is.

    Words that name an indicator give it one figure and one running total.
    """
    model, found, sums = load_model("figures"), list[tuple[float, str, Pair]](), defaultdict[int, float](float)
    for pair, features in figure_features(read):
        shares = model.shares(features)
        share = shares[FIGURE] + shares[TOTAL]
        sums[pair.amount.start] += share
        found.append((share, max((FIGURE, TOTAL), key=shares.__getitem__), pair))
    found = [each for each in found if sums[each[2].amount.start] > _ENOUGH and each[0] > _LEAST]
    placed, used = set[int](), set[tuple[int, str, str]]()
    for _, meant, pair in sorted(found, key=lambda each: each[0], reverse=True):
        names = {(name.start, pair.indicator.name, meant) for name, _ in pair.names.values()}
        if pair.amount.start not in placed and not names <= used:
            placed.add(pair.amount.start)
            used |= {(pair.nearest.start, pair.indicator.name, meant)}
            yield pair, meant


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
        if distance(name, amount) > (LONGEST_GAP if side is BEFORE else _FAR_BEHIND) or len(met) == _TAKEN_FROM_A_SIDE:
            return
        apart = name.end <= amount.start or name.start >= amount.number_end
        indicator = unit_of(amount, name.indicators) if apart else None
        if indicator and indicator not in met:
            met.add(indicator)
            yield indicator, name


def figure_features(read: FigureText) -> Iterator[tuple[Pair, AbstractSet[str]]]:
    """Yield each pair of a text with the features that the model sees of it."""
    words = _Words(read)
    text = {f"text {each}" for each in n_grams(words.plain.words[:_IN_TEXT], 1, 2)} | {f"asked {read.asked}"}
    for pairs in pairs_in(read):
        common = text | set(_amount_features(read, words, pairs[0].amount))
        for pair in pairs:
            yield pair, common | set(_pair_features(read, words, pair, pairs))


class _Placed:
    """Words in the order of a text, found by their places."""

    def __init__(self, placed: Iterable[tuple[str, int, int]]) -> None:
        found = list(placed)
        self.words = [word for word, _, _ in found]
        self._starts, self._ends = [start for _, start, _ in found], [end for _, _, end in found]

    def between(self, start: int, end: int) -> list[str]:
        return self.words[bisect_left(self._starts, start) : bisect_right(self._ends, end)]

    def before(self, at: int) -> list[str]:
        last = bisect_right(self._ends, at)
        return ["^", *self.words[max(0, last - _WORDS_AROUND) : last]][-_WORDS_AROUND:]

    def behind(self, at: int) -> list[str]:
        first = bisect_left(self._starts, at)
        return [*self.words[first : first + _WORDS_AROUND], "$"][:_WORDS_AROUND]


class _Words:
    """The words of a text, plain, and with marks in place of amounts and names."""

    def __init__(self, read: FigureText) -> None:
        placed = [
            (CODE if word == TAKEN else word, start, end)
            for word, start, end in placed_words(read.text)
            if word != TAKEN or not read.text.endswith(TAKEN, 0, start)
        ]
        self.plain = _Placed(placed)
        self.marked = _Placed(_marked(placed, read))


def _marked(placed: Iterable[tuple[str, int, int]], read: FigureText) -> list[tuple[str, int, int]]:
    taken = bytearray(len(read.text))
    marks = [(f"#{each.counter}", each.start, each.end) for each in read.amounts]
    for _, start, end in marks:
        taken[start:end] = b"x" * (end - start)
    for name in read.names:
        if not any(taken[name.start : name.end]):
            taken[name.start : name.end] = b"x" * (name.end - name.start)
            marks.append((_NAME, name.start, name.end))
    rest = ((word, start, end) for word, start, end in placed if not any(taken[start:end]))
    return sorted([*marks, *rest], key=lambda each: each[1])


def _amount_features(read: FigureText, words: _Words, amount: Amount) -> Iterator[str]:
    """Yield what the model sees of an amount, whatever it may be of: how it is written, what stands around it."""
    counter = amount.counter or "0"
    is_sum = "元" in counter or amount.is_as_large_as_money
    yield from (f"counter {counter}", f"exact {amount.exactness.name} {is_sum}", f"hanzi {amount.is_one_hanzi}")
    for kind, placed in (("plain", words.plain), ("marked", words.marked)):
        before, behind = placed.before(amount.start), placed.behind(amount.end)
        yield f"{kind} {before[-1]} | {behind[0]}"
        for n in (1, 2, 3, 4):
            yield from (f"{kind} < {' '.join(before[-n:])}", f"{kind} > {' '.join(behind[:n])}")
        for n in (1, 2):
            yield from (f"{counter} {kind} < {' '.join(before[-n:])}", f"{counter} {kind} > {' '.join(behind[:n])}")
    before, behind = words.plain.before(amount.start), words.plain.behind(amount.end)
    start, rest = in_clause(before, behind)
    yield from (f"clause before {each}" for each in n_grams(start[-_IN_CLAUSE:], 1, 2, 3))
    yield from (f"clause behind {each}" for each in n_grams(rest[:_IN_CLAUSE], 1, 2))
    yield from (f"near before {each}" for each in n_grams(before, 1, 2))
    yield from (f"near behind {each}" for each in n_grams(behind, 1, 2))
    yield f"amounts {min(4, len(read.amounts))} names {min(4, len(read.names))}"
    yield f"time {_last_time(read.text, amount.start)}"
    yield from _among_amounts(read, words, amount)


def _last_time(text: str, at: int) -> str:
    """Return the last word before a place that tells for which time or whom numbers are, in the same sentence."""
    sentence = text[max(text.rfind(each, 0, at) for each in _SENTENCE_ENDS) + 1 : at]
    return next((each[0] for each in reversed(list(_TIMES.finditer(sentence)))), "")


def _among_amounts(read: FigureText, words: _Words, amount: Amount) -> Iterator[str]:
    """Yield how an amount stands to the ones before and behind it."""
    at = bisect_left(read.amounts, amount.start, key=lambda each: each.start)
    yield f"first {at == 0} last {at == len(read.amounts) - 1}"
    for side, other in ((BEFORE, read.amounts[at - 1 : at]), (BEHIND, read.amounts[at + 1 : at + 2])):
        if not other:
            yield f"none {side}"
            continue
        alike = f"{side} {other[0].counter == amount.counter}"
        first, last = (other[0], amount) if side is BEFORE else (amount, other[0])
        gap = words.marked.between(first.end, last.start)
        yield alike
        if len(gap) <= _IN_CLAUSE:
            yield from (f"{alike} {each}" for each in n_grams(gap, 1, 2))
            yield f"{alike} all {' '.join(gap)}"


def _pair_features(read: FigureText, words: _Words, pair: Pair, rivals: Sequence[Pair]) -> Iterator[str]:
    """Yield what the model sees of the words for an indicator beside an amount, and of its rivals."""
    amount, indicator = pair.amount, pair.indicator
    yield f"sides {' '.join(pair.names)} of {min(3, len(rivals))}"
    yield from (f"unit {indicator.unit} {amount.counter}", f"indicator {indicator.name} {amount.counter}")
    yield f"indicator {indicator.name}"
    for side in (BEFORE, BEHIND):
        if side in pair.names:
            yield from _name_features(read, words, amount, side, *pair.names[side])
        else:
            nearest = min((distance(each.names[side][0], amount) for each in rivals if side in each.names), default=99)
            yield f"no {side}, another {min(10, nearest)}"


def _name_features(read: FigureText, words: _Words, amount: Amount, side: str, name: Name, rank: int) -> Iterator[str]:
    word, is_before = read.text[name.start : name.end].removesuffix(f"({name.measure})"), side is BEFORE
    gap = words.marked.between(*((name.end, amount.start) if is_before else (amount.end, name.start)))
    manner = "spoken" if name.spoken else "latin" if name.latin else "sound" if name.by_sound else "name"
    fit = f"{side} {'own' if amount.counter else 'bare'}"
    yield from (f"{fit} {manner}", f"{side} word {word}", f"{side} word {word} {amount.counter}", f"{fit} word {word}")
    yield from (f"{fit} rank {rank}", f"{fit} length {min(_IN_CLAUSE, len(gap))}")
    yield f"{fit} between {min(2, gap.count(_NAME))} {min(2, sum(each[0] == '#' for each in gap))}"
    if len(gap) <= _IN_GAP:
        yield from (f"{fit} gap {' '.join(gap)}", f"{side} {word} gap {' '.join(gap)}")
    yield from (f"{side} in gap {each}" for each in n_grams(gap, 1, 2, 3))
    for n in (1, 2, 3):
        yield from (f"{side} gap < {' '.join(gap[:n])}", f"{side} gap > {' '.join(gap[-n:])}")
        beyond = words.marked.before(name.start)[-n:] if is_before else words.marked.behind(name.end)[:n]
        yield f"{side} beyond {' '.join(beyond)}"
        if n < 3:
            yield f"{side} {word} beyond {' '.join(beyond)}"
    yield from (f"{fit} {each}" for each in _others_of_name(read, amount, name))


def _others_of_name(read: FigureText, amount: Amount, name: Name) -> Iterator[str]:
    """Yield whether the amounts right before and right behind a name may be of its indicator, too, and how near."""
    at = bisect_left(read.amounts, name.start, key=lambda each: each.start)
    for side, other in ((BEFORE, read.amounts[max(0, at - 1) : at]), (BEHIND, read.amounts[at : at + 1])):
        if not other or other[0] is amount:
            yield f"{side} {'itself' if other else 'none'}"
            continue
        far = distance(name, other[0])
        fits = unit_of(other[0], name.indicators) is not None
        yield f"{side} {fits} {'beside' if not far else 'near' if far < 4 else 'far'}"
