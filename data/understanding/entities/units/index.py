"""The index of every way a unit may be written: in hanzi, in pinyin, by initials, by sound."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from data.understanding.entities.units.english import EnglishNames, index_english, latin_names
from data.understanding.entities.units.names import (
    NO_OFFICE,
    TOGETHER,
    also_called,
    bare_forms,
    cities,
    clipped_forms,
    is_of_the_party,
    organ_forms,
    short_forms,
    stem,
    whole_forms,
)
from data.understanding.grouping import grouped, lengths_by_start
from data.understanding.normalise.romanise import folded, in_context, initials, spellings, syllables

NEARLY_FROM = 5
"""The length in syllables from which a name is recognised with one of them wrong, missing or added."""
_LONG = 16
"""The length in letters from which a spelling may have two slips."""
OFFICES = tuple("局委会办室院部区府关行")
"""The last characters of the names of offices."""
_PARTY_OFFICE = "市委"
Sound = tuple[str, ...]
Forms = dict[str, tuple[str, ...]]


@dataclass(frozen=True, eq=False)
class UnitIndex:
    """Every way to write the units of a plan, with the units that it may mean; compared by identity, to be a key.

    `exact` has the forms in hanzi, and words that only contain a name with no unit. `forms` has those of each unit.
    `bare` are forms without 局 and the like, `clipped` those of two characters that count only where a name may begin
    (财局). `english` has the names that are in Latin letters themselves. What few sentences need is indexed when it is
    first used: pinyin and initials of the `tiers` of forms, and the sounds of those that are `sounded`.
    """

    exact: Mapping[str, tuple[str, ...]]
    forms: Mapping[str, tuple[str, ...]]
    english: EnglishNames
    bare: frozenset[str]
    clipped: AbstractSet[str]
    lengths: Mapping[str, tuple[int, ...]]
    tiers: Sequence[Forms]
    sounded: Forms
    cities: frozenset[str]

    @cached_property
    def latin(self) -> Mapping[str, tuple[str, ...]]:
        """Pinyin and initials, with the units they may mean; those of later tiers replace those of earlier ones."""
        latin: Forms = {}
        for tier in self.tiers:
            spelt = (
                (spelling, units) for form, units in tier.items() for spelling in (*spellings(form), initials(form))
            )
            latin |= grouped((spelling.lower(), unit) for spelling, units in spelt for unit in units)
        return latin

    @cached_property
    def latin_about_as_long(self) -> Mapping[int, tuple[str, ...]]:
        """The spellings that a misspelt word can be meant for, by its length in letters."""
        return grouped(
            (length, spelling)
            for spelling in self.latin
            for slips in [slips_in(len(spelling) + 2)]
            for length in range(len(spelling) - slips, len(spelling) + slips + 1)
            if abs(len(spelling) - length) <= slips_in(length)
        )

    @cached_property
    def latin_in_order(self) -> Sequence[str]:
        """The spellings in alphabetical order."""
        return sorted(self.latin)

    @cached_property
    def sounds(self) -> Mapping[Sound, tuple[str, ...]]:
        """What names sound like, with the units that they may mean."""
        return grouped(
            (tuple(map(folded, sounds)), unit)
            for form, units in self.sounded.items()
            for sounds in {syllables(form), in_context(form)}
            for unit in units
        )

    @cached_property
    def sound_lengths(self) -> Mapping[Sound, tuple[int, ...]]:
        """The lengths of the sounds that begin with the same two syllables, the longest first."""
        return lengths_by_start(self.sounds)

    @cached_property
    def long_sounds(self) -> Sequence[tuple[Sound, frozenset[str]]]:
        """The sounds that are recognised with one syllable wrong, each with its syllables."""
        return [(sound, frozenset(sound)) for sound in self.sounds if len(sound) >= NEARLY_FROM]

    @cached_property
    def long_sounds_with(self) -> Mapping[str, Sequence[int]]:
        """The places of the long sounds by their two rarest syllables; with one of them wrong, the other is heard."""
        common = Counter(syllable for _, syllables in self.long_sounds for syllable in syllables)
        return grouped(
            (syllable, place)
            for place, (_, syllables) in enumerate(self.long_sounds)
            for syllable in sorted(syllables, key=lambda each: (common[each], each))[:2]
        )

    @cached_property
    def sounds_of(self) -> Mapping[tuple[str, ...], tuple[Sound, ...]]:
        """The sounds that may mean the same units."""
        return grouped((units, sound) for sound, units in self.sounds.items())

    def begins_a_spelling(self, letters: str) -> bool:
        """Return whether the pinyin or the initials of a name begin with `letters`."""
        place = bisect_left(self.latin_in_order, letters)
        return place < len(self.latin_in_order) and self.latin_in_order[place].startswith(letters)


def index_units(names: Mapping[str, Iterable[str]]) -> UnitIndex:
    """Return the index of units, given the aliases of each by its name."""
    written = {unit: dict.fromkeys((unit, *aliases)) for unit, aliases in names.items()}
    named = {unit: [form for form in forms if not form.isascii()] for unit, forms in written.items()}
    known_cities = cities(name for forms in named.values() for name in forms)
    whole, bare, prefixed = _hanzi_forms(named, known_cities)
    given: Forms = {name.lower(): (unit,) for unit, forms in named.items() for name in forms}
    also = {unit: also_called(unit, known_cities) for unit in names}
    elsewhere = _in_any_city(also)
    clipped = grouped((form, unit) for unit in names for form in clipped_forms(stem(unit, known_cities)))
    exact = {**clipped, **elsewhere, **prefixed, **bare, **whole, **given}
    exact |= {
        word: tuple(unit for name in names for unit in exact[name])
        for word, names in TOGETHER.items()
        if word not in given and all(name in exact for name in names)
    }
    if party := tuple(unit for unit in names if is_of_the_party(unit)):
        exact.setdefault(_PARTY_OFFICE, party)
    spoken = {**whole, **{form: units for form, units in given.items() if len(form) > 2}}
    return UnitIndex(
        exact=dict.fromkeys(NO_OFFICE, ()) | exact,
        forms=grouped((unit, form) for form, units in exact.items() for unit in units),
        english=index_english(
            latin_names(written), latin_names(also), ("".join(in_context(city)) for city in known_cities)
        ),
        bare=frozenset(form for form in exact if len(form) == 2 or not form.endswith(OFFICES)),
        clipped=clipped.keys() - {*elsewhere, *bare, *whole, *given},
        lengths=lengths_by_start((*exact, *NO_OFFICE)),
        tiers=(elsewhere, prefixed, bare, {**whole, **given}),
        sounded={form: units for form, units in spoken.items() if len(form) > 2 or form in given},
        cities=known_cities,
    )


def slips_in(length: int) -> int:
    """Return how many slips a word of `length` letters may have to be recognised."""
    return 2 if length >= _LONG else 1


def _hanzi_forms(named: Mapping[str, Iterable[str]], known_cities: frozenset[str]) -> tuple[Forms, Forms, Forms]:
    """Return the whole, bare and city-prefixed forms, each with the units that it may mean."""
    prefixes = ("市", *known_cities, *(f"{city}市" for city in known_cities))
    whole, bare = list[tuple[str, str]](), list[tuple[str, str]]()
    for unit, names in named.items():
        forms = dict.fromkeys(form for name in names for form in whole_forms(stem(name, known_cities)))
        bare += [(short, unit) for form in forms for short in (*bare_forms(form), *organ_forms(form))]
        whole += [(form, unit) for form in (*forms, *short_forms(stem(unit, known_cities)))]
    return grouped(whole), grouped(bare), grouped((prefix + form, unit) for form, unit in whole for prefix in prefixes)


def _in_any_city(also: Mapping[str, Iterable[str]]) -> Forms:
    """Return what units are called in any city, in hanzi, with the units that each name may mean."""
    names = ((name, unit) for unit, names in also.items() for name in names if not name.isascii())
    return grouped((form, unit) for name, unit in names for form in (name, f"市{name}"))
