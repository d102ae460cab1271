"""Numbers written half in digits and half in numerals, or as they are said: 2十人, 十2件 and 1百20万 are read as 20, 12
and 120万, 12万6千 as 12.6万, 一点二亿 as 1.2亿, 两吨二 as 2.2吨."""

from collections.abc import Iterator

from data.patterns import Match, Pattern, any_of
from data.understanding.numerals import SCALES, number

_NUMERALS = "零〇一二两三四五六七八九十百千"
_RUN = Pattern(rf"[\d{_NUMERALS}]+")
ANY_MIXED = Pattern(rf"\d[{_NUMERALS}]|[{_NUMERALS}]\d")
"""What a text must have for `mixed_numerals` to find anything."""
_ONE = "[1-9一二两三四五六七八九]"
_NUMBER = Pattern(
    rf"(?:(?P<千>{_ONE}?)千)?[零〇]?(?:(?P<百>{_ONE}?)百)?[零〇]?(?:(?P<十>{_ONE}?)十)?(?P<rest>\d{{1,3}}|{_ONE})?"
)
_READ_ANYWAY = Pattern(r"\d[百千]")
_APART = ("克", "米", "瓦", "年")
"""Behind a number these make it another: 5万6千克, 3万2019年."""
_IN_TWO_SCALES = Pattern(
    rf"(?P<high>\d+)(?P<scale>[万亿])(?P<low>{_ONE}千(?:{_ONE}百)?(?:{_ONE}十)?{_ONE}?|\d{{4}})(?P<of>万?)"
)

_WHOLE = rf"(?P<whole>\d+|[两{_NUMERALS}]{{1,8}})"
_DECIMAL = Pattern(
    rf"(?P<of>百分之)?(?P<m>{_WHOLE}点(?P<tenths>[零〇一二三四五六七八九]{{1,4}}))(?P<by>[万亿吨]|公斤)?"
)
_TONNES = Pattern(rf"(?P<m>{_WHOLE}吨(?P<tenths>半|{_ONE}))(?:$|[^\d\pL]|[了的吧啊])")
_OF_A_SCALE = Pattern(r"(?P<m>(?P<n>\d)个)[万亿]")
_IN_LETTERS = Pattern(r"(?P<m>\b(?P<whole>\d+)(?P<scale>[wW])(?P<tenths>[1-9]))\b")
ANY_SPOKEN_DECIMAL = any_of([_DECIMAL, _TONNES, _OF_A_SCALE, _IN_LETTERS, _IN_TWO_SCALES])
"""What a text must have for `spoken_decimals` or `numbers_in_two_scales` to find anything."""


def numbers_in_two_scales(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield runs that put a decimal in the place of a number in two scales: 12.6万 for 12万6千, 2.3亿 for 2亿3千万."""
    for found in _IN_TWO_SCALES.finditer(text):
        start, end = found.span()
        low = _NUMBER.fullmatch(found["low"])
        value = _value(low) if low else int(found["low"])
        apart = text.endswith(".", 0, start) or text.startswith(_APART, end)
        if value and not apart and (found["scale"] == "亿") is bool(found["of"]):
            yield start, end, f"{found['high']}.{value:04d}".rstrip("0") + found["scale"]


def spoken_decimals(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield runs that write in digits what is said: 1.2亿 for 一点二亿 and 1.2个亿, 86.7% for 百分之八十六点七, 2.5吨
    for 两吨半, 3.5w for 3w5."""
    for found in filter(lambda each: each["of"] or each["by"], _DECIMAL.finditer(text)):
        tenths = "".join(str(int(number(each))) for each in found["tenths"])
        said = f"{int(number(found['whole']))}.{tenths}"
        yield (found.start(), found.end("m"), f"{said}%") if found["of"] else (*found.span("m"), said)
    for found in _TONNES.finditer(text):
        tenths = "5" if found["tenths"] == "半" else str(int(number(found["tenths"])))
        yield *found.span("m"), f"{int(number(found['whole']))}.{tenths}吨"
    for found in _OF_A_SCALE.finditer(text):
        yield *found.span("m"), found["n"]
    for found in _IN_LETTERS.finditer(text):
        yield *found.span("m"), f"{found['whole']}.{found['tenths']}{found['scale']}"


def mixed_numerals(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield runs that put plain digits in the place of numbers with digits as well as 十, 百 or 千.

    Left as they are: 5百 and 5千克, which any number with a scale is, and what is behind a code or a decimal point.
    """
    for run in _RUN.finditer(text):
        digits = [*map(str.isdigit, run[0])]
        if all(digits) or not any(digits) or _READ_ANYWAY.fullmatch(run[0]):
            continue
        if text.endswith((".", "-"), 0, run.start()):
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
