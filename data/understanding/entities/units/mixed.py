"""Units written half in hanzi and half in pinyin or initials (宣chuan部, 市场jg局)."""

from collections.abc import Iterator

from data.patterns import Pattern
from data.understanding.entities.units.index import Sound, UnitIndex
from data.understanding.meaning import Kind, Reading
from data.understanding.normalise.romanise import syllables

_LATIN, _HANZI_BEFORE, _HANZI_BEHIND = Pattern("[a-z]+"), Pattern("[一-鿿]*$"), Pattern("^[一-鿿]*")
_LONGEST = 8


def find_mixed_units(text: str, index: UnitIndex) -> Iterator[Reading]:
    """Yield the units with a name that has the hanzi of the text in their places and spells its letters."""
    done = 0
    for match in _LATIN.finditer(text):
        start, end = match.span()
        before = _HANZI_BEFORE.search(text[max(done, start - _LONGEST) : start])
        behind = _HANZI_BEHIND.match(text[end : end + _LONGEST])
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
