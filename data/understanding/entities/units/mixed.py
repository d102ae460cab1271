"""Units whose name is written half in hanzi, half in pinyin or initials (宣chuan部, 市场jg局)."""

from collections.abc import Iterator
from typing import NamedTuple

from data.patterns import Pattern
from data.understanding.entities.units.index import Sound, UnitIndex
from data.understanding.meaning import Kind, Reading
from data.understanding.normalise.romanise import syllables
from data.understanding.normalise.sentence import is_hanzi

_LATIN = Pattern("[a-z]+")
_LONGEST = 8


class Run(NamedTuple):
    """Latin letters, and the hanzi before and behind them."""

    start: int
    end: int
    left: str
    latin: str
    right: str


def find_mixed_units(text: str, index: UnitIndex) -> Iterator[Reading]:
    """Yield the units with a name that has the written hanzi in their places, and sounds like the rest."""
    done = 0
    for match in _LATIN.finditer(text):
        start, end = match.span()
        left, right = _hanzi_before(text, max(done, start - _LONGEST), start), _hanzi_behind(text, end)
        if (left or right) and (found := _longest(Run(start, end, left, match[0], right), index)):
            yield found
        done = end


def _hanzi_before(text: str, first: int, end: int) -> str:
    start = end
    while start > first and is_hanzi(text[start - 1]):
        start -= 1
    return text[start:end]


def _hanzi_behind(text: str, start: int) -> str:
    end = start
    while end < min(len(text), start + _LONGEST) and is_hanzi(text[end]):
        end += 1
    return text[start:end]


def _longest(run: Run, index: UnitIndex) -> Reading | None:
    before, after = syllables(run.left), syllables(run.right)
    starts = [_spelt(before[at:]) for at in range(len(before), -1, -1)]
    ends = [_spelt(after[:at]) for at in range(len(after) + 1)]
    begun = [left for left, start in enumerate(starts) if any(index.begins_a_spelling(s + run.latin) for s in start)]
    sizes = ((left, right) for left in begun for right in range(len(ends)) if left or right)
    for left, right in sorted(sizes, key=sum, reverse=True):
        spellings = (start + run.latin + end for start, end in zip(starts[left], ends[right], strict=True))
        named = next((units for each in spellings if (units := index.latin.get(each))), ())
        written = run.left[len(before) - left :], run.right[:right]
        if units := tuple(unit for unit in named if _has_a_name(unit, *written, index)):
            return Reading(Kind.UNIT, run.start - left, run.end + right, units, 0.8)
    return None


def _spelt(sounds: Sound) -> tuple[str, str]:
    """Return syllables as they are written in full and by their initials."""
    return "".join(sounds), "".join(sound[0] for sound in sounds)


def _has_a_name(unit: str, start: str, end: str, index: UnitIndex) -> bool:
    """Say whether one of the unit's names starts and ends so."""
    forms = index.forms.get(unit, ())
    return any(form.startswith(start) and form.endswith(end) and len(form) > len(start + end) for form in forms)
