"""Resolve a written unit name: official names, other spellings, unit groups, and similar names."""

import csv
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, cached_property, lru_cache
from importlib.resources import files

from rapidfuzz import fuzz, process

from data.patterns import Pattern
from data.understanding.entities.units.english import EnglishNames, find_english_units, index_english, latin_names
from data.understanding.entities.units.names import also_called

ALIKE = 75
"""Minimum similarity (`ratio`, 0 to 100) for a name to be suggested; one wrong character in 市公安局 gives 75."""

MOST_NEAR = 3
SHORT = (3, 4, 2)
"""Lengths that a short name may have, in characters, the preferred one first."""
_BEFORE_A_PLACE = "年关于印发"
_PLACE = Pattern(r"全国|[\x{4e00}-\x{9fff}]{2,3}?[市省]|[\x{4e00}-\x{9fff}]{2,5}自治区")


class NameMatch(StrEnum):
    """How a written name relates to the known names."""

    KNOWN = "known"
    RESPELT = "respelt"
    GROUP = "group"
    NEAR = "near"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Resolution:
    """The result of resolving a written name.

    `name` is the official name of the unit or group, or the name as written if none is certain: a NEAR name is never
    replaced by what it resembles. `near` holds the official names that it resembles.
    """

    match: NameMatch
    written: str
    name: str
    near: tuple[str, ...] = ()


@dataclass(frozen=True)
class UnitNames:
    """The names of the known units and unit groups.

    `aliases` and `group_aliases` map other spellings to official names, `groups` maps a group to its members. Every
    name is also recognised with 市, with `city`, or with neither in front.
    """

    names: tuple[str, ...]
    aliases: Mapping[str, str] = field(default_factory=dict)
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    group_aliases: Mapping[str, str] = field(default_factory=dict)
    city: str = "武汉市"

    @cached_property
    def _official(self) -> Mapping[str, str]:
        """The official name for every known spelling."""
        official = {**self.group_aliases, **self.aliases}
        official |= {name: name for name in (*self.groups, *self.names)}
        return {_key(written): name for written, name in official.items()}

    @cached_property
    def _cores(self) -> Mapping[str, str]:
        return {key: _core(key, self.city) for key in self._official if len(key) > 2}

    def resolve(self, text: str) -> Resolution:
        """Return the unit or group that `text` names, or similar names, ignoring spaces and full-width forms."""
        written = tidy_name(text)
        if name := self._official.get(_key(written)):
            match = NameMatch.KNOWN if _key(name) == _key(written) else NameMatch.RESPELT
        elif name := self._under_another_prefix(_key(written)) or self._named_in_english(written.lower()):
            match = NameMatch.RESPELT
        elif near := self._near(_key(written)):
            return Resolution(NameMatch.NEAR, written, written, near)
        else:
            return Resolution(NameMatch.NEW, written, written)
        return Resolution(NameMatch.GROUP if name in self.groups else match, written, name)

    def short(self, name: str) -> str:
        """Return a unit's short name for narrow displays, or the full name if it has none.

        A short name is an alias whose length is in SHORT and which only leaves out characters of the full name.
        """
        spellings = [name, *(alias for alias, official in self.aliases.items() if official == name)]
        fitting = [each for each in spellings if len(each) in SHORT and _is_subsequence(each, name)]
        return min(fitting, key=lambda each: SHORT.index(len(each)), default=name)

    def _under_another_prefix(self, key: str) -> str | None:
        whole = key.partition("(")[0]
        bare = without_city(whole, self.city)
        spellings = {whole, bare, f"市{bare}", f"{self.city}{bare}"}
        meant = {self._official[spelling] for spelling in spellings if spelling in self._official}
        return meant.pop() if len(meant) == 1 else None

    @cached_property
    def _english(self) -> EnglishNames:
        city = self.city.removesuffix("市")
        return index_english({}, latin_names({name: also_called(name, (city,)) for name in self.names}), ())

    def _named_in_english(self, text: str) -> str | None:
        """Return the unit whose English name is the whole of `text` (in lower case), or None."""
        whole = (each.values for each in find_english_units(text, self._english) if each.end - each.start == len(text))
        names = next(whole, ()) if text.isascii() else ()
        return names[0] if len(names) == 1 else None

    def _near(self, key: str) -> tuple[str, ...]:
        core = _core(key, self.city)
        hits = process.extract(core, self._cores, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=None)
        return tuple(dict.fromkeys(self._official[spelling] for _, _, spelling in hits))[:MOST_NEAR]


@cache
def shipped_unit_names() -> UnitNames:
    """Return the shipped units with their other spellings, and the shipped unit groups."""
    text = files("data").joinpath("plan", "shipped", "units.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    groups = tuple(dict.fromkeys(row["group"] for row in rows if row["group"]))
    units = [row for row in rows if row["name"] not in groups]
    return UnitNames(
        names=tuple(unit["name"] for unit in units),
        aliases=_aliases(units),
        groups={group: tuple(unit["name"] for unit in units if unit["group"] == group) for group in groups},
        group_aliases=_aliases([row for row in rows if row["name"] in groups]),
    )


def names_of(title: str, names: UnitNames) -> UnitNames:
    """Return the names to use for reading a plan with this title.

    If the title names another city or province, or the whole country, none of the known names apply.
    """
    place = _PLACE.search(title)
    if place is None or names.city in title:
        return names
    return UnitNames((), city=place[0].lstrip(_BEFORE_A_PLACE))


def _is_subsequence(part: str, whole: str) -> bool:
    """Return whether `part` can be made by leaving characters of `whole` out."""
    rest = iter(whole)
    return all(char in rest for char in part)


def tidy_name(text: str) -> str:
    """Return a name in half-width forms, without spaces if it is Chinese, with single spaces if it is ASCII."""
    text = unicodedata.normalize("NFKC", text)
    text = "".join(char for char in text if unicodedata.category(char) != "Cf")
    words = text.split()
    return (" " if text.isascii() else "").join(words)


def without_city(name: str, city: str) -> str:
    """Return a unit's name without a leading city name or 市, keeping the 市 of 市场."""
    if name != city and name.startswith(city):
        return name.removeprefix(city)
    return name.removeprefix("市") if not name.startswith("市场") else name


@lru_cache(maxsize=4096)
def _key(text: str) -> str:
    return "".join(tidy_name(text).split()).casefold()


def _core(key: str, city: str) -> str:
    """Return the part of a name to compare for similarity.

    Without 人民政府, which all districts share, as it would make any two districts look alike.
    """
    return "市" + without_city(key, city).removesuffix("人民政府")


def _aliases(rows: list[dict[str, str]]) -> dict[str, str]:
    return {alias: row["name"] for row in rows for alias in row["aliases"].split("、") if alias}
