"""Patterns in lexicon files.

In them {list} stands for any word of a list or of all lists in a section, {section.list} for any word of one of those,
and {-list} also for such a word as part of a longer one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from data.patterns import Match, Pattern
from data.understanding.lexicon import any_word, table
from data.understanding.normalise.sentence import Span, blank_spans
from data.understanding.numerals import DIGITS, ENGLISH_NUMBER, HANZI, SCALE

_LIST = Pattern(r"\{(-?)([a-z_.]+)\}")
_DAY = table("clock_times")["day"]
_FIXED = {
    "particles": any_word(table("particles")["words"]),
    "leads_on": any_word(table("matters")["another"]),
    "next_steps": any_word(table("intended")["next"]),
    "morning": any_word(_DAY["morning"]),
    "noon": any_word(_DAY["noon"]),
    "late_in_the_day": any_word([*_DAY["afternoon"], *_DAY["evening"]]),
    "intends": any_word(table("intended")["plans"]["own"]),
    "signs": r"[\s、，,：:；;“”‘’「」\"'（）()。.!！?？~～]",
    "named": r"\x00+",
    "numbers": rf"\d{{1,3}}(?:[ap]m)?|{HANZI}|\b(?:{ENGLISH_NUMBER})\b",
    "unnamed": r"[^\x00]",
    "hanzi_number": HANZI,
    "digits": DIGITS,
    "scale": SCALE,
    "english_number": ENGLISH_NUMBER,
}


def fill_template(template: str, words: Mapping[str, Any]) -> str:
    """Return a pattern with each {list} in it replaced by the pattern of its words."""
    return _LIST.sub(lambda found: f"(?:{_in_place_of(found[2], words, apart=not found[1])})", template)


@cache
def patterns(name: str, section: str = "patterns") -> Mapping[str, Pattern]:
    """Return the compiled patterns of a file by their names; one given as a list matches any of its items."""
    words = table(name)
    return {each: compiled(given, words) for each, given in words[section].items()}


def compiled(given: str | list[str], words: Mapping[str, Any]) -> Pattern:
    """Return a pattern compiled with its lists filled in; one given as a list matches any of its items."""
    return Pattern(fill_template(given if isinstance(given, str) else "|".join(given), words))


def value_at(words: Mapping[str, Any], path: str) -> Any:
    """Return what is at a dotted path through the sections of a table: report.beside."""
    found: Any = words
    for step in path.split("."):
        found = found[step]
    return found


def _in_place_of(name: str, words: Mapping[str, Any], *, apart: bool) -> str:
    if name in _FIXED:
        return _FIXED[name]
    found = value_at(words, name)
    if isinstance(found, str) and name.startswith("parts."):
        return fill_template(found, words)
    pattern = any_word(found, apart=apart and words.get("apart", True))
    return pattern.replace(r"\ ", words["gap"]) if "gap" in words else pattern


@dataclass(frozen=True, slots=True)
class Phrases:
    """A pattern, of which the last group that took part counts, or else all; what is `masked` is passed over."""

    pattern: Pattern
    masked: Pattern

    def find(self, text: str) -> list[Span]:
        """Return the places of the phrases in a lower-cased text."""
        found = list(self.pattern.finditer(text))
        if not found or not (masks := self.masked.spans(text)):
            return [_what_counts(match) for match in found]
        return [_what_counts(match) for match in self.pattern.finditer(blank_spans(text, masks))]


@cache
def phrases(name: str) -> Mapping[str, Phrases]:
    """Return the phrases of a lexicon file by their names, each with what to find, and in `but` what to pass over."""
    words = table(name)
    return {
        each: Phrases(compiled(given["find"], words), compiled(given["but"], words))
        for each, given in words["phrases"].items()
    }


def _what_counts(match: Match) -> Span:
    return match.span(match.last_group())
