"""English deadlines, put into the Chinese wording that the grammar reads. Both come without idle space."""

import re
from collections.abc import Callable

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    "(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    "oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?"
)
_DAY = "(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_YEAR = "(?:(?:of)?[-, ]*(?P<year>[0-9]{4}))"
_END = "(?:endof(?:the)?|end-?)"
_LIMIT = re.compile(
    "(?:deadline:?|due:?|(?:tobe)?(?:completed?|finish(?:ed)?|submit(?:ted)?)(?=by|on|no|within))?"
    "(?:(?:onor)?by|until|in|onorbefore|before(?=theend)|not?laterthan)?(?:the)?"
)
_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_HALVES = {"first": "上", "second": "下"}
_WEEKDAYS = {
    "monday": "一",
    "tuesday": "二",
    "wednesday": "三",
    "thursday": "四",
    "friday": "五",
    "saturday": "六",
    "sunday": "日",
}
_COUNTS = {"one": "1", "two": "2", "three": "3", "six": "6", "ten": "10", "twelve": "12"}
_UNITS = {"day": "天", "workingday": "个工作日", "week": "周", "month": "个月", "year": "年"}
_EVERY = {
    "week": "每周",
    "month": "每月",
    "quarter": "每季度",
    "halfyear": "每半年",
    "half-year": "每半年",
    "sixmonths": "每半年",
    "year": "每年",
}


def _year(match: re.Match[str]) -> str:
    return f"{match['year']}年" if match["year"] else ""


def _month(match: re.Match[str]) -> str:
    return f"{_year(match)}{_MONTHS.index(match['month'][:3]) + 1}月"


_PHRASES: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (f"{_DAY}(?:of|-)?{_MONTH}{_YEAR}?", lambda m: f"{_month(m)}{m['day']}日"),
    (f"{_MONTH}{_DAY}{_YEAR}", lambda m: f"{_month(m)}{m['day']}日"),
    (f"{_END}?{_MONTH}{_YEAR}?", _month),
    (f"(?:{_END}(?:year)?|year-?end){_YEAR}", lambda m: f"{_year(m)}底"),
    (f"{_END}(?:this)?year|year-?end", lambda _: "年底"),
    (f"{_END}nextyear", lambda _: "明年底"),
    (f"{_END}(?:this)?month", lambda _: "本月底"),
    (f"{_END}?q(?P<n>[1-4]){_YEAR}?", lambda m: f"{_year(m)}第{m['n']}季度"),
    ("(?P<year>[0-9]{4})年?q(?P<n>[1-4])", lambda m: f"{_year(m)}第{m['n']}季度"),
    (
        f"{_END}?(?P<n>{'|'.join(_ORDINALS)})quarter{_YEAR}?",
        lambda m: f"{_year(m)}第{_ORDINALS[m['n']]}季度",
    ),
    (f"{_END}?(?P<n>first|second)half{_YEAR}?", lambda m: f"{_year(m)}{_HALVES[m['n']]}半年"),
    ("(?P<when>[0-9]{4}年[0-9]+月(?:[0-9]+日)?)", lambda m: m["when"]),
    (f"(?P<n>{'|'.join(_WEEKDAYS)})", lambda m: f"周{_WEEKDAYS[m['n']]}"),
    (
        f"within(?P<n>[0-9]{{1,3}}|{'|'.join(_COUNTS)})(?P<unit>{'|'.join(_UNITS)})s?"
        "(?:(?:of|after|from)(?:the)?(?:dateof)?issue)?",
        lambda m: f"{_COUNTS.get(m['n'], m['n'])}{_UNITS[m['unit']]}内",
    ),
    (f"{_DAY}of(?:every|each)month", lambda m: f"每月{m['day']}日"),
    (f"every(?P<n>{'|'.join(_WEEKDAYS)})", lambda m: f"每周{_WEEKDAYS[m['n']]}"),
    (f"{_END}?(?:every|each|oncea|oncein)(?P<n>{'|'.join(_EVERY)})", lambda m: _EVERY[m["n"]]),
    ("(?P<n>week|month|quarter|year)ly", lambda m: _EVERY[m["n"]]),
    ("annually", lambda _: _EVERY["year"]),
    ("(?:semi-?annual|half-?year)ly", lambda _: _EVERY["halfyear"]),
    ("(?:then)?(?:ongoing|continuous(?:ly)?|onanongoingbasis|long-?term)", lambda _: "持续"),
    ("(?:already)?(?:done|completed?)", lambda _: "已完成"),
    ("asarranged(?:byhigherauthorities)?", lambda _: "按上级安排"),
)


def in_chinese(text: str) -> str:
    """The text in Chinese wording if it is one of the English ones known, otherwise the text itself."""
    lowered = text.lower()
    for words in (lowered, _LIMIT.sub("", lowered, count=1)):
        for pattern, wording in _PHRASES:
            if match := re.fullmatch(pattern, words):
                return wording(match)
    return text
