"""Orders around a message that say to whom and when it is to be sent (祝大家新年快乐，发给所有联络员), a day before
them that is part of the message (周五前通知公安局报数), and names of offices in it: before a person of theirs, short
between two others, or unknown."""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise, takewhile

from data.understanding.announcing.addressees import (
    begins_to_tell,
    end_of_news,
    end_of_telling,
    names_addressees,
    only_names_addressees,
    split_at_colon,
    time_to_send,
    without_telling,
)
from data.understanding.announcing.sending_time import times_named
from data.understanding.clock_times import clock_times
from data.understanding.lexicon.patterns import patterns
from data.understanding.meaning import Kind, Reading, Understanding, of_kind
from data.understanding.normalise.sentence import blank_spans, spans
from data.understanding.orders import says
from data.understanding.polarity import clauses
from data.understanding.sureness import SURE

_RULES = patterns("recipients")
_ENDS = " ，,；;"
_LONGEST_BARE = 8


def message_and_order(text: str, hears: Callable[[str], Understanding]) -> tuple[str, str]:
    """Return a message, and the clauses at its end that only say to whom and when it is to be sent.

    There are none if another clause already says to whom.
    """
    places = [*clauses(text)]
    said = [text[start:end].strip() for start, end in places]
    behind = list(takewhile(lambda each: _orders(hears(each)), reversed(said[1:])))
    told = said[: len(said) - len(behind)]
    if not any(names_addressees(hears(each)) for each in behind) or begins_to_tell(hears(text)):
        return text, ""
    if any(names_addressees(hears(each)) for each in told if says(each.lower(), "recipients.sends")):
        return text, ""
    begins = places[len(told)][0]
    message, order = text[:begins], text[begins:]
    head, words = split_at_colon(message)
    return (words if head and _RULES["content_follows"].fullmatch(head) else message).strip(_ENDS), order.strip()


def words_before_order(named: Understanding) -> tuple[str, Understanding]:
    """Return the words before an order to tell somebody something that are news (天气不好，通知各单位) or name a time
    other than that of sending (周五前通知公安局), and the order without them."""
    found = _RULES["before_telling"].match(named.text)
    before = found["before"] if found else ""
    ends = [*(each.end for each in of_kind(named, Kind.TIME)), *(each.end for each in clock_times(named.text))]
    sent = time_to_send(named)
    is_told = any(each <= len(before) for each in ends) or end_of_news(named) > 0
    if not is_told or (sent is not None and (sent.day or sent.at)):
        return "", named
    readings = tuple(each for each in named.readings if each.start >= len(before))
    order = blank_spans(named.text, [(0, len(before))], " ")
    return before.lstrip(_ENDS), replace(named, text=order, readings=readings)


def told_behind(before: str, told: str) -> str:
    """Return what is told, with the words before the order; as a request if it is only to come (让各单位参加)."""
    return f"{before}请{told}" if before and _RULES["to_come"].match(told) else before + told


def description_of_units(head: str) -> str:
    """Return what describes the units that are to be told: 还没报的单位 for 发给所有还没报的单位."""
    told = without_telling(head)
    all_of = _RULES["everybody"].match(told)
    return told[all_of.end() :].lstrip("的 ") if all_of else told


def _orders(clause: Understanding) -> bool:
    sends = says(clause, "recipients.sends")
    return sends and (only_names_addressees(clause) or time_to_send(clause) is not None)


def unit_before(meaning: Understanding, place: int, unit: str = "") -> Reading | None:
    """Return the reading of `unit`, or of any, that stands right before a place in a sentence, perhaps with a role
    between (公安局的林警官, 市监局B角小吴), or None."""
    units = (each for each in of_kind(meaning, Kind.UNIT) if (not unit or unit in each.values) and each.end <= place)
    return next((each for each in units if _RULES["of_their_unit"].fullmatch(meaning.text[each.end : place])), None)


def with_names_heard_alone(meaning: Understanding, hears: Callable[[str], Understanding]) -> Understanding:
    """Return the sentence with the offices recognised that are only known as such alone: between two units
    (公安农业海关), and in an order to tell something also behind the first words or a unit, before a pause or a time
    (通知城管委 明天9点碰头)."""
    found, telling = list[Reading](), end_of_telling(meaning)
    for start, end in _stretches(meaning, telling):
        words = meaning.text[start:end]
        heard = hears(words).readings if words.isalnum() and len(words) <= _LONGEST_BARE else ()
        alone = [each for each in heard if each.kind in (Kind.UNIT, Kind.STRANGER) and each.sureness >= SURE]
        if len(alone) == 1 and (alone[0].start, alone[0].end) == (0, len(words)):
            found.append(replace(alone[0], start=start, end=end))
        elif start == telling > 0 and _RULES["like_a_team"].fullmatch(words):
            found.append(Reading(Kind.STRANGER, start, end, (words,), SURE))
    return replace(meaning, readings=(*meaning.readings, *found))


def _stretches(meaning: Understanding, telling: int) -> Iterator[tuple[int, int]]:
    """Yield what may be names of offices, also behind the words that order to tell something, up to `telling`."""
    units = spans(of_kind(meaning, Kind.UNIT))
    yield from ((end, start) for (_, end), (start, _) in pairwise(units))
    if not telling:
        return
    stops = sorted(
        [
            *(start for start, _ in (*units, *times_named(meaning))),
            *(each.start() for each in _RULES["pauses"].finditer(meaning.text)),
            len(meaning.text),
        ]
    )
    for start in (telling, *(end for _, end in units)):
        place = bisect_left(stops, start)
        if place < len(stops) and stops[place] not in (start, *(first for first, _ in units)):
            yield start, stops[place]
