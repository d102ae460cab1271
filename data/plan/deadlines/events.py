"""Texts that wait for an event (条例出台后10个月内) or for an arrangement by others (按上级统一安排)."""

import re
from datetime import date

from data.plan.deadlines.counts import COUNTED, length_of
from data.plan.deadlines.model import Deadline, Kind
from data.plan.deadlines.wording import ACTION, LED_ACTION, SERIAL, THIS_ISSUE, TITLE, YEAR_NUMBER

_PLAIN = "(?:(?![年月日号周季旬前后起止每不未非无或若如视约今待])[\u4e00-\u9fff、])"
_EDITION = f"(?:{YEAR_NUMBER}年?新?版)"
_NAME = f"(?:{TITLE}|{SERIAL}|“[\u4e00-\u9fff]{{1,10}}”|{_EDITION}|{_PLAIN})"
_BASIS = "(?:根据|依据|按照|依照|遵照|遵从|服从|听从|按|随)"
_AFTER = re.compile(
    rf"(?![自从]?{THIS_ISSUE}[之以后起])待?(?P<event>{_NAME}+?{_PLAIN})(?:(?<!节)[之以]?后|(?P<since>之日起)),?"
    rf"(?:{COUNTED})?{LED_ACTION}"
)
_COURSE = re.compile(rf"{_BASIS}(?P<event>{_NAME}+(?<!序时)(?<!时序)(?:进程|进展|进度))(?:情况)?(?:而定|{ACTION})")
_ARRANGED = re.compile(rf"{_BASIS}{_NAME}*?(?:安排|部署|要求|通知|指示)(?:的?(?:时间|时限|节点))?(?:而定|{ACTION})")
_AWAITED = re.compile(
    rf"(?:时间)?另行(?:通知|安排|部署)|待{_PLAIN}*?(?:安排|部署|通知|明确)(?:后{ACTION})?|以{_PLAIN}*?(?:安排|部署|要求|通知|文件)(?:时间)?为准"
)


def read_conditional(text: str, _issued: date) -> Deadline | None:
    """A deadline that hangs on an event, with the time after it where stated; None if the text is not that.

    ValueError if that length is in working days: they cannot be counted before the event has a date.
    """
    if match := _COURSE.fullmatch(text):
        return Deadline(Kind.CONDITIONAL, event=match["event"])
    match = _AFTER.fullmatch(text)
    if match is None or _AWAITED.fullmatch(text):
        return None
    length = length_of(match)
    if length.workdays is not None:
        raise ValueError("working days after an event")
    event = match["event"].removeprefix("自" if match["since"] else "")
    return Deadline(Kind.CONDITIONAL, event=event, offset_months=length.months, offset_days=length.days)


def read_arranged(text: str, _issued: date) -> Deadline | None:
    """A time that others will set; None if the text is not that."""
    arranged = _ARRANGED.fullmatch(text) or _AWAITED.fullmatch(text)
    return Deadline(Kind.ARRANGED) if arranged else None
