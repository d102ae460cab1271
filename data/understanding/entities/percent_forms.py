"""Numbers that may be a percentage, as they are written: 80%, 百分之八十, 八成五, 一半, 三分之二, a third, 80, 八十."""

from collections.abc import Callable, Iterator
from statistics import fmean
from typing import Any, NamedTuple

from data.patterns import Match, Pattern, PatternSet
from data.understanding.lexicon import table
from data.understanding.lexicon.patterns import compiled
from data.understanding.numerals import number

HUNDRED = 100
_WORDS: dict[str, Any] = table("percents")
SIGNS = tuple(_WORDS["signs"])
"""Every percentage that is not a bare number has one of these."""
_PARTS = {"third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_IMPOSSIBLE = -1


class NumberSaid(NamedTuple):
    """A number that would be a percentage of `value`, written from `start` to `end` in the form of this name."""

    start: int
    end: int
    form: str
    value: float

    @property
    def is_bare(self) -> bool:
        """Whether nothing in its form says that it is a percentage."""
        return self.form in _BARE

    @property
    def percent(self) -> int:
        """The percentage as a whole number."""
        return round(self.value)


def _whole(match: Match) -> float:
    said = match["v"]
    is_number = not said[0].isdecimal() or said.replace(".", "", 1).isdecimal()
    return value if is_number and (value := number(said)) % 1 == 0 else _IMPOSSIBLE


def _tenths(match: Match) -> float:
    """Return the percentage of so many tenths, and of 七八成 what is in the middle."""
    tenths, rest = match["v"], match["r"]
    return 10 * fmean(map(number, tenths)) + (5 if rest == "半" else number(rest) if rest else 0)


def _share(match: Match) -> float:
    return HUNDRED * number(match["v"]) / number(match["w"])


def _english_part(match: Match) -> float:
    count = 1 if match["v"] in ("a", "an") else number(match["v"])
    return HUNDRED * count / _PARTS[match["w"]]


_VALUES: dict[str, Callable[[Match], float]] = {
    "tenths": _tenths,
    "share": _share,
    "slash": _share,
    "part": _english_part,
    "half": lambda match: HUNDRED / 2,
    "all": lambda match: HUNDRED,
}
_BARE: frozenset[str] = frozenset(_WORDS["bare_forms"])
_FORMS: dict[str, Pattern] = {name: compiled(find, _WORDS) for name, find in _WORDS["forms"].items()}
_ALL = PatternSet(each.source for each in _FORMS.values())


def numbers_said(text: str) -> list[NumberSaid]:
    """Return all numbers from 0 to 100 in a lower-cased text that may be a percentage, in order."""
    return sorted(each for each in _numbers(text) if 0 <= each.value <= HUNDRED)


def has_signed_number(text: str) -> bool:
    """Return whether a lower-cased text may have a number that is a percentage by its form."""
    return not _BARE.issuperset(_forms_in(text))


def _forms_in(text: str) -> list[str]:
    found = _ALL.found_in(text)
    return [form for form, find in _FORMS.items() if find.source in found]


def _numbers(text: str) -> Iterator[NumberSaid]:
    taken = set[int]()
    for form in _forms_in(text):
        for match in _FORMS[form].finditer(text):
            start, end = match.span("m")
            if taken.isdisjoint(range(start, end)):
                taken.update(range(start, end))
                yield NumberSaid(start, end, form, _VALUES.get(form, _whole)(match))
