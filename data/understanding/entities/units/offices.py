"""The units that a sentence names, in hanzi by any of their names or otherwise, and the offices outside the plan."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from operator import attrgetter

from data.patterns import Pattern
from data.understanding.entities.topics import is_in_a_title
from data.understanding.entities.units.english import find_english_strangers, find_english_units
from data.understanding.entities.units.index import UnitIndex
from data.understanding.entities.units.latin import find_latin_units, find_mixed_units
from data.understanding.entities.units.sounding import widened
from data.understanding.entities.units.strangers import begins_a_name, find_strangers
from data.understanding.lexicon import table, words_of
from data.understanding.meaning import Kind, Reading, without_overlaps
from data.understanding.normalise.pinyin import LETTERS
from data.understanding.normalise.sentence import blank, is_hanzi
from data.understanding.vocabulary import Vocabulary

_WORDS = table("strangers")["bodies"]
_OTHER_BODY = Pattern(
    f"^[省市]?(?:[^在的]{{0,2}}酒店|(?:[那这]家)?[^在的了查关]{{0,2}}[厂店]|[支大总]队|{'|'.join(words_of(_WORDS['behind']))})"
)
_SHORT_BODY, _NO_BODY = Pattern("^[省市]?[厅处所站部科]"), frozenset(words_of(_WORDS["none"]))
_DISTRICT, _DISTRICT_COMMITTEE = "区", "委"
_PARTY_OFFICE = "市委"
_ITS_OWN = tuple(words_of(_WORDS["acting"]))
_NEW_WORD = frozenset("要的有还没那这在都是和与等本下上今明完逾超报呢吗应该负进比")
_A_WORD = 2


def find_units(text: str, index: UnitIndex, in_a_phrase: Callable[[str], bool]) -> Iterator[Reading]:
    """Yield the units named exactly or half in pinyin (宣chuan部), and other bodies named after them (公安厅).

    The longest name at each place counts. `in_a_phrase` returns whether two neighbouring characters occur together in
    the plan: in 司法保护 no unit is named.
    """
    mixed = list(find_mixed_units(text, index))
    yield from mixed
    text, at = blank(text, mixed), 0
    while at < len(text) - 1:
        lengths = index.lengths.get(text[at : at + 2])
        if not lengths:
            at += 1
            continue
        form = _form_at(text, at, lengths, index, in_a_phrase)
        other = _other_body(text, at + len(form)) if form in index.bare or form.endswith(_DISTRICT) else 0
        if other:
            form = text[at : at + len(form) + other]
            yield Reading(Kind.STRANGER, at, at + len(form), (form,), 0.8)
        elif form and index.exact[form]:
            yield Reading(Kind.UNIT, at, at + len(form), index.exact[form])
        at += len(form) or 1


def _form_at(text: str, at: int, lengths: Iterable[int], index: UnitIndex, in_a_phrase: Callable[[str], bool]) -> str:
    for length in lengths:
        form, end = text[at : at + length], at + length
        no_name = (form in index.bare and _goes_on(text, end, in_a_phrase)) or (
            form in index.clipped and not begins_a_name(text, at)
        )
        if form in index.exact and not no_name:
            behind = text[end : end + 1]
            return "" if form == _PARTY_OFFICE and is_hanzi(behind) and behind not in _NEW_WORD else form
    return ""


def _goes_on(text: str, end: int, in_a_phrase: Callable[[str], bool]) -> bool:
    """Return whether a name only begins a phrase of the plan (海关联动), with no word such as 联络员 after it."""
    if text.startswith(_ITS_OWN, end):
        return False
    return text[end : end + 1] not in _NEW_WORD and in_a_phrase(text[end - 1 : end + 1])


def _other_body(text: str, end: int) -> int:
    """Return the length of the word for another body right after a name, or 0 if there is none."""
    behind = text[end : end + 8]
    if body := _OTHER_BODY.match(behind):
        return len(body[0])
    short = _SHORT_BODY.match(behind)
    length = len(short[0]) if short else text[end - 1 : end + 1] == _DISTRICT + _DISTRICT_COMMITTEE
    return 0 if behind[length - 1 : length + 1] in _NO_BODY else int(length)


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
