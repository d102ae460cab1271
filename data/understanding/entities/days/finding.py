"""The days that a sentence names: 本周, 三天内, 月底前, 12月1日到15日, since October, by Friday, within 3 days."""

from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache, partial
from itertools import islice
from typing import NamedTuple

from data.calendar import EARLIEST, LATEST, Period, add_periods, span_around
from data.patterns import Match, Pattern, any_of
from data.shapes import Shape
from data.understanding.entities.days.lengths import HALF, Length, length_of
from data.understanding.entities.days.moments import MOST, Moment, moments
from data.understanding.entities.days.wording import shape_of

_GONE = ("last", "past", "previous", "上", "上个", "上一", "上一个")
_COUNTED_BY_GE = ("月", "季", "季度")
_LENGTH = "(?P<n>[NnY半])个?(?P<unit>半?[日周月季年k时]|年半)"
_LENGTHS = [
    Pattern(rule)
    for rule in (
        f"(?:在|F|P|W)?{_LENGTH}(?P<ahead>内)",
        f"在?(?P<ahead>F|P|W){_LENGTH}",
        f"在?(?P<gone>p){_LENGTH}内?",
        f"{_LENGTH}(?P<later>后)",
        f"{_LENGTH}(?P<ago>前)",
        "(?:i |over |for )?(?:v )?(?P<ahead>V|i) (?P<n>[NC]) (?P<unit>[Uk])",
        "(?P<n>[NC]) (?P<unit>[Uk]) (?P<ago>g)",
    )
]
_ANY_LENGTH = any_of(_LENGTHS)
_UNTIL = Pattern("(?:(?P<off>z|a\\??(?: x){0,2} ?[到b])|[L到b])(?: v)? ?$")
_FROM = Pattern("(?:c|自从?|从)(?: v)? ?$")
_JOINT = Pattern("^ ?起?(?:[到-]+|(?P<and>&)) ?")
_SINCE = Pattern("^起?(?:s|到r)")
_BEFORE = Pattern("^ ?前+")
_AND_AFTER = (("之后",), ("以后",))
_LONGEST_LINK, _LONGEST_TALE = 8, 12
_EACH = Pattern("[每隔逢]个?[周星期礼拜一二三四五六日天、,，和及与跟]{0,10}$")
"""Before a day of the week it is no one day: 每周一, 每周一、周四."""
_TOLD_OF = Pattern(
    "^(?:开会|[^,，。;；要将会得准该拟打]){0,6}(?:发|说|讲|通知|提|布置|强调)(?:过|到)?的|^有人[^,，。;；要将会能愿想]{1,8}[吗么]"
)
"""Behind a day of the week that is gone by: 周一群里发的通知, 周末有人加班报数吗."""
_LATEST_COUNT = 1000
_BEHIND_A_DATE = ("之前", "以前", "前", "到", "至", "为止", "截止", "-", "~", "～")
_BRACKETS = {"(": ")", "（": "）", " ": " "}
"""What may stand between a date and its day of the week, by what ends it."""
_BEHIND_NO_COUNT = (*",，.。;；?？!！)）\n", "行", "可", "好", "吧", "能", "成", "再", "开始")
_BEHIND_NO_CODE = ("交", "给", "发", "印发", "下发", "公布", "出台")  # 12.18交, but 2-7交材料


class Days(NamedTuple):
    """Days that a text names, and where. `until` is whether only the last of them is named (by Friday, 截至10月31日),
    `since` whether only the first is (10月以来). The other one is then today, or the end of what is named."""

    start: int
    end: int
    first: date
    last: date
    until: bool = False
    since: bool = False


@lru_cache(maxsize=256)
def find_days(
    text: str, today: date, past: bool = False, later: bool = False, dotted: bool = False
) -> tuple[Days, ...]:
    """Return the days that a lower-cased text names, in its order.

    A week begins on Monday, and "within three days" ends on the third day after today. Without a year, the first such
    period that is not over is meant, or with `past` the last that has begun. A weekday or day of the month to which
    something is put off (推迟到周一 said on a Monday), or any such day with `later`, is after today.
    """
    shape, named, lengths = _parts(text)
    if not (named or lengths):
        return ()
    return tuple(
        days._replace(start=shape.starts[days.start], end=shape.starts[days.end - 1] + len(shape.words[days.end - 1]))
        for days in _Finder(shape, named, lengths, today, past, later, dotted).all()
    )


@lru_cache(maxsize=256)
def _parts(text: str) -> tuple[Shape, Mapping[int, list[Moment]], Mapping[int, list[Match]]]:
    """Return the shape of a text, with the periods and the lengths of time that it may name."""
    shape, lengths = shape_of(text), dict[int, list[Match]]()
    for rule in _LENGTHS if _ANY_LENGTH.search(shape.signs) else []:
        for match in islice(rule.finditer(shape.signs), MOST):
            lengths.setdefault(match.start(), []).append(match)
    return shape, moments(shape), lengths


@dataclass(frozen=True, slots=True)
class _Finder:
    """The search for days in one sentence; all places count its signs."""

    shape: Shape
    named: Mapping[int, list[Moment]]
    lengths: Mapping[int, list[Match]]
    today: date
    past: bool
    later: bool
    dotted: bool

    def all(self) -> Iterator[Days]:
        done = 0
        for at in sorted({*self.named, *self.lengths}):
            if at >= done:
                done, days = self._at(at)
                if days and EARLIEST <= days.first <= LATEST and days.last <= LATEST:
                    yield days

    def _at(self, at: int) -> tuple[int, Days | None]:
        """Return where the best reading at this place ends, and its days. They are None if the longest is a day that no
        calendar has; no part of it is read, so that 2020年2月30日 is not the whole of 2020."""
        periods = self.named.get(at, ())
        impossible = [moment for moment in periods if moment.is_in_no_calendar(self.today, self.past)]
        end = max((moment.end for moment in impossible), default=0)
        if impossible and not any(moment.end >= end for moment in periods if moment not in impossible):
            return end, None
        ways: list[Callable[[], Days | None]] = [
            *(partial(self._period, moment) for moment in periods if moment.told),
            *(partial(self._length, length) for length in self.lengths.get(at, ())),
            *(partial(self._period, moment) for moment in periods),
        ]
        for way in ways:
            with suppress(ValueError, OverflowError):  # an end that no calendar has
                if days := way():
                    return days.end, days
        return at, None

    def _length(self, match: Match) -> Days | None:
        """Return so many days, weeks or longer, on or back from today; None in 每月5日内."""
        found = {name: self.shape.said(match, name) for name in match.groups()}
        start, end = match.span()
        if found["unit"] == "日" and self.shape.signs[max(start - 1, 0) : start] == "月":
            return None
        length = _amount(found, self.shape.signs[start:end])
        if length is None or not 0 < length.count < _LATEST_COUNT:
            return None
        ahead = found.get("ahead", "")
        back = "gone" in found or ahead in _GONE or (self.past and "F" not in self.shape.signs[start:end])
        day = length.beyond(self.today, -1 if back or "ago" in found else 1)
        if "ago" in found and not self.past and found["ago"] != "ago":
            return None
        if "ago" in found or "later" in found:
            return Days(start, end, day, day)
        return Days(start, end, day, self.today) if back else Days(start, end, self.today, day)

    def _period(self, moment: Moment) -> Days | None:
        moment = self._with_the_day_beside(moment)
        led_by = self.shape.words_between(max(moment.start - _LONGEST_TALE, 0), moment.start)
        if moment.is_of_any_week and _EACH.search(led_by):
            return None
        told_of = self.shape.words_between(moment.end, min(moment.end + _LONGEST_TALE, len(self.shape.words)))
        if not self.past and moment.is_of_any_week and _TOLD_OF.match(told_of):
            return replace(self, past=True)._period(moment)
        before = self.shape.signs[max(moment.start - _LONGEST_LINK, 0) : moment.start]
        behind = self.shape.signs[moment.end : moment.end + _LONGEST_LINK]
        until = _UNTIL.search(before)
        if moment.loose and not (until or before.endswith("在") or self._date_follows(moment)):
            return None
        if moment.is_range:
            span = moment.span(self.today, self.past)
            return Days(moment.start, moment.end, span.first, span.last)
        return (
            self._range_begun(moment, behind)
            or self._since(moment, before, behind)
            or self._range(moment, behind, self.past)
            or self._range(moment, behind, past=True)
            or self._bounded(moment, behind, until)
        )

    def _with_the_day_beside(self, moment: Moment) -> Moment:
        """Return a period, or the one day that it names together with what is beside it: a date and its day of the week
        (12月5日（周四）), or a day counted from today and its number (上周五22号)."""
        words = (*self.shape.words, "")
        closes = _BRACKETS.get(words[moment.end])
        for second in self.named.get(moment.end + (closes is not None), ()):
            number, counted = (moment, second) if moment.is_number_of_a_day else (second, moment)
            if number.is_number_of_a_day and counted.is_counted_from_today:
                end = second.end + (words[second.end] == closes)
                if number.numbers_day(counted.span(self.today, self.past)):
                    return replace(counted, start=moment.start, end=end)
                for span in (number.span(self.today, past) for past in (self.past, True)):
                    if counted.is_of_any_week and counted.span(self.today, False, span.first) == span:
                        parts = {part: str(getattr(span.first, part)) for part in ("year", "month", "day")}
                        return replace(number, start=moment.start, end=end, found=parts)
        return moment

    def _date_follows(self, moment: Moment) -> bool:
        behind = self.shape.words_between(moment.end, moment.end + 2).lstrip(" ")
        is_no_code = "-" not in self.shape.signs[moment.start : moment.end]
        if self.dotted and is_no_code and (not behind or behind.startswith(_BEHIND_NO_COUNT)):
            return True
        return behind.startswith(_BEHIND_A_DATE) or (is_no_code and behind.startswith(_BEHIND_NO_CODE))

    def _range_begun(self, moment: Moment, behind: str) -> Days | None:
        """Return a span that has begun and is not over (11月25日至12月5日, said on 27 November), or None."""
        days = self._range(moment, behind, past=True)
        if not days or not days.first <= self.today <= days.last <= add_periods(days.first, 1, Period.YEAR):
            return None
        last_week = "weekday" in moment.found and days.first < span_around(self.today, Period.WEEK).first
        return None if last_week else days

    def _range(self, moment: Moment, behind: str, past: bool) -> Days | None:
        joint = _JOINT.match(behind)
        between = self.shape.words_between(max(moment.start - _LONGEST_LINK, 0), moment.start).endswith("between ")
        behind_it = self.named.get(moment.end + (joint.end() if joint else 0), ())
        for second in map(self._with_the_day_beside, behind_it):
            if not joint and not _stand_side_by_side(moment.found.keys(), second.found.keys()):
                continue
            same_week = self.shape.signs[second.end - 1] == "U"
            begins = replace(moment, found={**second.found, **moment.found}) if same_week else moment
            span = begins.span(self.today, past)
            first, ends = span.first, second.span(self.today, False, span.first)
            last = ends.last
            between = between or self.shape.words_between(second.end, second.end + 2) == "之间"
            apart = joint is None or (joint["and"] and not between)
            if apart and ends.first != add_periods(span.last, 1, Period.DAY):
                if last != add_periods(first, -1, Period.DAY):
                    continue  # 周一周三 are two, 昨天和前天 are a span
                first, last = last, first
            if last >= first:
                return Days(moment.start, second.end, first, last)
        return None

    def _since(self, moment: Moment, before: str, behind: str) -> Days | None:
        """Return the days from a period on (10月以来, since October, 从12月1日起), or None."""
        so_far = _SINCE.match(behind)
        begins = behind.startswith("起") or self.shape.words[moment.end : moment.end + 1] in _AND_AFTER
        lead = _FROM.search(before)
        if not (so_far or lead or begins) or (not so_far and _JOINT.match(behind)):
            return None
        start = moment.start - (len(lead[0]) if lead else 0)
        end = moment.end + (so_far.end() if so_far else begins)
        back = self.past or so_far is not None or (lead is not None and lead[0].startswith("c"))
        span = moment.span(self.today, back)
        return Days(start, end, span.first, max(span.first, self.today) if back else span.last, since=True)

    def _bounded(self, moment: Moment, behind: str, until: Match | None) -> Days:
        span = moment.span(self.today, self.past)
        if span.last <= self.today and moment.returns_soon and (self.later or (until and until["off"])):
            span = moment.span(self.today, False, self.today + timedelta(days=1))
        before = _BEFORE.match(behind)
        one_day = span.first == span.last
        if not (before or until or (one_day and moment.names_an_end)):
            return Days(moment.start, moment.end, span.first, span.last)
        ahead_of = before or (
            until and "before" in self.shape.words_between(moment.start - _length_of_lead(until), moment.start)
        )
        within = not ahead_of or (one_day and not moment.is_feast)
        before_it = span.first - timedelta(days=1)
        last = span.last if within or not (self.past or before_it >= self.today) else before_it
        start = moment.start - (_length_of_lead(until) if until else 0)
        return Days(start, moment.end + (before.end() if before else 0), min(self.today, last), last, until=True)


def _stand_side_by_side(first: AbstractSet[str], second: AbstractSet[str]) -> bool:
    """Return whether two parts of a date may stand side by side without a word between: 10月11月, 本周四周五."""
    return first - {"which"} == second and second in ({"month"}, {"weekday"})


def _length_of_lead(until: Match) -> int:
    """Return how many signs of the words before a day belong to it: 到 in 到周五, by in by Friday, but not 改成."""
    return 0 if until["off"] == "z" else until.end() - max(until.start(), until.end("off") - 1)


def _amount(found: Mapping[str, str], signs: str) -> Length | None:
    """Return the length that is given, or None for 3号 and 三月, which are a day and a month."""
    count, unit = found["n"], found["unit"]
    names_a_period = unit == "号" or (unit in _COUNTED_BY_GE and "个" not in signs and count != HALF)
    return None if names_a_period else length_of(count, unit)
