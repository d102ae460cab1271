"""The names of indicators, and where a text has them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from data.patterns import Pattern
from data.understanding.grouping import grouped, lengths_by_start
from data.understanding.lexicon import any_word, table
from data.understanding.normalise.romanise import syllables
from data.understanding.numerals import DIGITS, HANZI
from data.understanding.words import IndicatorWords

FIGURE_WORDS: Mapping[str, Any] = table("figures")
LONGEST_GAP = 32
Sound = tuple[str, ...]
_HANZI_RUN = Pattern("[一-鿿]{2,}")
_LONGEST_NAME = 10
_SHORT = 2
_DIGITS = tuple("0123456789")
_NEAR = 8
_EDGES = frozenset("\0 ,，、。;；\n")
_OTHER_WORDS = frozenset(FIGURE_WORDS["sounding"])
_NUMBER = Pattern(f"{DIGITS}|{HANZI}")
_MEASURE = Pattern("^[(（]([^()（）]{1,4})[)）]")
_COMMON = frozenset(FIGURE_WORDS["common"])
_TABLES = ("spoken", "at_length", "beside_numbers")
_NO_NAMES = frozenset(FIGURE_WORDS["no_names"])
_ALL_WORDS = _NO_NAMES.union(*(words for each in _TABLES for words in FIGURE_WORDS[each].values()))


@dataclass(frozen=True, slots=True, eq=False)
class Indicators:
    """The indicators by each of their names, by `spoken` words that mean them in a question for their number, and by
    every word that may mean them `beside` a number."""

    by_name: Mapping[str, tuple[IndicatorWords, ...]]
    spoken: Mapping[str, tuple[IndicatorWords, ...]]
    beside: Mapping[str, tuple[IndicatorWords, ...]]
    names: Pattern
    words: Pattern
    sounds: Mapping[Sound, str]
    sound_lengths: Mapping[Sound, tuple[int, ...]]
    at_length: frozenset[str]

    def is_proper(self, word: str) -> bool:
        """Return whether a word is itself a name of an indicator, and no common word."""
        return word in self.by_name and word not in self.at_length and word not in _COMMON


class Name(NamedTuple):
    """A place that names an indicator, or several that differ only in their unit.

    A name `by_sound` is written with characters that only sound like it. In brackets behind it may stand a `measure`,
    which belongs to it: 案值（元）.
    """

    start: int
    end: int
    indicators: tuple[IndicatorWords, ...]
    spoken: bool
    latin: bool
    by_sound: bool = False
    measure: str = ""


def index_indicators(indicators: Iterable[IndicatorWords]) -> Indicators:
    """Return the indicators prepared for reading."""
    return _indexed(tuple(indicators))


@lru_cache(maxsize=32)
def _indexed(known: tuple[IndicatorWords, ...]) -> Indicators:
    by_name, spoken, beside = (list[tuple[str, IndicatorWords]]() for _ in range(3))
    at_length = set[str]()
    for indicator in known:
        names = {indicator.name.lower(), *(alias.lower() for alias in indicator.aliases)}
        longer = {word for name in names for word in FIGURE_WORDS["at_length"].get(name, ())} - names
        names |= longer
        at_length |= longer
        by_name += [(name, indicator) for name in names]
        others = {word for name in names for word in FIGURE_WORDS["spoken"].get(name, ())} - names
        spoken += [(word, indicator) for word in others]
        said = {word for name in names for table in _TABLES for word in FIGURE_WORDS[table].get(name, ())}
        beside += [(word, indicator) for word in names | said]
    pattern = Pattern(any_word({*dict(by_name), *dict(spoken), *_NO_NAMES}))
    words = Pattern(any_word({*dict(beside), *_ALL_WORDS}))
    heard = (name for name, _ in by_name if len(name) <= _LONGEST_NAME and _HANZI_RUN.fullmatch(name))
    sounds = {syllables(name): name for name in heard}
    lengths = lengths_by_start(sounds)
    return Indicators(
        grouped(by_name), grouped(spoken), grouped(beside), pattern, words, sounds, lengths, frozenset(at_length)
    )


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
        if match[0] not in _NO_NAMES
    ]
    return sorted(_rather_heard(written, text, indicators))


def words_beside_numbers(text: str, indicators: Indicators) -> list[Name]:
    """Return every word in a lower-cased text that may mean an indicator beside a number (抓 in 抓了5个); those that
    are no proper names of it are `spoken`."""
    written = (
        Name(*match.span(), meant, spoken=not indicators.is_proper(match[0]), latin=match[0].isascii())
        for match in indicators.words.finditer(text)
        if (meant := indicators.beside.get(match[0]))
    )
    named = sorted(_with_measure(name, text) for name in _rather_heard(written, text, indicators))
    return [name for at, name in enumerate(named) if not (at and _belongs_to(named[at - 1], name, text))]


def _belongs_to(name: Name, further: Name, text: str) -> bool:
    """Return whether a spoken name is of what the one before names in full: 案件 in 立案查处涉假案件."""
    gap = text[name.end : further.start]
    same = further.spoken and name.indicators == further.indicators
    return same and len(gap) <= _NEAR and not (_NUMBER.search(gap) or any(map(_EDGES.__contains__, gap)))


def _rather_heard(written: Iterable[Name], text: str, indicators: Indicators) -> list[Name]:
    """Return the names by sound, and the written ones that are no part of them."""
    heard, covered = list(_by_sound(text, indicators)), bytearray(len(text))
    for name in heard:
        covered[name.start : name.end] = b"x" * (name.end - name.start)
    return [*heard, *(name for name in written if not any(covered[name.start : name.end]))]


def _with_measure(name: Name, text: str) -> Name:
    measure = _MEASURE.match(text[name.end : name.end + LONGEST_GAP])
    return name._replace(end=name.end + measure.end(), measure=measure[1]) if measure else name


def _by_sound(text: str, indicators: Indicators) -> Iterator[Name]:
    """Yield what sounds like a name, the longest first, and is not written so."""
    for run in _HANZI_RUN.finditer(text):
        sounds, first = syllables(run[0]), run.start()
        for at in range(len(sounds) - 1):
            lengths = indicators.sound_lengths.get(sounds[at : at + _SHORT])
            if not lengths:
                continue
            windows = (sounds[at : at + length] for length in lengths)
            heard = next((window for window in windows if window in indicators.sounds), ())
            start, end = first + at, first + at + len(heard)
            begins = text[start - 1] in FIGURE_WORDS["sounding_behind"] if at else not text[:start].endswith(_DIGITS)
            apart = len(heard) > _SHORT or begins
            meant = indicators.sounds[heard] if heard and apart else ""
            if meant and _is_misspelt(text[start:end], meant, indicators):
                yield Name(start, end, indicators.by_name[meant], spoken=False, latin=False, by_sound=True)


def _is_misspelt(word: str, name: str, indicators: Indicators) -> bool:
    """Return whether a word that sounds like a name is meant for it (利案 for 立案).

    It must be no name or known word itself, and a short one needs one of the name's characters in its place: 火星 is
    not meant for 获刑.
    """
    is_alike = any(said == meant for said, meant in zip(word, name, strict=True))
    return is_alike and word not in indicators.by_name and word not in _OTHER_WORDS
