"""The units that a sentence names, and the offices outside the plan."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from operator import attrgetter

from data.understanding.entities.topics import is_in_a_title
from data.understanding.entities.units.english import find_english_strangers, find_english_units
from data.understanding.entities.units.latin import find_latin_units
from data.understanding.entities.units.sounding import widened
from data.understanding.entities.units.strangers import find_strangers
from data.understanding.entities.units.written import find_units
from data.understanding.meaning import Kind, Reading, without_overlaps
from data.understanding.normalise.pinyin import LETTERS
from data.understanding.normalise.sentence import blank
from data.understanding.vocabulary import Vocabulary

_A_WORD = 2


def find_offices(rest: str, words: Vocabulary) -> list[Reading]:
    """Return the units and other offices that a lower-cased text names."""
    exact = find_units(rest, words.units, words.pairs.__contains__)
    strangers = find_strangers(rest, words.units.exact, words.units.cities)
    strangers = (each for each in strangers if not _in_a_title(each, rest, words))
    found = without_overlaps(sorted((*exact, *strangers), key=lambda each: (each.start - each.end, -each.sureness)))
    found = _local_offices(sorted((widened(rest, each, words.units) for each in found), key=attrgetter("start")))
    has_letters = not LETTERS.isdisjoint(rest)
    if has_letters:
        found += find_english_units(blank(rest, found), words.units.english)
        found += find_latin_units(blank(rest, found), words.units)
    found = list(_without_sums(rest, found, words.groups_of))
    return found + (list(find_english_strangers(blank(rest, found))) if has_letters else [])


def _in_a_title(stranger: Reading, rest: str, words: Vocabulary) -> bool:
    """Return whether the title of a task has what looks like an office, alone or with two more characters."""
    further = rest[stranger.start : stranger.end + _A_WORD]
    return is_in_a_title(stranger.values[0], words.tasks) or is_in_a_title(further, words.tasks)


def _without_sums(rest: str, found: Sequence[Reading], groups_of: Mapping[str, Collection[str]]) -> Iterator[Reading]:
    """Yield the readings, except a group right after one of its members: Wuchang and Hanyang districts."""
    ends = {each.end: each.values[0] for each in found}
    for each in found:
        member = ends.get(len(rest[: each.start].rstrip()), "")
        if each.values[0] not in groups_of.get(member, ()):
            yield each


def _local_offices(found: list[Reading]) -> list[Reading]:
    """Return the readings with a district's own office (江岸区公安局) as one stranger; 武昌洪山 stay two units."""
    for left, right in pairwise(found):
        local = right.kind is Kind.UNIT and not right.values[0].endswith("区人民政府")
        if left.end == right.start and left.values[0].endswith("区人民政府") and local:
            rest = [reading for reading in found if reading not in (left, right)]
            return _local_offices(
                [*rest, Reading(Kind.STRANGER, left.start, right.end, (left.values[0], right.values[0]))]
            )
    return found
