"""Finding the indicators that a text names, and the limits it sets between them."""

from collections.abc import Sequence

from data.understanding.dialog.lists_changed import ListedMembers
from data.understanding.entities.figure_names import Name, index_indicators, names_in
from data.understanding.lexicon.patterns import patterns
from data.understanding.normalise.sentence import blank_spans, normalise
from data.understanding.words import IndicatorWords

_RULES = patterns("indicators")


def indicators_in(text: str, known: Sequence[IndicatorWords]) -> tuple[tuple[IndicatorWords, ...], str]:
    """Return the indicators that a text names, in its order, and what else it says."""
    if _RULES["everything"].search(text):
        return tuple(known), ""
    said = normalise(text).lower()
    found = _names(said, known)
    left = blank_spans(said, [(each.start, each.end) for each in found], " ")
    rest = " ".join(_RULES["between"].sub(" ", left).split())
    return tuple(dict.fromkeys(each.indicators[0] for each in found)), rest


def indicator_places(clause: str, known: Sequence[IndicatorWords]) -> list[ListedMembers]:
    """Return where a normalised clause names indicators, or all of them."""
    named = [ListedMembers(each.start, each.end, (each.indicators[0].name,)) for each in _names(clause, known)]
    everything = tuple(each.name for each in known)
    return sorted([*named, *(ListedMembers(*each.span(), everything) for each in _RULES["every_one"].finditer(clause))])


def limits_in(text: str) -> list[tuple[str, Sequence[str]]]:
    """Return the parts of a text and the two sides of the limit that each states (移送不超过立案；批捕≤抓获); a part
    that states none has one side, or more than two."""
    parts = filter(str.strip, _RULES["apart"].sub("\n", text).split("\n"))
    return [(part.strip(), _RULES["at_most"].sub("\n", part).split("\n")) for part in parts]


def _names(said: str, known: Sequence[IndicatorWords]) -> list[Name]:
    return names_in(said, index_indicators(known, asked=True))
