"""Which of a unit's returns a sentence means: by its title, by how often it is asked for, or by its figures."""

from collections.abc import Mapping, Sequence

from data.reporting.figures import FiguresSaid
from data.returns.returns import find_return
from data.returns.unit_returns import UnitReturn
from data.understanding import says
from data.understanding.returns.return_asked import ONCE, period_said, without_return_names
from data.understanding.titles_named import titles_named
from handlers.telegram import Context


def returns_named(context: Context, found: Sequence[UnitReturn], text: str) -> list[UnitReturn]:
    """Return those of the returns that a text names, or all if it names none."""
    every = period_said(text)
    as_often = [each for each in found if every in (None, each.round.span.granularity if each.round.span else ONCE)]
    return _titled(context, found, text) or as_often or [*found]


def return_titled(context: Context, found: Sequence[UnitReturn], text: str) -> UnitReturn | None:
    """Return the return that a text names by its title, or None if that is none or several."""
    titled = _titled(context, found, text)
    return titled[0] if len(titled) == 1 else None


def _titled(context: Context, found: Sequence[UnitReturn], text: str) -> list[UnitReturn]:
    indicators = [one for each in found for one in find_return(context.db, each.round.return_id).indicators]
    words = [word for each in indicators for word in (each.name, *each.aliases)]
    titled = titles_named({each.id: without_return_names(each.round.title) for each in found}, text, words)
    return [each for each in found if each.id in titled]


def to_fill_or_correct(found: Sequence[UnitReturn], text: str) -> list[UnitReturn]:
    """Return the returns that are still to be filed, or all if none is; if the text says that something was filed
    wrongly, those filed, given back ones first."""
    to_fill = [each for each in found if each.open]
    if not says(text, "returns.once_more"):
        return to_fill or [*found]
    handed_in = [each for each in found if each.last is not None]
    return [each for each in handed_in if each.open] or handed_in or to_fill


def returns_with_figures(
    context: Context, found: Sequence[UnitReturn], written: Mapping[int, FiguresSaid]
) -> list[UnitReturn]:
    """Return the returns that ask for all the figures written, only those that ask for no others if there are any."""
    fitting = [each for each in found if written[each.id].figures and written[each.id].refused is None]
    names = {each.id: {one.name for one in find_return(context.db, each.round.return_id).indicators} for each in found}
    return [each for each in fitting if names[each.id] <= written[each.id].figures.keys()] or fitting
