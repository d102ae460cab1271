"""Days told by a period beside them: 元旦后第一个工作日, the last working day of May, 12月第一个星期一, 元旦前两天."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from typing import NamedTuple

from data.calendar import Span, add, workdays_later
from data.patterns import Match, Pattern
from data.shapes import Shape
from data.understanding.entities.days.wording import PERIODS, value

_LONGEST = 10
_BEHIND = Pattern("^[的内]*(?P<side>[前后])?的?(?:第(?P<nth>[nN])|尾)个?(?:k|(?P<weekday>D))")
_BEFORE = Pattern("(?:v )?(?:(?:(?P<nth>O)|(?P<last>V)) (?:k|(?P<weekday>D))|K) (?P<side>[oibx]) (?:v )?$")
_SO_MANY = Pattern("^(?P<side>[前后起])的?(?P<nth>[nN])(?:个?(?P<unit>[日周k])|个(?P<months>月))(?P<within>内?)")
_SO_MANY_BEFORE = Pattern("(?:i )?(?P<nth>[NC]) (?P<unit>[Uk]) (?P<side>[bx]) (?:v )?$")
_SIDES = {"前": -1, "before": -1, "by": -1, "后": 1, "起": 1, "after": 1, "": 0, "of": 0, "in": 0, "within": 0}
_COUNTED_FROM = ("before", "after")
_DAY = timedelta(days=1)


class Told(NamedTuple):
    """A day by a period: on which side of it (0 within), the how manyth, None for the last, of days that `step` counts;
    so many from the period itself where they are `counted`."""

    side: int
    nth: int | None
    step: Callable[[date, int], date]
    counted: bool = False

    def day(self, span: Span, *, at_its_end: bool, is_feast: bool) -> date:
        """The day by a period, or by its end. ValueError if that is none, or may be several."""
        side = 1 if is_feast and self.nth and not self.side else self.side
        end = span.last + _DAY if at_its_end else span.first
        if self.counted and self.nth and (at_its_end or span.first == span.last):
            whole_feast = is_feast and side > 0
            return self.step(workdays_later(span.last, 1) - _DAY if whole_feast else span.last, side * self.nth)
        if side > 0 and self.nth and not self.counted:
            return self.step(span.last, self.nth)
        if side < 0 and self.nth is None:
            return self.step(end, -1)
        day = self.step(span.first - _DAY, self.nth) if self.nth else self.step(span.last + _DAY, -1)
        if side or self.counted or (at_its_end and self.nth) or not span.first <= day <= span.last:
            raise ValueError("no one day")
        return day


def days_beside(shape: Shape, start: int, end: int) -> Iterator[tuple[int, int, Told]]:
    """Yield the days that the words around a period tell, and where they stand with it."""
    before, behind = shape.between(max(start - _LONGEST, 0), start), shape.between(end, end + _LONGEST)
    for match in (_BEHIND.match(behind.signs), so_many_behind(behind)):
        if match:
            yield start, end + match.end(), _told(behind, match)
    if (match := _BEFORE.search(before.signs)) and _side(before, match) in _SIDES and _is_last(before, match):
        yield start - len(before.signs) + match.start(), end, _told(before, match)
    if (match := _SO_MANY_BEFORE.search(before.signs)) and _side(before, match) in _COUNTED_FROM:
        yield start - len(before.signs) + match.start(), end, _told(before, match)


def so_many_behind(behind: Shape) -> Match | None:
    """So many days before or behind a period, right behind it: 前两天, 起三天内. None is what could be another day
    (后20日前), nor how long something lasts (起三天)."""
    if (match := _SO_MANY.match(behind.signs)) is None:
        return None
    unit = behind.said(match, "unit")
    says_within = match["within"] or not (unit == "日" or match["side"] == "起")
    return match if says_within and unit != "号" else None


def _side(shape: Shape, match: Match) -> str:
    """The sign of a Chinese side (之前 is 前), else the word."""
    return match["side"] if match["side"] in _SIDES else shape.said(match, "side")


def _is_last(shape: Shape, match: Match) -> bool:
    """Whether it counts from the end where it does not say the how manyth: the last Friday of May, not this one."""
    return shape.said(match, "last") in ("", "last")


def _told(shape: Shape, match: Match) -> Told:
    said = {name: shape.said(match, name) for name in match.groups()}
    side, nth = _SIDES[_side(shape, match)], value(said["nth"]) if said.get("nth") else None
    if weekday := said.get("weekday"):
        return Told(side, nth, partial(workdays_later, works=lambda day: day.weekday() == value(weekday)))
    unit = said.get("unit") or said.get("months", "")
    by_the_calendar = partial(add, period=PERIODS[unit]) if unit in PERIODS else None
    return Told(side, nth, by_the_calendar or workdays_later, bool(unit))
