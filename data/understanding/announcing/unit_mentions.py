"""Names of units in a notice: before a person of theirs, or short between two others."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from data.understanding.meaning import Kind, Reading, Understanding, of_kind

_LONGEST_BARE = 6
_BEHIND_ITS_UNIT = ("", "的")


def unit_before(meaning: Understanding, unit: str, place: int) -> Reading | None:
    """Return the reading of a unit that stands right before a place in a sentence (公安局的林警官), or None."""
    units = (each for each in of_kind(meaning, Kind.UNIT) if unit in each.values and each.end <= place)
    return next((each for each in units if meaning.text[each.end : place] in _BEHIND_ITS_UNIT), None)


def with_short_unit_names(meaning: Understanding, hears: Callable[[str], Understanding]) -> Understanding:
    """Return the sentence with short unit names between two other units recognised, as in 公安农业海关."""
    found = list[Reading]()
    for before, behind in pairwise(of_kind(meaning, Kind.UNIT)):
        between = meaning.text[before.end : behind.start]
        alone = list(of_kind(hears(between), Kind.UNIT)) if between.isalnum() and len(between) <= _LONGEST_BARE else []
        if len(alone) == 1 and (alone[0].start, alone[0].end) == (0, len(between)):
            found.append(replace(alone[0], start=before.end, end=behind.start))
    return replace(meaning, readings=(*meaning.readings, *found))
