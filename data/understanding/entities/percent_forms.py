"""How a percentage is written: 80%, 百分之八十, 八成五, 三分之二, a third, 80 percent, 完成80."""

from collections.abc import Callable
from typing import NamedTuple

from data.patterns import Match, Pattern, any_of
from data.understanding.lexicon import table
from data.understanding.lexicon.patterns import compiled
from data.understanding.numerals import number

_PARTS = {"half": 50, "third": 33, "quarter": 25}


class Form(NamedTuple):
    """A way to write a percentage: its group `m` is what is written; and what follows in no such."""

    pattern: Pattern
    value: Callable[[Match], float]
    not_before: tuple[str, ...] = ()


def _tenths(match: Match) -> float:
    rest = match["r"]
    return 10 * number(match["v"]) + (5 if rest == "半" else number(rest) if rest else 0)


def _share(match: Match) -> float:
    return 100 * number(match["v"]) / number(match["w"])


def _english_part(match: Match) -> float:
    count = {"two": 2, "three": 3}.get(match["n"] or "", 1)
    return 67 if match[0].startswith("two third") else count * _PARTS[match["v"]]


_VALUES: dict[str, Callable[[Match], float]] = {
    "number": lambda match: number(match["v"]),
    "tenths": _tenths,
    "share": _share,
    "part": _english_part,
    "half": lambda match: 50.0,
    "all": lambda match: 100.0,
}
_WORDS = table("percents")
FORMS = [
    Form(compiled(each["find"], _WORDS), _VALUES[each.get("value", "number")], tuple(each.get("not_before", ())))
    for each in _WORDS["forms"]
]
ANY_FORM = any_of(form.pattern for form in FORMS)
SIGNS = tuple(_WORDS["signs"])
"""One of these stands in a percentage that is no bare number."""
