"""The time after a feast, where one day is asked for: 元宵节后, 到明年五一后吧."""

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from data.patterns import Pattern
from data.understanding.entities.days.days_beside import DayDefinition
from data.understanding.entities.days.moments import whole_moment
from data.understanding.entities.days.wording import shape_of, value

_FIRST_WORKDAY = DayDefinition(1, None, nth=1)
_FEAST, _BEHIND, _LONGEST = Pattern("(?:(?:Y年?|N年|A)[的度]?)?历?H"), Pattern("^(?:[之以过]?后|过了|过完)[吧呢啊]?"), 4
_GOES_ON = tuple("第一二两三四五六七八九十0123456789半几的")
"""What may follow where another day is defined by the feast: 元旦后第一个工作日, 国庆后两周, 五一后的安排."""
_SPRING_FESTIVAL = -101
"""After it people mean any day of the weeks that follow."""


class TimeAfterFeast(NamedTuple):
    """Where a text names the time after a feast, and the first working day after it; None where no one day is meant."""

    start: int
    end: int
    day: date | None


def time_after_a_feast(text: str, today: date) -> TimeAfterFeast | None:
    """Return the time after a feast that a lower-cased text names, or None."""
    shape = shape_of(text)
    for named in _FEAST.finditer(shape.signs):
        first, last = named.span()
        start, end = shape.starts[first], shape.starts[last - 1] + len(shape.words[last - 1])
        behind = _BEHIND.match(text[end : end + _LONGEST])
        if behind and not text.startswith(_GOES_ON, end + behind.end()):
            return TimeAfterFeast(start, end + behind.end(), _first_workday_after(text[start:end], today))
    return None


def _first_workday_after(feast: str, today: date) -> date | None:
    moment = whole_moment(feast)
    if moment is None or value(moment.found["holiday"]) == _SPRING_FESTIVAL:
        return None
    return replace(moment, told=_FIRST_WORKDAY).span(today, past=False).first
