"""A scanner that finds the words of a lexicon in one pass over a text."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from data.understanding.grouping import lengths_by_start
from data.understanding.lexicon import words_of


class FoundWord(NamedTuple):
    """A word in a text: where it is, and of which kind."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Scanner:
    """The words of several kinds.

    The longest word at each place counts, so that a longer word can hide a shorter one that it does not mean (按计划 is
    no 计划). A Latin word counts only as a whole word. Words of the kind "" are passed over.
    """

    kinds: Mapping[str, str]
    lengths: Mapping[str, Mapping[str, tuple[int, ...]]]
    """The lengths of the words, the longest first, by their first and second character; of words of one character also
    by an empty second one."""

    @classmethod
    def of(cls, words: Mapping[str, str]) -> "Scanner":
        """Return a scanner for lists of lower-case words by their kinds."""
        return cls.of_words({word: kind for kind, listed in words.items() for word in words_of(listed)})

    @classmethod
    def of_words(cls, kinds: Mapping[str, str]) -> "Scanner":
        """Return a scanner for lower-case words, given the kind of each."""
        lengths: dict[str, dict[str, tuple[int, ...]]] = {}
        for start, found in lengths_by_start(kinds).items():
            lengths.setdefault(start[0], {})[start[1:]] = found
        for second in lengths.values():
            alone = second.get("", ())
            second |= {char: (*found, *alone) for char, found in second.items() if char}
        return cls(kinds, lengths)

    def find(self, text: str) -> Iterator[FoundWord]:
        """Yield the words in a lower-cased text from left to right, without overlaps."""
        known, done = self.lengths, 0
        for at in [at for at, char in enumerate(text) if char in known]:
            if at < done:
                continue
            behind = known[text[at]]
            lengths = behind.get(text[at + 1 : at + 2]) or behind.get("")
            if lengths and (end := self._end_at(text, at, lengths)):
                done = end
                if kind := self.kinds[text[at:end]]:
                    yield FoundWord(at, end, kind)

    def _end_at(self, text: str, at: int, lengths: Iterable[int]) -> int:
        """Return where the first of the words of these lengths ends that begin at a place, or 0 if none does."""
        if _joined(text, at):
            return 0
        for length in lengths:
            end = at + length
            if end <= len(text) and text[at:end] in self.kinds and not _joined(text, end):
                return end
        return 0


def _joined(text: str, at: int) -> bool:
    beside = text[at - 1 : at + 1]
    return 0 < at < len(text) and beside.isascii() and beside.isalpha()
