"""Texts without an end in sight, and texts that are over: 持续开展, 长期坚持, 已完成."""

from dataclasses import replace
from datetime import date

from data.calendar import Period, add_months
from data.patterns import Pattern
from data.plan.deadlines.dates import begins_after, read_date, states_no_year
from data.plan.deadlines.model import Deadline, Kind
from data.plan.deadlines.points import read_span
from data.plan.deadlines.wording import THIS_ISSUE, WORD, WORDS, shape_of
from data.shapes import Shape

_NOW = Pattern(f"即w?日?|w在|{THIS_ISSUE}")
_LASTING = "[LoO]"
_ONGOING = Pattern(f"(?:[自从]?(?P<start>.+?)(?:起|s|-+),?)?{WORDS}{_LASTING}(?:{_LASTING}|{WORD})*")
_ALL_ALONG = Pattern(
    "按照?序时进度(?:要求)?(?:推进|开展|实施)|(?:贯穿)?全年(?:持续|常态化?|长期|不间断)?(?:开展|推进|实施|坚持|进行)?"
)
_DONE = Pattern(
    "(?P<when>.*?)(?:目前|现|业)?[均都]?已经?(?:于(?P<then>.+?前?))?(?:全部|全面|如期|按时|按期|提前)?"
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
