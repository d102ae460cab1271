"""Days defined by a period beside them: 元旦后第一个工作日, 12月第一个星期一, the last working day of May."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from data.calendar import Span, is_workday, workdays_later
from data.patterns import Match, Pattern
from data.shapes import Shape
from data.understanding.entities.days.lengths import Length, length_of
from data.understanding.entities.days.wording import value

_LONGEST = 10
_NTH_BEHIND = Pattern("^[的内]*(?P<side>[前后])?的?(?:第(?P<nth>[nN])|尾|(?P<first>首))个?(?:k|(?P<weekday>D))")
_FAR_BEHIND = Pattern("^(?P<side>[前后起])的?(?P<n>[nN半])(?:个?(?P<unit>[日周k])|个(?P<months>半?月))(?P<within>内?)")
_NTH_BEFORE = Pattern("(?:v )?(?:(?:(?P<nth>O)|(?P<last>V)) (?:k|(?P<weekday>D))|K) (?P<side>[oibx]) (?:v )?$")
_FAR_BEFORE = Pattern("(?:i )?(?P<n>[NC]) (?P<unit>[Uk]) (?P<side>[obx]) (?:v )?$")
_SIDES = {"前": -1, "before": -1, "by": -1, "后": 1, "起": 1, "after": 1, "": 0, "of": 0, "in": 0, "within": 0}
_FAR_SIDES = ("before", "after", "of")
_DAY = timedelta(days=1)


class DayDefinition(NamedTuple):
    """The definition of a day by a period: on which side of it, -1 before, 0 within or 1 after.

    The day is `far` from the period or, if that is None, the `nth` of the days that `counts` accepts, the last if None.
    """

    side: int
    far: Length | None
    nth: int | None = None
    counts: Callable[[date], bool] = is_workday

    def day(self, span: Span, *, at_its_end: bool, is_feast: bool) -> date:
        """Return the day that is defined by `span`, or by its end.

        Raises ValueError if there is no such day, or more than one may be meant.
        """
        if self.far:
            if not (at_its_end or span.first == span.last):
                raise ValueError("its first days, or days before it")
            last_off = workdays_later(span.last, 1) - _DAY
            return self.far.beyond(last_off if is_feast and self.side > 0 else span.last, self.side)
        side = self.side or int(is_feast)
        if side > 0 and self.nth:
            return self._from(span.last, self.nth)
        if side < 0 and self.nth is None:
            return self._from(span.last + _DAY if at_its_end else span.first, -1)
        day = self._from(span.first - _DAY, self.nth) if self.nth else self._from(span.last + _DAY, -1)
        if side or (at_its_end and self.nth) or not span.first <= day <= span.last:
            raise ValueError("no one day")
        return day

    def _from(self, day: date, count: int) -> date:
        return workdays_later(day, count, self.counts)


def days_beside(shape: Shape, start: int, end: int) -> Iterator[tuple[int, int, DayDefinition]]:
    """Yield the definitions of days in the words around a period, each with its place, the period included."""
    before, behind = shape.between(max(start - _LONGEST, 0), start), shape.between(end, end + _LONGEST)
    for match in (_NTH_BEHIND.match(behind.signs), _far_behind(behind)):
        if match:
            yield start, end + match.end(), _definition(_texts_of_groups(behind, match))
    for rule, sides in ((_NTH_BEFORE, _SIDES), (_FAR_BEFORE, _FAR_SIDES)):
        if match := rule.search(before.signs):
            said = _texts_of_groups(before, match)
            if said["side"] in sides and said.get("last", "last") == "last":  # not this Friday of May
                yield start - len(before.signs) + match.start(), end, _definition(said)


def _far_behind(behind: Shape) -> Match | None:
    """Return the match for a distance right after a period (前两天, 起三天内), or None.

    Returns None if it could be another day (后20日前) or say how long something lasts (起三天).
    """
    if (match := _FAR_BEHIND.match(behind.signs)) is None:
        return None
    unit = behind.said(match, "unit")
    says_within = match["within"] or not (unit == "日" or match["side"] == "起")
    return match if says_within and unit != "号" else None


def _texts_of_groups(shape: Shape, match: Match) -> dict[str, str]:
    """Return what the groups of a rule took; a side in Chinese is given by its sign (前 for 之前)."""
    said = {name: shape.said(match, name) for name in match.groups()}
    return said | ({"side": match["side"]} if match["side"] in _SIDES else {})


def _definition(said: Mapping[str, str]) -> DayDefinition:
    side = _SIDES[said.get("side", "")]
    if "n" in said:
        return DayDefinition(side or 1, length_of(said["n"], said.get("unit") or said["months"]))
    nth = value(said["nth"]) if "nth" in said else 1 if "first" in said else None
    if weekday := said.get("weekday"):
        return DayDefinition(side, None, nth, lambda day: day.weekday() == value(weekday))
    return DayDefinition(side, None, nth)
