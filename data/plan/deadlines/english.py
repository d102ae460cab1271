"""English deadlines, put into the Chinese wording that the grammar reads; days and periods are left as they are."""

from collections.abc import Callable

from data.patterns import Match, Pattern

_BY = "(?:(?:on or )?by|until|in|on or before|not? later than)"
_DONE = "(?:to be )?(?:completed?|finish(?:ed)?|submit(?:ted)?)"
_LIMITS = (
    Pattern("(?P<when>.+)"),
    Pattern(f"(?:deadline: ?|due:? ?)?(?:{_BY} )?(?:the )?(?P<when>.+)"),
    Pattern(f"{_DONE} (?:(?:on|{_BY}) (?:the )?(?P<when>.+)|(?P<length>within .+))"),
    Pattern(f"(?:{_DONE} )?before the (?P<when>end of .+)"),
)
_WEEKDAYS = dict(
    zip(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"), "一二三四五六日", strict=True)
)
_COUNTS = {"one": "1", "two": "2", "three": "3", "six": "6", "ten": "10", "twelve": "12"}
_UNITS = {"day": "天", "working day": "个工作日", "week": "周", "month": "个月", "year": "年"}
_EVERY = {
    "week": "每周",
    "month": "每月",
    "quarter": "每季度",
    "half year": "每半年",
    "half-year": "每半年",
    "six months": "每半年",
    "year": "每年",
}
_PHRASES: tuple[tuple[Pattern, Callable[[Match], str]], ...] = tuple(
    (Pattern(pattern), wording)
    for pattern, wording in (
        (
            f"within (?P<n>[0-9]{{1,3}}|{'|'.join(_COUNTS)}) (?P<unit>{'|'.join(_UNITS)})s?"
            "(?: (?:of|after|from)(?: the)?(?: date of)? issue)?",
            lambda m: f"{_COUNTS.get(m['n'], m['n'])}{_UNITS[m['unit']]}内",
        ),
        ("(?P<day>[0-9]{1,2})(?:st|nd|rd|th)? of (?:every|each) month", lambda m: f"每月{m['day']}日"),
        (f"every (?P<n>{'|'.join(_WEEKDAYS)})", lambda m: f"每周{_WEEKDAYS[m['n']]}"),
        (f"(?:end of )?(?:every|each|once an?|once in an?) (?P<n>{'|'.join(_EVERY)})", lambda m: _EVERY[m["n"]]),
        ("(?P<n>week|month|quarter|year)ly", lambda m: _EVERY[m["n"]]),
        ("annually|yearly", lambda _: _EVERY["year"]),
        ("(?:semi-?annual|half-?year)ly", lambda _: _EVERY["half year"]),
        ("(?:then )?(?:ongoing|continuous(?:ly)?|on an ongoing basis|long[ -]?term)", lambda _: "持续"),
        ("(?:already )?(?:done|completed?)", lambda _: "已完成"),
        ("as arranged(?: by higher authorities)?", lambda _: "按上级安排"),
    )
)


def in_chinese(text: str) -> str:
    """The text in Chinese wording if it is one of the English ones known; without what says by when it is due."""
    lowered = text.strip().lower()
    if not any(char.isascii() and char.isalpha() for char in lowered):
        return text
    limits = [limit.fullmatch(lowered) for limit in _LIMITS]
    whens = [said for limit in limits if limit for said in limit.groups().values()]
    for words in whens:
        for pattern, wording in _PHRASES:
            if match := pattern.fullmatch(words):
                return wording(match)
    return text if not whens or whens[-1] == lowered else whens[-1]
