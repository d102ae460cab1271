"""Patterns that a lexicon file holds: in them {list} stands for any word of a list of the file, or of all lists of a
section of it, {section.list} for one of those, and {-list} for such a word as part of a longer one, too."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from data.patterns import Pattern
from data.understanding.lexicon import any_of, table
from data.understanding.numerals import DIGITS, ENGLISH_NUMBER, HANZI

_LIST = Pattern(r"\{(-?)([a-z_.]+)\}")
_FIXED = {
    "particles": any_of(table("particles")["words"]),
    "leads_on": any_of(table("matters")["another"]),
    "signs": r"[\s、，,：:；;“”‘’「」\"'（）()。.!！?？~～]",
    "named": r"\x00+",
    "numbers": rf"\d{{1,3}}(?:[ap]m)?|{HANZI}|\b(?:{ENGLISH_NUMBER})\b",
    "unnamed": r"[^\x00]",
    "hanzi_number": HANZI,
    "digits": DIGITS,
    "english_number": ENGLISH_NUMBER,
}


def filled(template: str, words: Mapping[str, Any]) -> str:
    """Return a pattern with what stands for each list in it."""
    return _LIST.sub(lambda found: f"(?:{_in_place_of(found[2], words, apart=not found[1])})", template)


@cache
def patterns(name: str, section: str = "patterns") -> Mapping[str, Pattern]:
    """Return the patterns of a file by their names; one may be given as several, any of which is to be found."""
    words = table(name)
    return {each: compiled(given, words) for each, given in words[section].items()}


def compiled(given: str | list[str], words: Mapping[str, Any]) -> Pattern:
    """Return a pattern with what stands for each list in it, or any of several."""
    return Pattern(filled(given if isinstance(given, str) else "|".join(given), words))


def at(words: Mapping[str, Any], path: str) -> Any:
    """Return what stands at a path through the sections of a table: report.beside."""
    found: Any = words
    for step in path.split("."):
        found = found[step]
    return found


def _in_place_of(name: str, words: Mapping[str, Any], *, apart: bool) -> str:
    if name in _FIXED:
        return _FIXED[name]
    found = at(words, name)
    if isinstance(found, str) and name.startswith("parts."):
        return filled(found, words)
    pattern = any_of(found, apart=apart and words.get("apart", True))
    return pattern.replace(r"\ ", words["gap"]) if "gap" in words else pattern
