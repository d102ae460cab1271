"""How often and when a statistics return is asked for, as the office writes it."""

from data.calendar import Period
from data.errors.returns import ScheduleUnclear, WorkdaysOnly
from data.patterns import Pattern
from data.returns.schedule import PERIODS
from data.understanding.normalise.sentence import normalise
from data.understanding.numerals import DIGITS, HANZI, number
from data.understanding.return_asked import ONCE, period_said

MOST_WORKDAYS, MOST_DAYS = 30, 60
_DAYS = r"工作日|自然日|日历日|天|日|working days?|workdays?|calendar days?|days?|[\s，,。.；;!！吧就内前后]|$"
_COUNT = Pattern(rf"(?i)(?P<count>{DIGITS}|{HANZI})(?:st|nd|rd|th)?\s*个?(?:{_DAYS})")
"""A number that counts days, or nothing that is said: 再加一栏 has none."""
_BEFORE = Pattern(r"(?i)提前|之?前|before|earlier|ahead")
_ON_THE_DAY = Pattern(r"(?i)当天|最后一天|期末|月末|季末|年末|月底|季度末|年底|last day")
_NEXT_DAY = Pattern(r"(?i)次日|第二天|隔天|day after|next day")
_SINCE = Pattern(r"(?i)从|起|开始|首期|第一期|\bfrom\b|\bsince\b|first period")
_DUE = Pattern(r"(?i)截止|截至|工作日|期限|\bdue\b|working day|deadline")
_CALENDAR = Pattern(
    rf"(?i)(?:{DIGITS}|{HANZI})\s*(?:号|日|月|天|周|年|季|days?\b|calendar days?\b|个?(?:自然日|日历日))"
)
_NTH = Pattern(r"(?i)\d(?:st|nd|rd|th)\b")
_WORKDAY = Pattern(r"(?i)工作日|working day|workday")
_OPENING = Pattern(r"(?i)开放|开始填|提前|可以填|\bopens?\b")


def read_every(text: str) -> Period | None:
    """How often a text says that something is asked for; None for once. Raises ScheduleUnclear."""
    said = period_said(normalise(text))
    if said is ONCE:
        return None
    if said not in PERIODS:
        raise ScheduleUnclear
    return said


def read_workdays(text: str) -> int:
    """On which working day after a period's end something is due, as a text says it. Raises ScheduleUnclear, and
    WorkdaysOnly for a day of the calendar."""
    if names_a_day(text):
        raise WorkdaysOnly
    count = _count_in(text)
    if count is None or not 1 <= count <= MOST_WORKDAYS:
        raise ScheduleUnclear
    return count


def read_opening(text: str) -> int:
    """How many days after a period's last day something opens, before it where negative. Raises ScheduleUnclear."""
    said, count = normalise(text), _count_in(text)
    if _NEXT_DAY.search(said):
        return 1
    if count is None:
        if _ON_THE_DAY.search(said):
            return 0
        raise ScheduleUnclear
    if not 0 <= count <= MOST_DAYS:
        raise ScheduleUnclear
    return -count if _BEFORE.search(said) else count


def names_a_day(text: str) -> bool:
    """Whether words name a day of the calendar, or count such days: 次月5号, 12月底, the 5th; the 5th working day is
    none."""
    said = normalise(text)
    return _CALENDAR.search(said) is not None or (_NTH.search(said) is not None and not _WORKDAY.search(said))


def says_since(text: str) -> bool:
    """Whether words are about the first period."""
    return _SINCE.search(text) is not None and not says_opening(text)


def says_due(text: str) -> bool:
    """Whether words are about when something is due."""
    return _DUE.search(text) is not None


def says_opening(text: str) -> bool:
    """Whether words are about when something opens."""
    return _OPENING.search(text) is not None


def _count_in(text: str) -> int | None:
    """The only whole number in a text, or None."""
    found = {number(each["count"]) for each in _COUNT.finditer(normalise(text))}
    return int(found.pop()) if len(found) == 1 and all(each == int(each) for each in found) else None
