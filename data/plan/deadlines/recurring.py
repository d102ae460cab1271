"""Texts that state how often something is to be done: 每年年底, 每月25日前, 按季度报送."""

import re
from datetime import date, timedelta
from itertools import pairwise

from data.plan.deadlines.model import Deadline, Kind, Period
from data.plan.deadlines.points import Point, read_point, resolve
from data.plan.deadlines.spans import MONTHS, Span, add_months, span_around
from data.plan.deadlines.spelling import number
from data.plan.deadlines.weeks import read_week
from data.plan.deadlines.wording import ACT, ACTION, COUNT, HOUR, LED_ACTION, ONCE, SMALL_NUMBER, WITHIN, YEAR_NUMBER

_PERIODS = {
    "年": Period.YEAR,
    "年度": Period.YEAR,
    "半年": Period.HALF_YEAR,
    "季": Period.QUARTER,
    "季度": Period.QUARTER,
    "月": Period.MONTH,
    "周": Period.WEEK,
    "星期": Period.WEEK,
}
_RECURRING = re.compile(
    r"[于在]?(?:每个?|各|(?P<steadily>[按逐]))(?P<every>年度?|半年|季度?|月|周|星期)的?"
    rf"(?P<anchor>.*?){HOUR}(?:[之以]?前)?(?:至少)?{LED_ACTION}{ONCE}"
)
_SCOPED = re.compile(
    rf"[自从]?(?P<year>{YEAR_NUMBER}年)(?P<month>{SMALL_NUMBER}月)?(?P<onwards>起)?,?(?P<rest>[每各按逐].+)"
)
_RHYTHM = re.compile(
    rf"(?!每个?[周星])(?:(?:[每一]|每一)个?(?P<every>年|季度?|月|周|星期)|每?(?P<half>半年)){ACTION}一(?:次|[查评考议]|{ACT})"
)
_NTH_MONTH = re.compile(
    f"(?:第(?P<nth>[一二三1-3])个月|(?P<first>首个?月|头个?月)|最后一?个月|末月|末(?={SMALL_NUMBER}日))(?P<within>.*)"
)
_AFTER_EACH = re.compile(
    rf"每个?(?P<every>年度?|半年|季度?|月)(?:结束|终了)?[之以]?后(?:次月)?(?P<days>{COUNT})[日天](?:{WITHIN}|前){LED_ACTION}"
)
_SHORTEST_MONTH = 28
_MONTHS_APART = {2: (6, Period.HALF_YEAR), 4: (3, Period.QUARTER)}


def read_recurring(text: str, issued: date) -> Deadline | None:
    """A deadline that returns, due first on or after the issue date; None if the text is not that.

    ValueError if it names a day that the first month does not have, or returns within a time that is over.
    """
    if scoped := _SCOPED.fullmatch(text):
        return read_recurring(scoped["rest"], _begin(scoped, issued))
    if after := _AFTER_EACH.fullmatch(text):
        return _after_each(_PERIODS[after["every"]], number(after["days"]), issued)
    if rhythm := _RHYTHM.fullmatch(text):
        text = f"每{rhythm['every'] or rhythm['half']}"
    match = _RECURRING.fullmatch(text)
    if match is None or (match["steadily"] and match["anchor"]):
        return None
    every = _PERIODS[match["every"]]
    if every is Period.YEAR and (several := _several_months(match["anchor"], issued)):
        return several
    span = _first(every, match["anchor"], issued)
    if span is None:
        return None
    return Deadline(Kind.RECURRING, due=span.last, granularity=span.granularity, every=every)


def _begin(scoped: re.Match[str], issued: date) -> date:
    point = read_point(scoped["year"] + (scoped["month"] or ""), issued)
    if point is None:
        return issued
    span = resolve(point, issued)
    if span.last < issued and not scoped["onwards"]:
        raise ValueError("a year that is over")
    return max(span.first, issued)


def _first(every: Period, anchor: str, issued: date) -> Span | None:
    if anchor in ("", "底", "末") or (every is Period.YEAR and anchor in ("年底", "年末", "年终")):
        return span_around(issued, every)
    if every is Period.WEEK:
        return read_week(f"周{anchor}", issued)
    if nth := _NTH_MONTH.fullmatch(anchor):
        return _in_nth_month(every, nth, issued)
    point = read_point(anchor, issued)
    if point is None or point.year is not None or point.granularity is Period.YEAR:
        return None
    within = Period.MONTH if point.month is None else Period.YEAR
    return resolve(point, issued) if within is every else None


def _in_nth_month(every: Period, match: re.Match[str], issued: date) -> Span | None:
    """The first such day or month of a quarter or a longer period (每季度首月10日前)."""
    length = MONTHS.get(every, 1)
    point = read_point(f"1月{match['within']}", issued)
    if point is None or length == 1:
        return None
    nth = number(match["nth"]) if match["nth"] else 1 if match["first"] else length
    begin = span_around(issued, every).first
    months = (add_months(begin, nth - 1 + later) for later in (0, length))
    return next(span for month in months if (span := point.at(month.year, month.month)).last >= issued)


def _after_each(every: Period, days: int, issued: date) -> Deadline:
    """Some days after the end of each period. ValueError if they go beyond the month that follows."""
    if days > _SHORTEST_MONTH:
        raise ValueError("days beyond the following month")
    begin = span_around(issued, every).first
    ends = (add_months(begin, later) + timedelta(days=days - 1) for later in (0, MONTHS[every]))
    due = next(end for end in ends if end >= issued)
    return Deadline(Kind.RECURRING, due=due, granularity=Period.DAY, every=every)


def _several_months(anchor: str, issued: date) -> Deadline | None:
    """Months evenly spread over the year return every half-year or quarter; others fit no rhythm."""
    names = re.split("[、,和及与]", anchor)
    points = [read_point(name if "月" in name else f"{name}月", issued) for name in names]
    months = [p.month for p in points if p and p.year is None and p.granularity is Period.MONTH and p.month]
    if len(months) != len(names) or len(names) not in _MONTHS_APART:
        return None
    apart, every = _MONTHS_APART[len(names)]
    if any(later - month != apart for month, later in pairwise(months)):
        return None
    due = min(resolve(Point(None, month, Period.MONTH), issued).last for month in months)
    return Deadline(Kind.RECURRING, due=due, granularity=Period.MONTH, every=every)
