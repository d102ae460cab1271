"""Units that a sentence names in pinyin or by initials."""

import re
from collections.abc import Iterator

from rapidfuzz import fuzz, process

from data.understanding.english import ENGLISH
from data.understanding.meaning import Kind, Reading
from data.understanding.unit_index import UnitIndex

_LATIN_WORDS = re.compile(r"[a-z]+(?:[ '][a-z]+)*")


def find_latin_units(text: str, index: UnitIndex) -> Iterator[Reading]:
    """Yield units written in pinyin (gong an ju, gonganju, gongnaju) or by initials (gaj)."""
    for run in _LATIN_WORDS.finditer(text):
        words = [(run.start() + match.start(), match[0]) for match in re.finditer("[a-z]+", run[0])]
        at = 0
        while at < len(words):
            taken = _latin_at(words[at:], index)
            if taken:
                count, reading = taken
                yield reading
                at += count
            else:
                at += 1


def _latin_at(words: list[tuple[int, str]], index: UnitIndex) -> tuple[int, Reading] | None:
    start = words[0][0]
    for count in range(min(8, len(words)), 0, -1):
        joined = "".join(word for _, word in words[:count])
        end = words[count - 1][0] + len(words[count - 1][1])
        if joined in index.latin and not (count == 1 and joined in ENGLISH):
            return count, Reading(Kind.UNIT, start, end, index.latin[joined], 0.9 if len(joined) > 2 else 0.8)
    word = words[0][1]
    near = None if len(word) < 6 or word in ENGLISH else _near_spelling(word, index)
    return (1, Reading(Kind.UNIT, start, start + len(word), near, 0.75)) if near else None


def _near_spelling(word: str, index: UnitIndex) -> tuple[str, ...] | None:
    best = process.extract(word, index.latin.keys(), scorer=fuzz.ratio, score_cutoff=86, limit=2)
    if not best or (
        len(best) > 1 and best[1][1] > best[0][1] - 3 and index.latin[best[1][0]] != index.latin[best[0][0]]
    ):
        return None
    return index.latin[best[0][0]]
