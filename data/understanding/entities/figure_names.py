"""The names of indicators, and where a text has them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from data.patterns import Pattern
from data.understanding.grouping import grouped
from data.understanding.lexicon import any_word, table
from data.understanding.normalise.romanise import syllables
from data.understanding.words import IndicatorWords

FIGURE_WORDS: Mapping[str, Any] = table("figures")
LONGEST_GAP = 32
VERY_FAR = 14
Sound = tuple[str, ...]
_HANZI_RUN = Pattern("[一-鿿]{2,}")
_LONGEST_NAME = 10
_SHORT = 2
_LENGTHS = range(_LONGEST_NAME, 1, -1)
_OTHER_WORDS = frozenset(FIGURE_WORDS["sounding"])
EDGES = frozenset("\0 ,，、。;；\n")


@dataclass(frozen=True, slots=True)
class Indicators:
    """The indicators by each of their names, and by `spoken` words that mean them if the counter leaves no doubt."""

    known: tuple[IndicatorWords, ...]
    by_name: Mapping[str, tuple[IndicatorWords, ...]]
    spoken: Mapping[str, tuple[IndicatorWords, ...]]
    names: Pattern
    sounds: Mapping[Sound, str]

    def __iter__(self) -> Iterator[IndicatorWords]:
        return iter(self.known)


class Name(NamedTuple):
    """A place that names an indicator, or several that differ only in their unit.

    A name `by_sound` is written with characters that only sound like it.
    """

    start: int
    end: int
    indicators: tuple[IndicatorWords, ...]
    spoken: bool
    latin: bool
    by_sound: bool = False


def index_indicators(indicators: Iterable[IndicatorWords], *, asked: bool = False) -> Indicators:
    """Return the indicators prepared for reading; when figures are `asked` for, more words mean them."""
    return _indexed(tuple(indicators), asked)


@lru_cache(maxsize=32)
def _indexed(known: tuple[IndicatorWords, ...], asked: bool) -> Indicators:
    by_name, spoken = list[tuple[str, IndicatorWords]](), list[tuple[str, IndicatorWords]]()
    for indicator in known:
        names = {indicator.name.lower(), *(alias.lower() for alias in indicator.aliases)}
        names |= {word for name in names for word in FIGURE_WORDS["at_length"].get(name, ())}
        more = {word for name in names for word in FIGURE_WORDS["when_asked"].get(name, ())} if asked else set()
        by_name += [(name, indicator) for name in names | more]
        others = {word for name in names for word in FIGURE_WORDS["spoken"].get(name, ())} - names - more
        spoken += [(word, indicator) for word in others]
    pattern = Pattern(any_word({*dict(by_name), *dict(spoken), *FIGURE_WORDS["no_names"]}))
    sounds = {syllables(name): name for name, _ in by_name if _HANZI_RUN.fullmatch(name)}
    return Indicators(known, grouped(by_name), grouped(spoken), pattern, sounds)


def names_in(text: str, indicators: Indicators) -> list[Name]:
    """Return where a lower-cased text names any of the indicators, in writing or by sound (移送检查院 for 检察院)."""
    written = [
        Name(
            *match.span(),
            indicators.by_name.get(match[0]) or indicators.spoken[match[0]],
            match[0] not in indicators.by_name,
            match[0].isascii(),
        )
        for match in indicators.names.finditer(text)
        if _is_a_name(match[0], text[max(0, match.start() - 1) : match.start()])
    ]
    heard = list(_by_sound(text, indicators, written))
    if not heard:
        return written
    covered = bytearray(len(text))
    for name in heard:
        covered[name.start : name.end] = b"x" * (name.end - name.start)
    return sorted([*heard, *(name for name in written if not any(covered[name.start : name.end]))])


def _by_sound(text: str, indicators: Indicators, written: Iterable[Name]) -> Iterator[Name]:
    """Yield what sounds like a name, the longest first, and is not written so nor part of a longer name."""
    taken = bytearray(len(text))
    for name in written:
        taken[name.start : name.end] = bytes([min(name.end - name.start, _LONGEST_NAME)]) * (name.end - name.start)
    for run in _HANZI_RUN.finditer(text):
        sounds, at = syllables(run[0]), 0
        while at < len(sounds):
            windows = (sounds[at : at + length] for length in _LENGTHS)
            length = len(next((window for window in windows if window in indicators.sounds), ()))
            start, end = run.start() + at, run.start() + at + length
            apart = length > _SHORT or not at or text[start - 1] in FIGURE_WORDS["sounding_behind"]
            if length and apart and max(taken[start:end]) < length and not _is_spelt_so(text[start:end], indicators):
                meant = indicators.by_name[indicators.sounds[sounds[at : at + length]]]
                yield Name(start, end, meant, spoken=False, latin=False, by_sound=True)
            else:
                length = 1
            at += length


def _is_spelt_so(word: str, indicators: Indicators) -> bool:
    return word in indicators.by_name or word in _OTHER_WORDS


def _is_a_name(word: str, before: str) -> bool:
    return word not in FIGURE_WORDS["no_names"] and (word not in FIGURE_WORDS["alone"] or not before or before in EDGES)
