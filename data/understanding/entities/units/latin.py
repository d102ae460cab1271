"""Units, and offices outside the plan, that a sentence names in pinyin or by initials."""

from collections.abc import Iterable, Iterator

from rapidfuzz import process
from rapidfuzz.distance import OSA

from data.patterns import Pattern
from data.understanding.entities.units.index import UnitIndex, slips_in
from data.understanding.entities.units.strangers import spelt_strangers
from data.understanding.fillers import ENGLISH
from data.understanding.meaning import Kind, Reading

_SHORTEST_MISSPELT, _MOST_WORDS = 6, 8
_LATIN_WORDS = Pattern("[a-z]+(?:[ '’][a-z]+)*")
_LATIN_WORD = Pattern("[a-z]+")


def find_latin_units(text: str, index: UnitIndex) -> Iterator[Reading]:
    """Yield the units written in pinyin (gong an ju, gonganju, gongnaju) or by initials (gaj).

    An office outside the plan is a stranger (zhujianju: 住建局), however similar the spelling of a unit is.
    """
    for run in _LATIN_WORDS.finditer(text):
        words = [(run.start() + match.start(), match[0]) for match in _LATIN_WORD.finditer(run[0])]
        at = 0
        while at < len(words):
            taken = _latin_at(words[at : at + _MOST_WORDS], index)
            if taken:
                count, reading = taken
                yield reading
                at += count
            else:
                at += 1


def _latin_at(words: list[tuple[int, str]], index: UnitIndex) -> tuple[int, Reading] | None:
    start = words[0][0]
    for count in range(len(words), 0, -1):
        joined = "".join(word for _, word in words[:count])
        end = words[count - 1][0] + len(words[count - 1][1])
        if joined in index.latin and not (count == 1 and joined in ENGLISH):
            return count, Reading(Kind.UNIT, start, end, index.latin[joined], 0.9 if len(joined) > 2 else 0.8)
        if joined not in ENGLISH and _strangers([joined], index):
            return count, Reading(Kind.STRANGER, start, end, (joined,), 0.8)
    word = words[0][1]
    near = None if len(word) < _SHORTEST_MISSPELT or word in ENGLISH else _near_spelling(word, index)
    return (1, Reading(Kind.UNIT, start, start + len(word), near, 0.75)) if near else None


def _near_spelling(word: str, index: UnitIndex) -> tuple[str, ...] | None:
    """Return the units whose spelling is one slip away (two in a long name), or None.

    All the nearest spellings must mean the same units, and that of no stranger may be as near.
    """
    alike, slips = index.latin_about_as_long.get(len(word), ()), slips_in(len(word))
    near = process.extract(word, alike, scorer=OSA.distance, score_cutoff=slips, limit=5)
    meant = {index.latin[spelling] for spelling, slip, _ in near if slip == near[0][1]}
    if len(meant) != 1:
        return None
    others = process.extract(word, spelt_strangers().keys(), scorer=OSA.distance, score_cutoff=near[0][1], limit=5)
    return None if _strangers((spelling for spelling, _, _ in others), index) else meant.pop()


def _strangers(spellings: Iterable[str], index: UnitIndex) -> bool:
    """Return whether any of the spellings is that of an office outside the plan."""
    offices = map(spelt_strangers().get, spellings)
    return any(office and office not in index.exact for office in offices)
