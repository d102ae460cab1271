"""What is said in ways that tables know: orders, wishes and answers, each by the words that it is made of.

A lexicon file holds lists of words, and tables that say how something is said with them:

    undo = ["撤销", "take back"]

    [verdict_undone]              # said(meaning, "decisions.verdict_undone")
    names = ["code", "unit"]      # names of these kinds are put out first, or "all";
    says = ["undo", "verdict"]    # a word of each of these lists is said, of none that it `denies`,
    beside = ["undo_beside"]      # and, where this is given, nothing but those, these, particles, signs and names

In place of a list, a section by its name stands for all of its lists, and "numbers" for any in digits or words.

A table may say it by patterns instead: one of `whole` fits all that is said, or one of `anywhere` a part of it. In
these `{undo}` is any word of a list, `{named}` a name that was put out and `{unnamed}` any other character; their
groups are the parts of what is said. Beyond that, it names what it `needs`, something if it is `named`, no more of a
kind than the `most`, and `surely` if each name has one meaning; where it is `told`, what stands outside its parts asks
nothing; it has no more than the `longest` characters. Where it `spares`, exceptions are put out too, and so are the
words of `but`, which hold some of those that are looked for and mean something else. A list by its own name says
something with any of its words.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any, NamedTuple

from data.patterns import Match, Pattern
from data.understanding.lexicon import table
from data.understanding.lexicon.patterns import at, filled
from data.understanding.list_exceptions import left_out
from data.understanding.meaning import Intent, Kind, Mood, Reading, Understanding
from data.understanding.normalise.sentence import Sentence, Span, blank, blank_spans
from data.understanding.polarity import clauses, moods

_NAMES = {"code": Kind.CODE, "unit": Kind.UNIT, "day": Kind.TIME, "task": Kind.TASK, "status": Kind.STATUS}


@dataclass(frozen=True, slots=True)
class Said:
    """What is said, and in which `way`: the `codes` and `units` that are named outside its parts, what is `left_out`
    of them, these parts as they were written, and the `rest`, where names and parts are put out. The pattern that was
    found, or its first part, has the `place`."""

    way: str
    codes: tuple[str, ...]
    units: tuple[str, ...]
    left_out: tuple[str, ...]
    parts: Mapping[str, str]
    rest: str
    place: Span

    def __getitem__(self, part: str) -> str:
        return self.parts.get(part, "")

    @property
    def code(self) -> str:
        """The first task that is named; empty for none."""
        return next(iter(self.codes), "")

    @property
    def unit(self) -> str:
        """The first unit that is named; empty for none."""
        return next(iter(self.units), "")


class KindSaid(NamedTuple):
    """Of which of several kinds a word is, and where it stands."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Way:
    """How something is said; of `whole` and `anywhere` one pattern is to be found, if there are any."""

    rules: Mapping[str, Any]
    names: frozenset[Kind]
    says: Sequence[Pattern]
    denies: Sequence[Pattern]
    but: Sequence[Pattern]
    only: Sequence[Pattern]
    whole: Sequence[Pattern]
    anywhere: Sequence[Pattern]


def said(heard: Understanding | str, *ways: str) -> Said | None:
    """Return what a sentence, or a text as it was written, says in the first of these ways in which it says anything;
    None where in none of them."""
    meaning = heard if isinstance(heard, Understanding) else Understanding(Intent.UNKNOWN, heard)
    return next((found for way in ways if (found := _read(way, meaning))), None)


def says(heard: Understanding | str, *ways: str) -> bool:
    """Return whether a sentence says something in one of these ways."""
    return said(heard, *ways) is not None


def ways_of(section: str) -> tuple[str, ...]:
    """Return the ways in a section of a table, in its order."""
    file, _, path = section.partition(".")
    return tuple(f"{section}.{name}" for name in at(table(file), path))


def kinds_said(kinds: str, text: str) -> Iterator[KindSaid]:
    """Yield the words of a text that a table of kinds has, those of its first kind first."""
    for kind, words in _kinds(kinds).items():
        yield from (KindSaid(kind, *found.span()) for found in words.finditer(text))


def kind_said(kinds: str, text: str) -> str | None:
    """Return the first kind of a table of which a text has a word."""
    return next((found.kind for found in kinds_said(kinds, text)), None)


def longest_said(kinds: str, text: str, *among: str) -> KindSaid | None:
    """Return the longest word of a text that a table of kinds has, be it only `among` some kinds; of equally long ones
    that of the first kind."""
    found = (each for each in kinds_said(kinds, text) if not among or each.kind in among)
    return max(found, key=lambda each: each.end - each.start, default=None)


def _read(name: str, meaning: Understanding) -> Said | None:
    way, text = _way(name), meaning.text
    but = left_out(meaning) if way.rules.get("spares") else []
    spared = [each for group in but for each in group.names]
    names = [each for each in meaning.readings if each.kind in way.names and each not in spared]
    in_lines = text.in_lines() if isinstance(text, Sentence) else text
    bare = blank_spans(blank(in_lines, names), [(each.start, each.end) for each in but])
    for words in way.but:
        bare = blank_spans(bare, [each.span() for each in words.finditer(bare)])
    found = _match(way, bare)
    if len(text) > way.rules.get("longest", len(text)) or found is None or not _has_words(way, bare):
        return None
    parts = {part: found.span(part) for part in found.groups()}
    outside = [each for each in names if not any(start <= each.start < end for start, end in parts.values())]
    rest = blank_spans(bare, parts.values(), " ")
    if (way.rules.get("told") and _asks(text, rest)) or not _names_enough(way, outside):
        return None
    codes, units = (_values(outside, kind) for kind in (Kind.CODE, Kind.UNIT))
    quoted = {part: _quoted(text, start, end) for part, (start, end) in parts.items()}
    place = next(iter(parts.values()), found.span())
    return Said(name, codes, units, tuple(each.values[0] for each in spared), quoted, rest, place)


def _match(way: _Way, bare: str) -> Match | None:
    """The first pattern that is found; that of anything at all where there is none to be found."""
    fitting = (found for each in way.whole if (found := each.fullmatch(bare)))
    within = (found for each in way.anywhere if (found := each.search(bare)))
    return next(fitting, None) or next(within, None)


def _has_words(way: _Way, bare: str) -> bool:
    says = all(words.search(bare) for words in way.says) and not any(words.search(bare) for words in way.denies)
    return says and all(words.fullmatch(bare) for words in way.only)


def _asks(text: str, rest: str) -> bool:
    """Whether a clause asks something, be it only in part of the rest."""
    said = [text[start:end].lower() for start, end in clauses(text, spaces=False) if rest[start:end].strip()]
    return any(mood in (Mood.ASKS, Mood.WHETHER) for clause in said for mood in moods(clause))


def _names_enough(way: _Way, names: Sequence[Reading]) -> bool:
    most: Mapping[str, int] = way.rules.get("most", {})
    needed = all(_values(names, _NAMES[each]) for each in way.rules.get("needs", []))
    needed = needed and bool(names or not way.rules.get("named"))
    needed = needed and not (way.rules.get("surely") and any(len(each.values) > 1 for each in names))
    return needed and all(len(_values(names, _NAMES[each])) <= count for each, count in most.items())


def _values(names: Sequence[Reading], kind: Kind) -> tuple[str, ...]:
    in_order = sorted((each for each in names if each.kind is kind), key=lambda each: each.start)
    return tuple(dict.fromkeys(each.values[0] for each in in_order))


def _quoted(text: str, start: int, end: int) -> str:
    return (text.quote(start, end) if isinstance(text, Sentence) else text[start:end]).strip(" ")


@cache
def _way(name: str) -> _Way:
    words, rules = _table_and_section(name)
    rules = rules if isinstance(rules, dict) else {"says": [name.partition(".")[2]]}
    pattern = partial(_pattern, words)
    says, denies, but, beside = (rules.get(key, []) for key in ("says", "denies", "but", "beside"))
    only = [_any([*says, *beside, "particles", "signs", "named"])] if "beside" in rules else []
    patterns = "whole" in rules or "anywhere" in rules
    return _Way(
        rules=rules,
        names=frozenset(Kind if rules.get("names") == "all" else [_NAMES[each] for each in rules.get("names", [])]),
        says=[pattern(_any([each])) for each in says],
        denies=[pattern(_any([each])) for each in denies],
        but=[pattern(_any([each])) for each in but],
        only=[pattern(f"{each}*") for each in only],
        whole=[pattern(each) for each in rules.get("whole", [])],
        anywhere=[pattern(each) for each in rules.get("anywhere", [] if patterns else [""])],
    )


@cache
def _kinds(name: str) -> Mapping[str, Pattern]:
    words, kinds = _table_and_section(name)
    return {kind: _pattern(words, _any([f"{name.partition('.')[2]}.{kind}"])) for kind in kinds}


def _table_and_section(name: str) -> tuple[Mapping[str, Any], Any]:
    file, _, section = name.partition(".")
    words = table(file)
    return words, at(words, section)


def _any(lists: Sequence[str | Sequence[str]]) -> str:
    """The pattern of a word of any of some lists, several of which may stand for one."""
    named = [name for each in lists for name in ([each] if isinstance(each, str) else each)]
    return "(?:" + "|".join(f"{{{each}}}" for each in named) + ")"


def _pattern(words: Mapping[str, Any], template: str) -> Pattern:
    return Pattern("(?is)" + filled(template, words))
