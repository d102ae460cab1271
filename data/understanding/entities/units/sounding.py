"""Units whose name is written with characters of the same or a similar sound."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from rapidfuzz.distance import Levenshtein

from data.patterns import Pattern
from data.understanding.entities.units.index import NEARLY_FROM, Sound, UnitIndex
from data.understanding.entities.units.strangers import BEFORE_A_NAME, STRANGE_WORDS
from data.understanding.meaning import Kind, Reading
from data.understanding.normalise.romanise import folded_syllables

_HANZI_RUN = Pattern("[一-鿿]{2,}")
_HANZI_END = Pattern("[一-鿿]+$")
_HANZI_START = Pattern("^[一-鿿]+")
_SOUNDS_LIKE_A_WORD = frozenset(["上午", "发源", "还管", "中远", "发言", "任行", "讲下"])

CALLED = "姓"
"""Said before a surname (我姓周), and begins no name of a unit."""

Candidate = tuple[int, int, float, tuple[str, ...]]


def find_sounding_units(text: str, index: UnitIndex) -> Iterator[Reading]:
    """Yield the units whose name sounds like what is written (工安局), or nearly so."""
    for run in _HANZI_RUN.finditer(text):
        if best := _best_in(run[0], index):
            start, end, sureness, units = best
            first = _with_its_city(text, run.start() + start, index)
            yield Reading(Kind.UNIT, first, run.start() + end, units, sureness)


@lru_cache(maxsize=32)
def _best_in(run: str, index: UnitIndex) -> Candidate | None:
    """Return the likeliest candidate in a run of hanzi, with all units that are as likely, or None."""
    found = list(_candidates(run, folded_syllables(run), index))
    if not found:
        return None
    best = max(map(_preference, found))
    alike = [each for each in found if _preference(each) == best]
    return *alike[0][:3], tuple(dict.fromkeys(unit for each in alike for unit in each[3]))


def _with_its_city(text: str, start: int, index: UnitIndex) -> int:
    """Return where the name of a unit begins, including the city before it."""
    prefixes = ("市", "市委", *index.cities, *(f"{city}市" for city in index.cities))
    longest = max((prefix for prefix in prefixes if text.endswith(prefix, 0, start)), key=len, default="")
    return start - len(longest)


def _preference(found: Candidate) -> tuple[float, int]:
    start, end, sureness, _ = found
    return sureness, end - start


def _candidates(run: str, sounds: Sound, index: UnitIndex) -> Iterator[Candidate]:
    for start in range(len(sounds)):
        for length in index.sound_lengths.get(sounds[start : start + 2], ()):
            end = start + length
            units = index.sounds.get(sounds[start:end]) if end <= len(sounds) else None
            if units and run[start:end] not in index.exact and (length > 2 or _stands_alone(run, start, end)):
                yield start, end, 0.9 if length > 2 else 0.75, units
    if len(sounds) < NEARLY_FROM - 1:
        return
    heard = dict.fromkeys(sounds)
    for place in dict.fromkeys(chain.from_iterable(index.long_sounds_with.get(syllable, ()) for syllable in heard)):
        near, syllables = index.long_sounds[place]
        if near[-1] in heard and len(syllables.difference(heard)) <= 1:
            yield from _near_windows(sounds, near, index.sounds[near])


def _stands_alone(run: str, start: int, end: int) -> bool:
    word = run[start:end]
    return (
        start == 0
        and not word.startswith(CALLED)
        and run[end : end + 1] in ("", "的", "那", "有", "还")
        and word not in _SOUNDS_LIKE_A_WORD
        and word not in STRANGE_WORDS
    )


def _near_windows(sounds: Sound, near: Sound, units: tuple[str, ...]) -> Iterator[Candidate]:
    for last in (place for place, sound in enumerate(sounds) if sound == near[-1]):
        for length in (len(near), len(near) - 1, len(near) + 1):
            start = last + 1 - length
            if start >= 0 and _nearly(sounds[start : last + 1], near):
                yield start, last + 1, 0.75, units


def widened(text: str, found: Reading, index: UnitIndex) -> Reading:
    """Return a unit's reading with the characters around it that belong to its name, too (市司法锯, 农村农业局).

    Around a name that is whole nothing of a longer one is missing: 知市场局 is not 知识产权局, nor is there a 市 before
    是市市场监管局, and in 不是公安局 the verb is none, though it sounds like it.
    """
    start, end = found.start, found.end
    if text[start:end] in found.values:
        return found
    lead = _HANZI_END.search(text[max(0, start - 6) : start])
    tail = _HANZI_START.match(text[end : end + 4])
    left, right = start - len(lead[0] if lead else ""), end + len(tail[0] if tail else "")
    sounds = folded_syllables(text[left:right])
    missing = int(text[start:end] in index.bare)
    fitting = [
        (first, last)
        for last in range(end, right + 1)
        for known in index.sounds_of.get(found.values, ())
        if known[-1] == sounds[last - left - 1]
        for first in range(max(left, last - len(known) - 1), min(start, last - len(known) + missing) + 1)
        if (first == start or text[first] not in BEFORE_A_NAME)
        and last - first > max(2, end - start)
        and _nearly(sounds[first - left : last - left], known)
    ]
    start, end = max(fitting, key=lambda span: span[1] - span[0], default=(start, end))
    return Reading(
        Kind.UNIT,
        _with_its_city(text, start, index),
        end,
        found.values,
        0.8 if end - start > found.end - found.start else found.sureness,
    )


def _nearly(window: Sound, near: Sound) -> bool:
    """Return whether sounds, at most one more or less and with the same end, are (nearly, if long) those of a name."""
    if len(near) < NEARLY_FROM or window[0][0] != near[0][0]:
        return window == near
    if len(window) != len(near):
        return Levenshtein.distance(window, near, score_cutoff=1) <= 1
    wrong = [(heard, meant) for heard, meant in zip(window, near, strict=True) if heard != meant]
    return (len(wrong) == 1 and wrong[0][0][0] == wrong[0][1][0]) or sorted(window) == sorted(near)
