"""What the model of figures sees of a number and an indicator that it may be of."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from data.understanding.entities.amounts import Amount
from data.understanding.entities.around_numbers import CODE, in_clause
from data.understanding.entities.figure_lists import Times, listed_together, wholes_and_parts
from data.understanding.entities.figure_names import Name
from data.understanding.entities.figure_pairs import BEFORE, BEHIND, FAR_BEHIND, FigureText, Pair, distance, pairs_in
from data.understanding.entities.figure_values import unit_of
from data.understanding.intent.features import n_grams
from data.understanding.intent.tokens import placed_words
from data.understanding.normalise.sentence import TAKEN

_WORDS_AROUND, _IN_CLAUSE, _IN_TEXT, _IN_GAP = 14, 12, 60, 8
_NAME = "<indicator>"


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


class Words:
    """The words of a text, plain, and with marks in place of amounts and names, and what its lists of numbers tell."""

    def __init__(self, read: FigureText) -> None:
        self.times, self.sums = Times(*read[:3]), wholes_and_parts(read.amounts)
        self.listed = {*listed_together(*read[:3])}
        self.listed_numbers = {number for number, _ in self.listed}
        placed = [
            (CODE if word == TAKEN else word, start, end)
            for word, start, end in placed_words(read.text)
            if word != TAKEN or not read.text.endswith(TAKEN, 0, start)
        ]
        self.plain = _Placed(placed)
        self.marked = _Placed(_marked(placed, read))


def figure_features(read: FigureText) -> Iterator[tuple[Pair, AbstractSet[str]]]:
    """Yield each pair of a text with the features that the model sees of it."""
    return features_of(read, Words(read))


def features_of(read: FigureText, words: Words) -> Iterator[tuple[Pair, AbstractSet[str]]]:
    """Yield what figure_features does, with the words of the text found already."""
    text = {f"text {each}" for each in n_grams(words.plain.words[:_IN_TEXT], 1, 2)} | {f"asked {read.asked}"}
    for pairs in pairs_in(read):
        common = text | set(_amount_features(read, words, pairs[0].amount))
        for pair in pairs:
            yield pair, common | set(_pair_features(read, words, pair, pairs))


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


def _amount_features(read: FigureText, words: Words, amount: Amount) -> Iterator[str]:
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
    yield f"sum {words.sums.get(amount.start)}"
    yield from _time_features(words, amount)
    yield from _among_amounts(read, words, amount)


def _time_features(words: Words, amount: Amount) -> Iterator[str]:
    """Yield for which time or whom an amount is, by the words before and right behind it."""
    time = words.times.of(amount)
    if time is None:
        yield "time none"
    else:
        word, scope = time.said.word, "leads" if time.leads else "beside"
        yield from (f"time {word}", f"time {word} {scope}", f"time {word} {scope} {min(2, time.place)}")
    behind = words.times.behind(amount, FAR_BEHIND)
    yield f"time behind {behind.word if behind else None}"


def _among_amounts(read: FigureText, words: Words, amount: Amount) -> Iterator[str]:
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


def _pair_features(read: FigureText, words: Words, pair: Pair, rivals: Sequence[Pair]) -> Iterator[str]:
    """Yield what the model sees of the words for an indicator beside an amount, and of its rivals."""
    amount, indicator = pair.amount, pair.indicator
    yield f"sides {' '.join(pair.names)} of {min(3, len(rivals))}"
    yield from (f"unit {indicator.unit} {amount.counter}", f"indicator {indicator.name} {amount.counter}")
    yield f"indicator {indicator.name}"
    if amount.start in words.listed_numbers:
        named = any((amount.start, name.start) in words.listed for name, _ in pair.names.values())
        yield f"listed {named}"
    for side in (BEFORE, BEHIND):
        if side in pair.names:
            yield from _name_features(read, words, amount, side, *pair.names[side])
        else:
            nearest = min((distance(each.names[side][0], amount) for each in rivals if side in each.names), default=99)
            yield f"no {side}, another {min(10, nearest)}"


def _name_features(read: FigureText, words: Words, amount: Amount, side: str, name: Name, rank: int) -> Iterator[str]:
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
