"""Periods by their names: 今天, 本周五, 下个月底, 明年一季度, 12月15日, 20200131, 2020年2月, next Friday, Q1 2020."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import islice

from data.calendar import (
    MONTHS,
    THIRDS,
    Period,
    Point,
    Span,
    add_periods,
    day_span,
    resolve_point,
    span_around,
    workdays_later,
)
from data.shapes import Shape
from data.understanding.entities.days.days_beside import DayDefinition, days_beside
from data.understanding.entities.days.other_readings import may_be_a_period
from data.understanding.entities.days.wording import FEASTS, PERIODS, RULES, shape_of, value

MOST = 40
"""Nobody names more periods of one form in a sentence."""
_BARE_UNITS = {"月": Point(None, None, Period.MONTH), "年": Point(None, 1, Period.YEAR)}
_THIRD = {1: "上", 2: "中", 3: "下"}
_LUNAR_NEW_YEAR = 101
_COUNTED_FROM_TODAY = frozenset(
    ["relative", "two_days", "weekday", "since_weekday", "week", "weekend", "workday", "off", "around", "moon"]
)
_ENDS = ("end",)
_ORDERED = "放假"
"""Behind a feast, this orders days off and is not part of its name."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Moment:
    """A place in a text that names a period, or a day defined by it (`told`); `found` has the parts of the name.

    `loose` is whether it may be something other than a date: 11-25.
    """

    start: int
    end: int
    found: Mapping[str, str]
    loose: bool
    told: DayDefinition | None = None

    def span(self, today: date, past: bool, since: date | None = None) -> Span:
        """Return the period, or the day defined by it.

        Without a year it is the first that is not over on the day `since`, usually today, or with `past` the last that
        has begun. Raises ValueError or OverflowError if the calendar has none.
        """
        span = _span(self.found, today, past, since or today)
        if "around" in self.found:
            return span_around(span.last, Period.WEEK)
        if self.told:
            return self._day_told(self.told, span, today, since or today)
        return replace(span, first=span.last) if self.names_an_end else span

    def _day_told(self, told: DayDefinition, span: Span, today: date, since: date) -> Span:
        """Return the day defined by the period; after a feast, the one after the last feast if it is not over."""
        feast, at_its_end = "holiday" in self.found, any(end in self.found for end in _ENDS)
        spans = [_span(self.found, today, True, since), span] if feast else [span]
        days = [told.day(each, at_its_end=at_its_end, is_feast=feast) for each in spans]
        return day_span(next((day for day in days if day >= since), days[-1]))

    def point(self, today: date) -> Point | None:
        """Return the period as it is named, with None for what was left out, or None if it is relative to today."""
        if self.told or self.found.keys() & _COUNTED_FROM_TODAY:
            return None
        if self.found.keys() == {"unit", "end"} and self.found["unit"] in _BARE_UNITS:
            return _BARE_UNITS[self.found["unit"]]
        if "unit" in self.found:
            span = _unit(self.found, today)
            if span.granularity not in MONTHS:
                return None
            return _within_month(self.found, Point(span.first.year, span.first.month, span.granularity))
        return _point(self.found, today)

    @property
    def names_an_end(self) -> bool:
        """Whether it is the end of a longer period: 月底, end of the week."""
        return self.told is None and any(end in self.found for end in _ENDS)

    @property
    def is_feast(self) -> bool:
        """Whether it is a holiday; what is due before one is not due on it."""
        return self.told is None and "holiday" in self.found and "off" not in self.found

    @property
    def returns_soon(self) -> bool:
        """Whether it is a day that every week or month has, such as 周五."""
        return self.found.keys() in ({"weekday"}, {"day"})

    @property
    def is_of_any_week(self) -> bool:
        """Whether it is a day of any week, or any weekend."""
        return self.found.keys() in ({"weekday"}, {"weekend"}, {"since_weekday", "weekdays"})

    @property
    def is_range(self) -> bool:
        """Whether it names its first and its last part: 3到9月."""
        return any(part.startswith("since") for part in self.found) or "quarters" in self.found


def moments(shape: Shape) -> dict[int, list[Moment]]:
    """Return the periods that a text may name, by the sign at which they begin, the best of each first."""
    named = dict[int, list[Moment]]()
    there = set(shape.signs)
    for rule in (rule for signs, rule in RULES if not there.isdisjoint(signs)):
        for match in islice(rule.finditer(shape.signs), MOST):
            found = {name: shape.said(match, name) for name in match.groups()}
            is_one = may_be_a_period(shape, *match.span(), found)
            if is_one or "holiday" in found:
                for start, end, told in days_beside(shape, *match.span()):
                    named.setdefault(start, []).append(Moment(start, end, found, loose=False, told=told))
            if is_one:
                loose = found.keys() == {"month", "day"} and match[0][1:2] in ("-", ".")
                end = match.start("off") if found.get("off") == _ORDERED else match.end()
                if shape.signs[end : end + 1] == "围":
                    found, end = found | {"around": "周"}, end + 1
                named.setdefault(match.start(), []).append(Moment(match.start(), end, found, loose))
    return named


@lru_cache(maxsize=1024)
def whole_moment(text: str) -> Moment | None:
    """Return the period that the whole of a lower-cased text names, or None."""
    shape = shape_of(text)
    return next((moment for moment in moments(shape).get(0, ()) if moment.end == len(shape.signs)), None)


def _span(found: Mapping[str, str], today: date, past: bool, since: date) -> Span:
    if "relative" in found:
        days = value(found["relative"])
        return day_span(today + timedelta(days=days + (days > 0) - (days < 0) if "unit" in found else days))
    if "two_days" in found:
        first = today + timedelta(days=value(found["two_days"]))
        return Span(first, first + timedelta(days=1), Period.DAY)
    if "workday" in found:
        return day_span(workdays_later(today, _shift(found)))
    if "weekday" in found:
        return day_span(_weekday(found, today if "which" in found else since, past))
    if "since_weekday" in found:
        first = _weekday({**found, "weekday": found["since_weekday"]}, today if "which" in found else since, past)
        return Span(first, first + timedelta(days=len(found["weekdays"])), Period.DAY)
    if "weekend" in found:
        sunday = span_around(add_periods(today, _shift(found), Period.WEEK), Period.WEEK).last
        if past and "which" not in found and sunday - timedelta(days=1) > today:
            sunday = add_periods(sunday, -1, Period.WEEK)
        return Span(sunday - timedelta(days=1), sunday, Period.DAY)
    if "week" in found:
        return span_around(add_periods(today, _shift(found), Period.WEEK), Period.WEEK)
    if "unit" in found:
        span = _unit(found, today)
        within = _within_month(found, Point(None, None, span.granularity))
        return within.at(span.first.year, span.first.month) if within.days else span
    moon = (
        100 * value(found["moon"]) + value(found["moon_day"])
        if "moon" in found
        else -value(found.get("holiday", "元旦"))
    )
    if moon > 0:
        return _days_off(found, day_span(_lunar(moon, found, today, since, past)))
    span = _nearest(_point(found, today), since, past)
    first = _begin(found, span)
    if first > span.last:
        raise ValueError("a beginning after the end")
    return _days_off(found, replace(span, first=first))


def _days_off(found: Mapping[str, str], feast: Span) -> Span:
    """Return the days off around a feast if they are meant, or else the feast."""
    if "off" not in found:
        return feast
    first, last = workdays_later(feast.last, -1) + _DAY, workdays_later(feast.last, 1) - _DAY
    return Span(first, last, Period.DAY) if first <= last else feast


def _lunar(feast: int, found: Mapping[str, str], today: date, since: date, past: bool) -> date:
    year = _year(found["year"], today) if "year" in found else None
    first = max((each for each in FEASTS if each <= feast and each // 100 == feast // 100), default=_LUNAR_NEW_YEAR)
    days = [day + timedelta(days=feast - first) for day in FEASTS[first]]
    fitting = [day for day in days if (day.year == year if year else day <= since if past else day >= since)]
    if not fitting:
        raise ValueError("a lunar year that is not known")
    return fitting[-1 if past else 0]


def _nearest(point: Point, today: date, past: bool) -> Span:
    """Return what `resolve_point` does, but for the 31st of a month that has none, that of the next month with one."""
    try:
        return resolve_point(point, today, past)
    except ValueError:
        if point.year is not None or point.month is not None:
            raise
        return resolve_point(point, add_periods(today.replace(day=1), -1 if past else 1, Period.MONTH), past)


def _shift(found: Mapping[str, str]) -> int:
    """Return how many weeks, months or longer periods from now: next is 1, the one after next is 2."""
    which = found.get("which", "the").removeprefix("the ")
    shift = 0 if which == "the" else value(which)
    return 2 * shift if "beyond" in found else shift


def _unit(found: Mapping[str, str], today: date) -> Span:
    period = PERIODS[found["unit"]]
    return span_around(add_periods(today, _shift(found), period), period)


def _weekday(found: Mapping[str, str], today: date, past: bool) -> date:
    monday = span_around(add_periods(today, _shift(found), Period.WEEK), Period.WEEK).first
    day = monday + timedelta(days=value(found["weekday"]))
    if "which" in found:
        return day
    return day + timedelta(days=(-7 if day > today else 0) if past else (7 if day < today else 0))


def _begin(found: Mapping[str, str], span: Span) -> date:
    if "since_day" in found:
        return span.first.replace(day=value(found["since_day"]))
    if "since_month" in found:
        month = value(found["since_month"])
        return span.first.replace(year=span.first.year - (month > span.first.month), month=month)
    if "since_quarter" in found:
        return span.first.replace(month=3 * value(found["since_quarter"]) - 2)
    return span.first.replace(month=1) if "quarters" in found else span.first


def _year(words: str, today: date) -> int:
    named = value(words)
    if 100 <= named < 1000:
        raise ValueError("a year of three digits")
    return named if named > 1000 else today.year + named if words[0] not in "0123456789" else 2000 + named


def _point(found: Mapping[str, str], today: date) -> Point:
    year = _year(found["year"], today) if "year" in found else None
    if "holiday" in found:
        month, day = divmod(value(found["holiday"]), 100)
        return Point(year, month, Period.DAY, (day, day))
    if quarter := found.get("quarter") or found.get("quarters"):
        return Point(year, 3 * value(quarter) - 2, Period.QUARTER)
    if "half" in found:
        return Point(year, 6 * value(found["half"]) - 5, Period.HALF_YEAR)
    if "begin" in found:
        return Point(year, 1, Period.MONTH)
    if digits := found.get("digits"):
        return Point(int(digits[:4]), int(digits[4:6]), Period.DAY, (int(digits[6:]),) * 2)
    if found.keys() & {"month", "day", "third"}:
        return _within_month(found, Point(year, value(found["month"]) if "month" in found else None, Period.MONTH))
    return Point(year, 1, Period.YEAR)


def _within_month(found: Mapping[str, str], month: Point) -> Point:
    if "third" in found:
        return replace(month, granularity=Period.DAY, days=THIRDS[_THIRD[value(found["third"])]])
    if day := found.get("day") or found.get("bare_day"):
        return replace(month, granularity=Period.DAY, days=(value(day), value(day)))
    return month
