"""When the office wants a notice to go out: 明早9点发给公安局：…, 周五下午群发给大家：…"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from data.understanding.clock_times import PART_OF_DAY, clock_times
from data.understanding.lexicon.patterns import patterns
from data.understanding.meaning import Kind, Reading, Understanding, of_kind
from data.understanding.normalise.sentence import blank_spans

_BESIDE = patterns("recipients")["beside_a_time"]


@dataclass(frozen=True, slots=True)
class SendingTime:
    """The day and the time of day that words name; None where they leave it open."""

    day: date | None
    at: time | None


def sending_time(meaning: Understanding, names: Iterable[tuple[int, int]] = ()) -> SendingTime | None:
    """The time at which something is to go out, where words name one and besides it only whom to tell; else None."""
    text = meaning.text
    days, times = list(of_kind(meaning, Kind.TIME)), list(clock_times(text))
    places = [*names, *((each.start, each.end) for each in days), *((each.start, each.end) for each in times)]
    if not days and not times and PART_OF_DAY.search(text) is None:
        return None
    if not says_no_more(text, places):
        return None
    day = _only_day(text, days)
    return SendingTime(day, None if days and day is None else times[0].at if len(times) == 1 else None)


def says_no_more(text: str, places: Iterable[tuple[int, int]]) -> bool:
    """Whether a text says nothing besides what stands at some places but that, and whom, somebody is to tell."""
    return _BESIDE.fullmatch(PART_OF_DAY.sub(" ", blank_spans(text, places, " "))) is not None


def other_moment(meaning: Understanding, before: datetime) -> datetime:
    """The moment to which a sentence moves what would go out at another: the day and the time that it names last; what
    it does not name stays as it is."""
    named = [date.fromisoformat(each.values[1]) for each in of_kind(meaning, Kind.TIME)]
    others = [each for each in named if each != before.date()]
    times = [each.at for each in clock_times(meaning.text)]
    day = others[-1] if others else before.date()
    return datetime.combine(day, times[-1] if times else before.time(), before.tzinfo)


def _only_day(text: str, days: Sequence[Reading]) -> date | None:
    """The one day that is named; of 到后天 the last."""
    if len(days) != 1:
        return None
    first, last = days[0].values
    return date.fromisoformat(last) if first == last or text[days[0].start] in "到至" else None
