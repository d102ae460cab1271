"""Phrases that mean something, but not where they are part of others."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from data.patterns import Match, Pattern
from data.understanding.lexicon import table
from data.understanding.lexicon.patterns import compiled
from data.understanding.normalise.sentence import Span, blank_spans


@dataclass(frozen=True, slots=True)
class Phrases:
    """A pattern, of which that group counts which took part, else the whole; what is `masked` is passed over."""

    pattern: Pattern
    masked: Pattern

    def find(self, text: str) -> list[Span]:
        """Return where a lower-cased text has such phrases."""
        found = list(self.pattern.finditer(text))
        if not found or not (masks := [match.span() for match in self.masked.finditer(text)]):
            return [_what_counts(match) for match in found]
        return [_what_counts(match) for match in self.pattern.finditer(blank_spans(text, masks))]


@cache
def phrases(name: str) -> Mapping[str, Phrases]:
    """Return the phrases of a lexicon file by their names, each of which has what is to be found and `but` not."""
    words = table(name)
    return {
        each: Phrases(compiled(given["find"], words), compiled(given["but"], words))
        for each, given in words["phrases"].items()
    }


def _what_counts(match: Match) -> Span:
    return match.span(match.last_group())
