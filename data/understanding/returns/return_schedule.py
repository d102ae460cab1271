"""The schedule of a statistics return in words: how often, for which months, by which working day, from when; and its
title."""

from datetime import date

from data.calendar import Period, Span, add_months, month_end, month_span
from data.understanding.dialog.lists_changed import ListChange
from data.understanding.lexicon import table
from data.understanding.lexicon.patterns import patterns
from data.understanding.named import find_day_readings
from data.understanding.normalise.sentence import blank, clauses_of, normalise
from data.understanding.numerals import number
from data.understanding.orders import kind_said, kinds_said, says
from data.understanding.returns.return_asked import ONCE, THIS, periods_said

_RULES = patterns("returns")
_LONGEST_MONTH, _A_YEAR = 31, 12
_PARTS_OF_A_YEAR = {"q": (Period.QUARTER, 3), "h": (Period.HALF_YEAR, 6)}


def frequency_alone(text: str) -> Period | None:
    """Return the period to which a clause changes the schedule (每月改成每季度), or ONCE.

    None if it says anything else, or may be a title (统计月报).
    """
    said = normalise(text)
    found = [*kinds_said("returns.periods", said)]
    rest = blank(said, found, " ")
    how = kind_said("edits.how", rest)
    is_kind = [_RULES["a_return"].fullmatch(said[each.start : each.end]) for each in found]
    periods = periods_said(said)
    may_be_a_title = bool(rest.strip()) and not how and len(periods) == 1 and all(is_kind)
    if how == ListChange.OUT or may_be_a_title or not says(rest, "edits.of_a_list"):
        return None
    return next((each for each in reversed(periods) if each is not ONCE), ONCE) if periods else None


def opening_in(text: str) -> int | None:
    """Return how many days after a period's last day a text says that it opens, negative if before, or None."""
    said, count = normalise(text), count_in(text)
    if says(said, "returns.schedule.next_day"):
        return 1
    if count is None:
        return 0 if says(said, "returns.schedule.on_the_day") else None
    return -count if says(said, "returns.schedule.ahead") else count


def names_a_day(text: str) -> bool:
    """Return whether a text names a calendar day or counts calendar days: 次月5号, 12月底, the 5th.

    The 5th working day is not one.
    """
    said = normalise(text)
    return _RULES["calendar_days"].search(said) is not None or (
        _RULES["nth"].search(said) is not None and not says(said, "returns.schedule.workdays")
    )


def day_of_month_in(text: str) -> int | None:
    """Return the only day of whichever month that a text names (次月5号, 每月15日前, the 5th), or None.

    12月10日 is a day of one month, and 5日内 a length.
    """
    said = normalise(text)
    if _RULES["month_in_digits"].search(said) or says(said, "returns.schedule.workdays"):
        return None
    days = {number(each["count"] or each["nth"]) for each in _RULES["day_of_month"].finditer(said)}
    return int(days.pop()) if len(days) == 1 and days <= {*range(1, _LONGEST_MONTH + 1)} else None


def count_in(text: str) -> int | None:
    """Return the only whole number in a text, or None."""
    found = {number(each["count"]) for each in _RULES["counted"].finditer(normalise(text))}
    return int(found.pop()) if len(found) == 1 and all(each == int(each) for each in found) else None


def title_for(title: str, every: Period) -> str:
    """Return a title that names a period (统计月报) adapted to another period (统计季报); any other unchanged."""
    word = table("returns")["kinds_of_title"].get(every)
    kind = _RULES["kind_of_title"].search(title)
    return title[: kind.start()] + word + title[kind.end() :] if kind and word else title


def title_alone(text: str) -> str | None:
    """Return the text if it is the title of a return and nothing else, or None."""
    title = text.strip()
    return title if _RULES["title_alone"].fullmatch(title) and not _RULES["bare_title"].fullmatch(title) else None


def title_of_a_new_one(text: str) -> str | None:
    """Return the title in an order to set up a return, or None.

    建个统计月报：… gives 统计月报, 建个月报 叫打假月报，… gives 打假月报. None if the order ends there or names only a
    kind of return.
    """
    clauses = clauses_of(text)
    head, colon, _ = clauses[0].replace("：", ":").partition(":") if clauses else ("", "", "")
    found = _RULES["new_title"].search(head) if colon or len(clauses) > 1 else None
    title = (found["called"] or found["title"]).strip() if found else ""
    return title if title and not _RULES["bare_title"].fullmatch(title) else None


def period_named(text: str, today: date) -> tuple[date, date] | None:
    """Return the first and last day of the whole months that a text names, or None.

    Months without a year are past ones.
    """
    for word in text.split():
        if (span := _of_code(word.lower())) is not None:
            return span.first, span.last
    named = find_day_readings(normalise(text).lower(), today, past=True)
    return next(
        (each.days for each in named if each.days[0].day == 1 and each.days[1] == month_end(each.days[1])), None
    )


def first_days_named(text: str, today: date) -> tuple[date, date] | None:
    """Return the first and last of the first days that a text names, or None. A month without a year is the nearer
    one: in December, November has just ended."""
    heard = normalise(text).lower()
    ahead, back = (find_day_readings(heard, today, past) for past in (False, True))
    if not ahead:
        return None
    first, last = ahead[0].days
    a_year_before = add_months(first, -_A_YEAR)
    is_yearless = bool(back) and back[0].days[0] == a_year_before
    if is_yearless and today - add_months(last, -_A_YEAR) < first - today:
        return a_year_before, add_months(last, -_A_YEAR)
    return first, last


def says_the_present(text: str, today: date) -> bool:
    """Return whether a text names the current month, quarter or year as such: 这个月, 本季度, this month."""
    heard = normalise(text).lower()
    return any(heard.startswith(THIS, each.start) for each in find_day_readings(heard, today, past=True))


def _of_code(word: str) -> Span | None:
    """Return the period written as a code such as 2019-11 or 2019-Q4, or None."""
    year, _, part = word.partition("-")
    if len(year) != 4:
        return None
    try:
        if part[:1] in _PARTS_OF_A_YEAR:
            period, months = _PARTS_OF_A_YEAR[part[0]]
            return month_span(int(year), (int(part[1:]) - 1) * months + 1, period)
        return month_span(int(year), int(part), Period.MONTH)
    except ValueError:
        return None
