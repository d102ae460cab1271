"""Which of several titles a sentence means by words of them: 双11那个 is 双11专项统计表."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby, pairwise

from data.understanding.normalise.sentence import blank_spans

SHORTEST_WORD = 3


def titles_named(titles: Mapping[int, str], text: str, other_words: Iterable[str] = ()) -> list[int]:
    """Return the numbers of the titles with the most words in `text`; empty if it has none that tells them apart.

    What stands in every title or in `other_words` tells nothing.
    """
    said, not_told = _words(text), {word for each in other_words for word in _words(each)}
    words = {key: _words(title) - not_told for key, title in titles.items()}
    shared = set.intersection(*words.values()) if len(words) > 1 else set()
    counts = {key: len((each - shared) & said) for key, each in words.items()}
    most = max(counts.values(), default=0)
    return [key for key, count in counts.items() if most and count == most]


def without_title(text: str, title: str) -> str:
    """Return a text without the words that it shares with a title."""
    told, lowered = _words(title, numbers=True), text.lower()
    spans = [(at, at + len(word)) for word in told for at in _places(lowered, word)]
    return blank_spans(text, spans, " ")


def _places(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def _words(text: str, *, numbers: bool = False) -> set[str]:
    """Return the Latin words of a text and its pairs of neighbouring other characters, without `numbers` only those
    that are not both digits."""
    found: set[str] = set()
    for kind, run in groupby(text.lower(), _kind):
        part = "".join(run)
        if kind == "latin" and len(part) >= SHORTEST_WORD:
            found.add(part)
        elif kind == "other":
            found |= {one + two for one, two in pairwise(part) if numbers or not (one + two).isdecimal()}
    return found


def _kind(char: str) -> str | None:
    if not char.isalnum():
        return None
    return "latin" if char.isascii() and char.isalpha() else "other"
