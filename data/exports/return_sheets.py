"""Rounds of statistics returns as workbooks: a sheet for each, and one beside what it can be compared with; and all of
a ledger's days on one sheet of its own."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from data.exports.ledger import Ledger
from data.exports.tables import Column, Kind, Row, Sheet, as_workbook
from data.exports.texts import AS_OF, Language, day_words, days_words
from data.exports.texts import return_sheets as words
from data.exports.texts.sheets import INDICATOR, UNIT
from data.returns.return_table import Comparison, ReturnTable
from data.returns.rounds import Round
from data.returns.unit_returns import UnitReturn, Values
from data.understanding import IndicatorWords

MOST_NAME = 31
"""Characters in the name of a sheet, as Excel has it."""
NOT_IN_NAMES = set(r"[]:*?/\\'")


def returns_workbook(tables: Sequence[ReturnTable], today: date, zone: ZoneInfo, language: Language) -> bytes:
    """These rounds as a file, a sheet each."""
    named = zip(tables, _names(tables, language), strict=True)
    sheets = [return_sheet(table, name, zone, language) for table, name in named]
    of = AS_OF(language, day=day_words(today, language))
    return as_workbook(words.BOOK(language), of, sheets, language)


def return_sheet(table: ReturnTable, name: str, zone: ZoneInfo, language: Language) -> Sheet:
    """A round: what each unit has filed, and the totals; what was corrected after freezing stands beside it."""
    numbers = [Column(indicator_words(each, language), 14, Kind.NUMBER) for each in table.indicators]
    beside = [
        Column(words.CORRECTED(language, heading=column.name), 14, Kind.NUMBER)
        for column in numbers
        if table.totals_now is not None
    ]
    columns = [
        Column(UNIT(language), 24),
        Column(words.STATE(language), 12),
        *numbers,
        *beside,
        Column(words.FILED_ON(language), 17, Kind.MOMENT),
        Column(words.BY(language), 12),
        Column(words.REASON(language), 30, Kind.LONG),
    ]
    return Sheet(name, columns, _rows(table, zone, language))


def state_words(unit: UnitReturn, language: Language) -> str:
    """How a unit stands, late ones as such."""
    said = words.STATES[unit.state](language)
    return words.LATE(language, state=said) if unit.late else said


def indicator_words(indicator: IndicatorWords, language: Language) -> str:
    """An indicator with its unit of measure, which the English name holds."""
    if language == "en" and indicator.name_en:
        return indicator.name_en
    return words.HEADING(language, name=indicator.name, unit=indicator.unit)


def round_words(of: Round, language: Language) -> str:
    """The period of a round."""
    return days_words(of.span.first, of.span.last, language) if of.span else words.ONCE(language)


def _rows(table: ReturnTable, zone: ZoneInfo, language: Language) -> Iterator[Row]:
    for each in table.units:
        filing = each.corrected_since or each.standing or each.last
        yield [
            each.unit.name,
            state_words(each, language),
            *_numbers(table, each.values),
            *(_numbers(table, each.values_now or {}) if table.totals_now is not None else []),
            filing.at.astimezone(zone) if filing else None,
            filing.by if filing else "",
            (filing.given_back or filing.reason) if filing else "",
        ]
    beside = _numbers(table, table.totals_now) if table.totals_now is not None else []
    yield [words.TOTAL(language), "", *_numbers(table, table.totals), *beside, None, "", ""]


def _numbers(table: ReturnTable, values: Values) -> list[float | None]:
    return [values.get(each.name) for each in table.indicators]


def _names(tables: Iterable[ReturnTable], language: Language) -> Iterator[str]:
    """A name for each sheet, no two alike."""
    taken = set[str]()
    for table in tables:
        said = f"{table.round.title} {round_words(table.round, language)}"
        name = base = "".join(char for char in said if char not in NOT_IN_NAMES)[-MOST_NAME:].strip()
        number = 1
        while name.casefold() in taken:
            number += 1
            name = f"{base[: MOST_NAME - 4]} {number}"
        taken.add(name.casefold())
        yield name


def filed_sheet(ledger: Ledger, language: Language) -> Sheet:
    """A row for each unit and indicator of each round; of a unit that has filed nothing, one that says so."""
    columns = [
        Column(words.RETURN(language), 26, Kind.LONG),
        Column(words.PERIOD(language), 16, Kind.LONG),
        Column(UNIT(language), 22, Kind.LONG),
        Column(words.STATE(language), 14),
        Column(INDICATOR(language), 24, Kind.LONG),
        Column(words.FIGURE(language), 12, Kind.NUMBER),
        Column(words.CORRECTED_NOW(language), 12, Kind.NUMBER),
        Column(words.REPORTED(language), 14, Kind.NUMBER),
    ]
    rows = (line for found in ledger.returns for unit in found.table.units for line in _lines(found, unit, language))
    return Sheet(words.BOOK(language), columns, rows)


def _lines(found: Comparison, of_unit: UnitReturn, language: Language) -> Iterator[Row]:
    of, unit = found.table.round, of_unit.unit
    head = (of.title, round_words(of, language), unit.name, state_words(of_unit, language))
    if not of_unit.values and of_unit.values_now is None:
        yield *head, None, None, None, None
        return
    reported = found.reported.get(unit.id, {})
    for each in found.table.indicators:
        now = (of_unit.values_now or {}).get(each.name)
        yield *head, indicator_words(each, language), of_unit.values.get(each.name), now, reported.get(each.name)


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
    return Sheet(words.BESIDE(language), columns, _beside_rows(found, language))


def _beside_rows(found: Comparison, language: Language) -> Iterator[Row]:
    for each in found.table.units:
        before, reported = found.before_of(each.unit.id), found.reported.get(each.unit.id, NONE)
        yield from _beside_lines(
            found, each.unit.name, (each.values, each.values_now or NONE, before, reported), language
        )
    before = found.before.totals if found.before else NONE
    totals = (found.table.totals, found.table.totals_now or NONE, before, found.reported_in_all)
    yield from _beside_lines(found, words.TOTAL(language), totals, language)


def _beside_lines(found: Comparison, of: str, values: tuple[Values, ...], language: Language) -> Iterator[Row]:
    for each in found.table.indicators:
        yield of, indicator_words(each, language), *(figures.get(each.name) for figures in values)
