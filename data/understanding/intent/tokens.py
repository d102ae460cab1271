"""Sentences as the models see them: characters, Latin words, and marks in place of what is named."""

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import lru_cache
from itertools import groupby

from data.understanding.intent.concepts import find_concepts
from data.understanding.meaning import Kind, Reading

OWN = "<own>"
MARKS = {
    Kind.UNIT: "<unit>",
    Kind.STRANGER: "<stranger>",
    Kind.SECTION: "<section>",
    Kind.CODE: "<code>",
    Kind.NO_CODE: "<code>",
    Kind.TASK: "<task>",
    Kind.TIME: "<day>",
    Kind.PERCENT: "<percent>",
    Kind.NO_PERCENT: "<percent>",
    Kind.FIGURE: "<figure>",
    Kind.NO_FIGURE: "<figure>",
    Kind.ONE_OF_SEVERAL: "<figure>",
    Kind.NOT_EXACT: "<figure>",
    Kind.OTHER_TOTAL: "<figure>",
    Kind.INDICATOR: "<indicator>",
}
NUMBER = "#"
SURELY_NAMED = 0.8
"""The sureness from which words for a task count as a name, and not as words like others."""

LONGEST, TAIL = 200, 60
"""How many tokens count at the beginning and at the end of a sentence; what lies between only tells."""


def tokens(heard: str, readings: Iterable[Reading], mine: Collection[str] = ()) -> list[str]:
    """Return the tokens of a normalised sentence; `mine` are the units and unit groups that the speaker answers for."""
    return _marked(heard, readings, mine, _words)


def concepts_and_marks(heard: str, readings: Iterable[Reading], mine: Collection[str] = ()) -> list[str]:
    """Return the concepts in a sentence and the marks of what it names, in order."""
    return _marked(heard, readings, mine, lambda text: (found.kind for found in find_concepts(text)))


def _marked(
    heard: str, readings: Iterable[Reading], mine: Collection[str], read: Callable[[str], Iterable[str]]
) -> list[str]:
    """Return what `read` yields between the readings that have a mark, with the marks in place."""
    text, found, at = heard.lower(), list[str](), 0
    for reading in sorted(readings, key=lambda each: (each.start, -each.end)):
        mark = _mark(reading, mine)
        if mark and reading.start >= at:
            found += [*read(text[at : reading.start]), mark]
            at = reading.end
    found += read(text[at:])
    return found if len(found) <= LONGEST + TAIL else [*found[:LONGEST], *found[-TAIL:]]


def _mark(reading: Reading, mine: Collection[str]) -> str | None:
    if reading.kind is Kind.UNIT and any(unit in mine for unit in reading.values):
        return OWN
    if reading.kind is Kind.TASK and reading.sureness < SURELY_NAMED:
        return None
    if reading.kind is Kind.NOT_YET:
        return MARKS[Kind.PERCENT] if "%" in reading.values[0] else MARKS[Kind.FIGURE]
    return MARKS.get(reading.kind)


def _words(text: str) -> Iterator[str]:
    return (word for word, _, _ in placed_words(text))


def placed_words(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the characters, Latin words and NUMBERs of a lower-cased text, each with where it begins and ends."""
    at = 0
    for kind, run in groupby(text, _kind_of):
        said = "".join(run)
        match kind:
            case "letter":
                yield said, at, at + len(said)
            case "digit":
                yield NUMBER, at, at + len(said)
            case "other":
                yield from ((char, place, place + 1) for place, char in enumerate(said, at))
        at += len(said)


@lru_cache(maxsize=8192)
def _kind_of(char: str) -> str:
    if char.isspace():
        return "space"
    if char.isdigit() and char.isascii():
        return "digit"
    return "letter" if char.isascii() and (char.isalpha() or char == "'") else "other"
