"""A single period in a text: a year, month, ten days of a month (旬), week or day, or a relative day (元旦前两天)."""

from datetime import date

from data.calendar import Point, Span, day_span, resolve_point
from data.patterns import Pattern
from data.shapes import Shape
from data.understanding.entities.days.moments import Moment, whole_moment

_ONE_WORDING = {"年终": "年底", "年全年": "年", "首季": "一季", "日内": "日", "号内": "日"}
_NOT_STRICT = {"off", "around", "begin", "two_days"}
_STRICTLY = {
    "which": ("本", "这", "下", "这个", "下个", "this", "next", "the"),
    "relative": ("今天", "今日", "明天", "明日", "后天"),
    "third": ("上旬", "中旬", "下旬"),
    "half": ("上半年", "下半年", "first", "second", "1", "2"),
}
_QUOTED, _IN_QUOTES = Pattern("“([^”]*)”"), {"十一": "国庆"}
_YEARS_BEFORE = ("去年", "前年", "上年", "上一年", "上年度", "上一年度")
_PLAUSIBLE_PAST, _PLAUSIBLE_FUTURE = 10, 30


def read_point(shape: Shape, issued: date) -> Point | None:
    """Return the period that the whole text names, or None. Raises ValueError if its year is implausible."""
    moment = _moment(shape)
    point = moment.point(issued) if moment else None
    if point and point.year is not None and not -_PLAUSIBLE_PAST <= point.year - issued.year <= _PLAUSIBLE_FUTURE:
        raise ValueError("an implausible year")
    return point


def read_span(shape: Shape, issued: date) -> Span | None:
    """Return the days of the period, or of a day or week relative to the issue, that the whole text names, or None.

    Raises ValueError if there are no such days or the year is implausible.
    """
    point, moment = read_point(shape, issued), _moment(shape)
    if moment is None:
        return None
    span = resolve_point(point, issued) if point else moment.span(issued, past=False)
    return day_span(span.last) if span.first == span.last else span


def feast_named(shape: Shape, issued: date) -> date | None:
    """Return the first day of the holiday that the whole text names, or None."""
    moment = whole_moment(_QUOTED.sub(lambda feast: _IN_QUOTES.get(feast[1], feast[1]), shape.text.lower().strip()))
    return moment.span(issued, past=False).first if moment and moment.is_feast else None


def _moment(shape: Shape) -> Moment | None:
    text = shape.text.lower().strip()
    for wording, one in _ONE_WORDING.items():
        text = text.replace(wording, one)
    moment = whole_moment(text)
    return moment if moment and _is_strict(moment, text) else None


def _is_strict(moment: Moment, text: str) -> bool:
    """Return whether the text names exactly this period, in a form that official papers use."""
    found, told = moment.found, moment.told
    if moment.is_feast or (told and told.far and told.side > 0 and "holiday" in found):  # after it or a day off?
        return False
    if moment.is_range or found.keys() & _NOT_STRICT:
        return False
    if any(found[part] not in words for part, words in _STRICTLY.items() if part in found):
        return False
    if found.get("year") in _YEARS_BEFORE or text[0] in "全季" or text.isdecimal():
        return False
    if "weekday" in found and found.get("which") == "next":  # in this week or the next?
        return False
    month = found.get("month", "")
    if month.isdecimal() and "月" not in text:  # which is the month in 12/31?
        return False
    if month.isascii() and month.isalpha() and "day" in found and text.startswith(month) and "year" not in found:
        return False  # "June 2" may be a cut-off "June 2020"
    bare_day = found.get("bare_day", "10")
    numerals = (found.get(part, "") for part in ("month", "day", "quarter"))
    return bare_day.isdecimal() and len(bare_day) == 2 and all(len(each) <= 2 for each in numerals if each.isdecimal())
