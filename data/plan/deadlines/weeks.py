"""Days and weeks named from the issue date: 下周五, 本周, 明天."""

import re
from datetime import date, timedelta

from data.plan.deadlines.model import Period
from data.plan.deadlines.spans import Span, day_span, span_around

WEEKDAYS = "一二三四五六日天"
_WEEK = re.compile(f"(?P<which>[本这下])?个?(?:周|星期|礼拜)(?P<day>[{WEEKDAYS}末])?")
_DAYS_AHEAD = {"今天": 0, "今日": 0, "明天": 1, "明日": 1, "后天": 2}


def weekday(name: str) -> int:
    """Monday is 0; 日 and 天 are Sunday, and so is 末, the week's end."""
    return "一二三四五六".find(name) % 7


def read_week(text: str, issued: date) -> Span | None:
    """The day or week that the text names, or None; a weekday alone is its first on or after the issue."""
    if text in _DAYS_AHEAD:
        return day_span(issued + timedelta(days=_DAYS_AHEAD[text]))
    match = _WEEK.fullmatch(text)
    if match is None or not (match["which"] or match["day"]):
        return None
    week = span_around(issued + timedelta(days=7 if match["which"] == "下" else 0), Period.WEEK)
    if match["day"] is None:
        return week
    day = week.first + timedelta(days=weekday(match["day"]))
    return day_span(day if match["which"] or day >= issued else day + timedelta(days=7))
