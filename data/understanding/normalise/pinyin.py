"""Words in pinyin as hanzi: wo de renwu, benzhou daoqi."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from data.understanding.grouping import grouped
from data.understanding.lexicon import table

Place = tuple[int, bool]
LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
_SMALL = {ord(letter): letter.lower() for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
_EITHER_CASE = LETTERS.union(map(chr, _SMALL))


class PinyinWord(NamedTuple):
    """A word: its syllables, its hanzi, and whether it is certainly pinyin, or only behind a number."""

    syllables: tuple[str, ...]
    hanzi: str
    part: str

    def is_sure(self, before: str) -> bool:
        """Return whether the word is certainly pinyin behind the text `before`."""
        return self.part == "sure" or (self.part == "behind_a_number" and before.rstrip(" ")[-1:].isdecimal())


class Step(NamedTuple):
    """How a place is reached: by a run of words from `start` on, the last of which begins at `before`."""

    start: int
    before: Place | None
    hanzi: str


def in_hanzi(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the start, end and hanzi of each run of pinyin words, apart or joined, of which at least one is sure."""
    if _EITHER_CASE.isdisjoint(text):
        return
    small = text.translate(_SMALL)
    steps = _reached(small)
    ends: dict[int, Place] = {}
    for place, step in steps.items():
        if place[1] and not "a" <= small[place[0] : place[0] + 1] <= "z":
            ends[step.start] = max(place, ends.get(step.start, place))
    done = 0
    for start, place in sorted(ends.items()):
        if start >= done:
            done = place[0]
            yield start, done, _hanzi(steps, place)


def _reached(text: str) -> dict[Place, Step]:
    """Return the places where runs of words end, with or without a sure one; of several runs, the first begun."""
    steps: dict[Place, Step] = {}
    before = ""
    for at, char in enumerate(text):
        if "a" <= char <= "z" and not ("a" <= before <= "z" or before == "'"):
            steps.setdefault((at, False), Step(at, None, ""))
        before = char
        for sure in (False, True):
            if (step := steps.get((at, sure))) is None:
                continue
            for end, word in _words_at(text, at):
                place = end, sure or word.is_sure(text[max(at - 2, 0) : at])
                if place not in steps or step.start < steps[place].start:
                    steps[place] = Step(step.start, (at, sure), word.hanzi)
    return steps


def _words_at(text: str, at: int) -> Iterator[tuple[int, PinyinWord]]:
    begin = at + (text[at] == " ")
    for word in _words().get(text[begin : begin + 2], ()):
        end = begin
        for syllable in word.syllables:
            end += text[end : end + 1] == " "
            if not text.startswith(syllable, end):
                break
            end += len(syllable)
        else:
            yield end, word


def _hanzi(steps: Mapping[Place, Step], place: Place) -> str:
    words, step = list[str](), steps[place]
    while step.before:
        words.insert(0, step.hanzi)
        step = steps[step.before]
    return "".join(words)


@cache
def _words() -> Mapping[str, tuple[PinyinWord, ...]]:
    """Return the words by their first two letters."""
    return grouped(
        (spelling.replace(" ", "")[:2], PinyinWord(tuple(spelling.split()), hanzi, part))
        for part in ("sure", "beside_others", "behind_a_number")
        for spelling, hanzi in table("pinyin_words")[part].items()
    )
