"""Texts that state a period by its beginning and its end: 2018年12月至2019年6月, 10月1日—15日, 6-9月."""

import re
from dataclasses import replace
from datetime import date, timedelta

from data.plan.deadlines.model import Deadline, Period
from data.plan.deadlines.points import Point, begin_of, read_point, resolve
from data.plan.deadlines.spans import Span, due_with, span_around
from data.plan.deadlines.spelling import number
from data.plan.deadlines.wording import SMALL_NUMBER, THIS_ISSUE, YEAR_NUMBER

_BEGIN = "(?:起|开始|启动)(?:实施|开展)?"
_RANGE = re.compile(rf"[自从]?(?P<left>.+?)(?:(?:{_BEGIN},?)?(?:持续)?(?:[至到]|-+)|{_BEGIN},)(?P<right>.+)")
_UNIT = re.compile(f"(?:第?{SMALL_NUMBER}|{YEAR_NUMBER})(年|月(?!{SMALL_NUMBER}|.旬)|日|号|季度)")
_BARE_NUMBER = re.compile(rf"(?:.*[年月第])?{SMALL_NUMBER}|{YEAR_NUMBER}")
_SIDE_BY_SIDE = re.compile(r"(?P<left>.*[0-9一二三四五六七八九十](?:月(?=.*月))?)[、和](?P<right>.+)")
_FIRST_QUARTERS = re.compile("前([二两三])个?季度")
_FIVE_YEARS = re.compile("“?十(?P<nth>[三四五六])五”?(?:规划)?(?:期间|时期|(?P<end>期?末))")
_NOW = re.compile(f"即日?|{THIS_ISSUE}之日")
_CONTINUING = re.compile("持续(?:开展|推进|进行|实施)?")


def read_range(text: str, issued: date) -> Deadline | None:
    """The range that the whole text names, or None. ValueError if its end cannot follow its beginning."""
    if plan := _FIVE_YEARS.fullmatch(text):
        return _five_years(number(plan["nth"]), ending=plan["end"] is not None)
    if beside := _SIDE_BY_SIDE.fullmatch(text):
        return _neighbours(read_range(f"{beside['left']}-{beside['right']}", issued))
    match = _RANGE.fullmatch(_FIRST_QUARTERS.sub(lambda first: f"1-{number(first[1])}季度", text))
    if match is None:
        return None
    left_text, right_text = match["left"], match["right"]
    if _CONTINUING.fullmatch(left_text):
        return _until(right_text, issued, None)
    if _NOW.fullmatch(left_text):
        return _until(right_text, issued, issued)
    if (unit := _UNIT.match(right_text)) and _BARE_NUMBER.fullmatch(left_text):
        left_text += unit[1]
    left = read_point(left_text, issued)
    if left is not None and right_text.startswith(("次年", "翌年")):
        year = resolve(left, issued).first.year
        left, right_text = replace(left, year=year), f"{year + 1}年{right_text[2:]}"
    right = read_point(right_text, issued)
    if left is None or right is None:
        return None
    return _between(left, right, issued, from_end=left_text.endswith(("底", "末")))


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


def _until(text: str, issued: date, first: date | None) -> Deadline | None:
    point = read_point(text, issued)
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
    begin = begin_of(left, end)
    if not (left.year or right.year) and begin.last < issued and begin.first.year < end.last.year:
        raise ValueError("a beginning that is over, or the months the wrong way round")
    if begin.last > end.last and from_end:
        raise ValueError("a beginning after the end")
    return due_with(end, begin.last if from_end else begin.first)
