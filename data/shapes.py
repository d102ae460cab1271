"""A text as a row of signs, one for each word, number or mark in it: what patterns over whole words are matched with.

2019年12月底前完成, 二〇一九年十二月底前完成 and 2019年12月底前建成 have one shape: a pattern need not know how numbers
are spelled or which verbs there are, nor look around for where a word may begin.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import product

from data.patterns import Match, Pattern


@dataclass(frozen=True, slots=True)
class Shape:
    """The signs of a text, the words that they stand for, and where in the text these begin."""

    signs: str
    words: tuple[str, ...]
    starts: tuple[int, ...]

    @property
    def text(self) -> str:
        """What the shape is of."""
        return "".join(self.words)

    def between(self, start: int, end: int) -> Shape:
        """The part from one sign to before another."""
        return Shape(self.signs[start:end], self.words[start:end], self.starts[start:end])

    def without(self, places: Collection[int]) -> Shape:
        """What is left without the signs at these places."""
        kept = [at for at in range(len(self.signs)) if at not in places]
        signs = "".join(self.signs[at] for at in kept)
        return Shape(signs, tuple(self.words[at] for at in kept), tuple(self.starts[at] for at in kept))

    def of(self, match: Match, group: str | int = 0) -> Shape:
        """The part that a group of a pattern over the signs took; empty where it took no part."""
        return self.between(*match.span(group)) if match.start(group) >= 0 else self.between(0, 0)

    def said(self, match: Match, group: str | int = 0) -> str:
        """The words that a group of a pattern over the signs took."""
        return self.of(match, group).text


class Lexicon:
    """Words by their signs, and what else has a sign: patterns, looked for before the words or behind them.

    The longest word is taken, and what a pattern has found has its own sign where it is a word too. What is none of
    these has the sign that `other` gives its character.
    """

    def __init__(
        self,
        words: Mapping[str, str],
        before: Mapping[str, str],
        behind: Mapping[str, str],
        other: Callable[[str], str],
    ) -> None:
        longest_first = sorted(words, key=len, reverse=True)
        patterns = [*before.values(), "|".join(longest_first), *behind.values()]
        self._signs = [*before, "", *behind]
        self._words, self._other = words, other
        self._any = Pattern("|".join(f"({pattern})" for pattern in patterns))

    def shape(self, text: str) -> Shape:
        """The shape of a text."""
        signs, words, starts, done = list[str](), list[str](), list[int](), 0
        for match in self._any.finditer(text):
            (start, end), word = match.span(), match[0]
            signs += map(self._other, text[done:start])
            words += text[done:start]
            starts += range(done, start)
            signs.append(self._words.get(word) or self._signs[match.last_group() - 1])
            words.append(word)
            starts.append(start)
            done = end
        signs += map(self._other, text[done:])
        return Shape("".join(signs), (*words, *text[done:]), (*starts, *range(done, len(text))))


def words_by_sign(lists: Mapping[str, str]) -> dict[str, str]:
    """Each word's sign, of lists of words by their signs; {a,b}c stands for ac and bc."""
    return {word: sign for sign, words in lists.items() for entry in words.split() for word in _spelled_out(entry)}


def _spelled_out(entry: str) -> Iterable[str]:
    parts = [part.split(",") for part in entry.replace("}", "{").split("{")]
    return map("".join, product(*parts))
