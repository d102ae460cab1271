"""Read the days of a leave from a text: 12月2日到6日, 延到15号, 明天开始."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from data.calendar import Period, span_around
from data.errors.deadlines import DayTooEarly, DayUnclear
from data.understanding import says
from data.understanding.entities.days import Days, find_days
from data.understanding.entities.days.lengths import length_in_days
from data.understanding.entities.days.moments import names_only_weekdays
from data.understanding.normalise.sentence import blank_spans

UP_TO = "到至"


def days_away(text: str, today: date, begins: date | None = None, lasts: int | None = None) -> tuple[date, date]:
    """Return the first and last day of leave named in a text (12月2日到6日).

    A last day alone (延到15号) or a length counts from `begins`, the first day of the present leave, unless it is moved
    to a whole span (改到下周); a first day alone lasts `lasts` days, and bare weekdays (周一到周三) are of its week.
    Raises DayUnclear, also for separate days (周一周五), and DayTooEarly if the days are over.
    """
    seen_from = today
    if begins is not None and begins > today and names_only_weekdays(text.lower()):
        seen_from = max(today, span_around(begins, Period.WEEK).first)
    named = find_days(text.lower(), seen_from)
    days = [each for each in named if not _is_month_around(each, named)]
    length = length_in_days(blank_spans(text.lower(), [(each.start, each.end) for each in days]))
    apart = any(day.end == following.start and not following.until for day, following in pairwise(days))
    if apart or (not days and (begins is None or length is None)):
        raise DayUnclear(today)
    length = length or lasts
    first, last = (days[0].first, days[-1].last) if days else (begins or today, begins or today)
    if begins is not None and days and days[0].until:
        named_alone = find_days(text[days[0].start : days[0].end].lower().lstrip(UP_TO), seen_from)
        shifts = says(text, "staffing.leave_shifted") and named_alone and named_alone[0].first < named_alone[0].last
        first = named_alone[0].first if shifts else begins
    elif length is not None and (first == last or days[0].since):
        last = first + timedelta(days=length - 1)
    if last < today or last < first:
        raise DayTooEarly(today)
    return max(first, today), last


def _is_month_around(days: Days, named: Sequence[Days]) -> bool:
    """Return whether `days` is a whole month that contains another span named (12月请假，15号到20号)."""
    within = [each for each in named if each != days and days.first <= each.first and each.last <= days.last]
    return bool(within) and days.first.day == (days.last + timedelta(days=1)).day == 1
