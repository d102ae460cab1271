"""Whether a number is how far a task is, by the trained model."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby
from typing import NamedTuple

from data.understanding.entities.around_numbers import CODE, first_and_last, in_clause
from data.understanding.entities.percent_forms import NumberSaid
from data.understanding.intent.features import n_grams
from data.understanding.intent.model import load_model
from data.understanding.intent.tokens import tokens
from data.understanding.normalise.sentence import TAKEN, Span, is_within
from data.understanding.polarity import moods

SO_FAR, LEFT, OTHER = "done", "left", "other"
"""What a number may be: how much is done, how much is left to do, or something else."""
ENOUGH = 0.5
"""The share from which a number counts. Of authors not trained on, 12 in 13 of their texts are then read right."""
_BEFORE, _BEHIND, _CHARACTERS = 10, 16, 40
"""The most words on either side of a number that the model sees, and the most characters in which they are found."""
_MANY, _FIRST, _LAST = 4, 30, 10
_AROUND = " ,，。;；!！.~～)）"


class TextRead(NamedTuple):
    """A lower-cased text in which codes are TAKEN, its numbers, and the stretches about what is to come or was before;
    `asked` if it answers how far the task is."""

    text: str
    numbers: Sequence[NumberSaid]
    ahead: Sequence[Span] = ()
    formerly: Sequence[Span] = ()
    asked: bool = False

    @property
    def looked_at(self) -> Sequence[NumberSaid]:
        """The numbers that are judged: of very many only the first and the last."""
        return first_and_last(self.numbers, _FIRST, _LAST)


def likely_percents(read: TextRead) -> Iterator[tuple[NumberSaid, str, float]]:
    """Yield each number that is how much is done or left, rather than something else, with which, and how likely."""
    model = load_model("percents")
    for said, features in number_features(read):
        shares = model.shares(features)
        likeliest = max((SO_FAR, LEFT), key=shares.__getitem__)
        if shares[likeliest] > ENOUGH:
            yield said, likeliest, shares[likeliest]


def number_features(read: TextRead) -> Iterator[tuple[NumberSaid, AbstractSet[str]]]:
    """Yield each number of a text with the features that the model sees of it."""
    if not read.numbers:
        return
    of_text = {f"mood {mood.name}" for mood in moods(read.text)} | {f"asked {read.asked}"}
    signed = sum(not each.is_bare for each in read.numbers)
    for said in read.looked_at:
        before, behind = _around(read.text, said)
        kind = f"{'bare' if said.is_bare else 'signed'} {read.asked}"
        yield (
            said,
            {
                *of_text,
                f"form {said.form}",
                *_beside(before, behind, said.form, kind),
                *_in_clause(before, behind, kind),
                *(f"near before {each}" for each in n_grams(before, 1, 2)),
                *(f"near behind {each}" for each in n_grams(behind, 1, 2)),
                f"{kind} signed others {min(2, signed - (not said.is_bare))}",
                *(f"{kind} {each}" for each in _standing(read, said)),
            },
        )


def _around(text: str, said: NumberSaid) -> tuple[list[str], list[str]]:
    """Return the words before and behind a number; a code that all begins with tells only of a bare number."""
    first, last = max(0, said.start - _CHARACTERS), said.end + _CHARACTERS
    before, behind = _words(text[first : said.start]), _words(text[said.end : last])
    before = before if said.is_bare or before[:1] != [CODE] else before[1:]
    return ["^", *before][-_BEFORE:], [*behind, "$"][:_BEHIND]


def _words(text: str) -> list[str]:
    return [CODE if word == TAKEN else word for word, _ in groupby(tokens(text, ()))]


def _beside(before: Sequence[str], behind: Sequence[str], form: str, kind: str) -> Iterator[str]:
    """Yield the words right before and right behind a number, by themselves and with its form."""
    sides = [side for n in (1, 2, 3, 4) for side in (f"< {' '.join(before[-n:])}", f"> {' '.join(behind[:n])}")]
    yield from (f"{lead}{side}" for lead in ("", f"{form} ", f"{kind} ") for side in sides)
    for back, on in ((1, 1), (2, 1), (1, 2)):
        yield f"{kind} {' '.join(before[-back:])} | {' '.join(behind[:on])}"


def _in_clause(before: Sequence[str], behind: Sequence[str], kind: str) -> Iterator[str]:
    """Yield the words in the clause of a number, wherever they are."""
    start, rest = in_clause(before, behind)
    words = [f"before {each}" for each in n_grams(start, 1, 2, 3)]
    words += [f"behind {each}" for each in n_grams(rest, 1, 2)]
    yield from (f"{lead}{each}" for lead in ("", f"{kind} ") for each in words)
    yield f"{kind} alone {not start and rest[:1] in ([], ['$'])}"


def _standing(read: TextRead, said: NumberSaid) -> Iterator[str]:
    """Yield how a number stands among the others, in the text, and in time, and whether it is round."""
    yield f"round {said.value % 10 == 0} {said.value % 5 == 0}"
    yield f"small {said.value < 10} {said.value in (0, 100)}"
    yield f"first {said is read.numbers[0]} last {said is read.numbers[-1]}"
    yield f"others {min(_MANY, len(read.numbers) - 1)}"
    yield f"ends {not read.text[said.end : said.end + _CHARACTERS].strip(_AROUND)}"
    if said.is_bare:
        right_before = read.text[max(0, said.start - _BEFORE) : said.start].rstrip(" ,，:：")
        yield f"behind code {right_before.endswith(TAKEN)} code {TAKEN in read.text}"
    yield f"ahead {is_within(said.start, read.ahead)} formerly {is_within(said.start, read.formerly)}"
