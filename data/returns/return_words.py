"""Reading what a text says about a statistics return: its schedule, its title, a period, or why figures are given
back."""

from datetime import date

from data.calendar import Period, Span, month_end, month_span
from data.errors.returns import ScheduleUnclear, WorkdaysOnly
from data.patterns import Pattern
from data.returns.schedule import PERIODS
from data.understanding import Kind, Understanding, of_kind
from data.understanding.lexicon import any_word, table
from data.understanding.lists_changed import ListChange
from data.understanding.named import find_day_readings
from data.understanding.normalise.sentence import CLAUSE, blank_spans, normalise
from data.understanding.numerals import DIGITS, HANZI, number
from data.understanding.orders import kind_said, kinds_said, says
from data.understanding.return_asked import ONCE, ReturnWish, period_said, periods_said

MOST_WORKDAYS, MOST_DAYS = 30, 60
_DAYS = r"工作日|自然日|日历日|天|日|working days?|workdays?|calendar days?|days?|[\s，,。.；;!！吧就内前后]|$"
_COUNT = Pattern(rf"(?i)(?P<count>{DIGITS}|{HANZI})(?:st|nd|rd|th)?\s*个?(?:{_DAYS})")
"""A number that counts days or stands alone; 再加一栏 has none."""
_BEFORE = Pattern(r"(?i)提前|之?前|before|earlier|ahead")
_ON_THE_DAY = Pattern(r"(?i)当天|最后一天|期末|月末|季末|年末|月底|季度末|年底|last day")
_NEXT_DAY = Pattern(r"(?i)次日|第二天|隔天|day after|next day")
_SINCE = Pattern(r"(?i)从|起|开始|首期|第一期|\bfrom\b|\bsince\b|first period")
_DUE = Pattern(r"(?i)截止|截至|工作日|期限|[号日天]之?[前内]|[号日前]交|[号日前]报|\bdue\b|working day|deadline")
_CALENDAR = Pattern(
    rf"(?i)(?:{DIGITS}|{HANZI})\s*(?:号|日|月|天|周|年|季|days?\b|calendar days?\b|个?(?:自然日|日历日))"
)
_NTH = Pattern(r"(?i)\d(?:st|nd|rd|th)\b")
_WORKDAY = Pattern(r"(?i)工作日|working day|workday")
_OPENING = Pattern(r"(?i)开放|开始填|提前|可以填|\bopens?\b")


def read_frequency(text: str) -> Period | None:
    """Return how often a text says something is asked for; None means once. Raises ScheduleUnclear."""
    said = period_said(normalise(text))
    if said is ONCE:
        return None
    if said not in PERIODS:
        raise ScheduleUnclear
    return said


def frequency_alone(text: str) -> Period | None:
    """Return the period to which a clause changes the schedule (每月改成每季度), or ONCE.

    None if it says anything else, or may be a title (统计月报).
    """
    said = normalise(text)
    found = [*kinds_said("returns.periods", said)]
    rest = blank_spans(said, [each[1:] for each in found], " ")
    how, is_kind = kind_said("edits.how", rest), [_A_RETURN.fullmatch(said[each.start : each.end]) for each in found]
    periods = periods_said(said)
    may_be_a_title = bool(rest.strip()) and not how and len(periods) == 1 and all(is_kind)
    if how == ListChange.OUT or may_be_a_title or not says(rest, "edits.of_a_list"):
        return None
    return next((each for each in reversed(periods) if each is not ONCE), ONCE) if periods else None


def read_workdays(text: str) -> int:
    """Return the number of the working day after a period on which something is due.

    Raises ScheduleUnclear, and WorkdaysOnly for a calendar day.
    """
    if names_a_day(text):
        raise WorkdaysOnly
    count = _count_in(text)
    if count is None or not 1 <= count <= MOST_WORKDAYS:
        raise ScheduleUnclear
    return count


def read_opening(text: str) -> int:
    """Return how many days after a period's last day it opens, negative if before. Raises ScheduleUnclear."""
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
    """Return whether a text names a calendar day or counts calendar days: 次月5号, 12月底, the 5th.

    The 5th working day is not one.
    """
    said = normalise(text)
    return _CALENDAR.search(said) is not None or (_NTH.search(said) is not None and not _WORKDAY.search(said))


def says_since(text: str) -> bool:
    """Return whether a text is about the first period."""
    return _SINCE.search(text) is not None and not says_opening(text)


def says_due(text: str) -> bool:
    """Return whether a text is about when something is due."""
    return _DUE.search(text) is not None


def says_opening(text: str) -> bool:
    """Return whether a text is about when something opens."""
    return _OPENING.search(text) is not None


def _count_in(text: str) -> int | None:
    """Return the only whole number in a text, or None."""
    found = {number(each["count"]) for each in _COUNT.finditer(normalise(text))}
    return int(found.pop()) if len(found) == 1 and all(each == int(each) for each in found) else None


_WORDS = table("returns")
_A_RETURN = Pattern(f"(?i){any_word(_WORDS['names'])}")
_TITLES = _WORDS["titles"]
_RETURN = any_word(_WORDS["names"], apart=False)
_TITLE = Pattern(
    rf"(?i)(?:{any_word(_TITLES['before'])})(?:\s|{any_word(_TITLES['counts'])})*"
    rf"(?:.*{any_word(_TITLES['called'])}[“\"\s]*(?P<called>.*(?:{_RETURN}))|(?P<title>.*(?:{_RETURN})))"
)
_NAME = Pattern(rf"(?i)[^，,。；;\s]{{2,30}}(?:{_RETURN})")
_BARE = Pattern(f"(?i)(?:{any_word(_TITLES['bare'])})")


_KINDS = {Period.MONTH: "月报", Period.QUARTER: "季报", Period.HALF_YEAR: "半年报", Period.YEAR: "年报"}
_KIND = Pattern("月报|季报|半年报|年报")


def title_for(title: str, every: Period) -> str:
    """Return a title that names a period (统计月报) adapted to another period (统计季报); any other unchanged."""
    word = _KINDS.get(every)
    kind = _KIND.search(title)
    return title[: kind.start()] + word + title[kind.end() :] if kind and word else title


def title_alone(text: str) -> str | None:
    """Return the text if it is the title of a return and nothing else, or None."""
    title = text.strip()
    return title if _NAME.fullmatch(title) and not _BARE.fullmatch(title) else None


def title_of_a_new_one(text: str) -> str | None:
    """Return the title in an order to set up a return, or None.

    建个统计月报：… gives 统计月报, 建个月报 叫打假月报，… gives 打假月报. None if the order ends there or names only a
    kind of return.
    """
    clauses = [each[0] for each in CLAUSE.finditer(text)]
    head, colon, _ = clauses[0].replace("：", ":").partition(":") if clauses else ("", "", "")
    found = _TITLE.search(head) if colon or len(clauses) > 1 else None
    title = (found["called"] or found["title"]).strip() if found else ""
    return title if title and not _BARE.fullmatch(title) else None


_GIVE_BACK = Pattern(f"(?i){any_word(_WORDS['wishes'][ReturnWish.GIVE_BACK])}")
_COMMAS, _SPACES = "，,：:；;\n", " \u3000"


def reason_said(text: str, meaning: Understanding) -> str:
    """Return the reason in an order to give a return back, or an empty string.

    That is the text after the first comma, the text before it if the order follows (公安局的案值不对，退回), or the
    text after a space that ends the order (月报公安局退回 案值不对).
    """
    if (behind := text_after_comma(text)) is not None:
        return _reason_before(without_reason(text), behind, meaning) or behind
    if len(text) != len(meaning.text):
        return ""
    ends = [each.end for each in of_kind(meaning, Kind.UNIT)]
    ends += [found.end() for pattern in (_GIVE_BACK, _A_RETURN) for found in pattern.finditer(meaning.text)]
    behind = text[max(ends, default=len(text)) :]
    return behind.strip() if behind.startswith(tuple(_SPACES)) else ""


def _reason_before(order: str, behind: str, meaning: Understanding) -> str:
    """Return the reason stated before the comma when the order to give back comes after it, or an empty string."""
    if _GIVE_BACK.search(order) or not _GIVE_BACK.search(behind):
        return ""
    ends = [each.end for each in of_kind(meaning, Kind.UNIT) if each.end <= len(order)]
    return _A_RETURN.sub("", order[max(ends, default=len(order)) :]).strip("的 ")


def text_after_comma(text: str) -> str | None:
    """Return the text after the first comma or similar sign, or None if there is none."""
    order = without_reason(text)
    return text[len(order) + 1 :].strip() if len(order) < len(text) else None


def without_reason(text: str) -> str:
    """Return the text up to its first comma or similar sign."""
    return text[: min((text.index(each) for each in _COMMAS if each in text), default=len(text))]


PARTS_OF_A_YEAR = {"q": (Period.QUARTER, 3), "h": (Period.HALF_YEAR, 6)}


def period_named(text: str, today: date) -> tuple[date, date] | None:
    """Return the first and last day of the whole months that a text names, or None.

    Months without a year are past ones.
    """
    for word in text.split():
        if (span := _of_code(word.lower())) is not None:
            return span.first, span.last
    named = find_day_readings(normalise(text).lower(), today, past=True)
    if not named:
        return None
    whole = (tuple(map(date.fromisoformat, each.values)) for each in named)
    return next(((first, last) for first, last in whole if first.day == 1 and last == month_end(last)), None)


def _of_code(word: str) -> Span | None:
    """Return the period written as a code such as 2019-11 or 2019-Q4, or None."""
    year, _, part = word.partition("-")
    if len(year) != 4 or not year.isdecimal():
        return None
    try:
        if part[:1] in PARTS_OF_A_YEAR and part[1:].isdecimal():
            period, months = PARTS_OF_A_YEAR[part[0]]
            return month_span(int(year), (int(part[1:]) - 1) * months + 1, period)
        return month_span(int(year), int(part), Period.MONTH) if len(part) == 2 else None
    except ValueError:
        return None
