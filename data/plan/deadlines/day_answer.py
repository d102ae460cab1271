"""A day that somebody is asked for, as they write it."""

from datetime import date

from data.errors.deadlines import DayUnclear
from data.plan.deadlines import Kind, read_deadline
from data.understanding.entities.days.finding import Days, find_days
from data.understanding.entities.days.moments import whole
from data.understanding.more_time import later_by_a_span, longer_by
from data.understanding.normalise.sentence import normalise
from data.understanding.polarity import clauses

_CHANGED = ("改成", "改为")
_NOT = ("不", "别", "not ")


def read_day(text: str, today: date, example: date | None = None, later: bool = False) -> date:
    """The one day that a text names, with `later` one after today, if any is; of a span, its last; of several, that to
    which it is put off, or which is not refused (3月25,不给4月10号). Raises DayUnclear with the `example`."""
    heard = normalise(text).lower()
    found = find_days(heard, today, later=later)
    if later:  # 这两周都在迎检 tells of the time that runs
        found = [each for each in found if each.last > today] or found
        found = [each for each in found if each.first > today or each.until] or found
    days = {each.last for each in found}
    moved = {each.last for each in found if heard[each.start] in "到至" or heard[: each.start].endswith(_CHANGED)}
    meant = {each.last for each in found if not _is_refused(each, heard)}
    for only in (days, moved, meant):
        if len(only) == 1:
            return only.pop()
    if not days and (alone := whole(heard)) and alone.loose and "." in heard:  # 12.20, though not 2-7
        return alone.span(today, past=False).last
    deadline = read_deadline(heard, today)
    if days or deadline.kind is not Kind.DATE or deadline.due is None:
        raise DayUnclear(example or today)
    return deadline.due


def day_asked_for(text: str, due: date, today: date, example: date | None = None) -> date:
    """The new due day that a text asks for: a day, or so much later than `due` as it says, be it only 一个月. Raises
    DayUnclear with the `example`."""
    longer = longer_by(text, due) or later_by_a_span(text, due)
    return longer if longer is not None else read_day(text, today, example, later=True)


def _is_refused(days: Days, heard: str) -> bool:
    """Whether the clause of a day begins with a word that denies it: 不给4月10号."""
    clause = next(start for start, end in clauses(heard) if start <= days.start < end)
    return heard[clause : days.start].lstrip().startswith(_NOT)
