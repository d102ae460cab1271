"""Days and periods in Chinese: 今天, 本周五, 下个月底, 明年一季度, 12月15日, 2020年2月."""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import date
from typing import NamedTuple

from data.understanding import periods
from data.understanding.numerals import HANZI, number
from data.understanding.periods import Period


class Moment(NamedTuple):
    """A period that a text names, and whether it is a day (一天) or a stretch (a week, a month)."""

    first: date
    last: date
    exact: bool


_N = rf"(?:\d{{1,2}}|{HANZI})"
_YEAR = (
    r"(?P<year>(?:20\d\d|[二〇零一两三四五六七八九]{4})(?:年|(?=[^\d年]))|\d\d年(?!底)|今年|本年"
    r"|明年|去年|后年)?[的度]?"
)
_WHICH = r"(?P<which>本|这个?|当|下下个?|下一?个?|上上个?|上一?个?)"
_SHIFT = {"本": 0, "这": 0, "当": 0, "下": 1, "下下": 2, "上": -1, "上上": -2}
_DAYS = {"今": 0, "明": 1, "后": 2, "大后": 3, "昨": -1, "前": -2}
_PARTS = {"上": (1, 10), "初": (1, 10), "中": (11, 20), "下": (21, 0)}
_HALVES = {"上": 1, "下": 7}

Builder = Callable[[re.Match[str], date, bool], Period]


def _number(text: str) -> int:
    return int(number(text))


def _year_of(text: str | None, today: date) -> int | None:
    if not text:
        return None
    named = {"今年": 0, "本年": 0, "明年": 1, "去年": -1, "后年": 2}
    if text in named:
        return today.year + named[text]
    value = _number(text.rstrip("年"))
    return value if value > 99 else 2000 + value


def _shift(match: re.Match[str]) -> int:
    return _SHIFT[match["which"].rstrip("一个")]


def nearest(build: Callable[[int], Period], year: str | None, today: date, past: bool) -> Period:
    """Return the period of the named year, else the first that is not over yet (`past`: the last that has begun)."""
    named = _year_of(year, today)
    if named is not None:
        return build(named)
    if past:
        return next(found for found in _existing(build, (today.year, today.year - 1)) if found[0] <= today)
    return next(found for found in _existing(build, range(today.year, today.year + 9)) if found[1] >= today)


def _existing(build: Callable[[int], Period], years: Iterable[int]) -> Iterator[Period]:
    for year in years:
        with suppress(ValueError):  # the 29th of February
            yield build(year)


def _valid_day(number: int, month: int, day: int) -> Period:
    return periods.day(date(number, month, day))


def _date(match: re.Match[str], today: date, past: bool) -> Period:
    month, day = _number(match["month"]), _number(match["day"])
    return nearest(lambda number: _valid_day(number, month, day), match["year"], today, past)


def _month(match: re.Match[str], today: date, past: bool) -> Period:
    month = _number(match["month"])
    if not 1 <= month <= 12:
        raise ValueError(month)
    return nearest(lambda number: periods.months(number, month), match["year"], today, past)


def _day_of_another_month(match: re.Match[str], today: date, past: bool) -> Period:
    first = periods.months(today.year, today.month + _shift(match))[0]
    return periods.day(first.replace(day=_number(match["day"])))


def _part_of_another_month(match: re.Match[str], today: date, past: bool) -> Period:
    start, end = periods.months(today.year, today.month + _shift(match))
    return _part(match["part"], start, end)


def _part(part: str, start: date, end: date) -> Period:
    first, last = _PARTS[part[0]]
    return start.replace(day=first), start.replace(day=last) if last else end


def _part_of_month(match: re.Match[str], today: date, past: bool) -> Period:
    number = _number(match["month"])
    return nearest(lambda year: _part(match["part"], *periods.months(year, number)), match["year"], today, past)


def _quarter(match: re.Match[str], today: date, past: bool) -> Period:
    return nearest(lambda year: periods.quarter(year, _number(match["n"])), match["year"], today, past)


def _half(match: re.Match[str], today: date, past: bool) -> Period:
    first = _HALVES[match["half"]]
    return nearest(lambda year: periods.months(year, first, 6), match["year"], today, past)


def _weekday(match: re.Match[str], today: date, past: bool) -> Period:
    number = min("一二三四五六日天".index(match["day"]), 6)
    if match["which"]:
        return periods.weekday(today, _shift(match), number)
    return periods.weekday(today, 1 if number < today.weekday() and not past else 0, number)


_HOLIDAYS = {"元": (1, 1), "五": (5, 1), "劳": (5, 1), "国": (10, 1)}


def _holiday(match: re.Match[str], today: date, past: bool) -> Period:
    month, day = _HOLIDAYS[match["holiday"][0]]
    return nearest(lambda number: _valid_day(number, month, day), "", today, past)


def _day_of_month(match: re.Match[str], today: date, past: bool) -> Period:
    wanted = _number(match["day"])
    offsets = (0, -1) if past else (0, 1, 2)
    months = [periods.months(today.year, today.month + offset)[0] for offset in offsets]
    days = [first.replace(day=wanted) for first in months if wanted <= periods.months(first.year, first.month)[1].day]
    return periods.day(next(day for day in days if (day <= today if past else day >= today)))


_RULES: tuple[tuple[re.Pattern[str], Builder, bool], ...] = (
    (re.compile(r"(?P<year>20\d\d)[-/.年](?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})[日号]?(?!\d)"), _date, True),
    (re.compile(rf"{_YEAR}(?P<month>{_N})月(?:份)?(?P<day>{_N})[日号]"), _date, True),
    (re.compile(rf"{_YEAR}(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})(?![\d天件])"), _date, True),
    (re.compile(rf"{_YEAR}(?P<month>{_N})月份?(?:底|末)"), lambda *a: periods.month_end(_month(*a)), True),
    (re.compile(rf"{_YEAR}(?P<month>{_N})月份?(?P<part>[上中下]旬|初)"), _part_of_month, False),
    (re.compile(rf"{_YEAR}(?P<month>{_N})月份?(?!{_N}[日号])"), _month, False),
    (re.compile(rf"{_YEAR}第?(?P<n>[1-4一二三四])季度?(?:底|末)"), lambda *a: periods.month_end(_quarter(*a)), True),
    (re.compile(rf"{_YEAR}第?(?P<n>[1-4一二三四])季度?"), _quarter, False),
    (re.compile(rf"{_YEAR}q(?P<n>[1-4])(?![a-z\d])"), _quarter, False),
    (re.compile(rf"{_YEAR}(?P<half>[上下])半年"), _half, False),
    (re.compile(rf"{_WHICH}(?:周|星期|礼拜)(?P<day>[一二三四五六日天])"), _weekday, True),
    (re.compile(rf"{_WHICH}(?:周末|星期末)"), lambda m, t, p: periods.month_end(periods.week(t, _shift(m))), True),
    (re.compile(rf"{_WHICH}(?:周|星期|礼拜)"), lambda m, t, p: periods.week(t, _shift(m)), False),
    (re.compile(r"(?P<which>)(?:周|星期|礼拜)(?P<day>[一二三四五六日天])(?!期)"), _weekday, True),
    (re.compile(r"(?P<year>)(?P<holiday>元旦|五一|劳动节|国庆节?)(?:节)?"), _holiday, True),
    (re.compile(r"周末"), lambda m, t, p: periods.month_end(periods.week(t)), True),
    (
        re.compile(rf"{_WHICH}月(?:底|末)"),
        lambda m, t, p: periods.month_end(periods.months(t.year, t.month + _shift(m))),
        True,
    ),
    (re.compile(rf"{_WHICH}月份?的?(?P<day>{_N})[日号]"), _day_of_another_month, True),
    (re.compile(rf"{_WHICH}月份?的?(?P<part>[上中下]旬|初)"), _part_of_another_month, False),
    (re.compile(rf"{_WHICH}月"), lambda m, t, p: periods.months(t.year, t.month + _shift(m)), False),
    (
        re.compile(rf"{_WHICH}季度?(?:底|末)"),
        lambda m, t, p: periods.month_end(periods.quarter(t.year, (t.month + 2) // 3 + _shift(m))),
        True,
    ),
    (re.compile(rf"{_WHICH}季度?"), lambda m, t, p: periods.quarter(t.year, (t.month + 2) // 3 + _shift(m)), False),
    (re.compile(r"月(?:底|末|内)"), lambda m, t, p: periods.month_end(periods.months(t.year, t.month)), True),
    (
        re.compile(r"季度?(?:底|末)"),
        lambda m, t, p: periods.month_end(periods.quarter(t.year, (t.month + 2) // 3)),
        True,
    ),
    (
        re.compile(r"(?P<year>今|本|明|后|去|20\d\d)年(?:年?[底末]|之?内)|年(?:[底末]|之?内)"),
        lambda m, t, p: periods.month_end(periods.year(_plain_year(m["year"], t))),
        True,
    ),
    (
        re.compile(r"(?P<year>今|本|明|后|去|20\d\d)年度?|全年"),
        lambda m, t, p: periods.year(_plain_year(m[0], t)),
        False,
    ),
    (re.compile(r"今明两[天日]"), lambda m, t, p: (t, periods.day(t, 1)[1]), True),
    (re.compile(r"(?P<day>大后|今|明|后|昨|前)(?:天|日|晚)"), lambda m, t, p: periods.day(t, _DAYS[m["day"]]), True),
    (re.compile(rf"(?<![\d月第])(?P<day>{_N})[日号](?!文|线|楼|令|公告|方案)"), _day_of_month, True),
    (
        re.compile(
            r"(?<![\d./])(?P<year>)(?P<month>1[0-2]|0?[1-9])[./\-](?P<day>[12]\d|3[01]"
            r"|0?[1-9])(?![\d.%])"
        ),
        _date,
        True,
    ),
)


_BEGIN = frozenset("0123456789〇零一二两三四五六七八九十百千万亿今本明去后年月季周星礼元劳国大昨前下上这当第全q的度")
"""What one of these may begin with: most places of a text need no closer look."""


def _plain_year(text: str | None, today: date) -> int:
    shift = {"明": 1, "后": 2, "去": -1}
    if text and text[:4].isdigit():
        return int(text[:4])
    return today.year + shift.get((text or "今")[0], 0)


def moment_at(text: str, at: int, today: date, past: bool) -> tuple[int, Moment] | None:
    """Return where the period named at a place of the text ends, and the period; None if none is named there."""
    if text[at : at + 1] not in _BEGIN:
        return None
    for pattern, build, exact in _RULES:
        match = pattern.match(text, at)
        if match and match.end() > at:
            try:
                first, last = build(match, today, past)
            except (ValueError, StopIteration):
                continue
            return match.end(), Moment(first, last, exact)
    return None
