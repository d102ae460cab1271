"""The limits of the numbers by which lists are narrowed: 不到一半的, 80%以上的, 逾期超过一周的."""

from collections.abc import Mapping

from data.calendar import Period
from data.patterns import Pattern
from data.understanding.entities.days.lengths import length_of
from data.understanding.numerals import DIGITS, ENGLISH_NUMBER, HANZI
from data.understanding.orders import longest_said

BY_PERCENT, BY_DAYS_LATE = "percent", "late_by"
"""The conditions of which a reading gives the limits."""
MOST_PERCENT, MOST_DAYS = 100, 9999
_AROUND: Mapping[str, tuple[int, int]] = {"about": (-5, 5), "a_little_more": (0, 9)}
"""How far around a number about as much is."""
_DAYS_IN = {Period.DAY: 1, Period.WEEK: 7, Period.MONTH: 30, Period.QUARTER: 91, Period.YEAR: 365}
_LENGTH = Pattern(
    rf"(?P<n>{DIGITS}|{HANZI}|半|\b(?:{ENGLISH_NUMBER}|an?)\b) ?"
    r"(?P<unit>个?半?(?:天|日|周|星期|礼拜|月|季度|年)半?|days?\b|weeks?\b|months?\b|years?\b)"
)


def limits_said(words: str, number: int, least: int, most: int) -> tuple[int, int]:
    """Return the least and the most that `words` around a number let through."""
    said = longest_said("filters.limits", words)
    match said.kind if said else None:
        case "below":
            found = least, number - 1
        case "at_most":
            found = least, number
        case "above":
            found = number + 1, most
        case "at_least":
            found = number, most
        case kind:
            less, more = _AROUND.get(kind or "", (0, 0))
            found = number + less, number + more
    return max(least, found[0]), min(most, found[1])


def days_late(words: str) -> tuple[int, int] | None:
    """Return for how many days at least and at most something is late by lower-cased words, or None."""
    found = list(_LENGTH.finditer(words))
    length = length_of(found[0]["n"], found[0]["unit"]) if len(found) == 1 else None
    if length is None:
        return None
    days = sum(each.count * _DAYS_IN[each.period] for each in length.parts() if each.period)
    return limits_said(words, days, 1, MOST_DAYS)
