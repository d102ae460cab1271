"""How long something lasts: 五天, 3天假, 两周, 一个月, for three days, a week."""

from data.calendar import Period
from data.patterns import Pattern
from data.understanding.numerals import DIGITS, ENGLISH_NUMBER, HANZI, number

_DAYS_IN = {"天": 1, "day": 1, "周": 7, "星期": 7, "礼拜": 7, "week": 7, "月": 30, "month": 30}
_LENGTH = Pattern(
    rf"(?:^|[^第\d零一二两三四五六七八九十百])(?P<n>{DIGITS}|{HANZI}|\b(?:{ENGLISH_NUMBER}|an?)\b)"
    r"(?: ?个?多?(?P<unit>天|周|星期|礼拜|days?\b|weeks?\b|months?\b)|个多?(?P<months>月))"
)
_LONGEST = 366
HALVES = {Period.MONTH: (15, Period.DAY), Period.YEAR: (6, Period.MONTH)}
"""How long half of a month and of a year are."""


def length_in_days(text: str) -> int | None:
    """Return how many days a lower-cased text says that something lasts; None where it does not say that once."""
    found = list(_LENGTH.finditer(text))
    if len(found) != 1:
        return None
    count = 1 if found[0]["n"] in ("a", "an") else int(number(found[0]["n"]))
    days = count * _DAYS_IN[(found[0]["unit"] or found[0]["months"]).removesuffix("s")]
    return days if 0 < days <= _LONGEST else None
