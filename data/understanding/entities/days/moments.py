"""Periods by their names: 今天, 本周五, 下个月底, 明年一季度, 12月15日, 20200131, 2020年2月, next Friday, Q1 2020."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import islice

from data.calendar import MONTHS, Period, Point, Span, day_span, span_around
from data.patterns import Pattern
from data.shapes import Shape
from data.understanding.entities.days.days_beside import DayDefinition, days_beside
from data.understanding.entities.days.named_spans import point_of, span_of, unit_span, within_month
from data.understanding.entities.days.other_readings import may_be_a_period
from data.understanding.entities.days.wording import period_rules, shape_of, value

MOST = 40
"""Nobody names more periods of one form in a sentence."""
_BARE_UNITS = {"月": Point(None, None, Period.MONTH), "年": Point(None, 1, Period.YEAR)}
_COUNTED_FROM_TODAY = frozenset(
    ["relative", "two_days", "weekday", "since_weekday", "week", "weekend", "workday", "off", "around", "moon"]
)
_ORDERED = "放假"
"""Behind a feast, this orders days off and is not part of its name."""
_FROM_UNTIL = Pattern(r"(?i)(\bfrom [^,.;]{3,20}?) (?:until|till|through) ")


@dataclass(frozen=True, slots=True)
class Moment:
    """A place in a text that names a period, or a day defined by it (`told`); `found` has the parts of the name.

    `loose` is whether it may be something other than a date: 11-25.
    """

    start: int
    end: int
    found: Mapping[str, str]
    loose: bool
    told: DayDefinition | None = None

    def span(self, today: date, past: bool, since: date | None = None) -> Span:
        """Return the period, or the day defined by it.

        Without a year it is the first that is not over on the day `since`, usually today, or with `past` the last that
        has begun. Raises ValueError or OverflowError if the calendar has none.
        """
        span = span_of(self.found, today, past, since or today)
        if "around" in self.found:
            return span_around(span.last, Period.WEEK)
        if self.told:
            return self._day_told(self.told, span, today, since or today)
        return replace(span, first=span.last) if self.names_an_end else span

    def _day_told(self, told: DayDefinition, span: Span, today: date, since: date) -> Span:
        """Return the day defined by the period; after a feast, the one after the last feast if it is not over."""
        feast, at_its_end = "holiday" in self.found, "end" in self.found
        spans = [span_of(self.found, today, True, since), span]
        days = [told.day(each, at_its_end=at_its_end, is_feast=feast) for each in spans]
        return day_span(next((day for day in days if day >= since), days[-1]))

    def point(self, today: date) -> Point | None:
        """Return the period as it is named, with None for what was left out, or None if it is relative to today."""
        if self.told or self.found.keys() & _COUNTED_FROM_TODAY:
            return None
        if self.found.keys() == {"unit", "end"} and self.found["unit"] in _BARE_UNITS:
            return _BARE_UNITS[self.found["unit"]]
        if "unit" in self.found:
            span = unit_span(self.found, today)
            if span.granularity not in MONTHS:
                return None
            return within_month(self.found, Point(span.first.year, span.first.month, span.granularity))
        return point_of(self.found, today)

    @property
    def names_an_end(self) -> bool:
        """Whether it is the end of a longer period: 月底, end of the week."""
        return self.told is None and "end" in self.found

    @property
    def is_feast(self) -> bool:
        """Whether it is a holiday; what is due before one is not due on it."""
        return self.told is None and "holiday" in self.found and "off" not in self.found

    @property
    def returns_soon(self) -> bool:
        """Whether it is a day that every week or month has, such as 周五."""
        return self.found.keys() in ({"weekday"}, {"day"})

    @property
    def is_number_of_a_day(self) -> bool:
        """Whether it is a day of a month, or of the month, and nothing else: 22号, 11月22号."""
        return not (self.told or self.loose) and self.found.keys() in ({"day"}, {"month", "day"})

    def numbers_day(self, span: Span) -> bool:
        """Return whether a number of a day is that of the one day in `span`."""
        return span.first == span.last and all(
            value(said) == getattr(span.first, part) for part, said in self.found.items()
        )

    @property
    def is_counted_from_today(self) -> bool:
        """Whether which days it names depends on today: 上周五, 昨天."""
        return self.told is None and bool(self.found.keys() & _COUNTED_FROM_TODAY)

    @property
    def is_of_any_week(self) -> bool:
        """Whether it is a day of any week, or any weekend."""
        return self.found.keys() in ({"weekday"}, {"weekend"}, {"since_weekday", "weekdays"})

    @property
    def is_range(self) -> bool:
        """Whether it names its first and its last part: 3到9月."""
        return any(part.startswith("since") or part in ("quarters", "months") for part in self.found)

    def is_in_no_calendar(self, today: date, past: bool) -> bool:
        """Return whether it is no range and no calendar has it: 2020年2月30日."""
        try:
            return not self.is_range and not self.span(today, past)
        except (ValueError, OverflowError):
            return True


def moments(shape: Shape) -> dict[int, list[Moment]]:
    """Return the periods that a text may name, by the sign at which they begin, the best of each first."""
    named = dict[int, list[Moment]]()
    for rule in period_rules(shape):
        for match in islice(rule.finditer(shape.signs), MOST):
            found = {name: shape.said(match, name) for name in match.groups()}
            is_one = may_be_a_period(shape, *match.span(), found)
            if is_one or "holiday" in found:
                for start, end, told in days_beside(shape, *match.span()):
                    named.setdefault(start, []).append(Moment(start, end, found, loose=False, told=told))
            if is_one:
                loose = found.keys() == {"month", "day"} and match[0][1:2] in ("-", ".")
                end = match.start("off") if found.get("off") == _ORDERED else match.end()
                start = match.start()
                if shape.signs[end : end + 1] == "围":
                    found, end = found | {"around": "周"}, end + 1
                elif shape.signs[max(start - 2, 0) : start] == "w ":
                    found, start = found | {"around": "周"}, start - 2
                named.setdefault(start, []).append(Moment(start, end, found, loose))
    return named


def with_spans_joined(text: str) -> str:
    """Return a text with "from Monday until Thursday" put as "from Monday to Thursday"."""
    return _FROM_UNTIL.sub(r"\1 to ", text)


def names_only_weekdays(text: str) -> bool:
    """Return whether all days that a lower-cased text names are days of any week: 周一到周三, but not 下周一."""
    named = moments(shape_of(text)).values()
    return bool(named) and all(each.is_of_any_week for readings in named for each in readings)


def names_only_recurring_days(text: str) -> bool:
    """Return whether all days that a lower-cased text names are days that every week or month has: 29号, 周五."""
    named = moments(shape_of(text)).values()
    return bool(named) and all(each.returns_soon for readings in named for each in readings)


def only_moment(text: str) -> tuple[int, int] | None:
    """Return the place in a lower-cased text of the only period that it names (到周五前), or None."""
    shape = shape_of(text)
    best = [readings[0] for _, readings in sorted(moments(shape).items())]
    if not best or any(each.start >= best[0].end for each in best):
        return None
    starts = (*shape.starts, len(text))
    return starts[best[0].start], starts[best[0].end]


def day_in_no_calendar(text: str, today: date) -> str | None:
    """Return the first day of a month that a lower-cased text names and no calendar has (13月40日, 2020-02-30)."""
    shape = shape_of(text)
    starts = (*shape.starts, len(text))
    for _, readings in sorted(moments(shape).items()):
        for each in readings:
            dated = "year" in each.found or "月" in shape.signs[each.start : each.end]
            if "day" in each.found and dated and each.is_in_no_calendar(today, past=False):
                return text[starts[each.start] : starts[each.end]]
    return None


@lru_cache(maxsize=1024)
def whole_moment(text: str) -> Moment | None:
    """Return the period that the whole of a lower-cased text names, or None."""
    shape = shape_of(text)
    return next((moment for moment in moments(shape).get(0, ()) if moment.end == len(shape.signs)), None)
