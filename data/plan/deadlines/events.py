"""Texts that wait for an event (条例出台后10个月内) or for an arrangement by others (按上级统一安排)."""

from datetime import date

from data.patterns import Pattern
from data.plan.deadlines.counts import COUNTED, length_of
from data.plan.deadlines.model import Deadline, Kind
from data.plan.deadlines.wording import ACTION, LED_ACTION, THIS_ISSUE, YEAR
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
    length = length_of(match, shape)
    event = shape.said(match, "event").removeprefix("自" if match["since"] else "")
    return Deadline(
        Kind.CONDITIONAL,
        event=event,
        offset_months=length.months,
        offset_days=length.days,
        offset_workdays=length.workdays,
    )


def read_arranged(shape: Shape, _issued: date) -> Deadline | None:
    """A time that others will set; None if the text is not that."""
    arranged = _ARRANGED.fullmatch(shape.signs) or _AWAITED.fullmatch(shape.signs)
    return Deadline(Kind.ARRANGED) if arranged else None
