"""The whole months that a text names, also as a code such as 2019-11 or 2019-Q4."""

from datetime import date

from data.calendar import Period, Span, month_end, month_span
from data.understanding.named import find_day_readings
from data.understanding.normalise.sentence import normalise

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
