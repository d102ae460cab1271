"""Exceptions from a list: 除了公安局, 商务局除外, 除29-4以外, everyone except the customs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from data.patterns import Pattern
from data.understanding.lexicon import any_word, table
from data.understanding.meaning import Kind, Reading, Understanding, of_kind
from data.understanding.normalise.sentence import is_within, spans
from data.understanding.polarity import exempting_clauses

_WORDS = table("exceptions")
_BEFORE = Pattern(rf"(?i)(?:(?:^|[^{_WORDS['verbs_in']}])(?P<sign>除)|(?P<words>{any_word(_WORDS['before'])}))\s*$")
_BEHIND = Pattern(f"(?i)^\\s*(?:{any_word(_WORDS['counted'])})?\\s*(?:{any_word(_WORDS['behind'])})")
_BEHIND_TOO = Pattern(r"^\s*外")
_BETWEEN = Pattern(f"(?i)(?:{any_word(_WORDS['between'])}|[\\s、])*")
_LONGEST = 40
"""No words for an exception are longer, in characters."""
_LISTED = (Kind.UNIT, Kind.CODE, Kind.SECTION)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Names that are left out, and the place of the exception with the words that mark it."""

    names: tuple[Reading, ...]
    start: int
    end: int


def left_out(meaning: Understanding) -> list[LeftOut]:
    """Return the units, tasks and sections that a sentence leaves out, grouped as they are listed."""
    text, found = meaning.text, list[LeftOut]()
    for names in _lists(meaning):
        start, end = names[0].start, names[-1].end
        near, rest = max(0, start - _LONGEST), text[end : end + _LONGEST]
        before = _BEFORE.search(text[near:start])
        behind = _BEHIND.search(rest) or (_BEHIND_TOO.search(rest) if before else None)
        if before or behind:
            begin = near + before.start("sign" if before["sign"] else "words") if before else start
            found.append(LeftOut(tuple(names), begin, end + (behind.end() if behind else 0)))
    return found


def left_out_of_lists(meaning: Understanding) -> list[Reading]:
    """Return the names that a sentence leaves out of its lists."""
    return [name for each in left_out(meaning) for name in each.names]


def units_in(meaning: Understanding) -> tuple[str, ...]:
    """Return the units that a sentence names, whatever its aim, except those that it leaves out."""
    out = left_out_of_lists(meaning)
    named = (each for each in of_kind(meaning, Kind.UNIT) if each not in out)
    return tuple(dict.fromkeys(value for each in named for value in each.values))


def unit_in(meaning: Understanding) -> str | None:
    """Return the only unit that a sentence names, or None if it names none or may mean several."""
    named = units_in(meaning)
    return meaning.unit or (named[0] if len(named) == 1 else None)


def names_left_out(meaning: Understanding, *, of_recipients: bool = False) -> frozenset[Reading]:
    """Return all readings that a sentence leaves out, also in a clause of its own (催公安局，海关先不催), and
    `of_recipients` with the words for leaving them out (公安局不要了)."""
    named = [each for each in meaning.readings if each.kind in _LISTED]
    clauses = exempting_clauses(meaning.text.lower(), spans(named), of_recipients=of_recipients)
    stay = (name for name in named if is_within(name.start, clauses))
    return frozenset([*stay, *left_out_of_lists(meaning)])


def _lists(meaning: Understanding) -> Iterator[Sequence[Reading]]:
    """Yield the names that are listed together, with only 、 or 和 in between."""
    together: list[Reading] = []
    for each in sorted((each for each in meaning.readings if each.kind in _LISTED), key=lambda each: each.start):
        if together and not _BETWEEN.fullmatch(meaning.text[together[-1].end : each.start]):
            yield together
            together = []
        together.append(each)
    if together:
        yield together
