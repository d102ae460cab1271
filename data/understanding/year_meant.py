"""Of which year the days are that a sentence names without one: of days gone by or to come."""

from dataclasses import replace
from datetime import date

from data.calendar import add_months, month_end
from data.understanding.meaning import Kind, Reading
from data.understanding.named import Named, find_day_readings
from data.understanding.normalise.sentence import blank

_FOUND_BEHIND_DAYS = (Kind.TIME, Kind.STATUS, Kind.SECTION, Kind.TASK)
"""What is looked for where the days are put out already, and so may reach over them."""


def looking_back(named: Named, today: date) -> Named:
    """Return the same with its days read as days gone by, where a year is not said."""
    taken = [reading for reading in named.readings if reading.kind not in _FOUND_BEHIND_DAYS]
    days = find_day_readings(blank(named.heard.lower(), taken), today, past=True)
    others = (reading for reading in named.readings if reading.kind is not Kind.TIME)
    return replace(named, readings=(*others, *days))


def nearest(named: Named, today: date) -> Named:
    """Return the same with its days of the year in which they are nearest to today, where a year is not said: what has
    happened is told of before or after."""
    back = looking_back(named, today)
    pairs = zip(named.of(Kind.TIME), back.of(Kind.TIME), strict=False)
    ahead = any(_last(ahead) - today < today - _last(before) for ahead, before in pairs)
    return named if ahead else back


def _last(day: Reading) -> date:
    return date.fromisoformat(day.values[1])


def with_months_gone_by(named: Named, today: date) -> Named:
    """Return the same with its months, quarters and days of the nearer year, where a year is not said: in November,
    October is gone by and March to come. What is overdue fell due in months gone by."""
    back = looking_back(named, today)
    pairs = list(zip(named.of(Kind.TIME), back.of(Kind.TIME), strict=False))
    gone_by = pairs and all(_is_gone_by(before, ahead, today, named.overdue) for ahead, before in pairs)
    return back if gone_by else named


def _is_gone_by(back: Reading, ahead: Reading, today: date, overdue: bool) -> bool:
    first, last = map(date.fromisoformat, back.values)
    next_first = date.fromisoformat(ahead.values[0])
    months = first.day == next_first.day == 1 and first < last == month_end(last)
    in_a_year = months or next_first == add_months(first, 12)
    return in_a_year and last < today < next_first and (overdue or today - last < next_first - today)
