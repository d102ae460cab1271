"""A round of a statistics return beside the period before it and beside what the reports add up to, as a workbook."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from data.exports.return_sheets import MOST_NAME, indicator_words, return_sheet, round_words
from data.exports.tables import Column, Kind, Row, Sheet, as_workbook
from data.exports.texts import Language, day_words
from data.exports.texts import return_sheets as words
from data.exports.texts.sheets import INDICATOR, UNIT
from data.returns.return_table import Comparison
from data.returns.rounds import Round
from data.returns.unit_returns import Values

NONE: Values = {}


def comparison_workbook(found: Comparison, zone: ZoneInfo, language: Language) -> bytes:
    """A round as a file: its figures by unit, and a sheet on which they stand beside others."""
    by_unit = return_sheet(found.table, words.BY_UNIT(language)[:MOST_NAME], zone, language)
    sheets = [by_unit, _beside(found, language)]
    return as_workbook(found.table.round.title, round_told(found, zone, language), sheets, language)


def round_told(found: Comparison, zone: ZoneInfo, language: Language) -> str:
    """Which period a round is of, how complete it is, when it is due, and since when its figures stand."""
    table, of = found.table, found.table.round
    frozen_on = of.frozen_at.astimezone(zone).date() if of.frozen_at else None
    told = [
        round_words(of, language),
        words.COMPLETE(language, filed=len(table.filed), all=len(table.units)),
        words.DUE(language, day=day_words(of.due, language)),
        *([words.FROZEN(language, day=day_words(frozen_on, language))] if frozen_on else []),
    ]
    return " · ".join(told)


def file_name(of: Round, ending: str, language: Language) -> str:
    """What a file of a round is called."""
    title = "".join(each if each.isalnum() or each in "-_（）()" else "_" for each in of.title)
    return f"{title}_{round_words(of, language)}.{ending}"


def sums_beside(found: Comparison, language: Language) -> list[tuple[str, Values]]:
    """What the totals are compared with: those of the period before, and what was reported."""
    before = found.before
    earlier = (
        [(words.TOTAL_BEFORE(language, period=round_words(before.round, language)), before.totals)] if before else []
    )
    reported = [(words.REPORTED(language), found.reported_in_all)] if found.reported_in_all else []
    return [*earlier, *reported]


def _beside(found: Comparison, language: Language) -> Sheet:
    """A row for each unit and indicator, and for the totals of each."""
    heads = (words.NOW, words.CORRECTED_NOW, words.BEFORE, words.REPORTED)
    columns = [
        Column(UNIT(language), 24, Kind.LONG),
        Column(INDICATOR(language), 24, Kind.LONG),
        *(Column(head(language), 16, Kind.NUMBER) for head in heads),
    ]
    return Sheet(words.BESIDE(language), columns, _rows(found, language))


def _rows(found: Comparison, language: Language) -> Iterator[Row]:
    for each in found.table.units:
        before, reported = found.before_of(each.unit.id), found.reported.get(each.unit.id, NONE)
        yield from _lines(found, each.unit.name, (each.values, each.values_now or NONE, before, reported), language)
    before = found.before.totals if found.before else NONE
    totals = (found.table.totals, found.table.totals_now or NONE, before, found.reported_in_all)
    yield from _lines(found, words.TOTAL(language), totals, language)


def _lines(found: Comparison, of: str, values: tuple[Values, ...], language: Language) -> Iterator[Row]:
    for each in found.table.indicators:
        yield of, indicator_words(each, language), *(figures.get(each.name) for figures in values)
