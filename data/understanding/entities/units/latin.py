"""Units, and offices outside the plan, that a sentence names in pinyin or by initials, or half so (宣chuan部)."""

from collections.abc import Iterator

from rapidfuzz import process
from rapidfuzz.distance import OSA

from data.patterns import Pattern
from data.understanding.entities.units.index import Sound, UnitIndex, slips_in
from data.understanding.entities.units.strangers import spelt_strangers
from data.understanding.fillers import ENGLISH
from data.understanding.meaning import Kind, Reading
from data.understanding.normalise.pinyin import LETTERS
from data.understanding.normalise.romanise import syllables

_SHORTEST_MISSPELT, _MOST_WORDS = 6, 8
_LATIN_WORDS = Pattern("[a-z]+(?:[ '’][a-z]+)*")
_LATIN_WORD, _HANZI_BEFORE, _HANZI_BEHIND = Pattern("[a-z]+"), Pattern("[一-鿿]*$"), Pattern("^[一-鿿]*")
_MOST_HANZI = 8


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
        if joined in ENGLISH:
            continue
        if joined in index.latin:
            return count, Reading(Kind.UNIT, start, end, index.latin[joined], 0.9 if len(joined) > 2 else 0.8)
        if joined in spelt_strangers():
            return count, Reading(Kind.STRANGER, start, end, (joined,), 0.8)
    word = words[0][1]
    near = None if len(word) < _SHORTEST_MISSPELT or word in ENGLISH else _near_spelling(word, index)
    return (1, Reading(Kind.UNIT, start, start + len(word), near, 0.75)) if near else None


def _near_spelling(word: str, index: UnitIndex) -> tuple[str, ...] | None:
    """Return the units whose spelling is one slip away (two in a long name), or None if the nearest mean several."""
    alike, slips = index.latin_about_as_long.get(len(word), ()), slips_in(len(word))
    near = process.extract(word, alike, scorer=OSA.distance, score_cutoff=slips, limit=5)
    meant = {index.latin[spelling] for spelling, slip, _ in near if slip == near[0][1]}
    return meant.pop() if len(meant) == 1 else None


def find_mixed_units(text: str, index: UnitIndex) -> Iterator[Reading]:
    """Yield the units with a name that has the hanzi of the text in their places and spells its letters."""
    done = 0
    for match in _LATIN_WORD.finditer(text) if not LETTERS.isdisjoint(text) else ():
        start, end = match.span()
        before = _HANZI_BEFORE.search(text[max(done, start - _MOST_HANZI) : start])
        behind = _HANZI_BEHIND.match(text[end : end + _MOST_HANZI])
        left, right = before[0] if before else "", behind[0] if behind else ""
        if (left or right) and (found := _longest(left, match[0], right, index)):
            chars_before, chars_behind, units = found
            yield Reading(Kind.UNIT, start - chars_before, end + chars_behind, units, 0.8)
        done = end


def _longest(left: str, latin: str, right: str, index: UnitIndex) -> tuple[int, int, tuple[str, ...]] | None:
    """Return how many hanzi before and after Latin letters name units with them, at most, and the units, or None."""
    before, after = syllables(left), syllables(right)
    starts = [_spelt(before[at:]) for at in range(len(before), -1, -1)]
    ends = [_spelt(after[:at]) for at in range(len(after) + 1)]
    begun = [at for at, start in enumerate(starts) if any(index.begins_a_spelling(each + latin) for each in start)]
    sizes = ((first, last) for first in begun for last in range(len(ends)) if first or last)
    for first, last in sorted(sizes, key=sum, reverse=True):
        spellings = (start + latin + end for start, end in zip(starts[first], ends[last], strict=True))
        named = next((units for each in spellings if (units := index.latin.get(each))), ())
        written = left[len(left) - first :], right[:last]
        if units := tuple(unit for unit in named if _has_a_name(unit, *written, index)):
            return first, last, units
    return None


def _spelt(sounds: Sound) -> tuple[str, str]:
    """Return syllables spelled in full and by their initials."""
    return "".join(sounds), "".join(sound[0] for sound in sounds)


def _has_a_name(unit: str, start: str, end: str, index: UnitIndex) -> bool:
    """Return whether one of the unit's names begins with `start`, ends with `end`, and has more in between."""
    forms = index.forms.get(unit, ())
    return any(form.startswith(start) and form.endswith(end) and len(form) > len(start + end) for form in forms)
