"""Lengths of time counted from a day: 三个月内, 印发后30日内, 十个工作日内."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from data.plan.deadlines.model import Deadline, Kind, Period
from data.plan.deadlines.spans import add_months
from data.plan.deadlines.spelling import number
from data.plan.deadlines.wording import COUNT, LED_ACTION, THIS_ISSUE, WITHIN
from data.plan.workdays import calendar_covers, next_workday

_UNIT = "(?P<unit>个?工作日|个?自然日|日|天|个月|个季度|周|个?星期|年)"
COUNTED = f"(?:(?P<count>{COUNT}){_UNIT}|(?P<half>半)年){WITHIN}"
_COUNTED_FROM_ISSUE = re.compile(rf"(?:[自从]?{THIS_ISSUE}(?:之日)?(?:起|[之以]?后),?)?{COUNTED}{LED_ACTION}")
_MONTHS = {"个月": 1, "个季度": 3, "年": 12}
_DAYS = {"日": 1, "天": 1, "个自然日": 1, "自然日": 1, "周": 7, "星期": 7, "个星期": 7}
_LONGEST_YEARS = 10


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time in one of three measures."""

    months: int | None = None
    days: int | None = None
    workdays: int | None = None


def read_counted(text: str, issued: date) -> Deadline | None:
    """A length of time from the issue date on; None if the text is not that.

    The issue date does not count, and months end on its day of the month (民法典第二百零一条、第二百零二条).
    ValueError if it counts working days beyond the years whose holidays are known.
    """
    match = _COUNTED_FROM_ISSUE.fullmatch(text)
    if match is None:
        return None
    return Deadline(Kind.DATE, due=_after(issued, length_of(match)), granularity=Period.DAY)


def length_of(match: re.Match[str]) -> Length:
    """What a match counts whose pattern holds COUNTED. ValueError if "20年内" may as well mean a year."""
    if match["half"]:
        return Length(months=6)
    if not match["count"]:
        return Length()
    count, unit = number(match["count"]), match["unit"]
    if unit == "年" and count > _LONGEST_YEARS:
        raise ValueError("a year, or that many years")
    if unit in _MONTHS:
        return Length(months=count * _MONTHS[unit])
    if unit in _DAYS:
        return Length(days=count * _DAYS[unit])
    return Length(workdays=count)


def _after(day: date, length: Length) -> date:
    if length.months is not None:
        return add_months(day, length.months)
    if length.days is not None:
        return day + timedelta(days=length.days)
    for _ in range(length.workdays or 0):
        day = next_workday(day)
    if not calendar_covers(day):
        raise ValueError("holidays unknown")
    return day
