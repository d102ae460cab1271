"""The days that a sentence asks about: 本周, 三天内, 月底前, 12月1日到15日, by Friday, within 3 days."""

import re
from datetime import date
from typing import NamedTuple

from data.understanding import days_chinese, days_english, periods
from data.understanding.days_chinese import Moment
from data.understanding.numerals import HANZI, number

_N = rf"(?:\d{{1,3}}|{HANZI}|半)"
_UNITS = {
    "天": "day",
    "日": "day",
    "周": "week",
    "星期": "week",
    "礼拜": "week",
    "月": "month",
    "季度": "quarter",
    "年": "year",
}
_SPAN = rf"(?P<n>{_N})个?(?P<unit>天|日|周|星期|礼拜|月|季度|年)"
_WITHIN = re.compile(rf"(?:在|这|未来|接下来|今后|往后|最?近)?(?P<ahead>){_SPAN}(?:之内|以内|内|里)(?!容|面)")
_AHEAD = re.compile(rf"(?:在)?(?P<ahead>未来|接下来|今后|往后|后面|最?近|这(?=[两二三四五六七八九十几\d])){_SPAN}")
_AFTER = re.compile(rf"{_SPAN}(?:之后|以后|后)")
_ENGLISH_N = {
    word: value
    for value, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    )
}
_ENGLISH_WITHIN = re.compile(
    r"(?:(?:with)?in |over |for )?(?:the )?(?P<ahead>next|coming|last|past|within|in) "
    r"(?P<n>\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten) (?P<unit>day|week"
    r"|month|quarter|year)s?\b"
)
_BEFORE = re.compile(r" ?(?:为止)?(?:之前|以前|前|为止|截止前)(?!天|几)")
_UNTIL = re.compile(r"(?:截至|截止到?|直到|到|至|在|(?<![a-z])(?:by|before|until|till|to|no later than) (?:the )?)$")
_TO = re.compile(r" ?起?(?:到|至|-|~|～|和|及|、|to|until|and|through)+ ?")
_SAME_MONTH_DAY = re.compile(rf"(?P<day>\d{{1,2}}|{HANZI})[日号]?")
_LOOSE = re.compile(r"\d{1,2}[.\-]\d{1,2}")
_DATE_FOLLOWS = re.compile(r" ?(?:之前|以前|前|到期|截止|为止|到|至|-|~|日|号)")


class Days(NamedTuple):
    """Where a text names days, and which."""

    start: int
    end: int
    first: date
    last: date


def find_days(text: str, today: date, past: bool = False) -> list[Days]:
    """Return the days that a lower-cased text names, in its order.

    A week begins on Monday; "within three days" ends on the third day after today; what is named without a year is
    the first that is not over, or with `past` the last that has begun.
    """
    found, at = [], 0
    while at < len(text):
        days = _span_at(text, at, today, past) or _period_at(text, at, today, past)
        if days:
            found.append(days)
        at = days.end if days else at + 1
    return found


def _span_at(text: str, at: int, today: date, past: bool) -> Days | None:
    for pattern in (_WITHIN, _AHEAD, _AFTER, _ENGLISH_WITHIN):
        match = pattern.match(text, at)
        if match and not (at and text[at - 1].isdigit()):
            return _counted(match, today, past, after=pattern is _AFTER)
    return None


def _counted(match: re.Match[str], today: date, past: bool, after: bool) -> Days | None:
    count, unit = _amount(match["n"], _UNITS.get(match["unit"], match["unit"]))
    if not 0 < count < 1000:
        return None
    if not after and (past or match["ahead"] in ("last", "past")):
        return Days(*match.span(), periods.later(today, -count, unit), today)
    last = periods.later(today, count, unit)
    return Days(*match.span(), last if after else today, last)


def _amount(text: str, unit: str) -> tuple[int, str]:
    if text == "半":
        return {"month": (15, "day"), "year": (6, "month")}.get(unit, (0, unit))
    return (1, unit) if text in ("a", "an") else (_ENGLISH_N.get(text) or int(number(text)), unit)


def _period_at(text: str, at: int, today: date, past: bool) -> Days | None:
    found = _moment_at(text, at, today, past)
    if not found:
        return None
    end, moment = found
    lead = _UNTIL.search(text[:at])
    if _LOOSE.fullmatch(text[at:end]) and not (lead or _DATE_FOLLOWS.match(text, end)):
        return None
    return (
        _range_begun(text, at, today)
        or _range(text, at, end, moment, today)
        or _bounded(text, at, end, moment, today, lead)
    )


def _moment_at(text: str, at: int, today: date, past: bool) -> tuple[int, Moment] | None:
    return days_chinese.moment_at(text, at, today, past) or days_english.moment_at(text, at, today, past)


def _range_begun(text: str, at: int, today: date) -> Days | None:
    """Return a span that has begun and is not over (11月25日至12月5日, said on the 27th of November)."""
    found = _moment_at(text, at, today, past=True)
    days = _range(text, at, *found, found[1].first) if found else None
    return days if days and days.first <= today <= days.last <= periods.later(days.first, 1, "year") else None


def _range(text: str, at: int, end: int, first: Moment, today: date) -> Days | None:
    joint = _TO.match(text, end)
    if not joint:
        return None
    for since in (today, first.first):
        second = _moment_at(text, joint.end(), since, past=False)
        if second and second[1].last >= first.first:
            return Days(at, second[0], first.first, second[1].last)
    return _day_in_same_month(text, at, joint.end(), first)


def _day_in_same_month(text: str, at: int, after: int, first: Moment) -> Days | None:
    match = _SAME_MONTH_DAY.match(text, after)
    if not (match and first.exact and int(number(match["day"])) <= 31):
        return None
    try:
        last = first.first.replace(day=int(number(match["day"])))
    except ValueError:
        return None
    return Days(at, match.end(), first.first, last) if last >= first.first else None


def _bounded(text: str, at: int, end: int, moment: Moment, today: date, lead: re.Match[str] | None) -> Days:
    before = _BEFORE.match(text, end)
    ends_in_it = moment.exact and _names_an_end(text[at:end])
    if not (before or ends_in_it or (lead and lead[0] != "在")):
        return Days(at, end, moment.first, moment.last)
    last = moment.last if moment.exact or not before else _day_before(moment, today)
    return Days(lead.start() if lead else at, before.end() if before else end, min(today, last), last)


def _names_an_end(words: str) -> bool:
    return words[-1] in "底末内" or words.endswith(("end", "eoy")) or "end of" in words


def _day_before(moment: Moment, today: date) -> date:
    last = periods.day(moment.first, -1)[1]
    return last if last >= today else moment.last
