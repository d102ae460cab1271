"""The features of a sentence that the models see."""

from collections.abc import Iterable, Iterator, Sequence

from data.understanding.meaning import Kind, Reading
from data.understanding.normalise.romanise import syllable

LENGTHS = (3, 6, 10, 16, 30, 60)
SHORTEST = 4
"""The length from which a Latin word is also cut into pieces."""

KINDS_OF_QUESTION = {
    "preview": ("preview",),
    "day": ("day", "until", "week"),
    "words": ("note", "obstacle", "reason", "text"),
    "choice": ("choice",),
    "number": ("percent", "figures"),
}
"""Questions that are answered alike, by the last word of their names."""


def word_features(tokens: Sequence[str]) -> list[str]:
    """Return the n-grams of the tokens and of their sounds, pairs with a gap, both ends, and the length."""
    edged = ["^", *tokens, "$"]
    sounds = [syllable(token) if len(token) == 1 else token for token in tokens]
    words = (token for token in tokens if len(token) >= SHORTEST and token.isascii())
    return [
        *n_grams(edged, 1, 2, 3, 4),
        *[f"{one} _{gap} {other}" for gap in (2, 3) for one, other in zip(edged, edged[gap:], strict=False)],
        *["~" + each for each in n_grams(sounds, 2, 3, 4)],
        *[part for word in words for part in _parts(word)],
        *[edge for n in (2, 3) for edge in ("^^" + " ".join(tokens[:n]), "$$" + " ".join(tokens[-n:]))],
        f"length {sum(len(tokens) >= length for length in LENGTHS)}",
    ]


def n_grams(tokens: Sequence[str], *lengths: int) -> list[str]:
    """Return the stretches of `tokens` of each of `lengths`."""
    return [" ".join(each) for n in lengths for each in zip(*(tokens[at:] for at in range(n)), strict=False)]


def _parts(word: str) -> Iterator[str]:
    """Yield the pieces of a Latin word, by which its other forms and misspellings are recognised; a mark has none."""
    if word[0].isalpha():
        edged = f"<{word}>"
        yield from (f"in {edged[at : at + n]}" for n in (3, 4) for at in range(len(edged) - n + 1))


def mark_features(tokens: Iterable[str], readings: Iterable[Reading]) -> Iterator[str]:
    """Yield each mark of what is named, statuses included, and all of them together."""
    marks = {token for token in tokens if token.startswith("<") and len(token) > 1}
    marks |= {f"<{reading.values[0]}>" for reading in readings if reading.kind is Kind.STATUS}
    yield from (f"names {mark}" for mark in marks)
    yield "names all " + " ".join(sorted(marks))


def question_features(asked: str, about: Iterable[str]) -> Iterator[str]:
    """Yield the open question, its kind, and what is said crossed with that kind.

    A question that no model has seen counts by its kind alone, and one of no known kind not at all.
    """
    yield f"asked {asked}"
    last = asked.rsplit("_", 1)[-1]
    kind = next((kind for kind, words in KINDS_OF_QUESTION.items() if last in words), None)
    yield f"kind {kind}"
    yield from (f"{kind or asked}| {feature}" for feature in about)
