"""The time at which the office wants a notice sent: 明早9点发给公安局：…, 周五下午群发给大家：…"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import partial
from operator import itemgetter

from data.understanding.clock_times import PART_OF_DAY, clock_times
from data.understanding.entities.days.moments import only_moment
from data.understanding.lexicon.patterns import patterns
from data.understanding.meaning import Kind, Reading, Understanding, of_kind
from data.understanding.normalise.sentence import Sentence, Span, blank_spans, normalise, spans
from data.understanding.orders import says

_RULES = patterns("recipients")
_BESIDE, _A_PERIOD = _RULES["beside_a_time"], _RULES["a_period"]


@dataclass(frozen=True, slots=True)
class SendingTime:
    """The day and the time of day for sending, each None if left open."""

    day: date | None
    at: time | None


def sending_time(meaning: Understanding, names: Iterable[tuple[int, int]] = ()) -> SendingTime | None:
    """Return when something is to be sent, or None unless a sentence says only that and who is to be told."""
    text = meaning.text
    days, times = list(of_kind(meaning, Kind.TIME)), list(clock_times(text))
    places = [*names, *spans(days), *spans(times)]
    if not days and not times and PART_OF_DAY.search(text) is None:
        return None
    if not only_says_to_tell(text, places):
        return None
    day = _only_day(text, days)
    return SendingTime(day, None if days and day is None else times[0].at if len(times) == 1 else None)


def only_says_to_tell(text: str, places: Iterable[tuple[int, int]]) -> bool:
    """Return whether a text, apart from what is at `places`, only says that somebody is to be told."""
    return _BESIDE.fullmatch(PART_OF_DAY.sub(" ", blank_spans(text, places, " "))) is not None


def other_moment(meaning: Understanding, before: datetime) -> datetime:
    """Return the moment to which a sentence moves what would be sent at `before`.

    The last day and the last time that it names count; what it does not name stays. A weekday alone is of the week of
    `before`, unless that is over.
    """
    days = [_in_the_week_of(before.date(), meaning, each) for each in of_kind(meaning, Kind.TIME)]
    times = [each.at for each in clock_times(meaning.text)]
    return datetime.combine(days[-1] if days else before.date(), times[-1] if times else before.time(), before.tzinfo)


def _in_the_week_of(before: date, meaning: Understanding, named: Reading) -> date:
    """Return the day that is named; for a weekday without a week, the one in the week of `before` if it is later."""
    day, words = named.days[1], meaning.text[named.start : named.end].lower()
    if not says(words[slice(*(only_moment(words) or (0, len(words))))], "settings.only_a_weekday"):
        return day
    weeks = (before - day + timedelta(days=day.weekday() - before.weekday())) // timedelta(weeks=1)
    return day + max(weeks, 0) * timedelta(weeks=1)


def with_time_put_right(said: Understanding, written: Understanding) -> str:
    """Return the words of a notice with the day or the time of day that a sentence gives (会议时间改成两点半, 不对，是
    周四, 3点改成5点, 周四吧) in place of the only one in them; empty if it does not give just that (周四下午), or they
    do not have just one."""
    new, named = normalise(said.text), _times_beside(said, written)
    words = written.text if isinstance(written.text, Sentence) else normalise(written.text)
    if not says(said, "broadcasts.time_settled", "broadcasts.time_put_right", "broadcasts.time_corrected"):
        return ""
    beside = blank_spans(new, times_named(said), " ")
    if not named or PART_OF_DAY.search(beside) or not all(len(given) == len(present) == 1 for given, present in named):
        return ""
    text = words.written
    for (given,), (present,) in sorted(named, key=itemgetter(1), reverse=True):
        time = new.quote(*given)
        start, end = words.spans[present[0]][0], words.spans[present[1] - 1][1]
        text = text[: start + _kept_before(text[start:end], time)] + time + text[end:]
    return text


def may_mean_several(said: Understanding, written: Understanding) -> bool:
    """Return whether a sentence may mean several days or times of day in the words of a notice."""
    present = [times for _, times in _times_beside(said, written)]
    return all(present) and any(len(each) > 1 for each in present)


def names_time_of(said: Understanding, written: Understanding, sent_at: datetime | None) -> bool:
    """Return whether a sentence names a day or a time of day that the words of a notice have (3点改成5点), other than
    that at which it goes out."""
    own = {sent_at.date().isoformat(), sent_at.time()} if sent_at else set[str | time]()
    return not _moments(said).isdisjoint(_moments(written) - own)


def _moments(heard: Understanding) -> set[str | time]:
    return {*(each.values[1] for each in of_kind(heard, Kind.TIME)), *(each.at for each in clock_times(heard.text))}


def times_named(heard: Understanding) -> list[Span]:
    """Return the places of the days and the times of day that a sentence names."""
    return [*spans(of_kind(heard, Kind.TIME)), *spans(clock_times(heard.text))]


def _times_beside(said: Understanding, written: Understanding) -> list[tuple[list[Span], list[Span]]]:
    """Return the days and the times of day that a sentence gives, each with those in the words of a notice, without
    what it does not give; of days in them only that which it names as well (20号改成25号), if it names one, or
    else not the months and the like of which they tell (11月的总结周四前交)."""
    days, is_period = [*of_kind(written, Kind.TIME)], {*map(partial(_is_period, said), of_kind(said, Kind.TIME))}
    same = [each for each in days if each.values[1] in _moments(said)]
    alike = [each for each in days if _is_period(written, each) in is_period]
    there = replace(written, readings=(*(same or alike or days),))
    beside = zip(_times(said, _moments(written)), _times(there, set()), strict=True)
    return [each for each in beside if each[0]]


def _is_period(heard: Understanding, day: Reading) -> bool:
    return _A_PERIOD.search(heard.text[day.start : day.end]) is not None


def _times(heard: Understanding, there: set[str | time]) -> tuple[list[Span], list[Span]]:
    """Return the places of the days that a sentence names, without words around them (到周四, 周五前), and of its times
    of day; only of those that are not `there` already if it names others (28号改成27号). Of several days only that of
    the one time of day counts (周四下午3点开会，周二前报名)."""
    text, named, said = heard.text, list(of_kind(heard, Kind.TIME)), list(clock_times(heard.text))
    other = [each for each in said if each.at not in there]
    times = spans((other or said[-1:]) if there else said)
    anew = [each for each in named if each.values[1] not in there] or named
    bare = ((start, only_moment(text[start:end].lower()) or (0, end - start)) for start, end in spans(anew))
    days = [(start + first, start + last) for start, (first, last) in bare]
    of_it = [day for day in days for start, _ in times if not text[day[1] : start].strip(" 的") and day[1] <= start]
    return of_it if len(times) == 1 and of_it else days, times


def _kept_before(before: str, time: str) -> int:
    """Return the length of the month before a day that is only given by its number (12月20日 and 25号), or of the part
    of the day with which a time begins (下午三点) if another is of the same part."""
    if time[-1:] in ("号", "日") and time[:-1].isnumeric():
        return before.find("月") + 1
    part = PART_OF_DAY.match(before)
    together = [each.at for each in clock_times(before[: part.end()] + time)] if part else []
    same = not PART_OF_DAY.match(time) and together == [each.at for each in clock_times(time)]
    return part.end() if part and same else 0


def _only_day(text: str, days: Sequence[Reading]) -> date | None:
    """Return the only day that is named, or the last day of a span such as 到后天, or None."""
    if len(days) != 1:
        return None
    first, last = days[0].days
    return last if first == last or text[days[0].start] in "到至" else None
