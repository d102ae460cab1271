"""Offices that exist outside the plan, so that they are not mistaken for units with similar names."""

from collections.abc import Collection, Container, Iterator
from functools import cache

from data.patterns import any_of
from data.understanding.lexicon import table, words_of
from data.understanding.lexicon.patterns import patterns
from data.understanding.meaning import Kind, Reading
from data.understanding.normalise.romanise import spellings
from data.understanding.normalise.sentence import is_hanzi

_WORDS, _RULES = table("strangers"), patterns("strangers")
_ANY = any_of(_RULES[name] for name in ("known", "other_level", "government", "branch"))
_NAMES = sorted(set(words_of(_WORDS["names"])), key=len, reverse=True)
BEFORE_A_NAME = frozenset("的查看问给和与跟在催是有下找请")
"""What may stand right before a name and is none of it."""
STRANGE_WORDS = frozenset(name[:-1] for name in _NAMES if len(name) == 3)


@cache
def spelt_strangers() -> frozenset[str]:
    """Return the names of the offices in pinyin."""
    return frozenset(spelling for name in _NAMES for spelling in spellings(name))


def find_strangers(text: str, known: Container[str], own_cities: Collection[str]) -> Iterator[Reading]:
    """Yield the offices in what is left of a text, unless they are among the `known` names of units."""
    if not _ANY.search(text):
        return
    for match in _RULES["known"].finditer(text):
        if begins_a_name(text, match.start()) and match[1] not in known and not text.startswith("门", match.end()):
            yield Reading(Kind.STRANGER, *match.span(), (match[0],), 0.9)
    for start, end in _of_other_places(text, tuple(own_cities)):
        if text[start:end] not in known:
            yield Reading(Kind.STRANGER, start, end, (text[start:end],), 0.8)


def _of_other_places(text: str, own_cities: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    for match in _RULES["other_level"].finditer(text):
        goes_on = text.startswith("门", match.end())
        if begins_a_name(text, match.start()) and not goes_on and not match[0].startswith(own_cities):
            yield match.span()
    for match in _RULES["government"].finditer(text):
        if begins_a_name(text, match.start()):
            yield match.span(1)
    for match in _RULES["branch"].finditer(text):
        yield match.span()


def begins_a_name(text: str, at: int) -> bool:
    """Return whether the name of an office may begin at a place because no other word goes on there."""
    return not (at and is_hanzi(text[at - 1])) or text[at - 1] in BEFORE_A_NAME


def find_office_shapes(text: str) -> Iterator[Reading]:
    """Yield what only looks like the name of an office in a text with all that is known blanked out."""
    for match in _RULES["bureau"].finditer(text):
        yield Reading(Kind.STRANGER, *match.span(1), (match[1],), 0.6)
