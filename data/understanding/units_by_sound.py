"""Units whose name is written with wrong characters of the same or a similar sound, or nearly so."""

import re
from collections.abc import Iterable, Iterator

from rapidfuzz.distance import Levenshtein

from data.understanding.meaning import Kind, Reading
from data.understanding.normalise.romanise import folded, syllables
from data.understanding.strangers import STRANGE_WORDS
from data.understanding.unit_index import Sound, UnitIndex

_HANZI_RUN = re.compile(r"[\u4e00-\u9fff]{2,}")
_HANZI_END = re.compile(r"[\u4e00-\u9fff]+$")
_HANZI_START = re.compile(r"[\u4e00-\u9fff]+")
_CITY = re.compile(r"(?:武汉市?|市委?)$")
_SOUNDS_LIKE_A_WORD = frozenset(["上午", "发源", "还管", "中远", "发言", "任行", "讲下"])

Candidate = tuple[int, int, float, tuple[str, ...]]


def find_sounding_units(text: str, index: UnitIndex) -> Iterator[Reading]:
    """Yield units whose name only sounds like what is written (工安局), or nearly so."""
    for run in _HANZI_RUN.finditer(text):
        sounds = tuple(map(folded, syllables(run[0])))
        found = list(_candidates(run[0], sounds, index))
        if found:
            start, end, sureness, _ = max(found, key=_preference)
            units = dict.fromkeys(
                unit for other in found if _preference(other) == (sureness, end - start) for unit in other[3]
            )
            city = _CITY.search(run[0][:start])
            first = run.start() + (city.start() if city else start)
            yield Reading(Kind.UNIT, first, run.start() + end, tuple(units), sureness)


def _preference(found: Candidate) -> tuple[float, int]:
    start, end, sureness, _ = found
    return sureness, end - start


def _candidates(run: str, sounds: Sound, index: UnitIndex) -> Iterator[Candidate]:
    for start in range(len(sounds)):
        for end in range(start + 2, min(len(sounds), start + 16) + 1):
            units = index.sounds.get(sounds[start:end])
            if units and run[start:end] not in index.exact and (end - start > 2 or _stands_alone(run, start, end)):
                yield start, end, 0.9 if end - start > 2 else 0.75, units
    for near in {sound for syllable in sounds for sound in index.sounds_with.get(syllable, ())}:
        if len(near) >= 5 and len(set(near) & set(sounds)) >= len(set(near)) - 1:
            yield from _near_windows(sounds, near, index.sounds[near])


def _stands_alone(run: str, start: int, end: int) -> bool:
    word = run[start:end]
    return (
        start == 0
        and run[end : end + 1] in ("", "的", "那", "有", "还")
        and word not in _SOUNDS_LIKE_A_WORD
        and word not in STRANGE_WORDS
    )


def _near_windows(sounds: Sound, near: Sound, units: tuple[str, ...]) -> Iterator[Candidate]:
    for length in (len(near), len(near) - 1, len(near) + 1):
        for start in range(len(sounds) - length + 1):
            window = sounds[start : start + length]
            if _nearly(window, near):
                yield start, start + length, 0.75, units


def widened(text: str, found: Reading, index: UnitIndex) -> Reading:
    """Return a unit's reading with the characters around it that belong to its name too (市司法锯, 农村农业局)."""
    start, end = found.start, found.end
    lead = _HANZI_END.search(text[max(0, start - 6) : start])
    tail = _HANZI_START.match(text[end : end + 4])
    if lead or tail:
        windows = [
            (first, last)
            for first in range(start - len(lead[0] if lead else ""), start + 1)
            for last in range(end, end + len(tail[0] if tail else "") + 1)
            if last - first > max(2, end - start)
        ]
        known = index.sounds_of.get(found.values, ())
        fitting = [span for span in windows if _sounds_like_any(text[slice(*span)], known)]
        start, end = max(fitting, key=lambda span: span[1] - span[0], default=(start, end))
    city = _CITY.search(text[:start])
    return Reading(
        Kind.UNIT,
        city.start() if city else start,
        end,
        found.values,
        0.8 if end - start > found.end - found.start else found.sureness,
    )


def _sounds_like_any(window: str, known: Iterable[Sound]) -> bool:
    sounds = tuple(map(folded, syllables(window)))
    return any(sounds == sound or (len(sound) >= 5 and _nearly(sounds, sound)) for sound in known)


def _nearly(window: Sound, near: Sound) -> bool:
    if abs(len(window) - len(near)) > 1 or window[-1] != near[-1] or window[0][0] != near[0][0]:
        return False
    if len(window) != len(near):
        return Levenshtein.distance(window, near, score_cutoff=1) <= 1
    wrong = [(heard, meant) for heard, meant in zip(window, near, strict=True) if heard != meant]
    return (len(wrong) == 1 and wrong[0][0][0] == wrong[0][1][0]) or sorted(window) == sorted(near)
