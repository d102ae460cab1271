"""Days, weeks, months and longer, as the first and the last day of each."""

from calendar import monthrange
from datetime import date, timedelta

Period = tuple[date, date]


def day(when: date, offset: int = 0) -> Period:
    """Return one day."""
    return (when + timedelta(days=offset),) * 2


def week(today: date, offset: int = 0) -> Period:
    """Return the week of today, Monday to Sunday, or one some weeks away."""
    monday = today + timedelta(days=7 * offset - today.weekday())
    return monday, monday + timedelta(days=6)


def weekday(today: date, offset: int, number: int) -> Period:
    """Return a day (0 is Monday) of the week some weeks away."""
    return day(week(today, offset)[0], number)


def months(year: int, first: int, count: int = 1) -> Period:
    """Return some months on end; `first` may lie outside 1 to 12 and then counts into other years."""
    start = _first_of(year, first)
    return start, _first_of(year, first + count) - timedelta(days=1)


def quarter(year: int, number: int) -> Period:
    """Return a quarter of a year; the number may lie outside 1 to 4."""
    return months(year, 3 * number - 2, 3)


def year(number: int) -> Period:
    """Return a whole year."""
    return date(number, 1, 1), date(number, 12, 31)


def later(today: date, count: int, unit: str) -> date:
    """Return the day some days, weeks, months, quarters or years after today; the 31st becomes a month's last day."""
    if unit in ("day", "week"):
        return today + timedelta(days=count * (7 if unit == "week" else 1))
    first = _first_of(today.year, today.month + count * {"month": 1, "quarter": 3, "year": 12}[unit])
    return first.replace(day=min(today.day, monthrange(first.year, first.month)[1]))


def month_end(period: Period) -> Period:
    """Return the last day of a period."""
    return period[1], period[1]


def _first_of(number: int, month: int) -> date:
    return date(number + (month - 1) // 12, (month - 1) % 12 + 1, 1)
