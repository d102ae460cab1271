"""Names of offices in a notice: before a person of theirs, short between two others, or unknown."""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

from data.understanding.announcing.addressees import end_of_telling
from data.understanding.announcing.sending_time import times_named
from data.understanding.lexicon.patterns import patterns
from data.understanding.meaning import Kind, Reading, Understanding, of_kind
from data.understanding.normalise.sentence import spans
from data.understanding.sureness import SURE

_RULES = patterns("recipients")
_LONGEST_BARE = 8
_BEHIND_ITS_UNIT = ("", "的")


def unit_before(meaning: Understanding, place: int, unit: str = "") -> Reading | None:
    """Return the reading of `unit`, or of any, that stands right before a place in a sentence (公安局的林警官), or
    None."""
    units = (each for each in of_kind(meaning, Kind.UNIT) if (not unit or unit in each.values) and each.end <= place)
    return next((each for each in units if meaning.text[each.end : place] in _BEHIND_ITS_UNIT), None)


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
