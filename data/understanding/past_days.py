"""The past day that a question is about: 上周这时候逾期几个, how many were overdue last Friday."""

from datetime import date

from data.calendar import Period, Span, add_months, span_around
from data.understanding.meaning import Kind, Understanding, of_kind
from data.understanding.orders import says

_FALLS_DUE = ("到期", "截止", "前", "之前", "以前", "内", "要", "该", "应")
_DUE = ("due", "by", "before")
_A_YEAR = 12
_PERIODS = (Period.WEEK, Period.MONTH, Period.QUARTER, Period.YEAR)


def past_day_meant(meaning: Understanding, today: date) -> date | None:
    """Return the past day whose state a sentence asks about, or None.

    Returns None if it names several days, or days on which something falls due.
    """
    times = list(of_kind(meaning, Kind.TIME))
    if len(times) != 1:
        return None
    [named] = times
    before, behind = meaning.text[: named.start].lower().split(), meaning.text[named.end :].lstrip()
    if behind.startswith(_FALLS_DUE) or any(each in _DUE for each in before[-2:]):
        return None
    first, last = (date.fromisoformat(each) for each in named.values[:2])
    if says(meaning, "asked.at_the_same_time"):
        day = _same_day(first, last, today)
    else:
        day = first if first == last else None
        if day is not None and day > today and says(meaning, "asked.at_that_time"):
            day = add_months(day, -_A_YEAR)
    return day if day is not None and day < today else None


def period_beside(meaning: Understanding, place: tuple[int, int], today: date) -> tuple[date, date]:
    """Return the first and last day that a sentence compares with the days it names at `place`.

    They are the other days that it names, or else the current week, month, quarter or year up to today.
    """
    others = [each for each in of_kind(meaning, Kind.TIME) if not place[0] <= each.start < place[1]]
    named = [each for each in of_kind(meaning, Kind.TIME) if each not in others]
    first, last = (date.fromisoformat(each) for each in (others or named)[0].values[:2])
    if others:
        return first, min(last, today)
    lasting = next((each for each in _PERIODS if span_around(first, each).last >= last), Period.YEAR)
    return span_around(today, lasting).first, today


def _same_day(first: date, last: date, today: date) -> date | None:
    """Return the day of a past week, month or year that corresponds to `today`, or `first` if it is a single day; None
    for any other span."""
    for period in (Period.WEEK, Period.MONTH, Period.YEAR):
        if Span(first, last, period) == span_around(first, period):
            if period is Period.WEEK:
                return first + (today - span_around(today, Period.WEEK).first)
            months = (today.year - first.year) * _A_YEAR + (today.month - first.month if period is Period.MONTH else 0)
            return add_months(today, -months)
    return first if first == last else None
