"""Concepts: words that mean the same in either language, so that what is learned for one holds for all."""

from collections.abc import Iterator, Sequence
from functools import cache

from data.understanding.intent.features import n_grams
from data.understanding.lexicon import table
from data.understanding.lexicon.scanner import FoundWord, Scanner
from data.understanding.normalise.romanise import syllables

_INFLECTED = 3
"""The length from which a Latin word has endings."""
_SPELT = 2
"""The fewest hanzi that are recognised in pinyin; by their initials, twice as many are needed."""
_CLEAR = 5
"""The shortest pinyin that is not mistaken for another word."""


def find_concepts(text: str) -> Iterator[FoundWord]:
    """Return an iterator over the words in a lower-cased text that belong to a concept, in order."""
    return _scanner().find(text)


def concept_features(sequence: Sequence[str]) -> list[str]:
    """Return the n-grams of a sentence's concepts and marks, and its pairs with one or two in between."""
    edged = ["^", *sequence, "$"]
    return [
        *[f"concept {each}" for each in set(sequence)],
        *["concept " + each for each in n_grams(edged, 2, 3)],
        *[f"concept {one} _ {other}" for gap in (2, 3) for one, other in zip(edged, edged[gap:], strict=False)],
    ]


@cache
def _scanner() -> Scanner:
    meant = {
        word.replace("_", " "): concept for concept, listed in table("concepts").items() for word in listed.split()
    }
    spelt = {form: concept for word, concept in meant.items() for form in _other_forms(word)}
    return Scanner.of_words(spelt | meant)


def _other_forms(word: str) -> Iterator[str]:
    """Yield other forms of a word: endings of a Latin one, pinyin of hanzi, and initials of many hanzi."""
    if word.isascii():
        yield from _inflected(word) if word.isalpha() and len(word) >= _INFLECTED else ()
    elif len(word) >= _SPELT:
        sounds = syllables(word)
        yield from (form for form in ("".join(sounds), " ".join(sounds)) if len(form) >= _CLEAR and form.isascii())
        if len(word) >= 2 * _SPELT:
            yield "".join(sound[0] for sound in sounds)


def _inflected(word: str) -> Iterator[str]:
    stem, last = word[:-1], word[-1]
    yield f"{word}s"
    yield f"{word}ing"
    match last:
        case "e":
            yield from (f"{word}d", f"{stem}ing")
        case "y":
            yield from (f"{stem}ied", f"{stem}ies")
        case _:
            yield from (f"{word}ed", f"{word}es", f"{word}{last}ing", f"{word}{last}ed")
