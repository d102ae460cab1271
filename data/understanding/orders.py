"""Orders, wishes and answers, recognised by tables of the words that express them.

A lexicon file holds lists of words, and tables that describe ways of saying something with them:

    undo = ["撤销", "take back"]

    [verdict_undone]              # find_order(meaning, "decisions.verdict_undone")
    names = ["code", "unit"]      # kinds of names that are blanked out first, or "all"
    says = ["undo", "verdict"]    # lists, each of which must have a word in the text
    denies = ["report"]           # lists, none of which may have one
    beside = ["undo_beside"]      # if given, all else must be these words, particles, signs or names

The name of a section stands for all of its lists, and "numbers" for any number in digits or words. The name of a list
is itself a way, which any of its words says.

A table may also have patterns: one of `whole` must match the whole text, or one of `anywhere` a part of it. In them
`{undo}` is any word of a list, `{named}` a name that was blanked out and `{unnamed}` any other character; their groups
are the parts of what is said. The other keys of a table are conditions:

- `needs` lists the kinds that must be named, `named` is true if any name is needed, `most` gives the largest number
  of names of each kind, and `surely` is true if each name must have only one meaning.
- `told` is true if the text outside of the parts must not ask anything.
- `longest` is the largest number of characters.
- `spares` is true if exceptions (除了公安局) are blanked out, too.
- `but` lists words to blank out because they contain a word that is looked for and mean something else.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from typing import Any

from data.patterns import Pattern, PatternSet, any_of
from data.understanding.lexicon import table
from data.understanding.lexicon.patterns import fill_template, value_at
from data.understanding.lexicon.scanner import FoundWord
from data.understanding.list_exceptions import left_out
from data.understanding.meaning import Kind, Mood, Reading, Understanding
from data.understanding.normalise.sentence import Sentence, Span, blank, blank_spans, is_within
from data.understanding.polarity import clauses, moods

_NAMES = {
    "code": Kind.CODE,
    "unit": Kind.UNIT,
    "day": Kind.TIME,
    "task": Kind.TASK,
    "status": Kind.STATUS,
    "indicator": Kind.INDICATOR,
}


@dataclass(frozen=True, slots=True)
class Order:
    """Something that a text says in a `way`.

    `codes` and `units` are named outside of the `parts`, `left_out` are the names it excepts. The parts are quoted as
    written. `rest` is the text with names and parts blanked out. `place` is that of the first part, or of the whole
    match.
    """

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
        """The first task that is named, or an empty string."""
        return next(iter(self.codes), "")

    @property
    def unit(self) -> str:
        """The first unit that is named, or an empty string."""
        return next(iter(self.units), "")


@dataclass(frozen=True, slots=True)
class _Way:
    """The table of one way, with the sources of its patterns, which are looked for `together` with those of all tables
    of its file. One of `parts`, of which the whole ones are anchored, must match."""

    rules: Mapping[str, Any]
    together: str
    names: frozenset[Kind]
    needs: frozenset[Kind]
    says: Sequence[str]
    denies: Sequence[str]
    but: Sequence[Pattern]
    only: Sequence[str]
    parts: Sequence[str]


def find_order(heard: Understanding | str, *ways: str) -> Order | None:
    """Return what a sentence, or a text as it was written, says in the first of `ways` that fits it, or None."""
    return next((found for way in ways if (found := _said_in_way(way, heard))), None)


def says(heard: Understanding | str, *ways: str) -> bool:
    """Return whether a sentence says something in one of `ways`."""
    return find_order(heard, *ways) is not None


def ways_of(section: str) -> tuple[str, ...]:
    """Return the names of the ways in a section of a lexicon file, in its order."""
    file, _, path = section.partition(".")
    return tuple(f"{section}.{name}" for name in value_at(table(file), path))


def pattern_of(*ways: str) -> Pattern:
    """Return one pattern that a text must have somewhere to say something in one of `ways`."""
    return any_of(_pattern(each) for way in map(_compiled_way, ways) for each in way.parts)


def kinds_said(kinds: str, text: str) -> Iterator[FoundWord]:
    """Yield the words of the table `kinds` that `text` has, kind by kind in the order of the table."""
    for kind, words in _compiled_kinds(kinds).items():
        yield from (FoundWord(*found.span(), kind) for found in words.finditer(text))


def words_said(kinds: str, text: str) -> list[FoundWord]:
    """Return the words of the table `kinds` in the order of `text`, and of several at one place only the longest."""
    found = sorted(kinds_said(kinds, text), key=lambda each: (each.start, -each.end))
    return [each for number, each in enumerate(found) if not number or each.start >= found[number - 1].end]


def kind_said(kinds: str, text: str) -> str | None:
    """Return the first kind of the table `kinds` that has a word in `text`, or None."""
    return next((found.kind for found in kinds_said(kinds, text)), None)


def longest_said(kinds: str, text: str, *among: str) -> FoundWord | None:
    """Return the longest word of the table `kinds` in `text`, or only of the kinds `among`, if given.

    Of equally long words the one whose kind comes first wins. Returns None if there is none.
    """
    found = (each for each in kinds_said(kinds, text) if not among or each.kind in among)
    return max(found, key=lambda each: each.end - each.start, default=None)


def _said_in_way(name: str, heard: Understanding | str) -> Order | None:
    way = _compiled_way(name)
    text, readings = (heard.text, heard.readings) if isinstance(heard, Understanding) else (heard, ())
    if "longest" in way.rules and len(text) > way.rules["longest"]:
        return None
    but = left_out(heard) if "spares" in way.rules and isinstance(heard, Understanding) else []
    spared = [each for group in but for each in group.names]
    names = [each for each in readings if each.kind in way.names and each not in spared] if way.names else []
    if not _has_kinds(way, names):
        return None
    bare = text.in_lines() if isinstance(text, Sentence) else text
    if names or but:
        bare = blank(blank(bare, names), but)
    for words in way.but:
        bare = blank_spans(bare, words.spans(bare))
    said = _patterns_in(way.together, bare)
    if not said.issuperset(way.says) or not said.isdisjoint(way.denies):
        return None
    matches = (_pattern(each).search(bare) for each in way.parts if each in said)
    found = next(filter(None, matches), None)
    if found is None or not all(_pattern(words).fullmatch(bare) for words in way.only):
        return None
    parts = {part: found.span(part) for part in found.groups()}
    outside = [each for each in names if not is_within(each.start, parts.values())]
    rest = blank_spans(bare, parts.values(), " ")
    if (way.rules.get("told") and _asks(text, rest)) or not _names_enough(way, outside):
        return None
    codes, units = _values(outside, Kind.CODE), _values(outside, Kind.UNIT)
    written = {part: quoted(text, start, end) for part, (start, end) in parts.items()}
    place = next(iter(parts.values()), found.span())
    return Order(name, codes, units, tuple(each.values[0] for each in spared), written, rest, place)


def _asks(text: str, rest: str) -> bool:
    said = [text[start:end].lower() for start, end in clauses(text, spaces=False) if rest[start:end].strip()]
    return any(mood in (Mood.ASKS, Mood.WHETHER) for clause in said for mood in moods(clause))


def _names_enough(way: _Way, names: Sequence[Reading]) -> bool:
    most: Mapping[str, int] = way.rules.get("most", {})
    unsure = way.rules.get("surely") and any(len(each.values) > 1 for each in names)
    few = all(len(_values(names, _NAMES[each])) <= count for each, count in most.items())
    return few and not unsure and _has_kinds(way, names)


def _has_kinds(way: _Way, names: Sequence[Reading]) -> bool:
    enough = not way.needs or way.needs <= {each.kind for each in names}
    return enough and bool(names or not way.rules.get("named"))


def _values(names: Sequence[Reading], kind: Kind) -> tuple[str, ...]:
    in_order = sorted((each for each in names if each.kind is kind), key=lambda each: each.start)
    return tuple(dict.fromkeys(each.values[0] for each in in_order))


def quoted(text: str, start: int, end: int) -> str:
    """Return a part of a text as it was originally written, without spaces around it."""
    return (text.quote(start, end) if isinstance(text, Sentence) else text[start:end]).strip(" ")


def as_written(text: str, words: str) -> str:
    """Return words that were found in a text as they were originally written there."""
    at = text.find(words) if words else -1
    return (quoted(text, at, at + len(words)) if at >= 0 else "") or words


@cache
def _compiled_way(name: str) -> _Way:
    words, rules = _table_and_section(name)
    together = name.partition(".")[0] if _is_table(rules) else name
    rules = rules if isinstance(rules, dict) else {"says": [name.partition(".")[2]]}
    pattern, lists = partial(_source, words), ("says", "denies", "but")
    says, denies, but = ([pattern(_any_of([each])) for each in rules.get(key, [])] for key in lists)
    beside = [*rules.get("says", []), *rules.get("beside", []), "particles", "signs", "named"]
    only = [pattern(f"{_any_of(beside)}*")] if "beside" in rules else []
    names = frozenset(Kind if rules.get("names") == "all" else [_NAMES[each] for each in rules.get("names", [])])
    needs = frozenset(_NAMES[each] for each in rules.get("needs", ()))
    whole = [f"^(?:{pattern(each)})$" for each in rules.get("whole", [])]
    anywhere = [pattern(each) for each in rules.get("anywhere", [] if "whole" in rules else [""])]
    return _Way(rules, together, names, needs, says, denies, [*map(_pattern, but)], only, [*whole, *anywhere])


@lru_cache(maxsize=64)
def _patterns_in(together: str, bare: str) -> frozenset[str]:
    return frozenset(_looked_for(together).found_in(bare))


@cache
def _looked_for(together: str) -> PatternSet:
    """Return what all tables of a file, or a single list of words, need or deny."""
    ways = map(_compiled_way, [together] if "." in together else _tables_in(together, table(together)))
    return PatternSet(dict.fromkeys(each for way in ways for each in (*way.says, *way.denies, *way.parts)))


def _tables_in(name: str, section: Any) -> Iterator[str]:
    """Yield the names of the ways in a section that tables describe."""
    for part, rules in section.items() if isinstance(section, dict) else ():
        if _is_table(rules):
            yield f"{name}.{part}"
        else:
            yield from _tables_in(f"{name}.{part}", rules)


def _is_table(rules: Any) -> bool:
    return isinstance(rules, dict) and not rules.keys().isdisjoint(("says", "whole", "anywhere"))


@cache
def _compiled_kinds(name: str) -> Mapping[str, Pattern]:
    words, kinds = _table_and_section(name)
    return {kind: _pattern(_source(words, _any_of([f"{name.partition('.')[2]}.{kind}"]))) for kind in kinds}


def _table_and_section(name: str) -> tuple[Mapping[str, Any], Any]:
    file, _, section = name.partition(".")
    words = table(file)
    return words, value_at(words, section)


def _any_of(lists: Sequence[str | Sequence[str]]) -> str:
    """Return the template for a word of any of `lists`; an item may also be a sequence of lists."""
    named = [name for each in lists for name in ([each] if isinstance(each, str) else each)]
    return "(?:" + "|".join(f"{{{each}}}" for each in named) + ")"


def _source(words: Mapping[str, Any], template: str) -> str:
    return "(?is)" + fill_template(template, words)


_pattern = cache(Pattern)
