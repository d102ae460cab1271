"""Splitting a sentence into nudges with different times, as in 今天先催农业局，明天催海关."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import pairwise

from data.announcing.sending_moment import moment_to_send
from data.announcing.tasks_to_nudge import NAMING
from data.notices.plan_rules import SendingHours
from data.times import day_of
from data.understanding import Kind, Reading, Understanding, of_kind
from data.understanding.clock_times import ClockTime, clock_times
from data.understanding.normalise.sentence import CLAUSE, Span
from data.understanding.orders import kinds_said
from data.understanding.return_asked import ReturnWish
from data.understanding.sending_time import SendingTime, only_says_to_tell, sending_time

_OF_TASKS = ("的", "到期", "截止", "前", "之前", "以前", "内")
_BY = ("by", "before", "until", "till", "due", "from")
_AT_ONCE = SendingTime(None, None)


@dataclass(frozen=True, slots=True)
class NudgePart:
    """A part of a sentence that asks for a nudge, and when to send it (None: at once)."""

    text: str
    at: datetime | None


def parts_by_time(meaning: Understanding, now: datetime, hours: SendingHours) -> list[NudgePart]:
    """Return the parts of a sentence that have different sending times, in order.

    If there is only one time, or none, the whole sentence is one part. A day without a time means the hour of the
    reminders. Raises TimeGone.
    """
    found: list[NudgePart] = []
    for start, end in _parts(meaning.text):
        at = _moment(_time_of(meaning, start, end, hours), now, hours)
        text = meaning.text[start:end].strip(" ，,。；;、")
        if found and found[-1].at == at:
            found[-1] = NudgePart(f"{found[-1].text}，{text}", at)
        else:
            found.append(NudgePart(text, at))
    return found if len(found) > 1 else [NudgePart(meaning.text, each.at) for each in found]


def nudging_time_alone(meaning: Understanding, now: datetime, hours: SendingHours) -> datetime | None:
    """Return the sending time in words that say nothing else, such as 明天再催, or None. Raises TimeGone."""
    wanted = sending_time(meaning, _asks(meaning.text))
    if wanted is None:
        return None
    return parts_by_time(meaning, now, hours)[0].at if _asks(meaning.text) else _moment(wanted, now, hours)


def only_asks_to_nudge(meaning: Understanding) -> bool:
    """Return whether a sentence says only who is to be nudged, for what and when, as in 明天催海关1-7."""
    text = meaning.text
    named = [(each.start, each.end) for each in meaning.readings if each.kind in NAMING]
    days = [(each.start, each.end) for each in of_kind(meaning, Kind.TIME)]
    asks, times = _asks(text), [(each.start, each.end) for each in clock_times(text)]
    return bool(named and asks) and only_says_to_tell(text, [*named, *days, *asks, *times])


def _asks(text: str) -> list[Span]:
    """Return the spans of words that ask for a nudge."""
    return [(each.start, each.end) for each in kinds_said("returns.wishes", text) if each.kind == ReturnWish.NUDGE]


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the parts of a text; each clause that asks for a nudge begins a new one."""
    starts = [clause.start() for clause in CLAUSE.finditer(text) if _asks(clause[0])]
    yield from pairwise([0, *starts[1:], len(text)])


def _time_of(meaning: Understanding, start: int, end: int, hours: SendingHours) -> SendingTime:
    """Return the sending time of a part: the day and time before the word that asks, or in English at the end.

    Days after that word belong to what is asked for, as in 催海关明天交表. For a period, its first working day is used.
    """
    word = start + next((first for first, _ in _asks(meaning.text[start:end])), 0)
    days = [each for each in of_kind(meaning, Kind.TIME) if start <= each.start < word]
    days = [each for each in days if not meaning.text[each.end :].startswith(_OF_TASKS)]
    times = [each for each in clock_times(meaning.text) if start <= each.start < word]
    if not days and not times and meaning.text.isascii():
        days, times = _at_the_end(meaning, start, end)
    if not days and not times:
        return _AT_ONCE
    return SendingTime(_day(days[0], hours) if days else None, times[0].at if times else None)


def _day(named: Reading, hours: SendingHours) -> date:
    first, last = (date.fromisoformat(each) for each in named.values[:2])
    return first if first == last or hours.workdays.has(first) else hours.workdays.after(first)


def _at_the_end(meaning: Understanding, start: int, end: int) -> tuple[list[Reading], list[ClockTime]]:
    """Return the day and time at the end of an English part, such as "tomorrow at 9", but not "by tomorrow"."""
    text = meaning.text
    times = [each for each in clock_times(text[start:end]) if not text[start + each.end : end].strip(" .!")]
    last = start + times[0].start if times else end
    days = [
        each
        for each in of_kind(meaning, Kind.TIME)
        if start <= each.start and each.end <= last and not text[each.end : last].strip(" .!")
    ]
    first = min([each.start for each in days] or [last])
    return ([], []) if text[start:first].split()[-1:] and text[start:first].split()[-1] in _BY else (days, times)


def _moment(wanted: SendingTime, now: datetime, hours: SendingHours) -> datetime | None:
    """Return the moment to send at, or None for at once."""
    today = day_of(now, hours.zone)
    if wanted.at is None and (wanted.day is None or wanted.day <= today):
        return None
    usual = time(hours.rules.sending_hour)
    return moment_to_send(SendingTime(wanted.day, wanted.at or usual), now, hours.zone)
