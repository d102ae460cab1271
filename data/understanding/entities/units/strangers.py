"""Offices that exist but are not in the plan, so that none of them is taken for a unit with a similar name."""

from collections.abc import Collection, Container, Iterator
from functools import cache

from data.patterns import Pattern
from data.understanding.grouping import lengths_by_start
from data.understanding.lexicon import any_of, lines, table
from data.understanding.meaning import Kind, Reading
from data.understanding.normalise.romanise import folded, spellings, syllables
from data.understanding.normalise.sentence import is_hanzi

_LEXICON = table("offices")["strange"]
_NAMES = sorted({name for line in lines("strange_offices") for name in line.split()}, key=len, reverse=True)
_HANZI = "[一-鿿]"
_PLACES, _PROVINCES = any_of(_LEXICON["other_places"]), any_of(_LEXICON["provinces"])
_KNOWN = Pattern(f"(?:(?:{_PLACES})市|(?:{_PROVINCES})省|{any_of(_LEXICON['prefixes'])})?({any_of(_NAMES)})")
_OTHER_LEVEL = Pattern(
    f"(?:(?:{_PROVINCES})省|{any_of(_LEXICON['other_levels'])}|(?:{_PLACES})市?){_HANZI}{{1,8}}?(?:局|厅|委|办|院|部|海关)"
)
_GOVERNMENT = Pattern(rf"({any_of(_LEXICON['governments'])})(?:$|[\s,，的有还负没进完那])")
_OTHER_CUSTOMS = Pattern(f"(?:{_PLACES})海关")
_BRANCH = Pattern(f"{_HANZI}{{2,4}}(?:分局|派出所|总局|总署)")
_BEFORE_A_NAME = frozenset("的查看问给和与跟在催是有下找请")
_LONG = 4
_LONG_RUN = Pattern(f"{_HANZI}{{{_LONG},}}")
_AFTER = r"(?:$|[\x00\s,，。?？!！的有还负没进完那这逾])"
_NO_BUREAU = "我本全各他她布结这那哪们贵当个该每格破开一"
_BUREAU = Pattern(
    rf"((?:{_HANZI}{{2}}市|市|省)?{_HANZI}{{1,5}}?[^{_NO_BUREAU}\x00\s\w,，。?？!！](?:局|委员会|厅)){_AFTER}"
)
_SMALL_OFFICE = Pattern(f"((?:{_HANZI}{{2}}市|市)?{_HANZI}{{1,3}}([办部处科]))(?:的|那边|这边|$)")
_NO_SMALL_OFFICE = {
    "办": "一么好没快立马怎待督交承主协经催已在未该要能帮查包代可照",
    "部": "全内外局大各本两",
    "处": "到何查惩各之",
    "科": "本",
}
_DISTRICT = Pattern(f"({_HANZI}{{2}}区(?:政府|人民政府)?){_AFTER}")
_NO_DISTRICT = frozenset("各全地社城园新小景片辖哪这那")

STRANGE_WORDS = frozenset(name[:-1] for name in _NAMES if len(name) == 3)


@cache
def spelt_strangers() -> dict[str, str]:
    """Return the offices by their names in pinyin."""
    return {spelling: name for name in _NAMES for spelling in spellings(name)}


@cache
def _sounds() -> dict[tuple[str, ...], str]:
    return {tuple(map(folded, syllables(name))): name for name in _NAMES if len(name) >= _LONG}


@cache
def _lengths() -> dict[tuple[str, ...], tuple[int, ...]]:
    return lengths_by_start(_sounds())


def find_strangers(text: str, known: Container[str], own_cities: Collection[str]) -> Iterator[Reading]:
    """Yield the offices named in what is left of a text that are no unit under any of the `known` names."""
    for match in _KNOWN.finditer(text):
        if (
            _begins_a_name(text, match.start())
            and match[1] not in known
            and text[match.end() : match.end() + 1] != "门"
        ):
            yield Reading(Kind.STRANGER, *match.span(), (match[0],), 0.9)
    for start, end in _of_other_places(text, tuple(own_cities)):
        if text[start:end] not in known:
            yield Reading(Kind.STRANGER, start, end, (text[start:end],), 0.8)
    for run in _LONG_RUN.finditer(text):
        yield from _sounding(run[0], run.start(), known)


def _of_other_places(text: str, own_cities: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    for match in _OTHER_LEVEL.finditer(text):
        further = text[match.end() : match.end() + 1]
        goes_on = further == "院" or (match[0].endswith("部") and further == "门")
        if _begins_a_name(text, match.start()) and not goes_on and not match[0].startswith(own_cities):
            yield match.span()
    for match in _GOVERNMENT.finditer(text):
        if _begins_a_name(text, match.start()):
            yield match.span(1)
    for pattern in (_OTHER_CUSTOMS, _BRANCH):
        for match in pattern.finditer(text):
            yield match.span()


def _begins_a_name(text: str, at: int) -> bool:
    return not (at and is_hanzi(text[at - 1])) or text[at - 1] in _BEFORE_A_NAME


def _sounding(run: str, place: int, known: Container[str]) -> Iterator[Reading]:
    """Yield the offices whose longer names only sound like what is written (市政贯理局)."""
    sounds = tuple(map(folded, syllables(run)))
    for start in range(len(sounds) - _LONG + 1):
        for length in _lengths().get(sounds[start : start + 2], ()):
            end = start + length
            office = _sounds().get(sounds[start:end])
            if office and office not in known and run[start:end] not in known:
                yield Reading(Kind.STRANGER, place + start, place + end, (run[start:end],), 0.7)


def find_office_shapes(text: str) -> Iterator[Reading]:
    """Yield what merely looks like the name of an office, once everything known has been taken out."""
    for match in _BUREAU.finditer(text):
        yield Reading(Kind.STRANGER, *match.span(1), (match[1],), 0.6)
    for match in _SMALL_OFFICE.finditer(text):
        stands_alone = not (match.start() and is_hanzi(text[match.start() - 1]))
        if stands_alone and text[match.end(2) - 2] not in _NO_SMALL_OFFICE[match[2]]:
            yield Reading(Kind.STRANGER, *match.span(1), (match[1],), 0.6)
    for match in _DISTRICT.finditer(text):
        stands_alone = not (match.start() and is_hanzi(text[match.start() - 1]))
        if stands_alone and match[1][0] not in _NO_DISTRICT:
            yield Reading(Kind.STRANGER, *match.span(1), (match[1],), 0.6)
