"""Texts that state a day or period by which, or from which to which, something is to be done."""

import re
from datetime import date

from data.plan.deadlines.model import Deadline
from data.plan.deadlines.points import read_point, resolve
from data.plan.deadlines.ranges import read_range
from data.plan.deadlines.spans import Span, due_with, span_around
from data.plan.deadlines.weeks import WEEKDAYS, read_week, weekday
from data.plan.deadlines.wording import ACT, BY, HOUR, LED_ACTION, OF_A_PERIOD, SMALL_NUMBER, UNIT, WORDS, YEAR_NUMBER

_HOW_SURE = "(?:力争|争取|确保|计划|预计|原则上|务必|拟|须|需|应)*"
_LATEST = "(?:最[迟晚]|至[迟晚])?(?:不得?[晚迟]于|不得?超过|截止到?|截至|赶)?[于在到至]?"
_WEEKDAY = rf"(?:\((?:周|星期)(?P<weekday>[{WEEKDAYS}])\))?"
_MAKES = "(?:完成|制定|修订|编制|起草|拟定|出台|印发|公布|发布|报送|上报|提交|形成|建立|落实|开展|组织|实施|启动)"
_NO_END = "[^0-9底末内前月季]*"
_NO_DEADLINE = (  # 2019年工作总结 is a paper, 2019年新增50家 a figure
    rf"{YEAR_NUMBER}年度?(?:总结|报告|通报|考核|评估|培训|登记|处理|公开|采购)"
    rf"|[0-9〇一二三四五六七八九十年第月季]*[年月度终](?!{_MAKES})"
    rf"(?:{_NO_END}(?:总结|报告|通报|考核|评估|方案|计划|要点|办法|细则|情况|数据|清单|目录)$|{ACT}{_NO_END}[0-9])"
)
_DATED = re.compile(rf"(?!{_NO_DEADLINE}){_HOW_SURE}{_LATEST}(?P<when>.+?){_WEEKDAY}{HOUR}(?P<by>{BY}){LED_ACTION}")
_SUBJECT = (
    rf"(?:{OF_A_PERIOD}?{WORDS}(?<![晚迟限止关对鉴由基属位])[于在]"
    rf"|{OF_A_PERIOD}{WORDS}|{WORDS}{UNIT})"
)
_ABOUT = re.compile(rf"{_SUBJECT}(?P<dated>{YEAR_NUMBER}年.+?[之以]?[前内底]{LED_ACTION})")
_NO_YEAR = re.compile(rf"{_HOW_SURE}{_LATEST}(?:{SMALL_NUMBER}月|年[底末内终]|第?[1-4一二三四]季|[上下]半年)")
_DAY_OR_DAYS = re.compile(f"{SMALL_NUMBER}日")
_MAYBE_DURATION = re.compile(f"{SMALL_NUMBER}[月日号]")


def read_date(text: str, issued: date) -> Deadline | None:
    """The text as one period, one range or one day; None if it is not that, or leaves two ways to read it."""
    if _DAY_OR_DAYS.fullmatch(text):
        return None
    about = _ABOUT.fullmatch(text)
    match = _DATED.fullmatch(about["dated"] if about else text)
    if match is None or _two_ways(match["when"], match["by"]):
        return None
    deadline = read_range(match["when"], issued) or _single(match["when"], issued)
    return deadline if deadline and _falls_on(deadline, match["weekday"]) else None


def states_no_year(text: str) -> bool:
    """Whether the text begins with a part of a year and leaves the year to what was said before."""
    return _NO_YEAR.match(text) is not None


def begins_after(deadline: Deadline, day: date) -> bool:
    """Whether the whole period that the deadline states lies ahead of the day."""
    if deadline.due is None or deadline.granularity is None:
        return False
    return span_around(deadline.due, deadline.granularity).first > day


def read_span(text: str, issued: date) -> Span | None:
    """The single period that the whole text names, or None. ValueError if it names an impossible one."""
    point = read_point(text, issued)
    return resolve(point, issued) if point else read_week(text, issued)


def _single(text: str, issued: date) -> Deadline | None:
    span = read_span(text, issued)
    return due_with(span) if span else None


def _two_ways(when: str, by: str) -> bool:
    """Whether it may be either of two: 2020年前 before 2020 or within it, 3月内 March or three months."""
    if "前" in by:
        return when.endswith(("年", "年度"))
    return "内" in by and _MAYBE_DURATION.fullmatch(when) is not None


def _falls_on(deadline: Deadline, day: str | None) -> bool:
    return day is None or (deadline.due is not None and deadline.due.weekday() == weekday(day))
