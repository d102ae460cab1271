"""Corrections of figures from earlier periods: 上个月报的抓获8人应该是6人."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from data.understanding.entities.amounts import Amount, find_amounts
from data.understanding.entities.figure_names import Indicators
from data.understanding.entities.figures import find_figures
from data.understanding.meaning import Aim, Kind, Understanding, of_kind
from data.understanding.named import find_day_readings
from data.understanding.normalise.sentence import blank, blank_spans
from data.understanding.orders import says
from data.understanding.reporting.numbers_put_right import denied_at

_EARLIER = "corrections.earlier"


@dataclass(frozen=True, slots=True)
class FigureCorrection:
    """A correction of a figure that was reported for the days `first` to `last`.

    `before` was reported and `value` is right, both in the indicator's unit and None if not said.
    """

    indicator: str
    first: date
    last: date
    before: float | None
    value: float | None


def figure_correction(meaning: Understanding, indicators: Indicators, today: date) -> FigureCorrection | None:
    """Return the figure of an earlier period that a sentence corrects, or None."""
    if meaning.aim is not Aim.CORRECT:
        return None
    text = blank(meaning.text.lower(), list(of_kind(meaning, Kind.CODE)), " ")
    span = _period(text, today)
    indicator = _indicator(text, indicators)
    if span is None or indicator is None:
        return None
    days = [(each.start, each.end) for each in find_day_readings(text, today, past=True)]
    numbers = list(_numbers(blank_spans(text, days, " "), indicator, indicators))
    right = [value for value, denied in numbers if not denied]
    if not right:
        return None
    wrong = [value for value, denied in numbers if denied or value != right[-1]]
    return FigureCorrection(indicator, *span, wrong[0] if wrong else None, right[-1])


def _indicator(text: str, indicators: Indicators) -> str | None:
    """Return the indicator of the first figure in `text`, or else the first indicator it names, or None."""
    for each in find_figures(text, indicators):
        if each.kind in (Kind.FIGURE, Kind.NO_FIGURE):
            return each.values[0]
    words = [found[0] for found in indicators.names.finditer(text)]
    known = [indicators.by_name.get(word) or indicators.spoken.get(word) or () for word in words]
    return next((each[0].name for each in known if each), None)


def _period(text: str, today: date) -> tuple[date, date] | None:
    """Return the first past period that `text` names, or this year up to `today` if it speaks of earlier, or None."""
    for each in find_day_readings(text, today, past=True):
        first, last = (date.fromisoformat(value) for value in each.values)
        if last < today:
            return first, last
    return (date(today.year, 1, 1), today) if says(text, _EARLIER) else None


def _numbers(text: str, indicator: str, indicators: Indicators) -> Iterator[tuple[float, bool]]:
    """Yield the numbers in `text` that can be the indicator's, in its unit, and whether each is denied."""
    for amount in find_amounts(text):
        value = _value(text, amount, indicator, indicators)
        if value is not None:
            yield value, denied_at(text, amount) is not None


def _value(text: str, amount: Amount, indicator: str, indicators: Indicators) -> float | None:
    said = f"{indicator}{text[amount.start : amount.end]}".lower()
    read = [each for each in find_figures(said, indicators) if each.kind is Kind.FIGURE]
    return float(read[0].values[1]) if read and read[0].values[0] == indicator else None
