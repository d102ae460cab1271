"""Days and deadlines in words."""

from datetime import date

from data.deadlines import Deadline, Kind, Period
from handlers.texts import messages as m
from handlers.texts.wording import Html, Language, html

WEEKDAYS_ZH = "一二三四五六日"
MONTHS_EN = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAYS_EN = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def day_text(day: date, language: Language, today: date | None = None) -> str:
    """A day; with `today` of the same year the year is left out and the weekday is given."""
    if today is None or day.year != today.year:
        if language == "zh":
            return f"{day.year}年{day.month}月{day.day}日"
        return f"{day.day} {MONTHS_EN[day.month - 1]} {day.year}"
    if language == "zh":
        return f"{day.month}月{day.day}日（周{WEEKDAYS_ZH[day.weekday()]}）"
    return f"{WEEKDAYS_EN[day.weekday()]} {day.day} {MONTHS_EN[day.month - 1]}"


def month_day(day: date, language: Language) -> str:
    """A day of the present year, in short."""
    return f"{day.month}月{day.day}日" if language == "zh" else f"{day.day} {MONTHS_EN[day.month - 1]}"


def days_left_text(days: int, language: Language) -> Html:
    """How far away a due day is, in a few words."""
    if days < 0:
        return m.DAYS_OVERDUE(language, days=-days)
    return m.DAYS_LEFT_SHORT(language, days=days) if days else m.DAYS_TODAY(language)


def reading_text(deadline: Deadline, due: date | None, language: Language) -> Html:
    """How a deadline text has been read."""
    day = due or deadline.due
    return m.READING[deadline.kind](
        language,
        day=day_text(day, language) if day else "",
        check_in=m.PERIOD[deadline.check_in or Period.QUARTER](language),
        every=m.PERIOD[deadline.every or Period.YEAR](language),
        event=deadline.event or "",
    )


def deadline_text(written: str, deadline: Deadline, due: date | None, language: Language) -> Html:
    """A deadline as it is written and, where that says more, as it is read."""
    if deadline.kind is Kind.MISSING:
        return m.NOT_STATED(language)
    if deadline.kind is Kind.DONE:
        return html(written)
    return m.DEADLINE_READ(language, text=written, reading=reading_text(deadline, due, language))
