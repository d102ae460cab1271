"""Lengths of time counted from a day: 三个月内, 印发后30日内, 十个工作日内."""

from dataclasses import dataclass
from datetime import date, timedelta

from data.calendar import Period, add_months
from data.patterns import Match, Pattern
from data.plan.deadlines.model import Deadline, Kind
from data.plan.deadlines.points import value
from data.plan.deadlines.wording import COUNT, LED_ACTION, THIS_ISSUE, WITHIN
from data.plan.workdays import Workdays, calendar_covers
from data.shapes import Shape

COUNTED = f"(?:(?P<count>{COUNT})(?P<unit>[gf日天uv周z年])|(?P<half>半)年){WITHIN}"
_COUNTED_FROM_ISSUE = Pattern(f"(?:[自从]?{THIS_ISSUE}(?:起|[之以]?后),?)?{COUNTED}{LED_ACTION}")
_MONTHS = {"u": 1, "v": 3, "年": 12}
_DAYS = {"日": 1, "天": 1, "f": 1, "周": 7, "z": 7}
_LONGEST_YEARS = 10


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time in one of three measures."""

    months: int | None = None
    days: int | None = None
    workdays: int | None = None


def read_counted(shape: Shape, issued: date) -> Deadline | None:
    """A length of time from the issue date on; None if the text is not that.

    The issue date does not count, and months end on its day of the month (民法典第二百零一条、第二百零二条).
    ValueError if it counts working days beyond the years whose holidays are known.
    """
    match = _COUNTED_FROM_ISSUE.fullmatch(shape.signs)
    if match is None:
        return None
    return Deadline(Kind.DATE, due=after(issued, length_of(match, shape)), granularity=Period.DAY)


def length_of(match: Match, shape: Shape) -> Length:
    """What a match counts whose pattern holds COUNTED. ValueError if "20年内" may as well mean a year."""
    if match["half"]:
        return Length(months=6)
    if not match["count"]:
        return Length()
    count, unit = value(shape.said(match, "count")), match["unit"]
    if unit == "年" and count > _LONGEST_YEARS:
        raise ValueError("a year, or that many years")
    if unit in _MONTHS:
        return Length(months=count * _MONTHS[unit])
    return Length(days=count * _DAYS[unit]) if unit in _DAYS else Length(workdays=count)


def after(day: date, length: Length) -> date:
    """The day so much later. ValueError if working days count and the holidays are not known that far."""
    if length.months is not None:
        return add_months(day, length.months)
    if length.days is not None:
        return day + timedelta(days=length.days)
    day = Workdays().after(day, length.workdays or 0)
    if not calendar_covers(day):
        raise ValueError("holidays unknown")
    return day
