"""Units, and offices outside the plan, that a sentence names in English: customs, culture & tourism, tax department.

Names are compared by their words; small ones (and, of) and the choice of word for an office do not matter.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from data.patterns import Pattern
from data.understanding.fillers import ENGLISH
from data.understanding.grouping import grouped
from data.understanding.lexicon import table
from data.understanding.meaning import Kind, Reading

_WORDS: dict[str, Any] = table("offices")["english"]
_SAME: Mapping[str, str] = _WORDS["same"]
_OFFICES, _SMALL, _CITY = frozenset(_WORDS["office"]), frozenset(_WORDS["small"]), frozenset(_WORDS["city"])
_STRANGERS, _OUTSIDE, _OTHER = frozenset(_WORDS["stranger"]), frozenset(_WORDS["outside"]), frozenset(_WORDS["other"])
_WHOSE = tuple(_WORDS["whose"])
_ALONE, _THINGS = frozenset(_WORDS["alone"]), frozenset(_WORDS["things"])
_NO_NAME = (ENGLISH | frozenset(_WORDS["not_a_name"])) - {"and"}
_OFFICE = "office"
_WORD = Pattern("[a-z]+(?:['’-][a-z]+)*['’]?|&")
_LONGEST = 9

Key = tuple[str, ...]


class EnglishWord(NamedTuple):
    """A word in the form in which it is compared, and its place."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class EnglishNames:
    """The units that each key of words may mean, and the words for a city before a name."""

    units: Mapping[Key, tuple[str, ...]]
    city: frozenset[str]


def index_english(
    names: Mapping[str, Sequence[str]], also: Mapping[str, Sequence[str]], cities: Iterable[str]
) -> EnglishNames:
    """Return names in Latin letters indexed with the units each may mean; `also` counts where `names` has nothing."""
    whole, parts = dict[Key, list[str]](), dict[Key, list[str]]()
    for named in (names, also):
        known = set(whole)
        for name, units in named.items():
            for key in _keys(name):
                if key not in known:
                    whole.setdefault(key, []).extend(units)
            for key in _keys_of_parts(name):
                parts.setdefault(key, []).extend(units)
    return EnglishNames(
        {key: tuple(dict.fromkeys(units)) for key, units in (parts | whole).items()}, _CITY.union(cities)
    )


def find_english_units(text: str, names: EnglishNames) -> Iterator[Reading]:
    """Yield the units that a lower-cased text names in English."""
    for run in _runs(text):
        at = 0
        while at < len(run):
            length, units = _unit_at(run, at, names)
            if length:
                first = at
                while first and run[first - 1].text in names.city:
                    first -= 1
                yield Reading(Kind.UNIT, run[first].start, run[at + length - 1].end, units, 0.9)
            at += length or 1


def find_english_strangers(text: str) -> Iterator[Reading]:
    """Yield what is named like an office in a text with all that is known blanked out."""
    for run in _runs(text):
        for at, word in enumerate(run):
            first = _first_of_stranger(run, at)
            if first is not None:
                start = run[first].start
                yield Reading(Kind.STRANGER, start, word.end, (text[start : word.end],), 0.8)


def latin_names(names: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """Return the names in Latin letters among those of units, lower-cased, with the units that each may mean."""
    return grouped((form.lower(), unit) for unit, forms in names.items() for form in forms if form.isascii())


def _runs(text: str) -> Iterator[list[EnglishWord]]:
    """Yield the words that follow each other with only a space between them."""
    run = list[EnglishWord]()
    for match in _WORD.finditer(text):
        start, end = match.span()
        if run and text[run[-1].end : start] != " ":
            yield run
            run = []
        run.append(EnglishWord(_plain(match[0]), start, end))
    if run:
        yield run


def _plain(word: str) -> str:
    word = word.replace("’", "'").removesuffix("'s").removesuffix("'")
    if word[:-1] in _OFFICES and word.endswith("s"):
        word = word[:-1]
    return _SAME.get(word, word)


def _unit_at(run: Sequence[EnglishWord], at: int, names: EnglishNames) -> tuple[int, tuple[str, ...]]:
    """Return how many words from `at` on name units, as many as possible, and which units."""
    before, behind = (" ".join(word.text for word in run[max(0, first) : first + 2]) for first in (at - 1, at))
    if run[at].text in _SMALL or {before, behind} & _OTHER or _first_of_body(run, at) is not None:
        return 0, ()
    for length in range(min(_LONGEST, len(run) - at), 0, -1):
        words = [word.text for word in run[at : at + length]]
        of_a_thing = length == 1 and at + 1 < len(run) and run[at + 1].text in _THINGS
        units = () if words[-1] in _SMALL or of_a_thing else names.units.get(_key(words), ())
        if units:
            return length, units
    return 0, ()


def _key(words: Iterable[str]) -> Key:
    """Return the words that count, with one word for an office at the end if they have any."""
    kept = [word for word in words if word not in _SMALL]
    named = [word for word in kept if word not in _OFFICES]
    return (*named, _OFFICE) if len(named) < len(kept) else tuple(named)


def _keys(name: str) -> Iterator[Key]:
    """Yield the keys under which a name is found.

    A name without a word for an office also has a key with one, and some that have one also a key without it.
    """
    words = [word.text for run in _runs(name) for word in run]
    key = _key(words)
    if not key:
        return
    yield key
    named = tuple(word for word in key if word != _OFFICE)
    if key == named:
        yield (*named, _OFFICE)
    elif _may_stand_alone(named) or _SMALL & {"and", "&"} & set(words):
        yield named


def _keys_of_parts(name: str) -> Iterator[Key]:
    """Yield the keys of the parts of a name of two offices: culture bureau, tourism."""
    words = [word.text for run in _runs(name) for word in run]
    joint = next((at for at, word in enumerate(words) if word in ("and", "&")), 0)
    for part in (words[:joint], words[joint + 1 :]) if joint else ():
        named = tuple(word for word in _key(part) if word != _OFFICE)
        if named:
            yield (*named, _OFFICE)
        if _may_stand_alone(named):
            yield named


def _may_stand_alone(named: Key) -> bool:
    return " ".join(named) in _ALONE


def _first_of_stranger(run: Sequence[EnglishWord], at: int) -> int | None:
    """Return where the name of an office outside the plan begins that ends at word `at`, or None."""
    if (body := _first_of_body(run, at)) is not None:
        return body
    if run[at].text in _OUTSIDE:
        return at
    if run[at].text not in _STRANGERS:
        return None
    first = at
    while first and run[first - 1].text not in _NO_NAME:
        first -= 1
    while run[first].text in _SMALL:
        first += 1
    return first if first < at else None


def _first_of_body(run: Sequence[EnglishWord], at: int) -> int | None:
    """Return where the name of a body that belongs to others begins, if the word `at` ends it, or None."""
    before = " ".join(word.text for word in run[max(0, at - _LONGEST) : at])
    return next((at - len(each.split()) for each in _WHOSE if before.endswith(each)), None)
