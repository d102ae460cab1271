"""Which figures are surely meant: not those that the words beside them make planned, denied, or of another time."""

import re
from collections.abc import Iterator, Sequence

from data.understanding import Reading
from data.understanding.normalise.sentence import Span, blank

RATHER_A_VALUE = re.compile(r"案[件子][^件起宗个]*[万亿]")
"""Words of that kind and 350万 are no number of cases."""
OF_ANOTHER_TIME = re.compile(
    r"计划|(?<!虚)拟(?!定|订)|目标|指标|打算|准备|预[计期]|争取|力争|希望|将(?!近)|[下上]一?[个]?[月周季年步期]|下阶段|明[天年]"
    r"|去年|年底前|\b(?:plan\w*|target\w*|goals?|will|expect\w*|next|last (?:week|month|year|quarter))\b"
)
DENIED = re.compile(r"[没未无]|不(?!断)|\b(?:no|not|never|none)\b|n't\b")
NUMBER_LEFT = re.compile(r"\d")
UP_TO_A_STOP = re.compile(r"[^。;；\n]+")
CLAUSE = re.compile(r"[^,，、。;；\n]+")


def surely_meant(line: str, readings: Sequence[Reading]) -> list[Reading]:
    """The readings that are surely meant: not planned, denied or of another time, and without another number that may
    be theirs."""
    said = blank(line, [each for each in readings if OF_ANOTHER_TIME.search(each.values[0])])
    changed = list(_changed(said, blank(line, readings)))
    return [
        each
        for each in readings
        if not RATHER_A_VALUE.fullmatch(line[each.start : each.end].strip())
        and not any(start <= each.start < end for start, end in changed)
    ]


def _changed(line: str, left: str) -> Iterator[Span]:
    """The stretches of a line whose figures mean something else by what is said beside them, or by what is left.

    What is planned or a number left over may be meant of all that follows, what is denied of its clause.
    """
    for sentence in UP_TO_A_STOP.finditer(line):
        for clause in CLAUSE.finditer(line, *sentence.span()):
            if OF_ANOTHER_TIME.search(clause[0]) or NUMBER_LEFT.search(left, *clause.span()):
                yield clause.start(), sentence.end()
            elif DENIED.search(left, *clause.span()):
                yield clause.span()
