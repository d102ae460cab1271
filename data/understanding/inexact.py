"""Numbers that are only about right: ranges (3-5件) and approximate ones (约12件, 12余件, 三五件)."""

import re

_RANGE = re.compile(
    r"[ ]?[千万亿]?[ ]?(?:[户人]次|万?元|[件起人名户家场次个])?(?:[-~～至到]|或者?)\d+(?![\d-]*[年月日号])"
)
_OF_A_RANGE = re.compile(r"\d[千万亿]?(?:[件起人名户家场次个])?(?:[-~～至到]|或者?)$")
_MORE = re.compile(
    r"[ ]?[万千百]?(?:余|多|几|来(?=[件起人名户家场次个]))|[ ]?[件起人名户家场次个]?次?(?:左右|上下|开外)"
)
_ABOUT = re.compile(r"(?:大约|约(?!谈)|大概|差不多|接近|将近)[ ]*$")
_A_FEW = re.compile(r"(?<![一二两三四五六七八九])[一二两三四五六七八九]{2}(?![一二两三四五六七八九])")


def is_a_range(text: str, start: int, end: int) -> bool:
    """Say whether the number of a lower-cased text between `start` and `end` is one end of a range."""
    return bool(_RANGE.match(text, end) or _OF_A_RANGE.search(text, 0, start))


def range_end(match: re.Match[str]) -> int:
    """Return where a match whose number `n` may begin a range ends, with the range."""
    further = _RANGE.match(match.string, match.end("n"))
    return max(match.end(), further.end() if further else 0)


def is_approximate(text: str, start: int, end: int) -> bool:
    """Say whether the number of a lower-cased text between `start` and `end` is only about right."""
    about = _ABOUT.search(text, 0, start) or _MORE.match(text, end)
    return bool(about or _A_FEW.search(text, start, end))
