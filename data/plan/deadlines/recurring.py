"""Deadlines that recur: 每年年底, 每月25日前, 按季度报送."""

from datetime import date, timedelta
from itertools import pairwise

from data.calendar import MONTHS, Period, Point, Span, add_months, is_workday, month_end, resolve_point, span_around
from data.patterns import Match, Pattern
from data.plan.deadlines.model import (
    ACT,
    ACTION,
    COUNT,
    HOUR,
    LED_ACTION,
    LED_STEP,
    ONE_TIME,
    PAPER,
    SMALL_NUMERAL,
    WITHIN,
    YEAR,
    Deadline,
    DeadlineKind,
    next_nth_workday,
    shape_of,
)
from data.plan.deadlines.points import read_point, read_span
from data.shapes import Shape
from data.understanding.entities.days.moments import whole_moment
from data.understanding.entities.days.wording import PERIOD_WORDS, value

_EACH = "(?P<every>年度?|半年|季度?|月|周|[uvz])"
_RECURRING = Pattern(
    f"[于在]?(?:每|各|(?P<steadily>[按逐])){_EACH}的?(?:{PAPER}*[于在])?(?P<following>r)?(?P<anchor>.*?){HOUR}(?:(?:[之以]?前)?q?各?{ACTION}|[之以]?前{LED_STEP}){ONE_TIME}"
)
_SCOPED = Pattern(f"[自从]?(?P<scope>{YEAR}年(?:{SMALL_NUMERAL}月)?)(?P<onwards>起)?,?(?P<rest>[每各按逐].+)")
_RHYTHM = Pattern(
    "(?P<rate>[月季])度(?:一次)?"
    f"|(?:(?:每一?|一)(?P<every>年|季度?|月|[uv])|一(?P<week>[周z])|每?(?P<half>半年)){ACTION}一(?:次|w|{ACT})"
)
_REPORTS = {"周报": "周", "月报": "月", "季报": "季", "季度报": "季", "半年报": "半年", "年报": "年"}
_INSPECTIONS = "查评考议"
_NTH_MONTH = Pattern(f"(?:第(?P<nth>{SMALL_NUMERAL})u|(?P<first>首[月u])|尾|末)的?(?P<within>.*)")
_FIRST_WORKDAYS = Pattern(f"前?(?P<count>{COUNT})g(?:{WITHIN})?")
_AFTER_EACH = Pattern(
    f"每{_EACH}F?[之以]?后(?:次月)?(?P<days>{COUNT})(?:[日天]|(?P<workdays>g))(?:{WITHIN}|前){LED_ACTION}"
)
_BETWEEN_MONTHS = Pattern("[、,和及与]")
_SHORTEST_MONTH, _FEWEST_WORKDAYS = 28, 15
_MONTHS_APART = {2: (6, Period.HALF_YEAR), 4: (3, Period.QUARTER)}


def read_recurring(shape: Shape, issued: date) -> Deadline | None:
    """Return a recurring deadline, first due on or after the day of issue, or None.

    Raises ValueError if it names a day that the first month does not have, or a year that is over.
    """
    if scoped := _SCOPED.fullmatch(shape.signs):
        begin = _first_day_of_scope(shape.of(scoped, "scope"), onwards=scoped["onwards"] is not None, issued=issued)
        return read_recurring(shape.of(scoped, "rest"), begin)
    if after := _AFTER_EACH.fullmatch(shape.signs):
        days, each = value(shape.said(after, "days")), _every(shape.said(after, "every"))
        return _on_workdays(days, each, issued) if after["workdays"] else _after_each(each, days, issued)
    if every := _rhythm(shape):
        return _due(every, span_around(issued, every))
    match = _RECURRING.fullmatch(shape.signs)
    if match is None or (match["steadily"] and match["anchor"]):
        return None
    if match["following"]:  # 次年 starts with the year after that of issue
        issued = date(issued.year + 1, 1, 1)
    every, anchor = _every(shape.said(match, "every")), shape.of(match, "anchor")
    if (nth := _nth_workday(every, anchor)) and every in MONTHS:
        return _on_workdays(nth, every, issued)
    if every is Period.YEAR and (several := _several_months(anchor, issued)):
        return several
    span = _first_span(every, anchor, issued)
    return _due(every, span) if span else None


def _every(word: str) -> Period:
    return PERIOD_WORDS[word.removeprefix("个")]


def _due(every: Period, span: Span) -> Deadline:
    """Return a deadline at the end of `span` in each period. Days that end with their month end with every month."""
    ends_month = every in MONTHS and span.first < span.last == month_end(span.last)
    granularity = Period.MONTH if ends_month and span.granularity is Period.DAY else span.granularity
    return Deadline(DeadlineKind.RECURRING, due=span.last, granularity=granularity, every=every)


def _rhythm(shape: Shape) -> Period | None:
    """Return the period after which something is repeated, as in 每月开展一次, 一季一查, 月度 or 月报, or None."""
    if shape.text in _REPORTS:
        return _every(_REPORTS[shape.text])
    match = _RHYTHM.fullmatch(shape.signs)
    if match is None or (shape.signs[-1] == "w" and shape.words[-1] not in _INSPECTIONS):
        return None
    return _every(next(said for name in ("rate", "every", "week", "half") if (said := shape.said(match, name))))


def _first_day_of_scope(scope: Shape, *, onwards: bool, issued: date) -> date:
    point = read_point(scope, issued)
    if point is None:
        return issued
    span = resolve_point(point, issued)
    if span.last < issued and not onwards:
        raise ValueError("a year that is over")
    return max(span.first, issued)


def _first_span(every: Period, anchor: Shape, issued: date) -> Span | None:
    if anchor.signs in ("", "底", "末") or (every is Period.YEAR and anchor.signs in ("年底", "年末", "年终")):
        return span_around(issued, every)
    if every is Period.WEEK:
        return read_span(shape_of(f"周{anchor.text}"), issued)
    if nth := _NTH_MONTH.fullmatch(anchor.signs):
        return _in_nth_month(every, anchor, nth, issued)
    point = read_point(anchor, issued)
    if point is None or point.year is not None or point.granularity is Period.YEAR:
        return None
    within = Period.MONTH if point.month is None else Period.YEAR
    return resolve_point(point, issued) if within is every else None


def _in_nth_month(every: Period, anchor: Shape, match: Match, issued: date) -> Span | None:
    """Return the first such day or month of a quarter or longer period, as in 每季度首月10日前, or None."""
    length = MONTHS.get(every, 1)
    point = read_point(shape_of(f"1月{anchor.said(match, 'within')}"), issued)
    if point is None or length == 1:
        return None
    nth = value(anchor.said(match, "nth")) if match["nth"] else 1 if match["first"] else length
    begin = span_around(issued, every).first
    months = (add_months(begin, nth - 1 + later) for later in (0, length))
    return next(span for month in months if (span := point.at(month.year, month.month)).last >= issued)


def _nth_workday(every: Period, anchor: Shape) -> int:
    """Return the number of the working day that `anchor` names in each period, or 0 if it names none.

    Negative numbers count from the end of the period (最后一个工作日).
    """
    first = _FIRST_WORKDAYS.fullmatch(anchor.signs)
    count = value(anchor.said(first, "count")) if first else 0
    nth = _NTH_MONTH.fullmatch(anchor.signs)
    within = anchor.of(nth, "within") if nth and every is not Period.MONTH else anchor
    moment = whole_moment(f"1月{within.text}")
    if moment and (told := moment.told) and not told.far and told.counts is is_workday and not told.side:
        count = told.nth or -1
    if not nth:
        return count
    begins = nth["first"] or (nth["nth"] and value(anchor.said(nth, "nth")) == 1)
    return count if begins == (count > 0) else 0


def _on_workdays(nth: int, every: Period, issued: date) -> Deadline:
    """Return a deadline on working day `nth` of each period. Raises ValueError if a short month may not have it."""
    if abs(nth) > _FEWEST_WORKDAYS:
        raise ValueError("no such day")
    due = next_nth_workday(nth, every, issued)
    return Deadline(DeadlineKind.RECURRING, due=due, granularity=Period.DAY, every=every, offset_workdays=nth)


def _after_each(every: Period, days: int, issued: date) -> Deadline:
    """Return a deadline `days` days after the end of each period. Raises ValueError if that may exceed a month."""
    if days > _SHORTEST_MONTH:
        raise ValueError("days beyond the following month")
    begin = span_around(issued, every).first
    ends = (add_months(begin, later) + timedelta(days=days - 1) for later in (0, MONTHS[every]))
    due = next(end for end in ends if end >= issued)
    return Deadline(DeadlineKind.RECURRING, due=due, granularity=Period.DAY, every=every)


def _several_months(anchor: Shape, issued: date) -> Deadline | None:
    """Return a half-yearly or quarterly deadline for months spread evenly over the year, else None."""
    names = _BETWEEN_MONTHS.sub("、", anchor.text).split("、")
    points = [read_point(shape_of(name if "月" in name else f"{name}月"), issued) for name in names]
    months = [p.month for p in points if p and p.year is None and p.granularity is Period.MONTH and p.month]
    if len(months) != len(names) or len(names) not in _MONTHS_APART:
        return None
    apart, every = _MONTHS_APART[len(names)]
    if any(later - month != apart for month, later in pairwise(months)):
        return None
    due = min(resolve_point(Point(None, month, Period.MONTH), issued).last for month in months)
    return Deadline(DeadlineKind.RECURRING, due=due, granularity=Period.MONTH, every=every)
