"""Numbers written half in digits and half in numerals: 2十人, 十2件 and 1百20万 are read as 20, 12 and 120万, and
12万6千 as 12.6万."""

from collections.abc import Iterator

from data.patterns import Match, Pattern
from data.understanding.numerals import SCALES, number

_NUMERALS = "零〇一二两三四五六七八九十百千"
_RUN = Pattern(rf"[\d{_NUMERALS}]+")
_ONE = "[1-9一二两三四五六七八九]"
_NUMBER = Pattern(
    rf"(?:(?P<千>{_ONE}?)千)?[零〇]?(?:(?P<百>{_ONE}?)百)?[零〇]?(?:(?P<十>{_ONE}?)十)?(?P<rest>\d{{1,3}}|{_ONE})?"
)
_DIGIT, _READ_ANYWAY = Pattern(r"\d"), Pattern(r"\d[百千]")
_APART = ("克", "米", "瓦", "年")
"""Behind a number these make it another: 5万6千克, 3万2019年."""
_IN_TWO_SCALES = Pattern(
    rf"(?P<high>\d+)(?P<scale>[万亿])(?P<low>{_ONE}千(?:{_ONE}百)?(?:{_ONE}十)?{_ONE}?|\d{{4}})(?P<of>万?)"
)


def numbers_in_two_scales(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield runs that put a decimal in the place of a number in two scales: 12.6万 for 12万6千, 2.3亿 for 2亿3千万."""
    for found in _IN_TWO_SCALES.finditer(text):
        start, end = found.span()
        low = _NUMBER.fullmatch(found["low"])
        value = _value(low) if low else int(found["low"])
        apart = text.endswith(".", 0, start) or text.startswith(_APART, end)
        if value and not apart and (found["scale"] == "亿") is bool(found["of"]):
            yield start, end, f"{found['high']}.{value:04d}".rstrip("0") + found["scale"]


def mixed_numerals(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield runs that put plain digits in the place of numbers with digits as well as 十, 百 or 千.

    Left as they are: 5百 and 5千克, which any number with a scale is, and what is behind a code or a decimal point.
    """
    for run in _RUN.finditer(text):
        if text.endswith((".", "-"), 0, run.start()) or not _DIGIT.search(run[0]) or _READ_ANYWAY.fullmatch(run[0]):
            continue
        found = _NUMBER.fullmatch(run[0])
        if found and (value := _value(found)) is not None:
            yield *run.span(), str(value)


def _value(found: Match) -> int | None:
    """Return the value of a number, or None if it has no scale or its end is as large as the last of them (2十15)."""
    scales = [each for each in "千百十" if found[each] is not None]
    if not scales:
        return None
    last, rest = SCALES[scales[-1]], found["rest"] or ""
    if rest.isdecimal() and int(rest) >= last:
        return None
    short = len(rest) == 1 and set(found[0]).isdisjoint("零〇")
    end = number(rest) * (last // 10 if short else 1) if rest else 0
    return int(sum(SCALES[each] * (number(found[each]) if found[each] else 1) for each in scales) + end)
