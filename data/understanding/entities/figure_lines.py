"""Lines that answer the question for figures: 立案12 案值350万，检查1，204户."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from data.understanding.entities.figure_names import Indicators
from data.understanding.entities.figures import find_figures
from data.understanding.lexicon.patterns import patterns
from data.understanding.meaning import Kind, Reading
from data.understanding.normalise.sentence import blank

_RULES = patterns("figures", "line_patterns")
_THOUSANDS = 3
_COUNTED = (Kind.FIGURE, Kind.NO_FIGURE, Kind.ONE_OF_SEVERAL, Kind.RUNNING_TOTAL, Kind.OTHER_TOTAL)


@dataclass(frozen=True, slots=True)
class FigureLine:
    """The figures of a line, and the words that belong to none."""

    readings: Sequence[Reading]
    left: Sequence[str]


def says_none(line: str) -> bool:
    """Return whether a lower-cased line says that there are no figures."""
    return _RULES["none"].fullmatch(line) is not None


@lru_cache(maxsize=64)
def read_line(line: str, indicators: Indicators) -> FigureLine:
    """Return the figures of a lower-cased line that answers what they are.

    Full-width commas may be in numbers or between them: the way that leaves no word over is taken, or else the line as
    it stands. What was read last is kept, because a line is looked at in several ways.
    """
    read = [_read(each, indicators) for each in dict.fromkeys((_with_thousands(line), line))]
    return next((each for each in read if not each.left), read[-1])


def _read(line: str, indicators: Indicators) -> FigureLine:
    found = tuple(each for each in find_figures(line, indicators, asked=True) if each.kind in _COUNTED)
    words = (token[0] for token in _RULES["token"].finditer(blank(line, found)))
    return FigureLine(found, tuple(word for word in words if not _RULES["nothing"].fullmatch(word)))


def _with_thousands(line: str) -> str:
    """Return a line with plain commas for full-width ones before three digits (1，204)."""
    three = [line[at + 1 : at + 1 + _THOUSANDS].isdecimal() for at in range(len(line))]
    return "".join("," if char == "，" and is_so else char for char, is_so in zip(line, three, strict=True))
