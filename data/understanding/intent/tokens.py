"""A sentence as the models see it: characters, Latin words, and marks in place of what it names."""

from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import groupby

from data.understanding.intent.concepts import concepts
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
    Kind.NOT_EXACT: "<figure>",
    Kind.INDICATOR: "<indicator>",
}
NUMBER = "#"
SURELY_NAMED = 0.8
"""From what sureness on the words for a task are a name; below they are words like others."""

LONGEST, TAIL = 200, 60
"""So many tokens of the beginning and of the end of a sentence count; in what lies between, people only tell."""


def tokens(heard: str, readings: Iterable[Reading], mine: Collection[str] = ()) -> list[str]:
    """Return the tokens of a normalised sentence; `mine` are the units and unit groups that the speaker answers for."""
    return _marked(heard, readings, mine, _words)


def concepts_and_marks(heard: str, readings: Iterable[Reading], mine: Collection[str] = ()) -> list[str]:
    """Return a sentence as no more than the concepts of its words and the marks of what it names."""
    return _marked(heard, readings, mine, lambda text: (found.kind for found in concepts(text)))


def _marked(
    heard: str, readings: Iterable[Reading], mine: Collection[str], read: Callable[[str], Iterable[str]]
) -> list[str]:
    """Return what is read between the readings that have a mark, with these marks in place."""
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
    for kind, run in groupby(text, _kind_of):
        match kind:
            case "letter":
                yield "".join(run)
            case "digit":
                yield NUMBER
            case "other":
                yield from run


def _kind_of(char: str) -> str:
    if char.isspace():
        return "space"
    if char.isdigit() and char.isascii():
        return "digit"
    return "letter" if char.isascii() and (char.isalpha() or char == "'") else "other"
