"""English deadlines, put into the Chinese wording that the grammar reads. Both come without idle space."""

from collections.abc import Callable

from data.patterns import Match, Pattern

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    "(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    "oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?"
)
_DAY = "(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_YEAR = "(?:(?:of)?[-, ]*(?P<year>[0-9]{4}))"
_END = "(?:endof(?:the)?|end-?)"
_BY = "(?:(?:onor)?by|until|in|onorbefore|not?laterthan)"
_DONE = "(?:tobe)?(?:completed?|finish(?:ed)?|submit(?:ted)?)"
_LIMITS = (
    Pattern("(?P<when>.+)"),
    Pattern(f"(?:deadline:?|due:?)?{_BY}?(?:the)?(?P<when>.+)"),
    Pattern(f"{_DONE}(?:(?:on|{_BY})(?:the)?(?P<when>.+)|(?P<length>within.+))"),
    Pattern(f"(?:{_DONE})?beforethe(?P<when>endof.+)"),
)
_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_HALVES = {"first": "上", "second": "下"}
_WEEKDAYS = dict(
    zip(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"), "一二三四五六日", strict=True)
)
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


def _year(match: Match) -> str:
    return f"{match['year']}年" if match["year"] else ""


def _month(match: Match) -> str:
    return f"{_year(match)}{_MONTHS.index(match['month'][:3]) + 1}月"


_PHRASES: tuple[tuple[Pattern, Callable[[Match], str]], ...] = tuple(
    (Pattern(pattern), wording)
    for pattern, wording in (
        (f"{_DAY}(?:of|-)?{_MONTH}{_YEAR}?", lambda m: f"{_month(m)}{m['day']}日"),
        (f"{_MONTH}{_DAY}{_YEAR}", lambda m: f"{_month(m)}{m['day']}日"),
        (f"{_END}?{_MONTH}{_YEAR}?", _month),
        (f"(?:{_END}(?:year)?|year-?end){_YEAR}", lambda m: f"{_year(m)}底"),
        (f"{_END}(?:this)?year|year-?end", lambda _: "年底"),
        (f"{_END}nextyear", lambda _: "明年底"),
        (f"{_END}(?:this)?month", lambda _: "本月底"),
        (f"{_END}?q(?P<n>[1-4]){_YEAR}?", lambda m: f"{_year(m)}第{m['n']}季度"),
        ("(?P<year>[0-9]{4})年?q(?P<n>[1-4])", lambda m: f"{_year(m)}第{m['n']}季度"),
        (f"{_END}?(?P<n>{'|'.join(_ORDINALS)})quarter{_YEAR}?", lambda m: f"{_year(m)}第{_ORDINALS[m['n']]}季度"),
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
)


def in_chinese(text: str) -> str:
    """The text in Chinese wording if it is one of the English ones known, otherwise the text itself."""
    limits = (limit.fullmatch(text.lower()) for limit in _LIMITS)
    for words in (said for limit in limits if limit for said in limit.groups().values()):
        for pattern, wording in _PHRASES:
            if match := pattern.fullmatch(words):
                return wording(match)
    return text
