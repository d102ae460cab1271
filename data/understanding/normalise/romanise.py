"""Hanzi as pinyin without tones, from a table of characters."""

from collections import defaultdict
from functools import cache, lru_cache
from itertools import product
from string import ascii_lowercase
from typing import NamedTuple

from data.understanding.lexicon import lines, table

_SHORT = 3
_FOLDS = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ng", "n"), ("l", "n"))


class Readings(NamedTuple):
    """The common reading of each character, and its other ones."""

    common: dict[str, str]
    others: dict[str, list[str]]


def syllable(char: str) -> str:
    """Return the commonest pinyin of a character; one that is not a hanzi stays as it is."""
    return _readings().common.get(char, char)


def syllables(text: str) -> tuple[str, ...]:
    """Return the pinyin of each character."""
    return tuple(map(_readings().common.get, text, text))


def folded_syllables(text: str) -> tuple[str, ...]:
    """Return the pinyin of each character as `folded` does."""
    return tuple(map(_folded_readings().get, text, text))


@lru_cache(maxsize=8192)
def in_context(text: str) -> tuple[str, ...]:
    """Return the pinyin of an office's name as it is read: 行 is hang (bank), except in 行政."""
    sounds = list(syllables(text))
    for word, spelling in table("pinyin_words")["read_otherwise"].items():
        at = text.find(word)
        if at >= 0:
            sounds[at : at + len(word)] = spelling.split()
    return tuple(sounds)


def spellings(text: str) -> set[str]:
    """Return the ways to type a name in pinyin: in context (yinhang for 银行), by character, if short all others."""
    read = {"".join(in_context(text)), "".join(syllables(text))}
    if len(text) > _SHORT:
        return read
    readings = ([syllable(char), *_readings().others.get(char, ())] for char in text)
    return read | {"".join(sounds) for sounds in product(*readings)}


def initials(text: str) -> str:
    """Return the first letter of each character's pinyin (公安局 gaj)."""
    return "".join(sound[0] for sound in in_context(text))


@lru_cache(maxsize=1024)
def folded(sound: str) -> str:
    """Return a syllable without the differences that a speaker from Wuhan may miss: zh/z, ch/c, sh/s, n/ng, l/n."""
    for wide, narrow in _FOLDS:
        sound = sound.replace(wide, narrow)
    return sound


@cache
def _folded_readings() -> dict[str, str]:
    sounds = dict(zip(ascii_lowercase, ascii_lowercase, strict=True)) | _readings().common
    return {char: folded(sound) for char, sound in sounds.items()}


@cache
def _readings() -> Readings:
    common, others = dict[str, str](), defaultdict[str, list[str]](list)
    for line in lines("pinyin_of_characters"):
        sound, _, characters = line.partition(" ")
        usual, _, rare = characters.partition("|")
        common |= dict.fromkeys(usual, sound)
        for char in rare:
            others[char].append(sound)
    return Readings(common, others)
