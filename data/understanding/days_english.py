"""Days and periods in English: today, next Friday, this month, Q1 2020, Dec 15, end of the year."""

import re
from datetime import date

from data.understanding import periods
from data.understanding.days_chinese import Builder, Moment, nearest
from data.understanding.periods import Period

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may(?! (?:i|we|you|it)\b)|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = (
    r"(?P<day>mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thur?s?(?:day)?|fri(?:day)?|sat(?:urday)?"
    r"|sun(?:day)?)\b"
)
_WHICH = r"(?P<which>this|the current|current|next|last|the next|the)"
_UNIT = r"(?P<unit>week|month|quarter|year)\b"
_YEAR = r"(?:,? ?(?P<year>20\d\d))?"
_SHIFTS = {"next": 1, "the next": 1, "last": -1}


def _whole(unit: str, today: date, shift: int) -> Period:
    return {
        "week": lambda: periods.week(today, shift),
        "month": lambda: periods.months(today.year, today.month + shift),
        "quarter": lambda: periods.quarter(today.year, (today.month + 2) // 3 + shift),
        "year": lambda: periods.year(today.year + shift),
    }[unit]()


def _named(match: re.Match[str], today: date, _: bool) -> Period:
    return _whole(match["unit"], today, _SHIFTS.get(match["which"] or "", 0))


def _ending(match: re.Match[str], today: date, past: bool) -> Period:
    return periods.month_end(_named(match, today, past))


def _relative(match: re.Match[str], today: date, _: bool) -> Period:
    return periods.day(today, {"today": 0, "tonight": 0, "tomorrow": 1, "yesterday": -1}[match[0]])


def _weekday(match: re.Match[str], today: date, past: bool) -> Period:
    number = _WEEKDAYS.index(match["day"][:3])
    if match["which"]:
        return periods.weekday(today, _SHIFTS.get(match["which"], 0), number)
    return periods.weekday(today, 1 if number < today.weekday() and not past else 0, number)


def _date(match: re.Match[str], today: date, past: bool) -> Period:
    month, day = _MONTHS.index(match["month"][:3]) + 1, int(match["number"])
    return nearest(lambda year: periods.day(date(year, month, day)), match["year"], today, past)


def _day_of_another_month(match: re.Match[str], today: date, _: bool) -> Period:
    first = _whole("month", today, _SHIFTS.get(match["which"], 0))[0]
    return periods.day(first.replace(day=int(match["number"])))


def _month(match: re.Match[str], today: date, past: bool) -> Period:
    month = _MONTHS.index(match["month"][:3]) + 1
    return nearest(lambda year: periods.months(year, month), match["year"], today, past)


def _quarter(match: re.Match[str], today: date, past: bool) -> Period:
    number = "1234".find(match["n"]) + 1 or ("first", "second", "third", "fourth").index(match["n"]) + 1
    return nearest(lambda year: periods.quarter(year, number), match["year"], today, past)


_RULES: tuple[tuple[re.Pattern[str], Builder, bool], ...] = (
    (re.compile(r"(?:today|tonight|tomorrow|yesterday)\b", re.ASCII), _relative, True),
    (re.compile(rf"(?:the )?end of (?:{_WHICH} )?{_UNIT}", re.ASCII), _ending, True),
    (re.compile(rf"(?:{_WHICH} )?(?P<unit>month|year|quarter)(?:'s)?[ -]?end\b", re.ASCII), _ending, True),
    (re.compile(rf"{_WHICH} {_UNIT}", re.ASCII), _named, False),
    (re.compile(rf"(?:{_WHICH} )?{_WEEKDAY}", re.ASCII), _weekday, True),
    (re.compile(rf"{_MONTH} (?:the )?(?P<number>\d{{1,2}})(?:st|nd|rd|th)?(?!\d){_YEAR}", re.ASCII), _date, True),
    (re.compile(rf"(?:the )?(?P<number>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{_MONTH}{_YEAR}", re.ASCII), _date, True),
    (
        re.compile(rf"(?:the )?(?P<number>\d{{1,2}})(?:st|nd|rd|th) of {_WHICH} month\b", re.ASCII),
        _day_of_another_month,
        True,
    ),
    (re.compile(rf"{_MONTH}(?= |$|[,.?!\0-]){_YEAR}", re.ASCII), _month, False),
    (re.compile(rf"(?:q|quarter )(?P<n>[1-4])(?: of)?{_YEAR}(?!\w)", re.ASCII), _quarter, False),
    (re.compile(rf"(?:the )?(?P<n>first|second|third|fourth) quarter(?: of)?{_YEAR}", re.ASCII), _quarter, False),
    (re.compile(r"(?P<year>20\d\d)(?![\d\-/.年])", re.ASCII), lambda m, t, p: periods.year(int(m["year"])), False),
)


def moment_at(text: str, at: int, today: date, past: bool) -> tuple[int, Moment] | None:
    """Return where the period named at a place of the text ends, and the period; None if none is named there."""
    if at and text[at - 1].isascii() and text[at - 1].isalnum():
        return None
    for pattern, build, exact in _RULES:
        match = pattern.match(text, at)
        if match and match.end() > at:
            try:
                return match.end(), Moment(*build(match, today, past), exact)
            except (ValueError, StopIteration):
                continue
    return None
