"""Statistics: the figures that people enter for the indicators of the plan."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from data.errors import Refusal
from data.errors.numbers import FigureImpossible, FiguresUnclear, FigureTwice, FigureWithoutMeasure
from data.plan.indicators import indicators
from data.reporting.totals import last_figures, repeated
from data.store import Database, fetch_all
from data.understanding import IndicatorWords, Kind, Reading
from data.understanding.entities.figure_lines import read_line, says_none
from data.understanding.entities.figure_names import index_indicators
from data.understanding.entities.figures import figures_of, lacks_measure
from data.understanding.normalise.sentence import normalise

JUMP = 10


@dataclass(frozen=True, slots=True)
class Figure:
    """A number entered for an indicator, with its names in both languages and the unit of measure.

    Of a running total `value` is what is new, and `said` the total.
    """

    indicator: str
    english: str
    unit: str
    value: float
    said: float | None = None


@dataclass(frozen=True, slots=True)
class FiguresSaid:
    """The figures of a line by indicator, which of them are running totals, and why the rest of it cannot be taken."""

    figures: Mapping[str, float]
    running: tuple[str, ...] = ()
    refused: Refusal | None = None


def read_figures(text: str, known: Iterable[IndicatorWords]) -> Mapping[str, float]:
    """The figures that a line states, by indicator and in its unit (万 and 亿 converted); none where it says so.

    Raises FiguresUnclear for words that belong to none, and for a line without any figure, FigureImpossible for a
    number that the indicator cannot have, FigureWithoutMeasure for one that is rather of another measure, FigureTwice
    for two different ones.
    """
    said = figures_said(text, known)
    if said.refused:
        raise said.refused
    return said.figures


def figures_said(text: str, known: Iterable[IndicatorWords]) -> FiguresSaid:
    """What can be read of a line of figures, and why the rest of it cannot."""
    known, line = tuple(known), normalise(text).lower()
    if says_none(line):
        return FiguresSaid({})
    heard = read_line(line, index_indicators(known, asked=True))
    try:
        for reading in heard.readings:
            check_figure(reading, known)
        if heard.left or heard.misread or not heard.readings:
            raise FiguresUnclear("、".join(heard.left) or text.strip(), known)
    except (FiguresUnclear, FigureImpossible, FigureWithoutMeasure, FigureTwice) as refused:
        return FiguresSaid(figures_of(heard.readings), running_of(heard.readings), refused)
    return FiguresSaid(figures_of(heard.readings), running_of(heard.readings))


def running_of(readings: Iterable[Reading]) -> tuple[str, ...]:
    """The indicators whose figures are running totals, as readings say."""
    return tuple(dict.fromkeys(each.values[0] for each in readings if each.kind is Kind.RUNNING_TOTAL))


def check_figure(reading: Reading, known: Iterable[IndicatorWords]) -> None:
    """Raises FigureImpossible, FigureWithoutMeasure or FigureTwice for a reading that is no figure."""
    if reading.kind is Kind.NO_FIGURE:
        name, *words = reading.values
        indicator = next(each for each in known if each.name == name)
        if len(words) > 1:
            raise FigureTwice(name, tuple(words), indicator.name_en)
        if lacks_measure(words[0], indicator.unit):
            raise FigureWithoutMeasure(words[0], name, indicator.unit)
        raise FigureImpossible(words[0], name, indicator.unit, indicator.kind == "whole")


def doubtful(
    db: Database,
    assignment_id: int,
    figures: Mapping[str, float],
    replaces: int | None = None,
    running: Collection[str] = (),
) -> dict[str, float]:
    """Of new figures those that are asked about: ten times the last one of the same assignment, or a tenth of it, or
    less; or the same as in its last report.

    `replaces` is the report that they correct, which is no measure for them. Nor is any for `running` totals.
    """
    new = {name: value for name, value in figures.items() if name not in running}
    last = last_figures(db, assignment_id, replaces)
    jumping = {
        name: value
        for name, value in new.items()
        if name in last and last[name] > 0 and not last[name] / JUMP < value < last[name] * JUMP
    }
    return jumping | repeated(db, assignment_id, new, replaces)


def figures_of_report(db: Database, report_id: int) -> tuple[Figure, ...]:
    """The figures of one report, in the indicators' order, as they were put right since."""
    rows = fetch_all(
        db,
        """SELECT indicator, said, value, (
            SELECT put_right.value FROM figure_corrections AS put_right
            WHERE put_right.report_id = report_figures.report_id AND put_right.indicator = report_figures.indicator
            ORDER BY put_right.id DESC LIMIT 1
        ) AS put_right FROM report_figures WHERE report_id = ?""",
        [report_id],
    )
    said = {row["indicator"]: row["said"] if row["put_right"] is None else None for row in rows}
    values = {row["indicator"]: row["value"] if row["put_right"] is None else row["put_right"] for row in rows}
    figures = measured(db, values)
    return tuple(replace(each, said=said[each.indicator]) for each in figures)


def measured(db: Database, figures: Mapping[str, float]) -> tuple[Figure, ...]:
    """Numbers by indicator as figures, in the indicators' order."""
    if not figures:
        return ()
    return tuple(
        Figure(each.name, each.name_en or each.name, each.unit, figures[each.name])
        for each in indicators(db)
        if each.name in figures
    )
