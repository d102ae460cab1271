"""Deadlines that name a day or period, or a range from one to another."""

from dataclasses import replace
from datetime import date, timedelta

from data.calendar import Period, Point, Span, day_span, resolve_point, span_around
from data.patterns import Pattern
from data.plan.deadlines.model import (
    ACTION,
    ANY_NUMERAL,
    BY,
    HOUR,
    LED_STEP,
    NUMERALS,
    OF_A_PERIOD,
    ONE_TIME,
    OTHER_WORDS,
    PAPER,
    SMALL_NUMERAL,
    THIS_ISSUE,
    YEAR,
    Deadline,
    deadline_ending,
    shape_of,
)
from data.plan.deadlines.points import feast_named, read_point, read_span
from data.shapes import Shape
from data.understanding.entities.days.wording import value

_BEGIN = "(?:起|s|i)C?"
_RANGE = Pattern(f"[自从]?(?P<left>.+?)(?:(?:{_BEGIN},?)?L?(?:[至到]|-+)|{_BEGIN},)(?P<right>.+)")
_UNIT = Pattern(f"(?:第?{SMALL_NUMERAL}|{YEAR})(?P<unit>年|月|日|号|季度)(?P<more>[{NUMERALS}X])?")
_BARE_NUMBER = Pattern(f"(?:.*[年月第])?{SMALL_NUMERAL}|{YEAR}")
_SIDE_BY_SIDE = Pattern(f"(?P<left>.*[{ANY_NUMERAL}]月?)[、和](?P<right>.+)")
_FIRST_QUARTERS = Pattern("(?P<before>.*)前(?P<count>n)(?:季度|v)")
_FIVE_YEARS = Pattern("“?十(?P<nth>[三四五六])五”?(?:规划)?(?:期间|时期|(?P<end>期?末))")
FROM_NOW = Pattern(f"即w?日?|w在|{THIS_ISSUE}")
_CONTINUING = Pattern("L[CV]?")


def read_range(shape: Shape, issued: date) -> Deadline | None:
    """Return the range that the whole text names, or None. Raises ValueError if it ends before it begins."""
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
    if FROM_NOW.fullmatch(left.signs):
        return _until(right, issued, issued)
    return _between_points(_with_unit_of(left, right), right, issued)


def _with_unit_of(left: Shape, right: Shape) -> Shape:
    """Return the beginning of a range, with the unit of the end added if it has none of its own, as in 6-9月."""
    unit = _UNIT.match(right.signs)
    if unit is None or (unit["unit"] == "月" and unit["more"]) or not _BARE_NUMBER.fullmatch(left.signs):
        return left
    return shape_of(left.text + right.said(unit, "unit"))


def _between_points(left: Shape, right: Shape, issued: date) -> Deadline | None:
    begin = read_point(left, issued)
    if begin is not None and right.signs.startswith("r"):
        year = resolve_point(begin, issued).first.year
        begin, right = replace(begin, year=year), _in_the_next_year(right, year)
    end = read_point(right, issued)
    if begin is None or end is None:
        return None
    return _between(begin, end, issued, from_end=left.signs.endswith(("底", "末")))


def _in_the_next_year(shape: Shape, year: int) -> Shape:
    """Return the text with its leading 次年 replaced by the year after `year`."""
    return shape_of(f"{year + 1}年{shape.between(1, len(shape.signs)).text}")


def _five_years(nth: int, *, ending: bool) -> Deadline:
    """Return the span of a five-year plan (`nth` 3 is the thirteenth, 2016-2020), or the end of its last year."""
    years = Span(date(2001 + 5 * nth, 1, 1), date(2005 + 5 * nth, 12, 31), Period.YEAR)
    return deadline_ending(years, None if ending else years.first)


def _neighbours(both: Deadline | None) -> Deadline | None:
    """Return a range of two adjacent months or quarters named side by side (2020年二、三季度), else None."""
    if both is None or both.start is None or both.due is None or both.granularity not in (Period.MONTH, Period.QUARTER):
        return None
    first, second = span_around(both.start, both.granularity), span_around(both.due, both.granularity)
    return both if second.first - first.last == timedelta(days=1) else None


def _until(shape: Shape, issued: date, first: date | None) -> Deadline | None:
    point = read_point(shape, issued)
    if point is None:
        return None
    end = resolve_point(point, issued)
    if first and end.last < first:
        raise ValueError("an end before the beginning")
    return deadline_ending(end, first)


def _between(left: Point, right: Point, issued: date, *, from_end: bool) -> Deadline:
    """Return the range that ends with the first `right` and begins with the last `left` before it.

    If one of them leaves out its month, both are of the same. Raises ValueError if `left` is not before `right`, or no
    year is said and it began in one that is over.
    """
    end = resolve_point(replace(right, year=right.year or left.year, month=right.month or left.month), issued)
    year = left.year or (end.last.year if None in (left.month, right.month) else None)
    begin = resolve_point(replace(left, year=year, month=left.month or end.last.month), end.last, past=True)
    first = begin.last if from_end else begin.first
    if first > end.last:
        raise ValueError("a beginning after the end")
    if not (year or right.year) and begin.last < issued and begin.first.year < end.last.year:
        raise ValueError("a beginning that is over, or the months the wrong way round")
    return deadline_ending(end, first)


_LIMIT = "[hej]*[lK]*[于在到至]?"
_WEEKDAY = r"(?:\(周(?P<weekday>[n一日天])\))?"
_NO_END = f"[^{ANY_NUMERAL}底末内前月季]*"
_NO_DEADLINE = Pattern(  # 2019年工作总结 names a paper and 2019年新增50家 a number, not a deadline
    f"{YEAR}年度?[PQ]"
    f"|[Yy{NUMERALS}年第月季]*[年月度终](?:(?:[^CiI{ANY_NUMERAL}底末内前月季]{_NO_END})?[Ppj]$|[VBPQ]{_NO_END}[1NYZD])"
)
_DATED = Pattern(f"{_LIMIT}(?P<when>.+?){_WEEKDAY}{HOUR}(?P<by>{BY}){ACTION}")
_LED = Pattern(f"(?P<dated>.+?[前底末内])(?:{LED_STEP}{ONE_TIME})")
_ABOUT = Pattern(
    f"(?:{OF_A_PERIOD}?{OTHER_WORDS}[于在]|{OF_A_PERIOD}{OTHER_WORDS}|{OTHER_WORDS}U)(?P<dated>(?:{YEAR}年|r).*[前底内].*)"
    f"|{OTHER_WORDS}{PAPER}(?P<day>{SMALL_NUMERAL}月.*[前底内].*)"
)
_NO_YEAR = Pattern(f"{_LIMIT}(?:{SMALL_NUMERAL}月|年[底末内终]|第?{SMALL_NUMERAL}季|[上下]半年)")
_DAY_IN_NUMBERS = Pattern(r"(1?[0-9])[./]([0-9]{1,2})")  # as in 6.30前
_DURING = Pattern(".*[年月度]J|.+[至到-].+J")
_DAY_OR_DAYS = Pattern(f"{SMALL_NUMERAL}日")
_MAYBE_DURATION = Pattern(f"{SMALL_NUMERAL}[月日号]内?")
_MOVED = Pattern(f"(?:(?:原(?:w?|j)[于为]?|[由从])(?P<before>[^,;]+?)[,;]?)?(?:因{OTHER_WORDS})?[w已]?E(?P<now>[^,;]+)")


def read_date(shape: Shape, issued: date) -> Deadline | None:
    """Return the one period, range or day that the text names; None if it names none or is ambiguous."""
    if about := _ABOUT.fullmatch(shape.signs):
        dated = shape.of(about, "dated" if about["dated"] else "day")
        if dated.signs.startswith("r") and shape.signs.startswith(("Y", "y")):
            dated = _in_the_next_year(dated, value(shape.words[0]))
        return read_date(dated, issued)
    if _DAY_OR_DAYS.fullmatch(shape.signs) or _NO_DEADLINE.match(shape.signs):
        return None
    match = _DATED.fullmatch(shape.signs)
    if match and (deadline := _read_period(shape.of(match, "when"), match["by"], issued)):
        return deadline if _falls_on(deadline, shape.said(match, "weekday")) else None
    led = _LED.fullmatch(shape.signs)
    return read_date(shape.of(led, "dated"), issued) if led else None


def read_moved(shape: Shape, issued: date) -> Deadline | None:
    """Return the new date of a text that says a deadline was moved, and may name the old one too; else None."""
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
    """Return whether the text begins with a month or another part of a year without naming the year."""
    return _NO_YEAR.match(shape.signs) is not None


def begins_after(deadline: Deadline, day: date) -> bool:
    """Return whether the whole period that the deadline names lies after `day`."""
    if deadline.due is None or deadline.granularity is None:
        return False
    return span_around(deadline.due, deadline.granularity).first > day


def _read_period(when: Shape, by: str, issued: date) -> Deadline | None:
    if _is_ambiguous(when, by):
        return None
    if _DURING.fullmatch(when.signs):
        when = when.between(0, len(when.signs) - 1)
    if deadline := read_range(when, issued):
        return deadline
    if feast := feast_named(when, issued):
        return deadline_ending(day_span(feast - timedelta(days=1))) if by.endswith("前") else None
    if _DAY_IN_NUMBERS.fullmatch(when.text) and by.endswith("前"):
        when = shape_of(_DAY_IN_NUMBERS.sub(r"\1月\2日", when.text))
    span = read_span(when, issued) or read_span(shape_of(f"{when.text}{by}"), issued)  # as in 元旦后10日内
    return deadline_ending(span) if span else None


def _is_ambiguous(when: Shape, by: str) -> bool:
    """Return whether the text is ambiguous: 2020年前 (before 2020 or within it), 3月内 (March or three months)."""
    if "前" in by:
        return when.signs.endswith(("年", "年度"))
    return "内" in when.signs + by and _MAYBE_DURATION.fullmatch(when.signs) is not None


def _falls_on(deadline: Deadline, day: str) -> bool:
    named = read_span(shape_of(f"周{day}"), deadline.due) if day and deadline.due else None
    return not day or (named is not None and named.last == deadline.due)
