"""Days that are told by a period: 元旦后第一个工作日, the last working day of May, 12月第一个星期一."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import partial

from data.calendar import Span, is_workday, workdays_later
from data.patterns import Match, Pattern
from data.shapes import Shape
from data.understanding.entities.days.wording import value

_LONGEST = 10
_BEHIND = Pattern("^[的内]*(?P<side>[前后])?的?(?:第(?P<nth>[nN])|尾)个?(?:k|(?P<falls_on>D))")
_BEFORE = Pattern("(?:v )?(?:(?P<nth>O) (?:k|(?P<falls_on>D))|K) (?P<side>[oibx]) (?:v )?$")
_BEFORE_IT, _BEHIND_IT, _WITHIN_IT = ("前", "before", "by"), ("后", "after"), ("", "of", "in", "within")
_SIGNS = frozenset("kKD")
_DAY = timedelta(days=1)


def workdays_told(shape: Shape, start: int, end: int) -> Iterator[tuple[int, int, dict[str, str]]]:
    """Yield the day that the words around a period tell, where they stand with it, and which it is."""
    if not _SIGNS.isdisjoint(shape.signs):
        before, behind = shape.between(max(start - _LONGEST, 0), start), shape.between(end, end + _LONGEST)
        if match := _BEHIND.match(behind.signs):
            yield start, end + match.end(), _told(behind, match)
        if match := _BEFORE.search(before.signs):
            yield start - len(before.signs) + match.start(), end, _told(before, match)


def _told(shape: Shape, match: Match) -> dict[str, str]:
    said = {name: shape.said(match, name) for name in ("nth", "side", "falls_on")}
    return said | {"nth": said["nth"] or "last"}


def is_behind(found: Mapping[str, str]) -> bool:
    """Whether the day comes after the period; so does the first working day of a feast."""
    return found["side"] in _BEHIND_IT or ("holiday" in found and found["side"] in _WITHIN_IT)


def nth_workday(found: Mapping[str, str], span: Span, *, at_its_end: bool) -> date:
    """The day that is told by a period. ValueError if that is none, or may be several."""
    is_last = found["nth"] == "last"
    count = 1 if is_last else value(found["nth"])
    weekday = value(found["falls_on"]) if found["falls_on"] else None
    later = partial(workdays_later, works=is_workday if weekday is None else lambda day: day.weekday() == weekday)
    if is_behind(found) and not is_last:
        return later(span.last, count)
    if found["side"] in _BEFORE_IT and is_last:
        return later(span.last + _DAY if at_its_end else span.first, -1)
    day = later(span.last + _DAY, -1) if is_last else later(span.first - _DAY, count)
    if found["side"] not in _WITHIN_IT or (at_its_end and not is_last) or not span.first <= day <= span.last:
        raise ValueError("no one day")
    return day
