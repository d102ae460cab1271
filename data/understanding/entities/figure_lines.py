"""Lines that answer the question for figures: 立案12 案值350万，检查1，204户."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from data.understanding.entities.figure_names import Indicators
from data.understanding.entities.figures import find_figures
from data.understanding.lexicon import table
from data.understanding.lexicon.patterns import patterns
from data.understanding.meaning import Kind, Reading
from data.understanding.normalise.sentence import TAKEN, Span, blank, blank_spans, masked

_MASKS: dict[str, str] = table("figures")["line"]["masks"]
_RULES = patterns("figures", "line_patterns")
_THOUSANDS = 3


@dataclass(frozen=True, slots=True)
class FigureLine:
    """The figures of a line, the words that belong to none, and whether some are not meant as they stand."""

    readings: Sequence[Reading]
    left: Sequence[str]
    misread: bool = False


def says_none(line: str) -> bool:
    """Return whether a lower-cased line says that there are no figures."""
    return _RULES["none"].fullmatch(line) is not None


def read_line(line: str, indicators: Indicators) -> FigureLine:
    """Return the best reading of a lower-cased line.

    Full-width commas may be in numbers or between them, and names before their numbers or after them. The first way
    that leaves no word over is taken, or else the line as it stands with names first.
    """
    read = cache(lambda each, number_first: _read(each, indicators, number_first))
    written = dict.fromkeys((_with_thousands(line), line))
    ways = (read(each, number_first) for each in written for number_first in (False, True))
    whole = (each for each in ways if not (each.left or each.misread))
    return next(whole, None) or read(line, False)


def _read(line: str, indicators: Indicators, number_first: bool) -> FigureLine:
    found = find_figures(line, indicators, number_first=number_first)
    exact = [reading for reading in found if reading.kind is not Kind.NOT_EXACT]
    sure = _surely_meant(line, exact)
    words = [token[0] for token in _RULES["token"].finditer(blank(line, exact))]
    left = [word for word in words if not _RULES["nothing"].fullmatch(word)]
    return FigureLine(sure, left, misread=len(sure) < len(exact))


def _with_thousands(line: str) -> str:
    """Return a line with plain commas for full-width ones before three digits (1，204)."""
    three = [line[at + 1 : at + 1 + _THOUSANDS].isdecimal() for at in range(len(line))]
    return "".join("," if char == "，" and is_so else char for char, is_so in zip(line, three, strict=True))


def _surely_meant(line: str, readings: Sequence[Reading]) -> list[Reading]:
    """Return the readings that the words beside them do not make something else.

    That would be something planned, denied, of another time, or with a number left over that may be theirs.
    """
    changed = blank_spans(line, _altered_stretches(masked(blank(line, readings), _MASKS)))
    return [
        each
        for each in readings
        if not _RULES["rather_a_value"].fullmatch(line[each.start : each.end].strip()) and changed[each.start] != TAKEN
    ]


def _altered_stretches(left: str) -> Iterator[Span]:
    """Yield the stretches of a line whose figures mean something else because of the words `left` beside them.

    A plan, or a number left over, may be about all that follows in its sentence, a denial about its clause.
    """
    for sentence in _RULES["sentence"].finditer(left):
        begins, ends = sentence.span()
        for clause in _RULES["clause"].finditer(sentence[0]):
            start, end = begins + clause.start(), begins + clause.end()
            if _RULES["other_time"].search(clause[0]) or _RULES["number"].search(clause[0]):
                yield start, ends
                break
            if _RULES["denied"].search(clause[0]):
                yield start, end
