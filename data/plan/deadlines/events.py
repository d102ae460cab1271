"""Texts without a day: they wait for an event (条例出台后10个月内) or for others, have no end in sight, or are over."""

from dataclasses import replace
from datetime import date

from data.calendar import Period, add_months
from data.patterns import Pattern
from data.plan.deadlines.dates import begins_after, read_date, states_no_year
from data.plan.deadlines.model import ACTION, LED_ACTION, THIS_ISSUE, WORD, WORDS, YEAR, Deadline, Kind, shape_of
from data.plan.deadlines.points import COUNTED, length_of, read_span
from data.shapes import Shape

_PLAIN = "[wVCFistBIPQpjkhaobcmMWUn一xXO&、上下本内底末度各按逐自从于在之以及个份首终截期由为即的因再次第中到版因]"
_NAME = f"(?:T|S|“[^“”]+”|{YEAR}年?w?版|{_PLAIN})"
_AFTER = Pattern(f"待?(?P<event>{_NAME}*?{_PLAIN})(?:[之以]?后|(?P<since>之日起)),?(?:{COUNTED}{LED_ACTION}|{ACTION})")
_SINCE_ISSUE = Pattern(f"[自从]?{THIS_ISSUE}(?:[之以]?后|起)")
_COURSE = Pattern(f"(?:b|按|视)(?P<event>{_NAME}+c)p?(?:G|{ACTION})")
_ARRANGED = Pattern(f"(?:b|按){_NAME}*?[aB](?:的?M+)?(?:G|{ACTION})")
_AWAITED = Pattern(f"M?d[aB]|待{_PLAIN}*?[aBt](?:后{ACTION})?|以{_PLAIN}*?[aBW]M?为w")
_SCHEDULE = "序时"


def read_conditional(shape: Shape, _issued: date) -> Deadline | None:
    """A deadline that hangs on an event, with the time after it where stated; None if the text is not that."""
    if (course := _COURSE.fullmatch(shape.signs)) and _SCHEDULE not in shape.text:
        return Deadline(Kind.CONDITIONAL, event=shape.said(course, "event"))
    match = _AFTER.fullmatch(shape.signs)
    if match is None or _SINCE_ISSUE.match(shape.signs) or _AWAITED.fullmatch(shape.signs):
        return None
    if len(shape.said(match, "event")) == 1:  # 会后: after which?
        return None
    event = shape.said(match, "event").removeprefix("自" if match["since"] else "")
    return replace(length_of(match, shape), event=event)


def read_arranged(shape: Shape, _issued: date) -> Deadline | None:
    """A time that others will set; None if the text is not that."""
    arranged = _ARRANGED.fullmatch(shape.signs) or _AWAITED.fullmatch(shape.signs)
    return Deadline(Kind.ARRANGED) if arranged else None


_NOW = Pattern(f"即w?日?|w在|{THIS_ISSUE}")
_LASTING = "[LoO]"
_ONGOING = Pattern(f"(?:[自从]?(?P<start>.+?)(?:起|s|-+),?)?{WORDS}{_LASTING}(?:{_LASTING}|{WORD})*")
_ALL_ALONG = Pattern(
    "按照?序时进度(?:要求)?(?:推进|开展|实施)|(?:贯穿)?全年(?:持续|常态化?|长期|不间断)?(?:开展|推进|实施|坚持|进行)?"
)
_DONE = Pattern(
    "(?:[此该本这]项(?:任务|工作)?)?(?P<when>.*?)(?:目前|现|业)?[均都]?已经?(?:于(?P<then>.+?前?))?(?:全部|全面|如期|按时|按期|提前)?"
    "(?:(?:整改|落实)?(?:完成|完毕|到位)|办结|完结|落实|结束)(?:任务|工作|整改)*"
)


def read_ongoing(shape: Shape, issued: date) -> Deadline | None:
    """Work that goes on, from a stated day if there is one; None if the text is not that."""
    ongoing = Deadline(Kind.ONGOING, check_in=Period.QUARTER)
    if _ALL_ALONG.fullmatch(shape.text):
        return ongoing
    match = _ONGOING.fullmatch(shape.signs)
    if match is None or not match["start"]:
        return ongoing if match else None
    start = shape.of(match, "start")
    if _NOW.fullmatch(start.signs):
        return replace(ongoing, start=issued)
    span = read_span(start, issued)
    return replace(ongoing, start=span.first) if span else None


def read_done(shape: Shape, issued: date) -> Deadline | None:
    """Work said to be done, perhaps with the day it was; None if the text is not that. ValueError if that day is still
    to come."""
    match = _DONE.fullmatch(shape.text)
    if match is None or (match["when"] and match["then"]):
        return None
    when = shape_of(match["when"] or match["then"] or "")
    if not when.signs:
        return Deadline(Kind.DONE)
    done = read_date(when, issued) if not states_no_year(when) else read_date(when, add_months(issued, -12))
    if done and begins_after(done, issued):
        raise ValueError("done on a day to come")
    return Deadline(Kind.DONE) if done else None
