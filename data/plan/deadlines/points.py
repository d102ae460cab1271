"""One stated period: a year, half-year, quarter, month, third of a month (旬) or day."""

import re
from dataclasses import dataclass, replace
from datetime import date

from data.plan.deadlines.model import Period
from data.plan.deadlines.spans import Span, add_months, month_end, month_span
from data.plan.deadlines.spelling import number
from data.plan.deadlines.wording import SMALL_NUMBER, YEAR_NUMBER

_POINT = re.compile(
    rf"""
    (?: (?P<year>{YEAR_NUMBER})年度? | (?P<short_year>[0-9]{{2}})年(?=[0-9一二三四五六七八九十年底末第上下])
      | (?P<named_year>今年|本年|明年|下一?年|后年)度? )?
    (?: (?P<year_end>年[底末终内] | (?<=[年度])(?:[底末内]|全年))
      | (?: 第?(?P<quarter>[1-4一二三四首])季度? | (?P<named_quarter>[本下])个?季度 )[底末内]?
      | (?P<half>[上下])半年[底末内]?
      | (?: (?P<month>{SMALL_NUMBER})月份? | (?P<named_month>[本下])个?月份? )?
        (?: (?P<month_end>月[底末]|(?<=[月份])[底末])
          | (?P<third>[上中下])旬
          | (?P<day>{SMALL_NUMBER})[日号] | (?<=月)(?P<bare_day>[0-3][0-9]) )?
    )?
    """,
    re.VERBOSE,
)
_YEARS_AHEAD = {"今年": 0, "本年": 0, "明年": 1, "下年": 1, "下一年": 1, "后年": 2}
_THIRDS = {"上": (1, 10), "中": (11, 20), "下": (21, 31)}
_PLAUSIBLE_PAST, _PLAUSIBLE_FUTURE = 10, 30


@dataclass(frozen=True, slots=True)
class Point:
    """A period as written: what is None was left out. `days` are the first and last day within the month."""

    year: int | None
    month: int | None
    granularity: Period
    days: tuple[int, int] | None = None

    def at(self, year: int, month: int) -> Span:
        """The period in that year and month; ValueError if the calendar has no such day."""
        if self.days is None:
            return month_span(year, month, self.granularity)
        last = month_end(date(year, month, 1))
        if self.days == _THIRDS["下"]:
            return Span(date(year, month, 21), last, Period.DAY)
        first_day, last_day = self.days
        return Span(date(year, month, first_day), date(year, month, last_day), Period.DAY)


def read_point(text: str, issued: date) -> Point | None:
    """The single period that the whole text names, or None. ValueError if its year is implausible."""
    match = _POINT.fullmatch(text)
    if match is None or not text:
        return None
    found = {name: value for name, value in match.groupdict().items() if value}
    year = _year(found, issued)
    if year is not None and not -_PLAUSIBLE_PAST <= year - issued.year <= _PLAUSIBLE_FUTURE:
        raise ValueError("an implausible year")
    return _with_month(found, year, issued)


def resolve(point: Point, issued: date) -> Span:
    """The point in the calendar: without a year or month, the first that ends on or after the issue date.

    ValueError if there is no such period.
    """
    if point.month is None:
        if point.year is not None:
            raise ValueError("a day of no month")
        span = point.at(issued.year, issued.month)
        following = add_months(issued.replace(day=1), 1)
        return span if span.last >= issued else point.at(following.year, following.month)
    if point.year is None:
        return _first_from(point, point.month, issued)
    return point.at(point.year, point.month)


def begin_of(point: Point, end: Span) -> Span:
    """The point as the beginning of what ends with `end`; what it leaves out makes it the latest such period.

    ValueError if there is no such period.
    """
    year = point.year or end.last.year
    span = point.at(year, point.month or end.last.month)
    if span.first > end.last and point.year is None and point.month is not None:
        span = point.at(year - 1, point.month)
    if span.first > end.last:
        raise ValueError("a beginning after the end")
    return span


def _first_from(point: Point, month: int, issued: date) -> Span:
    for year in (issued.year, issued.year + 1):
        try:
            span = point.at(year, month)
        except ValueError:
            continue
        if span.last >= issued:
            return span
    raise ValueError("a day no calendar has")


def _year(found: dict[str, str], issued: date) -> int | None:
    if "year" in found:
        return number(found["year"])
    if "short_year" in found:
        return 2000 + number(found["short_year"])
    if "named_year" in found:
        return issued.year + _YEARS_AHEAD[found["named_year"]]
    return None


def _with_month(found: dict[str, str], year: int | None, issued: date) -> Point:
    if "quarter" in found:
        quarter = 1 if found["quarter"] == "首" else number(found["quarter"])
        return Point(year, quarter * 3 - 2, Period.QUARTER)
    if "named_quarter" in found:
        return _named(Point(year, (issued.month - 1) // 3 * 3 + 1, Period.QUARTER), found["named_quarter"], issued)
    if "half" in found:
        return Point(year, 1 if found["half"] == "上" else 7, Period.HALF_YEAR)
    if "named_month" in found:
        return _named(_within_month(found, year, issued.month), found["named_month"], issued)
    if found.keys() & {"month", "month_end", "third", "day"}:
        return _within_month(found, year, number(found["month"]) if "month" in found else None)
    return Point(year, 1, Period.YEAR)


def _within_month(found: dict[str, str], year: int | None, month: int | None) -> Point:
    if "third" in found:
        return Point(year, month, Period.DAY, _THIRDS[found["third"]])
    day = found.get("day") or found.get("bare_day")
    if day:
        return Point(year, month, Period.DAY, (number(day), number(day)))
    return Point(year, month, Period.MONTH)


def _named(point: Point, name: str, issued: date) -> Point:
    if point.year is not None or point.month is None:
        raise ValueError("a named period of a stated year")
    steps = 3 if point.granularity is Period.QUARTER else 1
    first = add_months(date(issued.year, point.month, 1), steps if name == "下" else 0)
    return replace(point, year=first.year, month=first.month)
