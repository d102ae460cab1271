"""Which unit a written name means: official names, other spellings, groups, and names that are only alike."""

import csv
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, cached_property, lru_cache
from importlib.resources import files

from rapidfuzz import fuzz, process

from data.patterns import Pattern
from data.understanding.entities.units.english import (
    EnglishNames,
    find_english_units,
    index_english,
    latin_names,
)
from data.understanding.entities.units.names import also_called

ALIKE = 75
"""From this `ratio` on, of 100, a name is worth a question. One wrong character in 市公安局 makes 75."""

MOST_NEAR = 3
SHORT = (3, 4, 2)
"""How many characters a short name has, the best first."""
_BEFORE_A_PLACE = "年关于印发"
_PLACE = Pattern(r"全国|[\x{4e00}-\x{9fff}]{2,3}?[市省]|[\x{4e00}-\x{9fff}]{2,5}自治区")


class Match(StrEnum):
    """How surely a written name is a known one."""

    KNOWN = "known"
    RESPELT = "respelt"
    GROUP = "group"
    NEAR = "near"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a written name means.

    `name` is the unit or group to use: the official name where one is meant, else the name as it was written;
    a NEAR name is never replaced by what it resembles. `near` holds the official names that it resembles.
    """

    match: Match
    written: str
    name: str
    near: tuple[str, ...] = ()


@dataclass(frozen=True)
class UnitNames:
    """The known units and unit groups.

    `aliases` and `group_aliases` lead from another spelling to the official name, `groups` from a group to
    its members. Names are also known with 市, with `city`, or with neither before them.
    """

    names: tuple[str, ...]
    aliases: Mapping[str, str] = field(default_factory=dict)
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    group_aliases: Mapping[str, str] = field(default_factory=dict)
    city: str = "武汉市"

    @cached_property
    def _official(self) -> Mapping[str, str]:
        """The way from every spelling to its official name."""
        official = {**self.group_aliases, **self.aliases}
        official |= {name: name for name in (*self.groups, *self.names)}
        return {_key(written): name for written, name in official.items()}

    @cached_property
    def _cores(self) -> Mapping[str, str]:
        return {key: _core(key, self.city) for key in self._official if len(key) > 2}

    def resolve(self, text: str) -> Resolution:
        """The unit or group that the text means, or names like it; blanks and full-width forms aside."""
        written = tidy_name(text)
        if name := self._official.get(_key(written)):
            match = Match.KNOWN if _key(name) == _key(written) else Match.RESPELT
        elif name := self._under_another_prefix(_key(written)) or self._named_in_english(written.lower()):
            match = Match.RESPELT
        elif near := self._near(_key(written)):
            return Resolution(Match.NEAR, written, written, near)
        else:
            return Resolution(Match.NEW, written, written)
        return Resolution(Match.GROUP if name in self.groups else match, written, name)

    def short(self, name: str) -> str:
        """How a unit is called where there is little room: the spelling of a few characters that leaves some of its
        name out; the whole name where there is none."""
        spellings = [name, *(alias for alias, official in self.aliases.items() if official == name)]
        fitting = [each for each in spellings if len(each) in SHORT and _is_left_of(each, name)]
        return min(fitting, key=lambda each: SHORT.index(len(each)), default=name)

    def _under_another_prefix(self, key: str) -> str | None:
        bare = key.partition("(")[0]
        spellings = {bare, *_other_prefixes(bare, self.city)}
        meant = {self._official[spelling] for spelling in spellings if spelling in self._official}
        return meant.pop() if len(meant) == 1 else None

    @cached_property
    def _english(self) -> EnglishNames:
        city = self.city.removesuffix("市")
        return index_english({}, latin_names({name: also_called(name, (city,)) for name in self.names}), ())

    def _named_in_english(self, text: str) -> str | None:
        """The one unit that the whole of a lower-cased text names in English, as offices are called in any city."""
        whole = (each.values for each in find_english_units(text, self._english) if each.end - each.start == len(text))
        names = next(whole, ()) if text.isascii() else ()
        return names[0] if len(names) == 1 else None

    def _near(self, key: str) -> tuple[str, ...]:
        core = _core(key, self.city)
        hits = process.extract(core, self._cores, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=None)
        return tuple(dict.fromkeys(self._official[spelling] for _, _, spelling in hits))[:MOST_NEAR]


@cache
def shipped_unit_names() -> UnitNames:
    """The units of the shipped plan with their other spellings, and its unit groups."""
    units, groups = list(_shipped_rows("units.csv")), list(_shipped_rows("groups.csv"))
    return UnitNames(
        names=tuple(unit["name"] for unit in units),
        aliases=_aliases(units),
        groups={group["name"]: _members(group["name"], units) for group in groups},
        group_aliases=_aliases(groups),
    )


def names_of(title: str, names: UnitNames) -> UnitNames:
    """The names by which the units of a plan with this title are known: none but its own where it is of another city or
    province than these, or of the whole country."""
    place = _PLACE.search(title)
    if place is None or names.city in title:
        return names
    return UnitNames((), city=place[0].lstrip(_BEFORE_A_PLACE))


def _is_left_of(part: str, whole: str) -> bool:
    """Whether nothing but the characters of a name stand in a part of it, in their order."""
    rest = iter(whole)
    return all(char in rest for char in part)


def tidy_name(text: str) -> str:
    """A name in half-width forms, without blanks between Chinese characters; Latin words keep one blank."""
    text = unicodedata.normalize("NFKC", text)
    text = "".join(char for char in text if unicodedata.category(char) != "Cf")
    words = text.split()
    return (" " if text.isascii() else "").join(words)


def without_city(name: str, city: str) -> str:
    """A unit's name without a leading city name or 市; the 市 of 市场 stays."""
    if name != city and name.startswith(city):
        return name.removeprefix(city)
    return name.removeprefix("市") if not name.startswith("市场") else name


@lru_cache(maxsize=4096)
def _key(text: str) -> str:
    return "".join(tidy_name(text).split()).casefold()


def _other_prefixes(key: str, city: str) -> Iterator[str]:
    bare = without_city(key, city)
    return (prefix + bare for prefix in ("", "市", city))


def _core(key: str, city: str) -> str:
    """What is compared: the 人民政府 that all districts share would make every two of them alike."""
    return "市" + without_city(key, city).removesuffix("人民政府")


def _shipped_rows(filename: str) -> Iterator[dict[str, str]]:
    text = files("data").joinpath("plan", "shipped", filename).read_text(encoding="utf-8")
    return csv.DictReader(text.splitlines())


def _aliases(rows: list[dict[str, str]]) -> dict[str, str]:
    return {alias: row["name"] for row in rows for alias in row["aliases"].split("、") if alias}


def _members(group: str, units: list[dict[str, str]]) -> tuple[str, ...]:
    return tuple(unit["name"] for unit in units if unit["group"] == group)
