"""Units, and offices outside the plan, that a sentence names in English: customs, the market bureau, tax department."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from data.understanding.english import ENGLISH
from data.understanding.meaning import Kind, Reading

_OFFICE = r"(?:bureau|department|dept|office|commission|committee|administration|authority|agency)"
_CITY = r"(?:wuhan |municipal |city )*"
_STRANGER = re.compile(
    r"(?<![a-z])(?P<words>(?:[a-z-]+ ){1,4})(?:bureau|department|dept|commission|authority|agency|ministry)s?"
    r"(?![a-z])|(?<![a-z])ministry of [a-z]+|(?<![a-z])(?:police|customs|courts?|procuratorate|prosecutors?|taxation)"
    r"(?![a-z])"
)
_NO_NAME = ENGLISH | {"every", "each", "another", "whose", "other", "history", "summary", "urgent"}


@dataclass(frozen=True, slots=True)
class EnglishNames:
    """What units are called in English, each with the units that it may mean, and the pattern that finds them all."""

    units: Mapping[str, tuple[str, ...]]
    pattern: re.Pattern[str]


def index_english(names: Mapping[str, tuple[str, ...]]) -> EnglishNames:
    """Index names in Latin letters; where one ends in a word for an office, any other such word does as well."""
    units = {_stem(name): meant for name, meant in names.items()}
    written = "|".join(_pattern(name) for name in sorted(names, key=len, reverse=True)) or r"(?!)"
    return EnglishNames(units, re.compile(rf"(?<![a-z]){_CITY}(?P<name>{written})(?![a-z])(?:['’]s?(?![a-z]))?"))


def find_english_units(text: str, names: EnglishNames) -> Iterator[Reading]:
    """Yield the units that a lower-cased text names in English."""
    for match in names.pattern.finditer(text):
        stem = _stem(match["name"])
        yield Reading(Kind.UNIT, *match.span(), names.units.get(stem) or names.units[stem.removesuffix(" office")], 0.9)


def find_english_strangers(text: str) -> Iterator[Reading]:
    """Yield what is named like an office in English, once all that is known has been taken out."""
    for match in _STRANGER.finditer(text):
        words = match["words"] or ""
        name = _name(words)
        start = match.start() + len(words) - len(name)
        if name or not words:
            yield Reading(Kind.STRANGER, start, match.end(), (text[start : match.end()],), 0.8)


def _name(words: str) -> str:
    """Return the last of the words that can belong to a name, each with the space behind it."""
    kept: list[str] = []
    for word in reversed(words.split()):
        if word != "and" and word in _NO_NAME:
            break
        kept.insert(0, word)
    while kept[:1] == ["and"]:
        kept.pop(0)
    return "".join(f"{word} " for word in kept)


def _stem(name: str) -> str:
    plain = name.replace("’", "'").removesuffix("'s").removesuffix("s'")
    first, _, last = plain.rpartition(" ")
    return f"{first} office" if first and re.fullmatch(rf"{_OFFICE}s?", last) else plain


def _pattern(name: str) -> str:
    stem = _stem(name)
    written = re.escape(stem.removesuffix(" office")).replace("'", "['’]")
    return rf"{written} {_OFFICE}s?" if stem.endswith(" office") else rf"{written}(?: {_OFFICE})?"


def latin_names(names: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """Return the names in Latin letters among units' names, lower-cased, with the units that they may mean."""
    found: dict[str, list[str]] = {}
    for unit, forms in names.items():
        for form in forms:
            if form.isascii() and form.strip():
                found.setdefault(form.lower(), []).append(unit)
    return {name: tuple(dict.fromkeys(units)) for name, units in found.items()}
