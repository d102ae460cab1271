"""Lengths of time: 五天, 3天假, 两周, 半年, 15个工作日, for three days, a week."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from data.calendar import Period, add_periods, workdays_later
from data.patterns import Pattern
from data.understanding.entities.days.wording import PERIOD_WORDS, value
from data.understanding.numerals import DIGITS, ENGLISH_NUMBER, HANZI

HALF = "半"
_HOURS, _FORTNIGHT = "小时", "fortnight"
HALVES = {Period.MONTH: (15, Period.DAY), Period.YEAR: (6, Period.MONTH)}
"""Half of a month and half of a year."""
_DAYS_IN = {Period.DAY: 1, Period.WEEK: 7, Period.MONTH: 30}
_LENGTH = Pattern(
    rf"(?:^|[^第\d零一二两三四五六七八九十百])(?P<n>{DIGITS}|{HANZI}|\b(?:{ENGLISH_NUMBER}|an?)\b)"
    r"(?: ?个?多?(?P<unit>天|周|星期|礼拜|days?\b|weeks?\b|months?\b)|个多?(?P<months>月))"
)
_LONGEST = 366


@dataclass(frozen=True, slots=True)
class Length:
    """A number of periods, or of working days if `period` is None; `more` is the half of 一个半月."""

    count: int
    period: Period | None
    more: "Length | None" = None

    def beyond(self, day: date, times: int = 1) -> date:
        """Return the day that is `times` this length after `day`, or before it if `times` is negative."""
        count = times * self.count
        there = add_periods(day, count, self.period) if self.period else workdays_later(day, count)
        return self.more.beyond(there, times) if self.more else there

    def parts(self) -> Iterator["Length"]:
        """Yield the lengths that this one is made up of."""
        yield replace(self, more=None)
        if self.more:
            yield self.more


def length_of(count: str, unit: str) -> Length | None:
    """Return the length for a numeral and a unit, which may add a half (个半月, 年半), or None.

    Returns None if there is no half of the unit, and for less than a day.
    """
    if unit.endswith(_HOURS):
        days = 0 if count == HALF else value(count) // 24
        return Length(days, Period.DAY) if days else None
    if unit == _FORTNIGHT:
        return Length(2 * value(count), Period.WEEK)
    period = PERIOD_WORDS.get(unit.replace(HALF, "").removeprefix("个"))
    half = Length(*HALVES[period]) if period in HALVES else None
    if HALF not in count + unit:
        return Length(value(count), period)
    if half is None or count == HALF:
        return half
    return Length(value(count), period, half)


def length_in_days(text: str) -> int | None:
    """Return how many days a lower-cased text says that something lasts, or None unless it says so just once."""
    found = list(_LENGTH.finditer(text))
    if len(found) != 1:
        return None
    days = value(found[0]["n"]) * _DAYS_IN[PERIOD_WORDS[found[0]["unit"] or found[0]["months"]]]
    return days if 0 < days <= _LONGEST else None
