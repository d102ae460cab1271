"""Texts that state a period by its beginning and its end: 2018年12月至2019年6月, 10月1日—15日, 6-9月."""

from dataclasses import replace
from datetime import date, timedelta

from data.calendar import Period, Point, Span, resolve, span_around
from data.patterns import Pattern
from data.plan.deadlines.model import Deadline, due_with
from data.plan.deadlines.points import read_point, value
from data.plan.deadlines.wording import NUMBERS, NUMERALS, SMALL, THIS_ISSUE, YEAR, shape_of
from data.shapes import Shape

_BEGIN = "(?:起|s|i)C?"
_RANGE = Pattern(f"[自从]?(?P<left>.+?)(?:(?:{_BEGIN},?)?L?(?:[至到]|-+)|{_BEGIN},)(?P<right>.+)")
_UNIT = Pattern(f"(?:第?{SMALL}|{YEAR})(?P<unit>年|月|日|号|季度)(?P<more>[{NUMERALS}X])?")
_BARE_NUMBER = Pattern(f"(?:.*[年月第])?{SMALL}|{YEAR}")
_SIDE_BY_SIDE = Pattern(f"(?P<left>.*[{NUMBERS}]月?)[、和](?P<right>.+)")
_FIRST_QUARTERS = Pattern("(?P<before>.*)前(?P<count>n)(?:季度|v)")
_FIVE_YEARS = Pattern("“?十(?P<nth>[三四五六])五”?(?:规划)?(?:期间|时期|(?P<end>期?末))")
_NOW = Pattern(f"即日?|{THIS_ISSUE}")
_CONTINUING = Pattern("L[CV]?")


def read_range(shape: Shape, issued: date) -> Deadline | None:
    """The range that the whole text names, or None. ValueError if its end cannot follow its beginning."""
    if plan := _FIVE_YEARS.fullmatch(shape.text):
        return _five_years(value(plan["nth"]), ending=plan["end"] is not None)
    if beside := _SIDE_BY_SIDE.fullmatch(shape.signs):
        both = f"{shape.said(beside, 'left')}-{shape.said(beside, 'right')}"
        return _neighbours(read_range(shape_of(both), issued))
    if first := _FIRST_QUARTERS.fullmatch(shape.signs):
        shape = shape_of(f"{shape.said(first, 'before')}1-{value(shape.said(first, 'count'))}季度")
    match = _RANGE.fullmatch(shape.signs)
    if match is None:
        return None
    left, right = shape.of(match, "left"), shape.of(match, "right")
    if _CONTINUING.fullmatch(left.signs):
        return _until(right, issued, None)
    if _NOW.fullmatch(left.signs):
        return _until(right, issued, issued)
    return _between_points(_with_unit_of(left, right), right, issued)


def _with_unit_of(left: Shape, right: Shape) -> Shape:
    """What begins, with the unit that it leaves to what ends: 6-9月."""
    unit = _UNIT.match(right.signs)
    if unit is None or (unit["unit"] == "月" and unit["more"]) or not _BARE_NUMBER.fullmatch(left.signs):
        return left
    return shape_of(left.text + right.said(unit, "unit"))


def _between_points(left: Shape, right: Shape, issued: date) -> Deadline | None:
    begin = read_point(left, issued)
    if begin is not None and right.signs.startswith("r"):
        year = resolve(begin, issued).first.year
        begin, right = replace(begin, year=year), shape_of(f"{year + 1}年{right.between(1, len(right.signs)).text}")
    end = read_point(right, issued)
    if begin is None or end is None:
        return None
    return _between(begin, end, issued, from_end=left.signs.endswith(("底", "末")))


def _five_years(nth: int, *, ending: bool) -> Deadline:
    """The span of the thirteenth five-year plan (2016-2020) or a later one, or its last year's end."""
    years = Span(date(2001 + 5 * nth, 1, 1), date(2005 + 5 * nth, 12, 31), Period.YEAR)
    return due_with(years, None if ending else years.first)


def _neighbours(both: Deadline | None) -> Deadline | None:
    """Two months or quarters named side by side, if one follows the other: 2020年二、三季度."""
    if both is None or both.start is None or both.due is None or both.granularity not in (Period.MONTH, Period.QUARTER):
        return None
    first, second = span_around(both.start, both.granularity), span_around(both.due, both.granularity)
    return both if second.first - first.last == timedelta(days=1) else None


def _until(shape: Shape, issued: date, first: date | None) -> Deadline | None:
    point = read_point(shape, issued)
    if point is None:
        return None
    end = resolve(point, issued)
    if first and end.last < first:
        raise ValueError("an end before the beginning")
    return due_with(end, first)


def _between(left: Point, right: Point, issued: date, *, from_end: bool) -> Deadline:
    shared_month = right.month is None
    end = resolve(replace(right, year=right.year or left.year, month=right.month or left.month), issued)
    if shared_month:
        left = replace(left, year=end.last.year)
    begin = _begin_of(left, end)
    if not (left.year or right.year) and begin.last < issued and begin.first.year < end.last.year:
        raise ValueError("a beginning that is over, or the months the wrong way round")
    if begin.last > end.last and from_end:
        raise ValueError("a beginning after the end")
    return due_with(end, begin.last if from_end else begin.first)


def _begin_of(point: Point, end: Span) -> Span:
    """The point as the beginning of what ends with `end`; what it leaves out makes it the latest such period.
    ValueError if there is no such period."""
    year = point.year or end.last.year
    span = point.at(year, point.month or end.last.month)
    if span.first > end.last and point.year is None and point.month is not None:
        span = point.at(year - 1, point.month)
    if span.first > end.last:
        raise ValueError("a beginning after the end")
    return span
