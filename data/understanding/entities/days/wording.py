"""The shape of a sentence as far as days go, and the numbers that its words stand for."""

import tomllib
from functools import cache
from importlib.resources import files

from data.calendar import Period
from data.shapes import Lexicon, Shape
from data.understanding.numerals import number

_SIGNS = {
    "relative_day": "R",
    "two_days": "T",
    "relative_year": "A",
    "which": "W",
    "which_en": "V",
    "weekday": "D",
    "month_name": "E",
    "third": "X",
    "half": "h",
    "ordinal": "O",
    "count": "C",
    "holiday": "H",
    "day": "日",
    "week": "周",
    "weekend": "末",
    "quarter": "季",
    "end": "底",
    "within": "内",
    "ahead": "F",
    "recent": "P",
    "gone": "p",
    "before": "前",
    "behind": "后",
    "since": "s",
    "until": "L",
    "to": "到",
    "changed": "z",
    "due": "期",
    "dash": "-",
    "and": "&",
    "now": "r",
    "none": "?",
}
_ENGLISH_SIGNS = {
    "unit": "U",
    "suffix": "t",
    "quarter_sign": "q",
    "half_sign": "j",
    "half": "l",
    "end": "e",
    "of": "o",
    "the": "v",
    "within": "i",
    "by": "b",
    "to": "到",
    "and": "&",
    "since": "c",
    "from": "从",
    "between": "w",
    "ago": "g",
}
_BEFORE = {"x": "[a-z]+", "Z": "[0-9]{5,}", "Y": "20[0-9]{2}|二[〇零][一二三四五六七八九〇零]{2}"}
_BEHIND = {"N": "[0-9]+", "n": "[零〇一二两三四五六七八九十百]+"}
_KEPT = "年月的度在起第个份全半自从 ,./%'"
_UNITS = {
    Period.DAY: ("天", "日", "号"),
    Period.WEEK: ("周", "星期", "礼拜"),
    Period.MONTH: ("月",),
    Period.QUARTER: ("季", "季度"),
    Period.YEAR: ("年",),
}
PERIODS = {word: period for period, words in _UNITS.items() for word in (*words, period.value, f"{period.value}s")}
"""The words that days are counted in."""


@cache
def _words() -> tuple[Lexicon, dict[str, int]]:
    tables = tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))
    signs, values = dict[str, str](), dict[str, int]()
    plain = {_SIGNS[name]: words for name, words in tables.pop("words").items()}
    english = {_ENGLISH_SIGNS[name]: words for name, words in tables.pop("english").items()}
    for sign, words in [*plain.items(), *english.items()]:
        signs |= dict.fromkeys(words.split(), sign)
    for name, table in tables.items():
        for value, words in table.items():
            signs |= dict.fromkeys(words.split(), _SIGNS[name])
            values |= dict.fromkeys(words.split(), int(value))
    return Lexicon(signs, _BEFORE, _BEHIND, lambda char: char if char in _KEPT else "?"), values


def shape_of(text: str) -> Shape:
    """The shape of a lower-cased sentence."""
    return _words()[0].shape(text)


def value(word: str) -> int:
    """The number that a word, a numeral or a year stands for."""
    found = _words()[1].get(word)
    return int(number(word.rstrip("年"))) if found is None else found
