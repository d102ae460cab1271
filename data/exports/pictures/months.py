"""The picture of figures by month: a row of bars for each indicator that has figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from data.calendar import months_of
from data.exports.ledger import Ledger, month_of, totals_by
from data.exports.pictures.canvas import GREY, HEAD_SIZE, INK, MARGIN, PALE, SMALL_SIZE, WIDTH, Canvas
from data.exports.texts import Language, days_words, indicator_name, month_words, number, units_words
from data.exports.texts import pictures as words
from data.understanding import IndicatorWords

BARS, A_PAGE, MOST_MONTHS = 110, 7, 12
"""Height of the bars in pixels, indicators in a picture, and months at most."""
BAR = "#2F6DA8"


@dataclass(frozen=True, slots=True)
class IndicatorMonths:
    """The figures of an indicator by month, and their total."""

    indicator: IndicatorWords
    months: Mapping[date, float]
    total: float


def figures_by_month(ledger: Ledger, language: Language) -> list[bytes]:
    """Return the picture of the last twelve months of the span as PNG files, several if needed."""
    months = months_of(ledger.progress.first, ledger.progress.last)[-MOST_MONTHS:]
    courses = indicator_months(ledger)
    pages = [courses[start : start + A_PAGE] for start in range(0, len(courses), A_PAGE)] or [[]]
    return [_page(ledger, page, months, (number, len(pages)), language) for number, page in enumerate(pages, start=1)]


def indicator_months(ledger: Ledger) -> list[IndicatorMonths]:
    """Return the indicators that have figures in the span, in their order."""
    reports, known = ledger.progress.reports, ledger.indicators
    by_month = totals_by(reports, known, month_of)
    totals = {each.indicator: each.total for each in ledger.progress.figures}
    return [
        IndicatorMonths(
            each,
            {month: figures[each.name] for month, figures in by_month.items() if each.name in figures},
            totals[each.name],
        )
        for each in known
        if totals.get(each.name)
    ]


def _page(
    ledger: Ledger,
    courses: Sequence[IndicatorMonths],
    months: Sequence[date],
    page: tuple[int, int],
    language: Language,
) -> bytes:
    progress = ledger.progress
    canvas = Canvas(500 + (BARS + 150) * max(len(courses), 1))
    days = days_words(progress.first, progress.last, language)
    of = words.MONTHS_TOLD(language, units=units_words(ledger.units, language), days=days)
    canvas.head(language, words.MONTHS_TITLE(language), progress.title, of, *page)
    canvas.y += 16
    if not courses:
        canvas.paragraph(words.NO_FIGURES(language), HEAD_SIZE)
    for course in courses:
        _bars(canvas, course, months, progress.last, language)
    return canvas.png()


def _bars(canvas: Canvas, course: IndicatorMonths, months: Sequence[date], last: date, language: Language) -> None:
    """Draw an indicator's bars; below the month in which the span ends stands its `last` day, unless it is whole."""
    indicator = course.indicator
    name = indicator_name(indicator, language)
    whole = words.LATEST if indicator.total == "latest" else words.SUM
    unit = indicator.unit if language == "zh" else ""
    canvas.text(MARGIN, canvas.y, name, HEAD_SIZE, bold=True)
    canvas.text(WIDTH - MARGIN, canvas.y, whole(language, value=number(course.total), unit=unit), HEAD_SIZE, INK, "ra")
    canvas.y += HEAD_SIZE * 1.6 + SMALL_SIZE * 1.3
    room = (WIDTH - 2 * MARGIN) / len(months)
    width = min(room * 0.62, 120)
    highest = max([*course.months.values(), 1e-9])
    bottom = canvas.y + BARS
    for place, month in enumerate(months):
        value, middle = course.months.get(month, 0), MARGIN + room * (place + 0.5)
        top = bottom - max(BARS * value / highest, 4 if value else 0)
        if value:
            canvas.box(middle - width / 2, top, middle + width / 2, bottom, BAR)
            canvas.text(middle, top - 18, number(value), SMALL_SIZE, INK, "mm")
        canvas.text(middle, bottom + 8, _month(month, months, language), SMALL_SIZE, GREY, "ma")
        if month == last.replace(day=1) and (last + timedelta(days=1)).day != 1:
            canvas.text(
                middle, bottom + 8 + SMALL_SIZE * 1.2, words.UNTIL_DAY(language, day=last.day), SMALL_SIZE, GREY, "ma"
            )
    canvas.line([(MARGIN, bottom), (WIDTH - MARGIN, bottom)], PALE, 3)
    canvas.y = bottom + SMALL_SIZE * 2.6


def _month(month: date, months: Sequence[date], language: Language) -> str:
    """Return a short name of a month, with the year for the first one and each January."""
    if len(months) <= 4:
        return month_words(month, language)
    if month == months[0] or month.month == 1:
        return f"{month.year % 100}/{month.month}"
    return str(month.month) if language == "en" else f"{month.month}月"
