"""Texts without an end in sight, and texts that are over: 持续开展, 长期坚持, 已完成."""

import re
from dataclasses import replace
from datetime import date

from data.plan.deadlines.dates import begins_after, read_date, read_span, states_no_year
from data.plan.deadlines.model import Deadline, Kind, Period
from data.plan.deadlines.spans import add_months
from data.plan.deadlines.wording import THIS_ISSUE, WORDS

_NOW = re.compile(f"即日?|现在|{THIS_ISSUE}(?:之日)?")
_SLOGAN = "(?:常抓不懈|久久为功|持之以恒|驰而不息|锲而不舍)"
_LASTING = "(?:持续|(?<!中)长期|常态(?!化?(?:工作)?(?:机制|制度))化?|经常|常年|日常|不间断|始终)"
_ON_PLAN = "按照?序时进度(?:要求)?(?:推进|开展|实施)"
_ALL_YEAR = "(?:贯穿)?全年"
_ONGOING = re.compile(
    rf"(?:[自从]?(?P<start>.+?)(?:起|开始|-+),?)?"
    rf"(?:{WORDS}(?:{_LASTING}|{_SLOGAN})(?:{_LASTING}|{WORDS})|{_ON_PLAN}|{_ALL_YEAR}{_LASTING}?(?:开展|推进|实施|坚持|进行)?)"
)
_DONE = re.compile(
    "(?P<when>.*?)(?:目前|现|业)?[均都]?已经?(?:于(?P<then>.+?前?))?(?:全部|全面|如期|按时|按期|提前)?"
    "(?:(?:整改|落实)?(?:完成|完毕|到位)|办结|完结|落实|结束)(?:任务|工作|整改)*"
)


def read_ongoing(text: str, issued: date) -> Deadline | None:
    """Work that goes on, from a stated day if there is one; None if the text is not that."""
    match = _ONGOING.fullmatch(text)
    if match is None:
        return None
    ongoing = Deadline(Kind.ONGOING, check_in=Period.QUARTER)
    if match["start"] is None:
        return ongoing
    if _NOW.fullmatch(match["start"]):
        return replace(ongoing, start=issued)
    span = read_span(match["start"], issued)
    return replace(ongoing, start=span.first) if span else None


def read_done(text: str, issued: date) -> Deadline | None:
    """Work said to be done, perhaps with the day it was; None if the text is not that.

    ValueError if that day is still to come.
    """
    match = _DONE.fullmatch(text)
    if match is None or (match["when"] and match["then"]):
        return None
    when = match["when"] or match["then"]
    if not when:
        return Deadline(Kind.DONE)
    done = read_date(when, issued) if not states_no_year(when) else read_date(when, add_months(issued, -12))
    if done and begins_after(done, issued):
        raise ValueError("done on a day to come")
    return Deadline(Kind.DONE) if done else None
