"""The indicators that a text names or describes, and the limits it sets between them."""

from collections.abc import Sequence

from data.understanding.dialog.lists_changed import ListedMembers
from data.understanding.entities.figure_names import Name, index_indicators, names_in
from data.understanding.lexicon import table
from data.understanding.lexicon.patterns import patterns
from data.understanding.meaning import Kind, Understanding
from data.understanding.normalise.sentence import TAKEN, blank, clauses_of, normalise
from data.understanding.words import IndicatorWords

_RULES = patterns("indicators")
_NEW = patterns("new_indicator")
_KINDS, _TOTALS = table("new_indicator")["kinds"], table("new_indicator")["totals"]
_UNIT_LENGTH, _PARTS = 8, 4


def indicators_in(text: str, known: Sequence[IndicatorWords]) -> tuple[tuple[IndicatorWords, ...], str]:
    """Return the indicators that a text names, in its order, and what else it says."""
    if _RULES["everything"].search(text):
        return tuple(known), ""
    said = normalise(text).lower()
    found = _names(said, known)
    left = blank(said, found, " ")
    rest = " ".join(_RULES["between"].sub(" ", left).split())
    return tuple(dict.fromkeys(each.indicators[0] for each in found)), rest


def indicator_places(clause: str, known: Sequence[IndicatorWords]) -> list[ListedMembers]:
    """Return where a normalised clause names indicators, or all of them."""
    named = [ListedMembers(each.start, each.end, (each.indicators[0].name,)) for each in _names(clause, known)]
    everything = tuple(each.name for each in known)
    return sorted([*named, *(ListedMembers(*each.span(), everything) for each in _RULES["every_one"].finditer(clause))])


def unknown_beside_indicators(meaning: Understanding, known: Sequence[IndicatorWords]) -> list[str]:
    """Return what a sentence lists beside indicators and is none itself, nor a unit or a day: 服务企业数 in
    宣传场次、服务企业数."""
    places = [each for each in meaning.readings if each.kind in (Kind.UNIT, Kind.TIME)]
    found = list[str]()
    for clause in clauses_of(blank(meaning.text, places)):
        items = _RULES["head"].sub("", clause).split("、")
        named = [bool(_names(each.lower(), known)) for each in items]
        found += [each.strip() for each, is_known in zip(items, named, strict=True) if any(named) and not is_known]
    return [each for each in found if len(each) > 1 and TAKEN not in each and not any(map(str.isdigit, each))]


def limits_in(text: str) -> list[tuple[str, Sequence[str]]]:
    """Return the parts of a text and the two sides of the limit that each states (移送不超过立案；批捕≤抓获); a part
    that states none has one side, or more than two."""
    parts = filter(str.strip, _RULES["apart"].sub("\n", text).split("\n"))
    return [(part.strip(), _RULES["at_most"].sub("\n", part).split("\n")) for part in parts]


def _names(said: str, known: Sequence[IndicatorWords]) -> list[Name]:
    return names_in(said, index_indicators(known))


def new_indicator(text: str) -> IndicatorWords | None:
    """Return the new indicator that a line describes, or None for anything else.

    The line has a name, a unit of measure, 整数 or 小数, and 累加 or 最新, perhaps after 新增.
    """
    words = _words_of(text)
    if len(words) < _PARTS:
        return None
    *names, unit, kind, total = words
    if kind.lower() not in _KINDS or total.lower() not in _TOTALS or len(unit) > _UNIT_LENGTH:
        return None
    name = " ".join(names)
    short = _NEW["counted"].fullmatch(name)
    aliases = (short["short"],) if short else ()
    return IndicatorWords(name, unit, _KINDS[kind.lower()], aliases, "", _TOTALS[total.lower()])


def _words_of(text: str) -> list[str]:
    """Return the words of a new indicator, without 新增, separators, and what leads to the unit of measure."""
    name, *others = _NEW["between"].sub(" ", _NEW["leads"].sub("", text.strip()).rstrip("。.")).split() or [""]
    return [word for word in (name, *(_NEW["led_to"].sub("", each) for each in others)) if word]


def begins_indicator(text: str) -> bool:
    """Return whether the first words of a message say that an indicator is to be added, complete or not."""
    return _NEW["named"].match(text.strip()) is not None


def completed_indicator(text: str) -> str:
    """Return the complete line of a new indicator, or an empty string if its name or unit is missing.

    Unless the text says otherwise, the indicator has whole numbers that are summed up.
    """
    words = _words_of(text)
    kind = next((word for word in words if word.lower() in _KINDS), "整数")
    total = next((word for word in words if word.lower() in _TOTALS), "累加")
    own = [word for word in words if word.lower() not in _KINDS and word.lower() not in _TOTALS]
    return " ".join([*own, kind, total]) if len(own) > 1 else ""


def says_new_indicator(text: str) -> bool:
    """Return whether a message begins with 新增 and describes a new indicator."""
    return _NEW["adding"].match(text.strip()) is not None and new_indicator(text) is not None
