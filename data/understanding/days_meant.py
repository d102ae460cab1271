"""The days that a sentence is about once its aim is known: the days asked about, or the new day for something."""

from datetime import date, timedelta

from data.calendar import LATEST
from data.patterns import Pattern
from data.understanding.meaning import Aim, Intent, Kind, Reading
from data.understanding.named import Named
from data.understanding.orders import says
from data.understanding.polarity import clauses
from data.understanding.year_meant import OF_THE_PAST, is_before

LISTED = frozenset({Aim.TASKS, Aim.DEADLINES})
OF_A_DAY = frozenset({Aim.EXTENSION, Aim.PLAN})
_FROM_IT_ON = ("以后", "往后", "起", "开始", "起始", "onwards", "onward", "or later")
_ON = Pattern(r"^ on\s*(?:$|[,.?!])")
"""Behind a day, but not in: due 5 December on food."""
_AFTER_IT = ("之后", "日后", "号后")
_AFTER = "后"
_FROM_BEFORE, _AFTER_BEFORE = ("from", "since", "starting", "beginning"), ("after", "later than")
_RANGE = ("到", "至", "-", "~", "～", " to ", "until", "till", "前", "before", "by ")
_FROM = ("自", "从", "from", "From")
_UNTIL = ("到", "至", "until", "till", " to", "to ")


def days_meant(aim: Aim, named: Named, today: date) -> tuple[date | None, date | None]:
    """Return the first and last day that a sentence asks about (LATEST: no end), None and a new day, or None twice."""
    times = named.of(Kind.TIME)
    if named.overdue:
        times = [time for time in times if named.heard[time.start] != "截"]
    if not times or aim.intent is Intent.REPORT or aim is Aim.TASK:
        return None, None
    spans = [(date.fromisoformat(time.values[0]), date.fromisoformat(time.values[1])) for time in times]
    if aim is Aim.SNOOZE:
        return next((span for span in reversed(spans) if span[1] > today), spans[0])
    until = [span for time, span in zip(times, spans, strict=True) if _is_until(named.heard, time)]
    if aim in OF_A_DAY:
        asked = [span for time, span in zip(times, spans, strict=True) if _asks_for_more_time(named.heard, time)]
        return None, (asked or until or spans)[-1][1]
    if aim is Aim.REVIEW and until[1:]:
        return None, until[-1][1]
    if aim is Aim.UNREPORTED and is_before(named.heard, times[0]):
        return None, spans[0][1]
    (start, end), from_then = spans[0], aim is Aim.DEPUTY or _from_then_on(named.heard, times[0])
    if from_then and until and until[-1][1] > start:
        return start, until[-1][1]
    if aim in LISTED and (begun := _open_start(named.heard, times[0], spans[0], today)) is not None:
        return begun, LATEST
    so_far = aim in OF_THE_PAST and start <= today < end and says(named.said, "asked.so_far")
    return start, today if so_far else end


def _open_start(heard: str, time: Reading, span: tuple[date, date], today: date) -> date | None:
    """Return the day from which on `time` means any day (12月5日以后, after 5 December), or None if it has an end.

    Tasks from last week are those of that week.
    """
    said, before = heard[time.start : time.end].lower().strip(), heard[: time.start].lower().rstrip()
    behind = heard[time.end :].lower()
    if any(each in said for each in _RANGE):
        return None
    is_date = "月" in said or "号" in said
    is_after = before.endswith(_AFTER_BEFORE) or (said.endswith(_AFTER_IT) and (is_date or "之" in said))
    is_after = is_after or (said.endswith(("日", "号")) and is_date and behind.startswith(_AFTER))
    if is_after or behind.startswith(_AFTER_IT):
        return span[1] + timedelta(days=1)
    is_from = span[1] >= today and (before.endswith(_FROM_BEFORE) or said.startswith(_FROM_BEFORE))
    is_on = said.endswith((*_FROM_IT_ON, " on")) or behind.startswith(_FROM_IT_ON) or _ON.search(behind)
    return span[0] if is_from or is_on else None


def _is_until(heard: str, time: Reading) -> bool:
    """Return whether `time` is a day that something lasts until: 延到三月底."""
    return heard[: time.start].rstrip().endswith(_UNTIL) or heard.startswith(_UNTIL, time.start)


def _asks_for_more_time(heard: str, time: Reading) -> bool:
    """Return whether the clause of `time` asks for more time until that day: 宽限到12月10日行吗，宣判排到9号."""
    clause = next((each for each in clauses(heard) if each[0] <= time.start < each[1]), (0, 0))
    return _is_until(heard, time) and says(heard[slice(*clause)], "asked.longer")


def _from_then_on(heard: str, time: Reading) -> bool:
    """Return whether `time` is a day on which something begins: 自明日起."""
    return heard[time.start : time.end].startswith(_FROM) or heard[: time.start].rstrip().endswith(_FROM)
