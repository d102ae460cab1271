"""Numbers written half in digits and half in numerals: 2十人, 十2件 and 1百20万 are read as 20, 12 and 120万, and
12万6千 as 12.6万."""

from collections.abc import Iterator

from data.patterns import Match, Pattern
from data.understanding.numerals import SCALES, number

_NUMERALS = "零〇一二两三四五六七八九十百千"
_RUN, _MIXED = Pattern(rf"[\d{_NUMERALS}]+"), Pattern(rf"\d[{_NUMERALS}]|[{_NUMERALS}]\d")
_ONE = "[1-9一二两三四五六七八九]"
_NUMBER = Pattern(
    rf"(?:(?P<千>{_ONE}?)千)?[零〇]?(?:(?P<百>{_ONE}?)百)?[零〇]?(?:(?P<十>{_ONE}?)十)?(?P<rest>\d{{1,3}}|{_ONE})?"
)
_DIGIT, _READ_ANYWAY = Pattern(r"\d"), Pattern(r"\d[百千]")
_BESIDE, _LARGER = tuple(".-,"), ("万", "亿")
_MEASURES = ("克", "米", "瓦")
"""Behind 千 these are measures: 5千克."""
_IN_TWO_SCALES = Pattern(
    rf"(?P<high>\d+)(?P<scale>[万亿])(?P<low>{_ONE}千(?:{_ONE}百)?(?:{_ONE}十)?{_ONE}?|\d{{4}})(?P<of>万?)"
)


def numbers_in_two_scales(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield runs that put a decimal in the place of a number in two scales: 12.6万 for 12万6千, 2.3亿 for 2亿3千万."""
    for found in _IN_TWO_SCALES.finditer(text):
        start, end = found.span()
        low = _NUMBER.fullmatch(found["low"])
        value = int(found["low"]) if found["low"].isdecimal() else _value(low) if low else None
        apart = text.endswith((*_BESIDE, *_LARGER), 0, start) or text.startswith((*_MEASURES, *_BESIDE, "年"), end)
        goes_on = text[end : end + 1].isdecimal() or (found["scale"] == "亿") is not bool(found["of"])
        if value and not apart and not goes_on:
            yield start, end, f"{found['high']}.{value:04d}".rstrip("0") + found["scale"]


def mixed_numerals(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield runs that put plain digits in the place of numbers with digits as well as 十, 百 or 千.

    Left as they are: 5百 and 5千克, which any number with a scale is, and what is part of a code or a decimal.
    """
    for run in _RUN.finditer(text) if _MIXED.search(text) else ():
        start, end = run.span()
        if text.startswith((*_MEASURES, *_BESIDE), end) or text.endswith((*_BESIDE, *_LARGER), 0, start):
            continue
        found = _NUMBER.fullmatch(run[0])
        mixed = found and _DIGIT.search(run[0]) and not _READ_ANYWAY.fullmatch(run[0])
        if found and mixed and (value := _value(found)) is not None:
            yield start, end, str(value)


def _value(found: Match) -> int | None:
    """Return the value of a number, or None if it has no scale or its end is as large as the last of them (2十15)."""
    scales = [each for each in "千百十" if found[each] is not None]
    if not scales:
        return None
    last, rest = SCALES[scales[-1]], found["rest"] or ""
    if rest.isdecimal() and int(rest) >= last:
        return None
    short = len(rest) == 1 and last > SCALES["十"] and set(found[0]).isdisjoint("零〇")
    end = number(rest) * (last // 10 if short else 1) if rest else 0
    return int(sum(SCALES[each] * (number(found[each]) if found[each] else 1) for each in scales) + end)
