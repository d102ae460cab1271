"""Spans of days by the words that people use for them: 本周, next month, 12月, or from day to day."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import MAXYEAR, date, timedelta

from data.exports.texts import MONTHS_EN
from handlers.telegram.days import short_day
from handlers.telegram.wording import Html, Language, Wording

Span = tuple[date, date]

TODAY = Wording("今天", "today")
TOMORROW = Wording("明天", "tomorrow")
WEEKS = {-1: Wording("上周", "last week"), 0: Wording("本周", "this week"), 1: Wording("下周", "next week")}
MONTH_OF_YEAR = Wording("{year}年{month}", "{month} {year}")
QUARTER = Wording("{year}年{quarter}", "{quarter} {year}")
HALF_YEAR = Wording("{year}年{half}半年", "{half} {year}")
YEAR = Wording("{year}年", "{year}")
FROM_TO = Wording("{first}至{last}", "{first} to {last}")


def span_text(first: date, last: date, today: date, language: Language) -> Html:
    """A span by its everyday name where it has one, else its first and last day; one day alone by its date."""
    named = next((words for span, words in _names(first, today, language) if span == (first, last)), None)
    if named is not None:
        return named
    if first == last:
        return Html(short_day(first, today, language))
    return FROM_TO(language, first=short_day(first, today, language), last=short_day(last, today, language))


def _names(first: date, today: date, language: Language) -> Iterator[tuple[Span, Html]]:
    """Yield the spans with a name that may begin on this day, and their names."""
    yield (today, today), TODAY(language)
    yield (today + timedelta(days=1),) * 2, TOMORROW(language)
    monday = today - timedelta(days=today.weekday())
    for offset, words in WEEKS.items():
        start = monday + timedelta(weeks=offset)
        yield (start, start + timedelta(days=6)), words(language)
    year, month = first.year, first.month
    name = Html(f"{month}月" if language == "zh" else MONTHS_EN[month - 1])
    named = name if year == today.year else MONTH_OF_YEAR(language, year=year, month=name)
    yield _months(year, month, 1), named
    if month % 3 == 1:
        number = month // 3
        quarter = f"第{'一二三四'[number]}季度" if language == "zh" else f"Q{number + 1}"
        yield _months(year, month, 3), QUARTER(language, year=year, quarter=quarter)
    if month % 6 == 1:
        half = ("上" if month == 1 else "下") if language == "zh" else f"H{month // 6 + 1}"
        yield _months(year, month, 6), HALF_YEAR(language, year=year, half=half)
    yield _months(year, month, 12), YEAR(language, year=year)


def _months(year: int, month: int, count: int) -> Span:
    years, before = divmod(month + count - 2, 12)
    last_year, last_month = min(year + years, MAXYEAR), before + 1
    return date(year, month, 1), date(last_year, last_month, monthrange(last_year, last_month)[1])
