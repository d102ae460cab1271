"""The year of days that a sentence names without one: past, or to come."""

from dataclasses import replace
from datetime import date

from data.calendar import add_months, month_end
from data.understanding.meaning import Aim, Kind, Mood, Reading
from data.understanding.named import Named, find_day_readings
from data.understanding.normalise.sentence import blank
from data.understanding.orders import says
from data.understanding.polarity import moods
from data.understanding.possible_aims import LISTS

OF_THE_PAST = frozenset({Aim.HISTORY, Aim.SUMMARY, Aim.FIGURES, Aim.EXPORT, Aim.UNREPORTED})
_OF_THE_NEARER_YEAR = frozenset({*LISTS, Aim.RETURNS, Aim.REVIEW, Aim.INFO, Aim.UNKNOWN})
_FOUND_BEHIND_DAYS = (Kind.TIME, Kind.STATUS, Kind.SECTION, Kind.TASK)
"""Kinds that are read only after days are blanked out, and so may extend over them."""
_BEFORE, _RECENT = ("前", "之前", "以前"), ("近", "最近")
_A_YEAR = 12


def in_the_year_meant(aim: Aim, named: Named, today: date) -> Named:
    """Return `named` with its days in the year that is meant, if none is said.

    For what has happened, and what was not reported before a day, that is the nearest such day. In lists, a month, a
    quarter or a day is of the nearer year: in November, October is past and March is to come. Recent days (最近三天)
    are past if nothing is said to fall due.
    """
    heard, times = named.heard, named.of(Kind.TIME)
    before = [each for each in times if is_before(heard, each)]
    if aim in OF_THE_PAST and not (aim is Aim.UNREPORTED and before):
        by_then = any(says(heard[each.start :], "asked.by_then") for each in before)
        return named if by_then else _looking_back(named, today)
    has_happened = aim is Aim.PLAN and says(heard, "asked.has_happened")
    if aim is Aim.UNREPORTED or has_happened or (aim is not Aim.SNOOZE and says(heard, "asked.who_did")):
        back = _looking_back(named, today)
        pairs = zip(times, back.of(Kind.TIME), strict=False)
        return named if any(_last(ahead) - today < today - _last(gone) for ahead, gone in pairs) else back
    if aim in _OF_THE_NEARER_YEAR and Mood.INTENDS not in moods(heard.lower()):
        back = _looking_back(named, today)
        pairs = zip(times, back.of(Kind.TIME), strict=False)
        recent = all(heard.startswith(_RECENT, each.start) for each in times) and not says(heard, "asked.falls_due")
        gone_by = recent or all(_is_gone_by(*pair, today, named.overdue) for pair in pairs)
        return back if times and gone_by else named
    return named


def is_before(heard: str, time: Reading) -> bool:
    """Return whether the time before a day is meant: 11月底之前没报的."""
    return heard[: time.end].endswith(_BEFORE) or heard.startswith(_BEFORE, time.end)


def _looking_back(named: Named, today: date) -> Named:
    taken = [reading for reading in named.readings if reading.kind not in _FOUND_BEHIND_DAYS]
    found = find_day_readings(blank(named.heard.lower(), taken), today, past=True)
    ahead = named.of(Kind.TIME)
    days = [day for day in found if any(day.start < each.end and each.start < day.end for each in ahead)]
    others = (reading for reading in named.readings if reading.kind is not Kind.TIME)
    return replace(named, readings=(*others, *days))


def _last(day: Reading) -> date:
    return date.fromisoformat(day.values[1])


def _is_gone_by(ahead: Reading, back: Reading, today: date, overdue: bool) -> bool:
    """Return whether a month, quarter or day is the past one: the nearer one, or one since which things are overdue."""
    first, last = map(date.fromisoformat, back.values)
    next_first = date.fromisoformat(ahead.values[0])
    months = first.day == next_first.day == 1 and first < last == month_end(last)
    in_a_year = months or next_first == add_months(first, _A_YEAR)
    return in_a_year and last < today < next_first and (overdue or today - last < next_first - today)
