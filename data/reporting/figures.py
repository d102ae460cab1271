"""Statistics: the coordinator's indicators, what people enter for them, and their totals."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files

from data.errors import FigureImpossible, FiguresUnclear, FigureTwice, FigureWithoutMeasure, Refusal
from data.plan.plan import CURRENT
from data.reporting.plausible_figures import surely_meant
from data.reporting.totals import REPORTED, last_figures
from data.store import Database, change, fetch_all, transaction
from data.understanding import IndicatorWords, Kind, Reading
from data.understanding.entities.figures import Indicators, figures_of, find_figures, index_indicators, lacks_measure
from data.understanding.normalise.sentence import blank, normalise

JUMP = 10
SEPARATORS = re.compile(
    r"(?:[\s\0,，、;；。]|\.(?!\d)|\b(?:and|also|plus|with|we|in total|total)\b|[和及与](?=\0)"
    r"|(?:(?<=[\0\s,，、;；。])|^)(?:另外?|还有?|又|再|共计?|一共|总共|其中|已经?|我们?|本期|本[月周]|分别|大?约|有)++"
    r"(?=[\0\s,，、]|$)"
    r"|(?<=\0)(?:了|左右|多)(?=[\0\s,，、;；。]|$))+"
)
"""What may stand between figures and says nothing of its own."""

FULL_WIDTH = re.compile(r"(?<=\d)，(?=\d{3}(?!\d))")
NO_FIGURES = re.compile(
    r"(?:本期|本[周月]|暂时?|都|均|全|目前|这[周月次])*(?:没有?|无|未)(?:什么)?(?:新增|新的|增加|数据|统计数据|数)*的?[。!！]?"
    r"|(?:都|全部?|均)(?:是|为)?(?:0|零|没有?|无)[。!！]?|0|零|none|nothing(?: new)?|no (?:new )?(?:figures|ones)"
    r"|all (?:0|zero)"
)
WHEN_ASKED = {"立案": ("案件", "案子"), "抓获": ("抓了", "抓"), "case value": ("value",)}


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
    """The figures of a line by indicator, and why the rest of it cannot be taken."""

    figures: Mapping[str, float]
    refused: Refusal | None = None


@dataclass(frozen=True, slots=True)
class _Heard:
    """A way to read a line of figures, and the words that belong to none."""

    readings: Sequence[Reading]
    left: Sequence[str]
    misread: bool = False


def ensure_indicators(db: Database) -> None:
    """Take the shipped indicators where the plan has none yet."""
    with transaction(db):
        if not fetch_all(db, f"SELECT 1 FROM indicators WHERE plan_id IS {CURRENT} LIMIT 1"):
            shipped = files("data").joinpath("plan", "shipped", "indicators.csv")
            replace_indicators(db, shipped.read_text(encoding="utf-8"))


def replace_indicators(db: Database, text: str) -> int:
    """Take a table of indicators over (CSV: name,name_en,unit,kind,total,aliases); those in use stay.

    Returns how many there are.
    """
    rows = list(csv.DictReader(text.splitlines()))
    with transaction(db):
        change(
            db,
            f"""DELETE FROM indicators
            WHERE plan_id IS {CURRENT} AND name NOT IN ({REPORTED})""",
        )
        for position, row in enumerate(rows):
            change(
                db,
                f"""INSERT INTO indicators (plan_id, name, name_en, unit, kind, total, aliases, position)
                VALUES ({CURRENT}, :name, :name_en, :unit, :kind, :total, :aliases, :position)
                ON CONFLICT (ifnull(plan_id, 0), name) DO UPDATE SET name_en = excluded.name_en, unit = excluded.unit,
                    kind = excluded.kind, total = excluded.total, aliases = excluded.aliases,
                    position = excluded.position""",
                {
                    **row,
                    "name_en": row.get("name_en") or "",
                    "total": row.get("total") or "sum",
                    "position": position,
                },
            )
    return len(rows)


def indicators(db: Database) -> list[IndicatorWords]:
    """The indicators of the current plan, in their order."""
    return [
        IndicatorWords(
            row["name"],
            row["unit"],
            row["kind"],
            tuple(filter(None, row["aliases"].split("、"))),
            row["name_en"],
            row["total"],
        )
        for row in fetch_all(db, f"SELECT * FROM indicators WHERE plan_id IS {CURRENT} ORDER BY position")
    ]


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
    known = tuple(known)
    if NO_FIGURES.fullmatch(normalise(text).lower()):
        return FiguresSaid({})
    heard = _best(list(_hearings(normalise(text).lower(), index_indicators(map(_as_asked, known)))))
    try:
        for reading in heard.readings:
            check_figure(reading, known)
        if heard.left or heard.misread or not heard.readings:
            raise FiguresUnclear("、".join(heard.left) or text.strip(), known)
    except (FiguresUnclear, FigureImpossible, FigureWithoutMeasure, FigureTwice) as refused:
        return FiguresSaid(figures_of(heard.readings), refused)
    return FiguresSaid(figures_of(heard.readings))


def check_figure(reading: Reading, known: Iterable[IndicatorWords]) -> None:
    """Raises FigureImpossible, FigureWithoutMeasure or FigureTwice for a reading that is no figure."""
    if reading.kind is Kind.NO_FIGURE:
        name, *words = reading.values
        if len(words) > 1:
            raise FigureTwice(name, tuple(words))
        indicator = next(each for each in known if each.name == name)
        if lacks_measure(words[0], indicator.unit):
            raise FigureWithoutMeasure(words[0], name, indicator.unit)
        raise FigureImpossible(words[0], name, indicator.unit, indicator.kind == "whole")


def _hearings(heard: str, index: Indicators) -> Iterator[_Heard]:
    """The ways to read a line: with full-width commas in its numbers or between them, names first or numbers first."""
    for line in dict.fromkeys((FULL_WIDTH.sub(",", heard), heard)):
        for number_first in (False, True):
            found = find_figures(line, index, number_first=number_first)
            exact = [reading for reading in found if reading.kind is not Kind.NOT_EXACT]
            left = [word for word in SEPARATORS.split(blank(line, exact)) if word]
            sure = surely_meant(line, exact)
            yield _Heard(sure, left, misread=len(sure) < len(exact))


def _best(hearings: Sequence[_Heard]) -> _Heard:
    """The first that leaves no word and misreads none; else the line as it stands, names first."""
    return next((each for each in hearings if each.readings and not (each.left or each.misread)), hearings[-2])


def _as_asked(words: IndicatorWords) -> IndicatorWords:
    """An indicator with the words that mean it only where figures are asked for."""
    more = [name for short, names in WHEN_ASKED.items() if short in words.aliases for name in names]
    return replace(words, aliases=(*words.aliases, *more))


def implausible(
    db: Database, assignment_id: int, figures: Mapping[str, float], replaces: int | None = None
) -> dict[str, float]:
    """Of new figures those that are ten times the last one of the same assignment, or a tenth of it, or less.

    `replaces` is the report that they correct, which is no measure for them.
    """
    last = last_figures(db, assignment_id, replaces)
    return {
        name: value
        for name, value in figures.items()
        if name in last and last[name] > 0 and not last[name] / JUMP < value < last[name] * JUMP
    }


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
    return tuple(
        Figure(each.name, each.name_en or each.name, each.unit, figures[each.name])
        for each in indicators(db)
        if each.name in figures
    )
