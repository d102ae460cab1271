"""Of which year the days are that a sentence names without one: of days gone by or to come."""

from dataclasses import replace
from datetime import date, timedelta

from data.patterns import Pattern
from data.understanding.meaning import Kind, Reading
from data.understanding.named import Named, find_day_readings
from data.understanding.normalise.sentence import blank

_ISSUED = "(?:公布|发布|印发|出台|颁布|施行|实施|生效|通过|出来)"
_HAPPENED = Pattern(
    rf"{_ISSUED}了|已经?{_ISSUED}|\b(?:was|were|been) (?:issued|published|enacted|promulgated|passed)\b"
    r"|\b(?:came|come) (?:into force|out)\b|\btook effect\b"
)


def has_happened(text: str) -> bool:
    """Return whether a lower-cased text says of an event that it is over: 条例11月22号公布了."""
    return _HAPPENED.search(text) is not None


def looking_back(named: Named, today: date) -> Named:
    """Return the same with its days read as days gone by, where a year is not said."""
    others = [reading for reading in named.readings if reading.kind is not Kind.TIME]
    days = find_day_readings(blank(named.heard.lower(), others), today, past=True)
    return replace(named, readings=(*others, *days))


def with_months_gone_by(named: Named, today: date) -> Named:
    """Return the same with its months and quarters of the nearer year, where a year is not said: in November, October
    is gone by and March to come. What is overdue fell due in months gone by."""
    back = looking_back(named, today)
    pairs = list(zip(named.of(Kind.TIME), back.of(Kind.TIME), strict=False))
    gone_by = pairs and all(_is_gone_by(before, ahead, today, named.overdue) for ahead, before in pairs)
    return back if gone_by else named


def _is_gone_by(back: Reading, ahead: Reading, today: date, overdue: bool) -> bool:
    first, last = map(date.fromisoformat, back.values)
    next_first = date.fromisoformat(ahead.values[0])
    months = first.day == next_first.day == 1 and first < last and (last + timedelta(days=1)).day == 1
    return months and last < today < next_first and (overdue or today - last < next_first - today)
