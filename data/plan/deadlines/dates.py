"""Texts that state a day or period by which, or from which to which, something is to be done, or to which it was moved
(原定2019年6月，延期至2019年12月底)."""

from datetime import date

from data.calendar import span_around
from data.patterns import Pattern
from data.plan.deadlines.model import Deadline, due_with
from data.plan.deadlines.points import read_span
from data.plan.deadlines.ranges import read_range
from data.plan.deadlines.wording import (
    ACTION,
    BY,
    HOUR,
    LED_STEP,
    NUMBERS,
    NUMERALS,
    OF_A_PERIOD,
    ONCE,
    SMALL,
    WORDS,
    YEAR,
    shape_of,
)
from data.shapes import Shape

_LIMIT = "[hej]*[lK]*[于在到至]?"
_WEEKDAY = r"(?:\(周(?P<weekday>[n一日天])\))?"
_NO_END = f"[^{NUMBERS}底末内前月季]*"
_NO_DEADLINE = Pattern(  # 2019年工作总结 is a paper, 2019年新增50家 a figure
    f"{YEAR}年度?[PQ]"
    f"|[Yy{NUMERALS}年第月季]*[年月度终](?:(?:[^CiI{NUMBERS}底末内前月季]{_NO_END})?[Ppj]$|[VBPQ]{_NO_END}[1NYZD])"
)
_DATED = Pattern(f"{_LIMIT}(?P<when>.+?){_WEEKDAY}{HOUR}(?P<by>{BY}){ACTION}")
_LED = Pattern(f"(?P<dated>.+?[前底末内])(?:{LED_STEP}{ONCE})")
_ABOUT = Pattern(f"(?:{OF_A_PERIOD}?{WORDS}[于在]|{OF_A_PERIOD}{WORDS}|{WORDS}U)(?P<dated>{YEAR}年.*[前底内].*)")
_NO_YEAR = Pattern(f"{_LIMIT}(?:{SMALL}月|年[底末内终]|第?{SMALL}季|[上下]半年)")
_DURING = Pattern(".*[年月日度]J")
_DAY_OR_DAYS = Pattern(f"{SMALL}日")
_MAYBE_DURATION = Pattern(f"{SMALL}[月日号]内?")
_MOVED = Pattern(f"(?:(?:原(?:w?|j)[于为]?|[由从])(?P<before>[^,;]+?)[,;]?)?(?:因{WORDS})?[w已]?E(?P<now>[^,;]+)")


def read_date(shape: Shape, issued: date) -> Deadline | None:
    """The text as one period, one range or one day; None if it is not that, or leaves two ways to read it."""
    if about := _ABOUT.fullmatch(shape.signs):
        return read_date(shape.of(about, "dated"), issued)
    if _DAY_OR_DAYS.fullmatch(shape.signs) or _NO_DEADLINE.match(shape.signs):
        return None
    match = _DATED.fullmatch(shape.signs)
    if match and (deadline := _by(shape.of(match, "when"), match["by"], issued)):
        return deadline if _falls_on(deadline, shape.said(match, "weekday")) else None
    led = _LED.fullmatch(shape.signs)
    return read_date(shape.of(led, "dated"), issued) if led else None


def read_moved(shape: Shape, issued: date) -> Deadline | None:
    """The date that now holds, where the one before may be named too; None if the text is not that."""
    match = _MOVED.fullmatch(shape.signs)
    if match is None:
        return None
    before = read_date(shape.of(match, "before"), issued) if match["before"] else None
    if match["before"] and before is None:
        return None
    now = shape.of(match, "now")
    if before is None or before.due is None or not states_no_year(now):
        return read_date(now, issued)
    moved = read_date(now, before.due)
    return moved if moved and moved.due and moved.due.year == before.due.year else None


def states_no_year(shape: Shape) -> bool:
    """Whether the text begins with a part of a year and leaves the year to what was said before."""
    return _NO_YEAR.match(shape.signs) is not None


def begins_after(deadline: Deadline, day: date) -> bool:
    """Whether the whole period that the deadline states lies ahead of the day."""
    if deadline.due is None or deadline.granularity is None:
        return False
    return span_around(deadline.due, deadline.granularity).first > day


def _by(when: Shape, by: str, issued: date) -> Deadline | None:
    if _two_ways(when, by):
        return None
    if _DURING.fullmatch(when.signs):
        when = when.between(0, len(when.signs) - 1)
    if deadline := read_range(when, issued):
        return deadline
    span = read_span(when, issued)
    return due_with(span) if span else None


def _two_ways(when: Shape, by: str) -> bool:
    """Whether it may be either of two: 2020年前 before 2020 or within it, 3月内 March or three months."""
    if "前" in by:
        return when.signs.endswith(("年", "年度"))
    return "内" in when.signs + by and _MAYBE_DURATION.fullmatch(when.signs) is not None


def _falls_on(deadline: Deadline, day: str) -> bool:
    named = read_span(shape_of(f"周{day}"), deadline.due) if day and deadline.due else None
    return not day or (named is not None and named.last == deadline.due)
