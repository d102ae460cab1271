"""Deadlines without a day: waiting for an event (条例出台后10个月内) or for others, ongoing, or already done."""

from dataclasses import replace
from datetime import date

from data.calendar import MONTHS, Period, add_months, calendar_covers
from data.patterns import Match, Pattern
from data.plan.deadlines.dates import FROM_NOW, begins_after, read_date, states_no_year
from data.plan.deadlines.model import (
    ACTION,
    COUNT,
    LED_ACTION,
    OTHER_WORDS,
    THIS_ISSUE,
    WITHIN,
    WORD,
    YEAR,
    Deadline,
    DeadlineKind,
    shape_of,
)
from data.plan.deadlines.points import read_span
from data.shapes import Shape
from data.understanding.entities.days.lengths import Length, length_of
from data.understanding.entities.days.moments import whole_moment

_PLAIN = "[wVCFistBIPQpjkhaobcmMWUn一xXO&、上下本内底末度各按逐自从于在之以及个份首终截期由为即的因再次第中到版因]"
_NAME = f"(?:T|S|“[^“”]+”|{YEAR}年?w?版|{_PLAIN})"
_LENGTH = f"(?P<count>{COUNT}|半)(?P<unit>[gf日天uv周z年时]|个半月|年半){WITHIN}{LED_ACTION}"
_EVENT = f"(?P<event>{_NAME}*?{_PLAIN}|[? ]+|[自从]?{THIS_ISSUE})"
_AFTER = Pattern(f"(?:待?{_EVENT}(?:[之以]?后|起|(?P<since>之日起)),?)?(?:{_LENGTH}|{ACTION})")
_ISSUE = Pattern(f"(?:[自从]?{THIS_ISSUE})?")
_MOST, _MOST_MONTHS = 730, 120
_COURSE = Pattern(f"(?:b|按|视)(?P<event>{_NAME}+c)p?(?:G|{ACTION})")
_ARRANGED = Pattern(f"(?:b|按){_NAME}*?[aB](?:的?M+)?(?:G|{ACTION})")
_AWAITED = Pattern(f"M?d[aB]|待{_PLAIN}*?[aBt](?:后{ACTION})?|以{_PLAIN}*?[aBW]M?为w")
_SCHEDULE = "序时"


def read_counted(shape: Shape, issued: date) -> Deadline | None:
    """Return a deadline counted from the day of issue, or bound to an event with or without an offset; else None.

    The day of issue does not count, and months end on the same day of the month (民法典第二百零一条、第二百零二条).
    Raises ValueError if it counts working days into years whose holidays are not known.
    """
    match = _AFTER.fullmatch(shape.signs)
    if match is None or _AWAITED.fullmatch(shape.signs):
        return None
    length, event = _length(match, shape), shape.of(match, "event")
    if _ISSUE.fullmatch(event.signs):
        return None if length is None or match["unit"] == "时" else _after_issue(length, issued)  # from which hour?
    if len(event.text) == 1 or whole_moment(event.text.lower()):  # 会后: after which meeting?
        return None
    deadline = Deadline(DeadlineKind.CONDITIONAL, event=event.text.removeprefix("自" if match["since"] else ""))
    if length is None:
        return deadline
    if length.more:
        raise ValueError("months and days")
    if length.period is None:
        return replace(deadline, offset_workdays=length.count)
    if months := MONTHS.get(length.period):
        return replace(deadline, offset_months=length.count * months)
    return replace(deadline, offset_days=(length.beyond(issued) - issued).days)


def _after_issue(length: Length, issued: date) -> Deadline:
    due = length.beyond(issued)
    if length.period is None and not calendar_covers(due):
        raise ValueError("holidays unknown")
    return Deadline(DeadlineKind.DATE, due=due, granularity=Period.DAY)


def _length(match: Match, shape: Shape) -> Length | None:
    """Return the length of time that a match names, or None if it names none.

    Raises ValueError if it is zero, not in whole days, or too long for a plan ("20年内" may also mean a year).
    """
    if not match["count"]:
        return None
    length = length_of(shape.said(match, "count"), shape.said(match, "unit"))
    months = MONTHS.get(length.period, 0) if length and length.period else 0
    if not length or not 0 < length.count <= _MOST or length.count * months > _MOST_MONTHS:
        raise ValueError("nothing, a year, or longer than a plan looks ahead")
    return length


def read_course(shape: Shape, _issued: date) -> Deadline | None:
    """Return a deadline that depends on the course of something else, or None."""
    course = _COURSE.fullmatch(shape.signs)
    if course is None or _SCHEDULE in shape.text:
        return None
    return Deadline(DeadlineKind.CONDITIONAL, event=shape.said(course, "event"))


def read_arranged(shape: Shape, _issued: date) -> Deadline | None:
    """Return a deadline that others will set, or None."""
    arranged = _ARRANGED.fullmatch(shape.signs) or _AWAITED.fullmatch(shape.signs)
    return Deadline(DeadlineKind.ARRANGED) if arranged else None


_LASTING = "[LoO]"
_ONGOING = Pattern(f"(?:[自从]?(?P<start>.+?)(?:起|s|-+),?)?{OTHER_WORDS}{_LASTING}(?:{_LASTING}|{WORD})*")
_ALL_ALONG = Pattern(
    "按照?序时进度(?:要求)?(?:推进|开展|实施)|(?:贯穿)?全年(?:持续|常态化?|长期|不间断)?(?:开展|推进|实施|坚持|进行)?"
)
_DONE = Pattern(
    "(?:[此该本这]项(?:任务|工作)?)?(?P<when>.*?)(?:目前|现|业)?[均都]?已经?(?:于(?P<then>.+?前?))?(?:全部|全面|如期|按时|按期|提前)?"
    "(?:(?:整改|落实)?(?:完成|完毕|到位)|办结|完结|落实|结束)(?:任务|工作|整改)*"
)


def read_ongoing(shape: Shape, issued: date) -> Deadline | None:
    """Return ongoing work, with the day it starts if stated, or None."""
    ongoing = Deadline(DeadlineKind.ONGOING, check_in=Period.QUARTER)
    if _ALL_ALONG.fullmatch(shape.text):
        return ongoing
    match = _ONGOING.fullmatch(shape.signs)
    if match is None or not match["start"]:
        return ongoing if match else None
    start = shape.of(match, "start")
    if FROM_NOW.fullmatch(start.signs):
        return replace(ongoing, start=issued)
    span = read_span(start, issued)
    return replace(ongoing, start=span.first) if span else None


def read_done(shape: Shape, issued: date) -> Deadline | None:
    """Return work that is said to be done, or None. Raises ValueError if the day it names is still to come."""
    match = _DONE.fullmatch(shape.text)
    if match is None or (match["when"] and match["then"]):
        return None
    when = shape_of(match["when"] or match["then"] or "")
    if not when.signs:
        return Deadline(DeadlineKind.DONE)
    done = read_date(when, issued) if not states_no_year(when) else read_date(when, add_months(issued, -12))
    if done and begins_after(done, issued):
        raise ValueError("done on a day to come")
    return Deadline(DeadlineKind.DONE) if done else None
