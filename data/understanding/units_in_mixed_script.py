"""Units whose name is written half in hanzi, half in pinyin or initials (宣chuan部, 市场jg局)."""

import re
from collections.abc import Iterator

from data.understanding.meaning import Kind, Reading
from data.understanding.normalise.romanise import syllables
from data.understanding.unit_index import Sound, UnitIndex

_MIXED = re.compile("(?P<left>[\u4e00-\u9fff]{0,8})(?P<latin>[a-z]+)(?=(?P<right>[\u4e00-\u9fff]{0,8}))")


def find_mixed_units(text: str, index: UnitIndex) -> Iterator[Reading]:
    """Yield the units with a name that has the written hanzi in their places, and sounds like the rest."""
    for run in _MIXED.finditer(text):
        if found := _longest(run, index):
            yield found


def _longest(run: re.Match[str], index: UnitIndex) -> Reading | None:
    before, after = syllables(run["left"]), syllables(run["right"])
    sizes = ((left, right) for left in range(len(before) + 1) for right in range(len(after) + 1) if left or right)
    for left, right in sorted(sizes, key=sum, reverse=True):
        written = run["left"][len(before) - left :], run["right"][:right]
        sounds = before[len(before) - left :], after[:right]
        if units := _meant(written, sounds, run["latin"], index):
            return Reading(Kind.UNIT, run.start("latin") - left, run.end("latin") + right, units, 0.8)
    return None


def _meant(written: tuple[str, str], sounds: tuple[Sound, Sound], latin: str, index: UnitIndex) -> tuple[str, ...]:
    in_full = latin.join("".join(part) for part in sounds)
    by_initials = latin.join("".join(sound[0] for sound in part) for part in sounds)
    named = index.latin.get(in_full) or index.latin.get(by_initials) or ()
    return tuple(unit for unit in named if _has_a_name(unit, *written, index))


def _has_a_name(unit: str, start: str, end: str, index: UnitIndex) -> bool:
    """Say whether one of the unit's names starts and ends so."""
    return any(
        unit in units and form.startswith(start) and form.endswith(end) and len(form) > len(start + end)
        for form, units in index.exact.items()
    )
