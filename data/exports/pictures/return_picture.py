"""The picture of a statistics return: units by indicators, with totals and the figures to compare them with."""

from data.exports.pictures.unit_table import TableRow, UnitTable, unit_table
from data.exports.return_sheets import comparison_totals, exceeding_words, round_summary
from data.exports.texts import SEMICOLON, Language, number
from data.exports.texts import return_sheets as words
from data.returns.return_table import Comparison
from data.returns.unit_returns import UnitReturn, Values
from data.understanding import IndicatorWords


def return_picture(found: Comparison, language: Language) -> list[bytes]:
    """Return the picture as PNG files, several if the table is large."""
    table = found.table
    names = [each.name for each in table.indicators]
    beside = comparison_totals(found, language)
    to_check = [f"{unit} {said}" for unit, said in exceeding_words(table, language)]
    notes = [
        *([words.FROZEN_NOTE(language)] if table.totals_now is not None else []),
        *([words.BESIDE_NOTE(language)] if found.reported_in_all else []),
        *([words.TO_CHECK(language, told=SEMICOLON(language).join(to_check))] if to_check else []),
    ]
    sums = [
        TableRow(words.TOTAL(language), _cells(names, table.totals, table.totals_now)),
        *(TableRow(label, _cells(names, values)) for label, values in beside),
    ]
    shown = UnitTable(
        table.round.title,
        [round_summary(found, language), *notes],
        [_heading(each, language) for each in table.indicators],
        [_row(each, names, language) for each in table.units],
        sums,
    )
    return unit_table(shown, language)


def _heading(indicator: IndicatorWords, language: Language) -> tuple[str, str]:
    """Return the name of an indicator, and its unit of measure unless the name includes it."""
    if language == "en" and indicator.name_en:
        return indicator.name_en, ""
    return indicator.name, indicator.unit


def _row(of: UnitReturn, names: list[str], language: Language) -> TableRow:
    if not of.values and not of.values_now:
        nothing = words.STATES[of.state](language)
        return TableRow(of.unit.name, [nothing, *("—" for _ in names[1:])], faint=True)
    return TableRow(of.unit.name, _cells(names, of.values, of.values_now))


def _cells(names: list[str], values: Values, now: Values | None = None) -> list[str]:
    """Return the figures as text, each followed by its later correction in brackets, if any."""
    return [_cell(values.get(name), now.get(name) if now is not None else None) for name in names]


def _cell(value: float | None, now: float | None) -> str:
    said = "—" if value is None else number(value)
    return said if now is None or now == value else f"{said} ({number(now)})"
