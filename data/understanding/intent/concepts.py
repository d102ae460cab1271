"""Words of a sentence that come to the same in any tongue: what is learned of one serves for the others."""

from collections.abc import Iterator, Sequence
from functools import cache

from data.understanding.intent.features import n_grams
from data.understanding.lexicon import table
from data.understanding.lexicon.scanner import Found, Scanner
from data.understanding.normalise.romanise import syllables

_INFLECTED = 3
"""The length from which on a Latin word has endings."""
_SPELT = 2
"""So many hanzi are surely meant when they stand in pinyin, and so many more when only their initials do."""
_CLEAR = 5
"""How long pinyin must be not to be another word."""


def concepts(text: str) -> Iterator[Found]:
    """Yield where a lower-cased text has words of a concept, and which, in their order."""
    return _scanner().find(text)


def of_concepts(sequence: Sequence[str]) -> Iterator[str]:
    """Yield the n-grams of a sentence's concepts and marks, and its pairs with one or two between them."""
    edged = ["^", *sequence, "$"]
    yield from (f"concept {each}" for each in set(sequence))
    yield from ("concept " + each for each in n_grams(edged, 2, 3))
    yield from (f"concept {edged[at]} _ {edged[at + gap]}" for gap in (2, 3) for at in range(len(edged) - gap))


@cache
def _scanner() -> Scanner:
    meant = {
        word.replace("_", " "): concept for concept, listed in table("concepts").items() for word in listed.split()
    }
    spelt = {form: concept for word, concept in meant.items() for form in _other_forms(word)}
    return Scanner.of_words(spelt | meant)


def _other_forms(word: str) -> Iterator[str]:
    """Yield how else a word is met: a Latin one with its endings, hanzi in pinyin, and many of them by initials."""
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
