"""The days of leave that a text names."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from data.calendar import Period, span_around
from data.errors.deadlines import DayTooEarly, DayUnclear
from data.understanding import says
from data.understanding.entities.days import Days, find_days
from data.understanding.entities.days.lengths import length_in_days
from data.understanding.entities.days.moments import names_only_weekdays, with_spans_joined
from data.understanding.normalise.sentence import blank

UP_TO = "到至"
_REST_OF_WEEK = timedelta(days=6)


def days_away(text: str, today: date, begins: date | None = None, lasts: int | None = None) -> tuple[date, date]:
    """Return the first and last day of leave named in a text (12月2日到6日).

    A last day alone (延到15号) or a length counts from `begins`, the first day of the present leave, unless it is moved
    to a whole span (改到下周); a first day alone lasts `lasts` days, and bare weekdays (周一到周三) are of its week.
    The day of return (12月9号上班) is the one after the last. Raises DayUnclear, also for separate days (周一周五) and
    for later ones named first (下周休假 这周的我先报), and DayTooEarly if the days are over.
    """
    text = with_spans_joined(text)
    days, seen_from = _days_named(text, today, begins)
    length = length_in_days(blank(text.lower(), days))
    apart = any(_are_apart(*each) for each in pairwise(days))
    if apart or (not days and (begins is None or length is None)):
        raise DayUnclear(today)
    length = length or lasts
    first, last = (days[0].first, days[-1].last) if days else (begins or today, begins or today)
    shifts = bool(days) and days[0].until and says(text, "staffing.leave_shifted")
    whole = text[days[0].start : days[0].end].lower().lstrip(UP_TO).removeprefix("to ") if shifts else ""
    alone = find_days(whole, seen_from)
    if alone and alone[0].first < alone[0].last:
        first = alone[0].first
    elif begins is not None and days and days[0].until:
        first = begins
    elif length is not None and (first == last or days[0].since):
        last = first + timedelta(days=length - 1)
    if last < today:
        raise DayTooEarly(today)
    if last < first:
        raise DayUnclear(today)
    return max(first, today), last


def _are_apart(day: Days, following: Days) -> bool:
    """Return whether two days that are named side by side are no span (周一周五), as 明天后天 is."""
    beside = day.end == following.start and not following.until
    return beside and following.first - day.last != timedelta(days=1)


def _days_named(text: str, today: date, begins: date | None) -> tuple[list[Days], date]:
    """Return the days of leave as a text names them, and the day from which they are counted."""
    text, seen_from = text.lower(), today
    if begins is not None and begins > today and names_only_weekdays(text):
        seen_from = max(today, span_around(begins, Period.WEEK).first)
    named = find_days(text, seen_from)
    if (week := _week_around(text, named, today)) is not None:
        seen_from = week.first
        within = find_days(blank(text, [week]), seen_from)
        named = tuple(each._replace(last=week.last) if each.since else each for each in within)
    return _without_return(text, [each for each in named if not _is_month_around(each, named)], seen_from), seen_from


def is_day_of_return(text: str, day: Days) -> bool:
    """Return whether a text names a day as the one on which somebody is back: 下周一上班, back on Monday."""
    return says(text[day.end :], "staffing.back_behind") or says(text[: day.start], "staffing.back_before")


def _without_return(text: str, named: Sequence[Days], today: date) -> list[Days]:
    """Return the days of leave among those `named`: those before a day of return, which may give the last one."""
    days = [each for each in named if not is_day_of_return(text, each)]
    back = next((each for each in named if each not in days), None)
    if back is None or any(each.until or each.first < each.last for each in days):
        return days
    last = back.first - timedelta(days=1)
    return [*days, back._replace(first=min(today, last), last=last, until=True, since=False)]


def _week_around(text: str, named: Sequence[Days], today: date) -> Days | None:
    """Return the week to come within which a lower-cased text names days of the week (下周请假到周四), or None."""
    weeks = [each for each in named if today < each.first == span_around(each.last, Period.WEEK).first]
    week = next((each for each in weeks if each.last - each.first == _REST_OF_WEEK), None)
    within = week is not None and names_only_weekdays(blank(text, [week]))
    return week if within else None


def _is_month_around(days: Days, named: Sequence[Days]) -> bool:
    """Return whether `days` is a whole month that contains another span named (12月请假，15号到20号)."""
    within = [each for each in named if each != days and days.first <= each.first and each.last <= days.last]
    return bool(within) and days.first.day == (days.last + timedelta(days=1)).day == 1
