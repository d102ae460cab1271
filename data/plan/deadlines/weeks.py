"""Days and weeks named from the issue date: 下周五, 本周, 明天."""

from datetime import date, timedelta

from data.calendar import Period, Span, day_span, span_around
from data.patterns import Pattern
from data.shapes import Shape

_WEEK = Pattern("(?P<which>[本这下]?)个?[周z](?P<day>[n一日天末]?)内?")
_DAYS_AHEAD = {"今天": 0, "今日": 0, "明天": 1, "明日": 1, "后天": 2}
_WEEKDAYS = "一二三四五六日天"


def weekday(name: str) -> int:
    """Monday is 0; 日 and 天 are Sunday, and so is 末, the week's end. ValueError if there is no such day."""
    if name not in f"{_WEEKDAYS}末":
        raise ValueError("no day of the week")
    return min(f"{_WEEKDAYS}末".index(name), 6)


def read_week(shape: Shape, issued: date) -> Span | None:
    """The day or week that the text names, or None; a weekday alone is its first on or after the issue.

    ValueError if there is no such day of the week.
    """
    if shape.text in _DAYS_AHEAD:
        return day_span(issued + timedelta(days=_DAYS_AHEAD[shape.text]))
    match = _WEEK.fullmatch(shape.signs)
    if match is None or not (match["which"] or match["day"]):
        return None
    week = span_around(issued + timedelta(days=7 if match["which"] == "下" else 0), Period.WEEK)
    if not match["day"]:
        return week
    day = week.first + timedelta(days=weekday(shape.said(match, "day")))
    return day_span(day if match["which"] or day >= issued else day + timedelta(days=7))
