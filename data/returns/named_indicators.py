"""Finding the indicators that a text names, and the limits it sets between them."""

from collections.abc import Iterator, Sequence

from data.errors.numbers import NoSuchIndicator
from data.patterns import Pattern
from data.returns.returns import Limit
from data.understanding import IndicatorWords
from data.understanding.entities.figure_names import Name, index_indicators, names_in
from data.understanding.lists_changed import ListedMembers
from data.understanding.normalise.sentence import normalise

_EVERYTHING = Pattern(r"(?i)全部|所有|都要|\ball\b")
_EVERY_ONE = Pattern(r"(?i)全部指标|所有指标|(?:全部|所有)的?指标|\ball indicators\b|^(?:全部|所有|全|全都)要?$")
_BETWEEN = Pattern(r"[\s,，、。.;；:：/和与及以指标]|\band\b")
_AT_MOST = Pattern(
    r"(?i)不(?:能|得|应|可以?)?(?:超过|大于|多于|高于)|小于(?:或)?等于|[≤<＜]=?|at most|not (?:more|greater) than"
)
_APART = Pattern(r"[;；,，。\n]")


def indicators_named(text: str, known: Sequence[IndicatorWords]) -> tuple[IndicatorWords, ...]:
    """Return the indicators that a text names, in its order. Raises NoSuchIndicator for any other words."""
    if _EVERYTHING.search(text):
        return tuple(known)
    said = normalise(text).lower()
    found = _names(said, known)
    left = said
    for each in reversed(found):
        left = f"{left[: each.start]} {left[each.end :]}"
    rest = " ".join(_BETWEEN.sub(" ", left).split())
    if rest or not found:
        raise NoSuchIndicator(rest or text.strip(), beside=bool(found))
    return tuple(dict.fromkeys(each.indicators[0] for each in found))


def indicator_places(clause: str, known: Sequence[IndicatorWords]) -> list[ListedMembers]:
    """Return where a normalised clause names indicators, or all of them."""
    named = [ListedMembers(each.start, each.end, (each.indicators[0].name,)) for each in _names(clause, known)]
    everything = tuple(each.name for each in known)
    return sorted([*named, *(ListedMembers(*each.span(), everything) for each in _EVERY_ONE.finditer(clause))])


def limits_said(text: str, known: Sequence[IndicatorWords]) -> tuple[Limit, ...]:
    """Return the limits stated in a text: 移送不超过立案；批捕≤抓获.

    Raises NoSuchIndicator for a part that states none.
    """
    return tuple(dict.fromkeys(_limits(text, known)))


def limits_to_offer(known: Sequence[IndicatorWords]) -> tuple[Limit, ...]:
    """Return limits that may apply: each indicator against the first one with the same unit of measure."""
    first: dict[str, IndicatorWords] = {}
    for each in known:
        first.setdefault(each.unit, each)
    return tuple(Limit(each.name, first[each.unit].name) for each in known if each != first[each.unit])


def _limits(text: str, known: Sequence[IndicatorWords]) -> Iterator[Limit]:
    for part in filter(str.strip, _APART.sub("\n", text).split("\n")):
        sides = _AT_MOST.sub("\n", part).split("\n")
        if len(sides) != 2:
            raise NoSuchIndicator(part.strip())
        small, large = (indicators_named(side, known) for side in sides)
        if len(small) != 1 or len(large) != 1 or small == large:
            raise NoSuchIndicator(part.strip())
        yield Limit(small[0].name, large[0].name)


def _names(said: str, known: Sequence[IndicatorWords]) -> list[Name]:
    return names_in(said, index_indicators(known, asked=True))
