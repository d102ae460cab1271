"""Read the day that a user writes when asked for one."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from data.errors.deadlines import DayTooFar, DayUnclear, NoSuchDay
from data.patterns import Pattern
from data.plan.deadlines import DeadlineKind, read_deadline
from data.understanding.entities.days import Days, find_days
from data.understanding.entities.days.after_feasts import time_after_a_feast
from data.understanding.entities.days.moments import day_in_no_calendar, whole_moment
from data.understanding.more_time import later_by_a_span, longer_by
from data.understanding.normalise.sentence import normalise
from data.understanding.polarity import clauses

_MOST_YEARS = 10
_YEAR = Pattern(r"(?:^|[^\d])(\d{4,6})(?:年|[-/.]\d)")
_CHANGED = ("改成", "改为")
_NOT = ("不", "别", "not ")


def read_day(text: str, today: date, example: date | None = None, later: bool = False) -> date:
    """Return the one day that `text` names: of a span its last, and with `later` only a day after `today` if possible.

    If it names several, the day to which something is moved or the only one not refused (3月25,不给4月10号) is meant.
    Raises NoSuchDay, DayTooFar, and DayUnclear with `example` if no single day remains.
    """
    heard = normalise(text).lower()
    check_days(heard, today, example)
    found = _with_day_after_a_feast(heard, find_days(heard, today, later=later), today)
    if later:  # 这两周都在迎检 mentions the present, not the day asked for
        found = [each for each in found if each.last > today] or found
        found = [each for each in found if each.first > today or each.until] or found
    days = {each.last for each in found}
    moved = {each.last for each in found if heard[each.start] in "到至" or heard[: each.start].endswith(_CHANGED)}
    begins = [start for start, _ in clauses(heard)]
    meant = {each.last for each in found if not _is_refused(each, heard, begins)}
    for only in (days, moved, meant):
        if len(only) == 1:
            return only.pop()
    if not days and (alone := whole_moment(heard)) and alone.loose and "." in heard:  # 12.20 is a day, 2-7 is not
        return alone.span(today, past=False).last
    deadline = read_deadline(heard, today)
    if days or deadline.kind is not DeadlineKind.DATE or deadline.due is None:
        raise DayUnclear(example or today)
    return deadline.due


def day_asked_for(text: str, due: date, today: date, example: date | None = None) -> date:
    """Return the new due day that `text` asks for: a day, or `due` moved by a length of time such as 一个月.

    Raises NoSuchDay, DayTooFar, and DayUnclear with `example` if it names neither.
    """
    longer = longer_by(text, due) or later_by_a_span(text, due)
    return longer if longer is not None else read_day(text, today, example, later=True)


def check_days(text: str, today: date, example: date | None) -> None:
    """Raise NoSuchDay, with an `example` of a day, if a text has a date that is in no calendar (13月40日).

    Raises DayTooFar if it has a year so far ahead that it cannot be meant (9999年).
    """
    if (no_day := day_in_no_calendar(text.lower(), today)) is not None:
        raise NoSuchDay(example or today, no_day)
    last = date(today.year + _MOST_YEARS, 12, 31)
    if any(int(each[1]) > last.year for each in _YEAR.finditer(text)):
        raise DayTooFar(last)


def _with_day_after_a_feast(heard: str, found: Sequence[Days], today: date) -> Sequence[Days]:
    """Return the days found, with the first working day after a feast in place of what was read of its name."""
    after = time_after_a_feast(heard, today)
    if after is None:
        return found
    others = [each for each in found if each.end <= after.start or after.end <= each.start]
    return [*others, Days(after.start, after.end, after.day, after.day)] if after.day else others


def _is_refused(days: Days, heard: str, begins: Sequence[int]) -> bool:
    """Return whether the clause that names the day begins with a negation, as in 不给4月10号; `begins` is where clauses
    begin."""
    clause = begins[bisect_right(begins, days.start) - 1]
    return heard[clause : days.start].lstrip().startswith(_NOT)
