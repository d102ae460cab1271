"""Nudges in words: when they are to be sent, by when their tasks are due, and what is to be said with them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from data.understanding.announcing.addressees import all_to_them, asks_anything_of_them
from data.understanding.announcing.sending_time import only_says_to_tell, times_named
from data.understanding.clock_times import PART_OF_DAY, ClockTime, clock_times
from data.understanding.entities.days.moments import only_moment
from data.understanding.fillers import without_courtesies
from data.understanding.lexicon.patterns import patterns
from data.understanding.meaning import Kind, Reading, Understanding, of_kind
from data.understanding.normalise.sentence import Span, blank_spans, is_hanzi, is_within, spans
from data.understanding.orders import kinds_said, quoted, says
from data.understanding.polarity import clauses, urges, urging_told
from data.understanding.returns.return_asked import ReturnWish

_NAMING = (Kind.UNIT, Kind.CODE, Kind.TASK, Kind.SECTION)
_MARKS = "，,：:；;"
_SET_APART = " ，,"
_RULES = patterns("nudged")
_BY_A_DAY = ("Please report {}.", "请{}填报。")
"""What is told of the day by which, in English and in Chinese."""


def due_span(meaning: Understanding) -> tuple[date, date] | None:
    """Return the first and last day of the time within which tasks are due (年底到期的, 下周五前的).

    Returns None unless the sentence names exactly one such time.
    """
    days = [each for each in of_kind(meaning, Kind.TIME) if _RULES["falls_due"].match(meaning.text[each.end :])]
    if len(days) != 1:
        return None
    first, last = days[0].days
    return first, last


def words_for_nudge(text: str, meaning: Understanding) -> str:
    """Return the words of a sentence that are to go with the nudge, or an empty string.

    These are the words after the names and a mark or a space (催43-5 让他们交总结) or, without names, after the first
    comma or colon unless they only urge (没报的催一下，周五前报上来) or describe tasks (逾期的); always those behind
    words that they are to be told (催没报的 告诉他们市长要看). A request such as
    请公安局把总结补上，周三前, or one with a day, is used as a whole. Without such words, the day by which is told
    (催市监局周五前报1-8).
    """
    return _told(text, meaning) or _by_which_day(meaning)


def by_which_day(meaning: Understanding) -> Reading | None:
    """Return the day by which something is to be done (12月5日前; 周三下班前, with the hour), or None unless a
    sentence names exactly one."""
    days = [*of_kind(meaning, Kind.TIME)]
    if len(days) != 1 or due_span(meaning):
        return None
    behind = _RULES["of_tasks"].match(meaning.text[days[0].end :])
    day = replace(days[0], end=days[0].end + (behind.end("until") if behind and behind["until"] else 0))
    return day if _RULES["by_a_day"].search(quoted(meaning.text, day.start, day.end)) else None


def _by_which_day(meaning: Understanding) -> str:
    told = by_which_day(meaning)
    day = quoted(meaning.text, told.start, told.end) if told is not None else ""
    return _BY_A_DAY[any(map(is_hanzi, day))].format(day) if day else ""


def _told(text: str, meaning: Understanding) -> str:
    says_more = any(mark in text for mark in _MARKS) or _by_which_day(meaning)
    if _RULES["asks_them"].match(text) and says_more and not urges(meaning.text.lower()):
        return text.strip()
    named = [each.end for each in meaning.readings if each.kind in _NAMING]
    signs = [at for at, char in enumerate(meaning.text) if char in _MARKS]
    end = _start_of_timing(meaning, 0, len(meaning.text))
    start = max(named) if named else min(signs, default=end)
    led = _start_of_telling(meaning)
    start = led or start
    rest = quoted(meaning.text, start, end)
    if led or (meaning.text[start : start + 1] == " " and is_hanzi(rest[:1])):
        rest = f"，{rest}"
    rest = _RULES["asked_behind"].sub("", rest) if named else rest
    told = without_lead(rest[1:].strip(f" {_MARKS}")) if rest[:1] in _MARKS else ""
    kept = [each for each in clauses(told) if not _only_nudges(told[slice(*each)])]
    told = told[kept[0][0] : kept[-1][1]].strip(f" {_MARKS}") if kept else ""
    if _RULES["asked_for"].fullmatch(told) or told.endswith("的"):
        return ""
    return all_to_them(told) if without_courtesies(told) and (named or led or not urges(told.lower())) else ""


def _start_of_telling(meaning: Understanding) -> int:
    """Return where a sentence begins to say, behind the word that asks for a nudge, what is to be told with it
    (催43-4 告诉他们市长要看); 0 if nowhere. Days behind that are part of what is told."""
    asks = nudges_asked(meaning.text)
    led = _RULES["told_to_them"].search(blank_spans(meaning.text, [(0, asks[0][1])], " ")) if asks else None
    return led.start() if led else 0


def _only_nudges(clause: str) -> bool:
    asks = nudges_asked(clause)
    return bool(asks) and only_says_to_tell(clause, [*asks, *_RULES["them"].spans(clause)])


def without_lead(told: str) -> str:
    """Return what is to be told with a nudge without the words that say so (就说年底了请抓紧)."""
    return _RULES["to_say"].sub("\\1", told.strip())


def only_asks_to_nudge(meaning: Understanding) -> bool:
    """Return whether a sentence says only who is to be nudged, for what and when, as in 明天催海关1-7."""
    text = meaning.text
    named, asks = [each for each in meaning.readings if each.kind in _NAMING], nudges_asked(text)
    beside = spans([*named, *of_kind(meaning, Kind.TIME), *clock_times(text)])
    asked_for = _RULES["asked_for"].spans(text)
    return bool(named and asks) and only_says_to_tell(text, [*beside, *asks, *asked_for])


def asks_for_more(meaning: Understanding) -> bool:
    """Return whether a nudge asks for something else than a report (提醒公安局注意保密)."""
    beside = spans(each for each in meaning.readings if each.kind in (*_NAMING, Kind.TIME))
    places = [*beside, *spans(clock_times(meaning.text)), *nudges_asked(meaning.text)]
    left = _RULES["asked_for"].sub(" ", blank_spans(meaning.text, places, " "))
    return asks_anything_of_them(meaning) and not only_says_to_tell(left, ())


def nudges_asked(text: str) -> list[Span]:
    """Return the spans of words that ask for a nudge."""
    told = urging_told(text)
    asks = (each for each in kinds_said("returns.wishes", text) if each.kind == ReturnWish.NUDGE)
    return spans(each for each in asks if not is_within(each.start, told))


def sending_time_of_part(meaning: Understanding, start: int, end: int) -> tuple[Sequence[Reading], Sequence[ClockTime]]:
    """Return the days and times at which a part is to be sent: those before the word that asks, of a last clause that
    only says when it goes out (催海关，下午3点再发), or at the end.

    In Chinese, a day and a time or part of the day must be set apart there (催海关 明天9点). Other days after that word
    belong to what is asked for, as in 催海关明天交表; so do those by which it is to be done (by tomorrow at 9).
    """
    end = min(end, _start_of_telling(meaning) or end)
    word = start + next((first for first, _ in nudges_asked(meaning.text[start:end])), 0)
    days = [each for each in of_kind(meaning, Kind.TIME) if start <= each.start < word]
    days = [each for each in days if not _RULES["of_tasks"].match(meaning.text[each.end :])]
    times = [each for each in clock_times(meaning.text) if start <= each.start < word]
    if not days and not times and (timing := _start_of_timing(meaning, word, end)) < end:
        days = [each for each in of_kind(meaning, Kind.TIME) if timing <= each.start < end]
        return days, [each for each in clock_times(meaning.text) if timing <= each.start < end]
    if not days and not times:
        days, times = _at_the_end(meaning, start, end)
        first = min((each.start for each in days), default=0)
        by_the_day = bool(times) or PART_OF_DAY.search(meaning.text[first:end]) is not None
        set_apart = bool(days) and by_the_day and meaning.text[first - 1] in _SET_APART
        days, times = (days, times) if meaning.text.isascii() or set_apart else ([], [])
    bare = (each.start + (only_moment(meaning.text[each.start : each.end].lower()) or (0,))[0] for each in days)
    first = min([*bare, *(each.start for each in times)], default=start)
    return ([], []) if _RULES["ends_by"].search(meaning.text[start:first]) else (days, times)


def _start_of_timing(meaning: Understanding, start: int, end: int) -> int:
    """Return where the last clauses of a part begin that only say when it goes out (明天上午9点再发), or `end`."""
    text, timing, places = meaning.text, end, times_named(meaning)
    timed = blank_spans(text, places, " ")
    for first, last in reversed([*clauses(text[start:end])]):
        said = slice(start + first, start + last)
        if not first or not only_says_to_tell(timed[said], ()):
            break
        timing = said.start
    names_a_time = any(timing <= first for first, _ in places)
    return timing if names_a_time and says(text[timing:end], "broadcasts.goes_out") else end


def _at_the_end(meaning: Understanding, start: int, end: int) -> tuple[list[Reading], list[ClockTime]]:
    """Return the day and time at the end of a part, such as "tomorrow at 9"."""
    text = meaning.text
    times = [each for each in clock_times(text[:end]) if start <= each.start and not text[each.end : end].strip(" .!")]
    last = times[0].start if times else end
    days = [
        each
        for each in of_kind(meaning, Kind.TIME)
        if start <= each.start < last and not PART_OF_DAY.sub("", text[each.end : last]).strip(" .!")
    ]
    return days, times
