"""Days, deadlines and spans of days as text; spans by their everyday names if they have one (本周, next month,
12月)."""

from collections.abc import Iterator
from datetime import date, timedelta

from data import calendar
from data.calendar import month_end
from data.exports.texts import FROM_TO_IN_FILES, MONTHS_EN, calendar_name, day_words
from data.plan.deadlines import Deadline, DeadlineKind, Period
from handlers.wording import labels
from handlers.wording.wordings import Html, Language, Wording, html, in_chat

DAYS_OVERDUE = Wording("逾期{days}天", "{days} d overdue")
DAYS_TODAY = Wording("今天到期", "due today")
DAYS_LEFT_SHORT = Wording("还有{days}天", "{days} d left")
DEADLINE_READ = Wording("{text}（{reading}）", "{text} ({reading})")
FROM_ON = Wording("{first}起", "from {first} on")
READING = {
    DeadlineKind.DATE: Wording("{day}", "{day}"),
    DeadlineKind.ONGOING: Wording("每{check_in}问一次进展", "asked about every {check_in}"),
    DeadlineKind.MILESTONE_THEN_ONGOING: Wording("{day}，之后持续开展", "{day}, then ongoing"),
    DeadlineKind.RECURRING: Wording("每{every}一次，最近 {day}", "every {every}, next {day}"),
    DeadlineKind.CONDITIONAL: Wording("待“{event}”后确定", "counted from “{event}”"),
    DeadlineKind.ARRANGED: Wording("待上级安排", "as arranged from above"),
    DeadlineKind.DONE: Wording("已完成", "done"),
    DeadlineKind.MISSING: labels.NOT_STATED,
    DeadlineKind.UNCLEAR: Wording("待办公室确认", "to be confirmed by the office"),
}
AWAITED = (DeadlineKind.CONDITIONAL, DeadlineKind.ARRANGED)
"""The kinds of deadlines that get a day later."""
PERIOD = {
    Period.DAY: Wording("天", "day"),
    Period.WEEK: Wording("周", "week"),
    Period.MONTH: Wording("月", "month"),
    Period.QUARTER: Wording("季度", "quarter"),
    Period.HALF_YEAR: Wording("半年", "half-year"),
    Period.YEAR: Wording("年", "year"),
}
WEEKDAYS_ZH = "一二三四五六日"
WEEKDAYS_EN = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def weekday_text(number: int, language: Language) -> str:
    """Return the name of a weekday, from 1 (Monday) to 7."""
    return f"周{WEEKDAYS_ZH[number - 1]}" if language == "zh" else WEEKDAYS_EN[number - 1]


def day_text(day: date, language: Language, today: date | None = None) -> str:
    """Return a day; if `today` is of the same year, without the year and with the weekday."""
    if today is None or day.year != today.year:
        return day_words(day, language)
    said, weekday = month_day(day, language), weekday_text(day.isoweekday(), language)
    return f"{said}（{weekday}）" if language == "zh" else f"{weekday} {said}"


def month_day(day: date, language: Language) -> str:
    """Return a day without its year."""
    return f"{day.month}月{day.day}日" if language == "zh" else f"{day.day} {MONTHS_EN[day.month - 1]}"


def short_day(day: date, today: date, language: Language) -> str:
    """Return a day, without the year if it is the present one."""
    return month_day(day, language) if day.year == today.year else day_text(day, language)


def days_left_text(days: int, language: Language) -> Html:
    """Return how many days are left until a due day, or by how many it is overdue."""
    if days < 0:
        return DAYS_OVERDUE(language, days=-days)
    return DAYS_LEFT_SHORT(language, days=days) if days else DAYS_TODAY(language)


def reading_text(deadline: Deadline, due: date | None, language: Language) -> Html:
    """Return how the text of a deadline was read."""
    day = due or deadline.due
    kind = DeadlineKind.DATE if day and deadline.kind in AWAITED else deadline.kind
    return READING[kind](
        language,
        day=day or "",
        check_in=PERIOD[deadline.check_in or Period.QUARTER],
        every=PERIOD[deadline.every or Period.YEAR],
        event=deadline.event or "",
    )


def deadline_text(written: str, deadline: Deadline, due: date | None, language: Language) -> Html:
    """Return a deadline as written, followed by its reading if that adds something."""
    if deadline.kind in (DeadlineKind.MISSING, DeadlineKind.DONE):
        return html(written) if written.strip("-/ \n") not in ("", "无") else labels.NOT_STATED(language)
    reading = reading_text(deadline, due, language)
    return reading if reading == html(written) else DEADLINE_READ(language, text=written, reading=reading)


Span = tuple[date, date]

TODAY = Wording("今天", "today")
YESTERDAY = Wording("昨天", "yesterday")
TOMORROW = Wording("明天", "tomorrow")
WEEKS = {-1: Wording("上周", "last week"), 0: Wording("本周", "this week"), 1: Wording("下周", "next week")}
FROM_TO = in_chat(FROM_TO_IN_FILES)


def span_text(first: date, last: date, today: date, language: Language) -> Html:
    """Return a span by its everyday name if it has one, else its first and last day, if it has an end."""
    if last == calendar.LATEST:
        return FROM_ON(language, first=short_day(first, today, language))
    named = next((words for span, words in _relative_names(today, language) if span == (first, last)), None)
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
    """Return the name of a statistics return's period; None stands for a return asked for once."""
    return span_text(span.first, span.last, today, language) if span else labels.ONCE(language)


def _relative_names(today: date, language: Language) -> Iterator[tuple[Span, Html]]:
    """Yield the spans that are named relative to today, with their names."""
    yield (today, today), TODAY(language)
    yield (today + timedelta(days=1),) * 2, TOMORROW(language)
    monday = today - timedelta(days=today.weekday())
    for offset, words in WEEKS.items():
        start = monday + timedelta(weeks=offset)
        yield (start, start + timedelta(days=6)), words(language)
