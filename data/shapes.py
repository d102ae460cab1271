"""Texts as rows of signs, one character for each word, number or mark, so that patterns can match whole words.

2019年12月底前完成, 二〇一九年十二月底前完成 and 2019年12月底前建成 have the same shape. A pattern over signs need not
know how numbers are spelled, which verbs there are, or where a word may begin.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import product

from data.patterns import Match, Pattern


@dataclass(frozen=True, slots=True)
class Shape:
    """The signs of a text, the word that each stands for, and the offset in the text where that word begins."""

    signs: str
    words: tuple[str, ...]
    starts: tuple[int, ...]

    @property
    def text(self) -> str:
        """The text that the signs stand for."""
        return "".join(self.words)

    def words_between(self, start: int, end: int) -> str:
        """Return the text from sign `start` up to sign `end`."""
        return "".join(self.words[start:end])

    def between(self, start: int, end: int) -> Shape:
        """Return the part of the shape from sign `start` up to sign `end`."""
        return Shape(self.signs[start:end], self.words[start:end], self.starts[start:end])

    def without(self, places: Collection[int]) -> Shape:
        """Return the shape without the signs at `places`."""
        kept = [at for at in range(len(self.signs)) if at not in places]
        signs = "".join(self.signs[at] for at in kept)
        return Shape(signs, tuple(self.words[at] for at in kept), tuple(self.starts[at] for at in kept))

    def of(self, match: Match, group: str | int = 0) -> Shape:
        """Return the part of the shape that a group of `match` took, or an empty shape if it took no part."""
        return self.between(*match.span(group)) if match.start(group) >= 0 else self.between(0, 0)

    def said(self, match: Match, group: str | int = 0) -> str:
        """Return the words that a group of `match` took."""
        return self.words_between(*match.span(group)) if match.start(group) >= 0 else ""


class Lexicon:
    """The sign of every word, and of what patterns match; the patterns `before` are tried first, those `behind` last.

    The longest word wins. A pattern's match that is also a word gets the sign of the word. Any character that neither a
    word nor a pattern takes gets the sign that `other` returns for it.
    """

    def __init__(
        self,
        words: Mapping[str, str],
        before: Mapping[str, str],
        behind: Mapping[str, str],
        other: Callable[[str], str],
    ) -> None:
        listed = "|".join(sorted(words, key=len, reverse=True))
        self._any = Pattern("|".join(f"(?:{each})" for each in (*before.values(), listed, *behind.values())))
        self._unlisted = Pattern("|".join(f"({each})" for each in (*before.values(), *behind.values())))
        self._signs = [*before, *behind]
        self._words, self._other = words, other

    def shape(self, text: str) -> Shape:
        """Return the shape of `text`."""
        signs, words, starts, done = list[str](), list[str](), list[int](), 0
        for match in self._any.finditer(text):
            (start, end), word = match.span(), match[0]
            signs += map(self._other, text[done:start])
            words += text[done:start]
            starts += range(done, start)
            signs.append(self._words.get(word) or self._sign_of_unlisted(match))
            words.append(word)
            starts.append(start)
            done = end
        signs += map(self._other, text[done:])
        return Shape("".join(signs), (*words, *text[done:]), (*starts, *range(done, len(text))))

    def _sign_of_unlisted(self, match: Match) -> str:
        """Return the sign of what is no word of the lexicon."""
        found = self._unlisted.match_where(match)
        return self._signs[found.last_group() - 1] if found else ""


def words_by_sign(lists: Mapping[str, str]) -> dict[str, str]:
    """Return the sign of each word. `lists` has words separated by spaces, by their sign; {a,b}c means ac and bc."""
    return {word: sign for sign, words in lists.items() for entry in words.split() for word in _spelled_out(entry)}


def _spelled_out(entry: str) -> Iterable[str]:
    parts = [part.split(",") for part in entry.replace("}", "{").split("{")]
    return map("".join, product(*parts))
