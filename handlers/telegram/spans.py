"""Spans of days by the words that people use for them: 本周, next month, 12月, or from day to day."""

from collections.abc import Iterator
from datetime import date, timedelta

from data import calendar
from data.calendar import month_end
from data.exports.texts import FROM_TO as FROM_TO_IN_FILES
from data.exports.texts import MONTHS_EN, calendar_name
from handlers.telegram import labels
from handlers.telegram.days import short_day
from handlers.telegram.wording import Html, Language, Wording, in_chat

Span = tuple[date, date]

TODAY = Wording("今天", "today")
TOMORROW = Wording("明天", "tomorrow")
WEEKS = {-1: Wording("上周", "last week"), 0: Wording("本周", "this week"), 1: Wording("下周", "next week")}
FROM_TO = in_chat(FROM_TO_IN_FILES)


def span_text(first: date, last: date, today: date, language: Language) -> Html:
    """A span by its everyday name where it has one, else its first and last day; one day alone by its date."""
    named = next((words for span, words in _names_beside(today, language) if span == (first, last)), None)
    if named is not None:
        return named
    if (first.year, first.day, last) == (today.year, 1, month_end(first)):
        return Html(f"{first.month}月" if language == "zh" else MONTHS_EN[first.month - 1])
    if (name := calendar_name(first, last, language)) is not None:
        return Html(name)
    if first == last:
        return Html(short_day(first, today, language))
    return FROM_TO(language, first=short_day(first, today, language), last=short_day(last, today, language))


def period_text(span: calendar.Span | None, today: date, language: Language) -> Html:
    """A period of a statistics return by its name; that of None is asked for once."""
    return span_text(span.first, span.last, today, language) if span else labels.ONCE(language)


def _names_beside(today: date, language: Language) -> Iterator[tuple[Span, Html]]:
    """Yield the spans that are named by how they lie to today, and their names."""
    yield (today, today), TODAY(language)
    yield (today + timedelta(days=1),) * 2, TOMORROW(language)
    monday = today - timedelta(days=today.weekday())
    for offset, words in WEEKS.items():
        start = monday + timedelta(weeks=offset)
        yield (start, start + timedelta(days=6)), words(language)
