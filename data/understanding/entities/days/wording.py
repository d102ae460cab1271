"""The shapes of sentences with regard to days, and the numbers that their words stand for."""

import tomllib
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from data.calendar import Period
from data.patterns import Pattern
from data.shapes import Lexicon, Shape, words_by_sign
from data.understanding.grouping import grouped
from data.understanding.lexicon.patterns import compiled
from data.understanding.numerals import number

_YEARS_NAMED = r"\b(?:last|previous|this|next|coming|following)"
_BEFORE = {
    "A": f"{_YEARS_NAMED} year\\b",
    "x": "[a-z]+",
    "C": r"\b20[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])\b",
    "Z": "[0-9]{5,}",
    "Y": "20[0-9]{2}|二[〇零][一二三四五六七八九〇零]{2}",
}
_BEHIND = {"N": "[0-9]+", "n": "[零〇一二两三四五六七八九十百]+"}
_GAPS = (
    Pattern("(?:^|[^-NnY])[NnY](?P<gap> )[年月日周季个]"),  # not of 2-7 月底, where a code ends
    Pattern("[年月日](?P<gap> )[NnY]"),
)
_FIRST_MONTH = Pattern("(^|20[0-9]{2}|[^0-9零〇一二两三四五六七八九十百千万亿])元月")  # not of 300元月租
_KEPT = "年月的度在起第个份全半自从 ,./%'"
_UNITS = {
    Period.DAY: ("天", "日", "号", "自然日"),
    Period.WEEK: ("周", "星期", "礼拜"),
    Period.MONTH: ("月",),
    Period.QUARTER: ("季", "季度"),
    Period.HALF_YEAR: ("半年",),
    Period.YEAR: ("年", "年度"),
}
PERIOD_WORDS = {word: period for period, words in _UNITS.items() for word in (*words, period.value, f"{period.value}s")}
"""The words for units of time."""


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


@cache
def _words() -> tuple[Lexicon, dict[str, int]]:
    lists = _read("words")
    numbered = {sign: words for sign, words in lists.items() if not isinstance(words, str)}
    plain = lists | {sign: " ".join(words.values()) for sign, words in numbered.items()}
    values = {
        word.replace("_", " "): int(number)
        for table in numbered.values()
        for number, words in table.items()
        for word in words.split()
    }
    signs = {word.replace("_", " "): sign for word, sign in words_by_sign(plain).items()}
    phrases = sorted((word for word in signs if " " in word), key=len, reverse=True)
    before = {"phrases": rf"\b(?:{'|'.join(phrases)})\b", **_BEFORE}
    return Lexicon(signs, before, _BEHIND, lambda char: char if char in _KEPT else "?"), values


def with_first_month(text: str) -> str:
    """Return a text with 一月 for 元月, which is as long."""
    return _FIRST_MONTH.sub(r"\1一月", text) if "元月" in text else text


@lru_cache(maxsize=16)
def shape_of(text: str) -> Shape:
    """Return the shape of a lower-cased sentence, without spaces around numbers: 12 月 5 日."""
    shape = _words()[0].shape(with_first_month(text))
    gaps = {gap.start("gap") for rule in _GAPS for gap in rule.finditer(shape.signs)} if " " in shape.signs else ()
    return shape.without(gaps) if gaps else shape


def value(word: str) -> int:
    """Return the number that a word, a numeral or a year stands for."""
    found = _words()[1].get(word.removesuffix(" year"), _words()[1].get(word))
    return int(number(word.rstrip("年"))) if found is None else found


FEASTS = {int(feast): tuple(map(date.fromisoformat, days.split())) for feast, days in _read("feasts").items()}
"""The dates of feasts by the lunar calendar, by their lunar month and day (春节 is 101)."""
_RULES = _read("rules")
_PERIOD_RULES = [compiled(rule, _RULES) for _, rule in _RULES["rules"]]
"""How periods are written, over the signs of a shape."""
_RULES_WITH = grouped((sign, place) for place, (signs, _) in enumerate(_RULES["rules"]) for sign in signs)
"""The places of the rules that need each sign, or another."""


def period_rules(shape: Shape) -> list[Pattern]:
    """Return the rules for how periods are written that a shape has a sign for, in their order."""
    return [_PERIOD_RULES[at] for at in sorted({at for sign in {*shape.signs} for at in _RULES_WITH.get(sign, ())})]
