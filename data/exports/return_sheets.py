"""Statistics returns as workbooks: a sheet for each round, one for comparison, and one for a ledger's whole span."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from data.exports.formats import as_workbook
from data.exports.ledger import Ledger
from data.exports.tables import Column, ColumnKind, Row, Sheet
from data.exports.texts import AS_OF, SEMICOLON, Language, days_words, indicator_name, number
from data.exports.texts import return_sheets as words
from data.exports.texts.sheets import INDICATOR, UNIT
from data.returns.return_table import Comparison, ReturnTable
from data.returns.rounds import Round
from data.returns.unit_returns import ReturnState, UnitReturn, Values
from data.understanding import IndicatorWords

MOST_NAME = 31
"""Maximum number of characters in the name of a sheet in Excel."""
NOT_IN_NAMES = set(r"[]:*?/\\'")


def returns_workbook(tables: Sequence[ReturnTable], today: date, language: Language) -> bytes:
    """Return the rounds as a workbook with a sheet for each."""
    named = zip(tables, _names(tables, language), strict=True)
    sheets = [return_sheet(table, name, language) for table, name in named]
    of = AS_OF(language, day=today)
    return as_workbook(words.BOOK(language), of, sheets, language)


def return_sheet(table: ReturnTable, name: str, language: Language) -> Sheet:
    """Return the sheet of a round: what each unit has filed, the totals, and corrections after the freeze."""
    numbers = [Column(indicator_words(each, language), 14, ColumnKind.NUMBER) for each in table.indicators]
    beside = [
        Column(words.CORRECTED(language, heading=column.name), 14, ColumnKind.NUMBER)
        for column in numbers
        if table.totals_now is not None
    ]
    columns = [
        Column(UNIT(language), 24),
        Column(words.STATE(language), 12),
        *numbers,
        *beside,
        Column(words.FILED_ON(language), 17, ColumnKind.MOMENT),
        Column(words.BY(language), 12),
        Column(words.REASON(language), 30),
    ]
    return Sheet(name, columns, _rows(table, language))


def state_words(unit: UnitReturn, language: Language) -> str:
    """Return the state of a unit's return, whether it is nil, and whether it is late."""
    is_nil = unit.state is ReturnState.FILED and unit.standing is not None and unit.standing.nil
    said = (words.NIL if is_nil else words.STATES[unit.state])(language)
    return words.LATE(language, state=said) if unit.late else said


def indicator_words(indicator: IndicatorWords, language: Language) -> str:
    """Return the name of an indicator with its unit of measure, which an English name includes."""
    if language == "en" and indicator.name_en:
        return indicator.name_en
    return words.HEADING(language, name=indicator.name, unit=indicator.unit)


def round_words(of: Round, language: Language) -> str:
    """Return the period of a round in words."""
    return days_words(of.span.first, of.span.last, language) if of.span else words.ONCE(language)


def exceeding_words(table: ReturnTable, language: Language) -> list[tuple[str, str]]:
    """Return the units with figures above a limit, each with words that say which."""
    called = {each.name: indicator_name(each, language) for each in table.indicators}
    return [
        (
            unit.unit.name,
            words.EXCEEDS(
                language,
                name=called.get(limit.indicator, limit.indicator),
                value=number(values[limit.indicator]),
                limit=called.get(limit.at_most, limit.at_most),
                against=number(values[limit.at_most]),
            ),
        )
        for unit, limit, values in table.exceeding
    ]


def _rows(table: ReturnTable, language: Language) -> Iterator[Row]:
    exceeding = exceeding_words(table, language)
    for each in table.units:
        filing = each.corrected_since or each.standing or each.last
        reason = (filing.given_back or filing.reason) if filing else ""
        to_check = (words.TO_CHECK(language, told=said) for of, said in exceeding if of == each.unit.name)
        yield [
            each.unit.name,
            state_words(each, language),
            *_numbers(table, each.values),
            *(_numbers(table, _changed(each.values, each.values_now)) if table.totals_now is not None else []),
            filing.at if filing else None,
            filing.by if filing else "",
            SEMICOLON(language).join(filter(None, [reason, *to_check])),
        ]
    beside = _numbers(table, _changed(table.totals, table.totals_now)) if table.totals_now is not None else []
    yield [words.TOTAL(language), "", *_numbers(table, table.totals), *beside, None, "", ""]


def _changed(values: Values, now: Values | None) -> Values:
    return {name: value for name, value in (now or NONE).items() if value != values.get(name)}


def _numbers(table: ReturnTable, values: Values) -> list[float | None]:
    return [values.get(each.name) for each in table.indicators]


def _names(tables: Iterable[ReturnTable], language: Language) -> Iterator[str]:
    """Yield a unique sheet name for each round."""
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
    """Return a sheet with a row for each unit and indicator of each round, or one row if nothing was filed."""
    columns = [
        Column(words.RETURN(language), 26),
        Column(words.PERIOD(language), 16),
        Column(UNIT(language), 22),
        Column(words.STATE(language), 14),
        Column(INDICATOR(language), 24),
        Column(words.FIGURE(language), 12, ColumnKind.NUMBER),
        Column(words.CORRECTED_NOW(language), 12, ColumnKind.NUMBER),
        Column(words.REPORTED(language), 14, ColumnKind.NUMBER),
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
        now = _changed(of_unit.values, of_unit.values_now).get(each.name)
        yield *head, indicator_words(each, language), of_unit.values.get(each.name), now, reported.get(each.name)


NONE: Values = {}


def comparison_workbook(found: Comparison, language: Language) -> bytes:
    """Return a round as a workbook: its figures by unit, and a sheet that compares them with others."""
    by_unit = return_sheet(found.table, words.BY_UNIT(language)[:MOST_NAME], language)
    sheets = [by_unit, _comparison_sheet(found, language)]
    return as_workbook(found.table.round.title, round_summary(found, language), sheets, language)


def round_summary(found: Comparison, language: Language) -> str:
    """Return the period of a round, how many units have filed, when it is due, and since when it is frozen."""
    table, of = found.table, found.table.round
    frozen_on = of.frozen_at.date() if of.frozen_at else None
    told = [
        round_words(of, language),
        words.COMPLETE(language, filed=len(table.filed), all=len(table.units)),
        words.DUE(language, day=of.due),
        *([words.FROZEN(language, day=frozen_on)] if frozen_on else []),
    ]
    return " · ".join(told)


def round_file_name(of: Round, language: Language) -> str:
    """Return the name of a round's workbook."""
    title = "".join(each if each.isalnum() or each in "-_（）()" else "_" for each in of.title)
    return f"{title}_{round_words(of, language)}.xlsx"


def comparison_totals(found: Comparison, language: Language) -> list[tuple[str, Values]]:
    """Return the figures to compare the totals with: those of the period before, and those of reports."""
    before = found.before
    earlier = (
        [(words.TOTAL_BEFORE(language, period=round_words(before.round, language)), before.totals)] if before else []
    )
    reported = [(words.REPORTED(language), found.reported_in_all)] if found.reported_in_all else []
    return [*earlier, *reported]


def _comparison_sheet(found: Comparison, language: Language) -> Sheet:
    heads = (words.NOW, words.CORRECTED_NOW, words.BEFORE, words.REPORTED)
    columns = [
        Column(UNIT(language), 24),
        Column(INDICATOR(language), 24),
        *(Column(head(language), 16, ColumnKind.NUMBER) for head in heads),
    ]
    return Sheet(words.BESIDE(language), columns, _comparison_rows(found, language))


def _comparison_rows(found: Comparison, language: Language) -> Iterator[Row]:
    for each in found.table.units:
        before, reported = found.before_of(each.unit.id), found.reported.get(each.unit.id, NONE)
        yield from _comparison_lines(
            found, each.unit.name, (each.values, _changed(each.values, each.values_now), before, reported), language
        )
    before = found.before.totals if found.before else NONE
    now = _changed(found.table.totals, found.table.totals_now)
    totals = (found.table.totals, now, before, found.reported_in_all)
    yield from _comparison_lines(found, words.TOTAL(language), totals, language)


def _comparison_lines(found: Comparison, of: str, values: tuple[Values, ...], language: Language) -> Iterator[Row]:
    for each in found.table.indicators:
        yield of, indicator_words(each, language), *(figures.get(each.name) for figures in values)
