"""Figures that people report for the plan's indicators: reading, checking and finding them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from data.errors import Refusal
from data.errors.numbers import FigureImpossible, FiguresUnclear, FigureTwice, FigureWithoutMeasure
from data.plan.indicators import indicators
from data.reporting.totals import PUT_RIGHT, figures_of_late, last_figures, repeated_figures
from data.standing.rows import ALWAYS
from data.store import Database
from data.understanding import IndicatorWords, Kind, Reading
from data.understanding.entities.figure_lines import read_line, says_none
from data.understanding.entities.figure_names import index_indicators
from data.understanding.entities.figure_values import lacks_measure
from data.understanding.entities.figures import figures_of, find_about
from data.understanding.normalise.sentence import normalise

JUMP = 10
NO_TOTALS: Mapping[str, float] = {}
Unclear = Mapping[str, Sequence[tuple[str, float | None]]]
"""Indicators that are given several different numbers, or one that they cannot have: each number as written, and its
value, or None for one that cannot be."""
NOTHING_UNCLEAR: Unclear = {}


@dataclass(frozen=True, slots=True)
class Figure:
    """A number for an indicator, with the indicator's English name and unit of measure.

    For a running total, `value` is the increase and `said` the total.
    """

    indicator: str
    english: str
    unit: str
    value: float
    said: float | None = None


@dataclass(frozen=True, slots=True)
class FiguresSaid:
    """The figures read from a text by indicator, which of them are running totals and which approximate (`about`), and
    why the rest was refused.

    `nil` is whether all that a return asks for are said to be zero. The numbers that are `unclear` are not among the
    figures.
    """

    figures: Mapping[str, float]
    running: tuple[str, ...] = ()
    refused: Refusal | None = None
    nil: bool = False
    unclear: Unclear = field(default_factory=dict)
    about: tuple[str, ...] = ()


def read_figures(text: str, known: Iterable[IndicatorWords]) -> Mapping[str, float]:
    """Return the figures stated in a line by indicator, in the indicator's unit (万 and 亿 converted); empty if it says
    none.

    Raises FiguresUnclear if words or the line are not understood, FigureImpossible for a number that the indicator
    cannot have, FigureWithoutMeasure for one that must be in another measure, FigureTwice for two different numbers.
    """
    said = figures_said(text, known)
    if said.refused:
        raise said.refused
    return said.figures


def figures_said(text: str, known: Iterable[IndicatorWords]) -> FiguresSaid:
    """Return what can be read from a line of figures, and why the rest cannot."""
    known, line = tuple(known), normalise(text).in_clauses().lower()
    if says_none(line):
        return FiguresSaid({})
    heard = read_line(line, index_indicators(known))
    unclear = unclear_figures(heard.readings)
    refused = next((why_unclear(*each, known) for each in unclear.items()), None)
    if refused is None and (heard.left or not heard.readings):
        left = "、".join(heard.left) if heard.readings else ""
        refused = FiguresUnclear(left or text.strip(), known)
    about = tuple(dict.fromkeys(each.values[0] for each in find_about(line, heard.readings)))
    running = running_totals_in(heard.readings)
    return FiguresSaid(figures_of(heard.readings), running, refused, unclear=unclear, about=about)


def running_totals_in(readings: Iterable[Reading]) -> tuple[str, ...]:
    """Return the indicators whose figures are running totals."""
    return tuple(dict.fromkeys(each.values[0] for each in readings if each.kind is Kind.RUNNING_TOTAL))


def unclear_figures(readings: Iterable[Reading]) -> Unclear:
    """Return the unclear numbers among the readings."""
    found = dict[str, dict[float | None, str]]()
    for each in readings:
        if each.kind is Kind.NO_FIGURE:
            found.setdefault(each.values[0], {})[None] = each.values[1]
        elif each.kind is Kind.ONE_OF_SEVERAL:
            name, value, words = each.values
            found.setdefault(name, {}).setdefault(float(value), words)
    return {name: tuple((words, value) for value, words in said.items()) for name, said in found.items()}


def why_unclear(name: str, said: Sequence[tuple[str, float | None]], known: Iterable[IndicatorWords]) -> Refusal:
    """Return why these numbers of an indicator are unclear: FigureTwice, FigureWithoutMeasure or FigureImpossible."""
    indicator = next(each for each in known if each.name == name)
    words = tuple(each for each, _ in said)
    if len(words) > 1:
        return FigureTwice(name, words, indicator.name_en)
    if lacks_measure(words[0], indicator.unit):
        return FigureWithoutMeasure(words[0], name, indicator.unit)
    return FigureImpossible(words[0], name, indicator.unit, indicator.kind == "whole")


def doubtful_figures(
    db: Database,
    assignment_id: int,
    figures: Mapping[str, float],
    replaces: int | None = None,
    running: Mapping[str, float] = NO_TOTALS,
) -> dict[str, float]:
    """Return the new figures that the writer should confirm.

    Those are figures at least ten times the last one of the assignment, at most a tenth of it, or equal to that in its
    last report. Figures of the report that is replaced are not compared with. `running` totals, given with what was
    reported before, are doubtful only if they are less than that.
    """
    below = {name: figures[name] for name, before in running.items() if figures.get(name, before) < before}
    new = {name: value for name, value in figures.items() if name not in running}
    last = last_figures(db, assignment_id, replaces)
    jumping = {name: value for name, value in new.items() if name in last and jumps(value, last[name])}
    return below | jumping | repeated_figures(db, assignment_id, new, replaces)


def may_put_right(db: Database, assignment_id: int, figures: Mapping[str, float], today: date) -> dict[str, float]:
    """Return the new figures, zeros aside, that may be meant to put right those of the late report on the assignment
    and not to add to them, which the writer should tell."""
    late = figures_of_late(db, assignment_id, today) if figures else {}
    return {name: value for name, value in figures.items() if value and name in late}


def jumps(value: float, last: float) -> bool:
    """Return whether a figure is at least ten times the last one, or at most a tenth of it."""
    return last > 0 and not last / JUMP < value < last * JUMP


def figures_of_report(db: Database, report_id: int) -> tuple[Figure, ...]:
    """Return a report's figures, with later corrections, in the order of the indicators."""
    rows = db.fetch_all(
        f"SELECT indicator, said, value, {PUT_RIGHT} AS put_right FROM report_figures WHERE report_id = :id",
        {"id": report_id, "known": ALWAYS},
    )
    said = {row["indicator"]: row["said"] if row["put_right"] is None else None for row in rows}
    values = {row["indicator"]: row["value"] if row["put_right"] is None else row["put_right"] for row in rows}
    figures = figures_with_units(db, values)
    return tuple(replace(each, said=said[each.indicator]) for each in figures)


def figures_with_units(db: Database, figures: Mapping[str, float]) -> tuple[Figure, ...]:
    """Return numbers by indicator as figures, in the order of the indicators."""
    if not figures:
        return ()
    return tuple(
        Figure(each.name, each.name_en or each.name, each.unit, figures[each.name])
        for each in indicators(db)
        if each.name in figures
    )
