"""Phrases that mean something, but not where they are part of others."""

from data.patterns import Match, Pattern
from data.understanding.normalise.sentence import Span, blank_spans


class Phrases:
    """A pattern, of which that group counts which took part, else the whole; what is `masked` is passed over."""

    def __init__(self, pattern: str, masked: str) -> None:
        """Compile both."""
        self._pattern, self._masked = Pattern(pattern), Pattern(masked)

    def find(self, text: str) -> list[Span]:
        """Return where a lower-cased text has such phrases."""
        masked = blank_spans(text, [match.span() for match in self._masked.finditer(text)])
        return [_what_counts(match) for match in self._pattern.finditer(masked)]


def _what_counts(match: Match) -> Span:
    return match.span(match.last_group())
