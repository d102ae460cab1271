"""The days that the parts of a named period stand for: which year, month, week or day, and the days off around it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from data.calendar import THIRDS, Period, Point, Span, add_periods, day_span, resolve_point, span_around, workdays_later
from data.understanding.entities.days.wording import FEASTS, PERIOD_WORDS, value

_THIRD = {1: "上", 2: "中", 3: "下"}
_DAY = timedelta(days=1)


def span_of(found: Mapping[str, str], today: date, past: bool, since: date) -> Span:
    """Return the days that the parts `found` of a period stand for.

    A period without a year is the first that is not over on the day `since`, or with `past` the last that has begun.
    Raises ValueError or OverflowError if the calendar has none.
    """
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
        span = unit_span(found, today)
        within = within_month(found, Point(None, None, span.granularity))
        return within.at(span.first.year, span.first.month) if within.days else span
    moon = (
        100 * value(found["moon"]) + value(found["moon_day"])
        if "moon" in found
        else -value(found.get("holiday", "元旦"))
    )
    if moon > 0:
        return _days_off(found, day_span(_lunar(moon, found, today, since, past)))
    shift = _shift(found) if "which" in found else 0  # next June, last October
    span = _nearest(point_of(found, today), since, past if not shift else shift < 0)
    first = _begin(found, span)
    if first > span.last:
        raise ValueError("a beginning after the end")
    return _days_off(found, replace(span, first=first))


def _days_off(found: Mapping[str, str], feast: Span) -> Span:
    """Return the days off around a feast if they are meant, or else the feast."""
    if "off" not in found:
        return feast
    first, last = workdays_later(feast.last, -1) + _DAY, workdays_later(feast.last, 1) - _DAY
    return Span(first, last, Period.DAY)


def _lunar(feast: int, found: Mapping[str, str], today: date, since: date, past: bool) -> date:
    year = _year(found["year"], today) if "year" in found else None
    first = next(each for each in FEASTS if each // 100 == feast // 100)
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


def unit_span(found: Mapping[str, str], today: date) -> Span:
    """Return the week, month, quarter or year counted from today."""
    period = PERIOD_WORDS[found["unit"]]
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
    return span.first.replace(month=1) if found.keys() & {"quarters", "months"} else span.first


def _year(words: str, today: date) -> int:
    named = value(words)
    if 100 <= named < 1000:
        raise ValueError("a year of three digits")
    return named if named > 1000 else today.year + named if words[0] not in "0123456789" else 2000 + named


def point_of(found: Mapping[str, str], today: date) -> Point:
    """Return the period with the parts `found`, None for what they leave out. Raises ValueError for an odd year."""
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
    if months := found.get("months"):
        return Point(year, value(months), Period.MONTH)
    if found.keys() & {"month", "day", "third"}:
        return within_month(found, Point(year, value(found["month"]) if "month" in found else None, Period.MONTH))
    return Point(year, 1, Period.YEAR)


def within_month(found: Mapping[str, str], month: Point) -> Point:
    """Return the day or third of the month that `found` names, or the whole month."""
    if "third" in found:
        return replace(month, granularity=Period.DAY, days=THIRDS[_THIRD[value(found["third"])]])
    if day := found.get("day") or found.get("bare_day"):
        return replace(month, granularity=Period.DAY, days=(value(day), value(day)))
    return month
