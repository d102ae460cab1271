"""The spans that can be pressed, and the one that an export is of where none is named."""

from datetime import date, timedelta

from data.calendar import Period, add_months, span_around
from handlers.exports.texts import menu as texts
from handlers.telegram import Wording

FIRST_WEEK = 7
"""Until this day of a month the month before is rather meant."""
NEW_WEEK = 2
"""Before this weekday, Wednesday, the week before is rather meant."""
Days = tuple[date, date]


def spans(today: date, issued: date) -> list[list[tuple[Wording, Days]]]:
    """The spans in rows, each with its name."""
    week, month = span_around(today, Period.WEEK), span_around(today, Period.MONTH)
    a_week = timedelta(days=7)
    return [
        [
            (texts.THIS_WEEK, (week.first, week.last)),
            (texts.LAST_WEEK, (week.first - a_week, week.last - a_week)),
            (texts.THIS_MONTH, (month.first, month.last)),
            (texts.LAST_MONTH, _month_before(today)),
        ],
        [
            (texts.THIS_QUARTER, _around(today, Period.QUARTER)),
            (texts.LAST_QUARTER, _around(add_months(today, -3), Period.QUARTER)),
            (texts.THIS_YEAR, _around(today, Period.YEAR)),
            (texts.SINCE_ISSUED, (min(issued, today), today)),
        ],
    ]


def usual_span(today: date) -> Days:
    """This month; in its first week the month before."""
    return _month_before(today) if today.day <= FIRST_WEEK else _around(today, Period.MONTH)


def usual_week(today: date) -> Days:
    """This week; at its beginning the week before."""
    week = span_around(today, Period.WEEK)
    back = timedelta(days=7 if today.weekday() < NEW_WEEK else 0)
    return week.first - back, week.last - back


def _month_before(today: date) -> Days:
    return _around(add_months(today, -1), Period.MONTH)


def _around(day: date, period: Period) -> Days:
    span = span_around(day, period)
    return span.first, span.last
