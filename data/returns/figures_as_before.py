"""Figures of a return said to be those of the last period (案值跟上月一样), or to stay as they are (案值不变)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from data.reporting.figures import FiguresSaid
from data.returns.figures_written import without_days
from data.understanding import IndicatorWords
from data.understanding.entities.figure_names import Name, index_indicators, words_beside_numbers
from data.understanding.lexicon.patterns import patterns
from data.understanding.normalise.sentence import normalise

_RULES = patterns("figure_parts")


def with_figures_as_before(
    text: str,
    asked: Sequence[IndicatorWords],
    before: Mapping[str, float],
    unchanged: Mapping[str, float],
    today: date,
    read: Callable[[str], FiguresSaid],
) -> FiguresSaid:
    """Return what `read` finds in a text in which figures as before are written out.

    Those of the last period are in `before`, those that 不变 leaves in `unchanged`. Where the words follow no
    indicator, they mean all that the text gives no other figure for.
    """
    heard = normalise(text).in_lines()
    rest, others, last = "", dict[str, float](), 0
    for found in _RULES["as_it_was"].finditer(heard):
        known = before if found["last"] else unchanged
        names = _names_up_to(heard[last : found.start()], asked)
        values = {name: known[name] for each in names if (name := each.indicators[0].name) in known}
        if not known or len(values) < len(names):
            return read(text)
        start = last + names[0].start if names else found.start()
        rest += heard[last:start] + "".join(f"，{name} {_digits(value)}，" for name, value in values.items())
        others, last = others if names else dict(known), found.end()
    if not last:
        return read(text)
    rest += heard[last:]
    if not others:
        return read(rest)
    if not any(map(str.isdecimal, without_days(rest, today))):
        return FiguresSaid(others)
    written = read(rest)
    return replace(written, figures={**others, **written.figures})


def _names_up_to(text: str, asked: Sequence[IndicatorWords]) -> list[Name]:
    """Return the names at the end of a text that nothing but an "and" separates (立案和移送都)."""
    names = list(words_beside_numbers(text.lower(), index_indicators(asked)))
    first, end = len(names), len(text)
    while first and _RULES["joins"].fullmatch(text[names[first - 1].end : end]):
        first, end = first - 1, names[first - 1].start
    return names[first:]


def _digits(value: float) -> str:
    return str(int(value)) if value == int(value) else repr(value)
