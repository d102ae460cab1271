"""The statistics returns of a ledger's days as a sheet: what each unit has filed, beside what it reported on tasks."""

from collections.abc import Iterator

from data.exports.ledger import Ledger
from data.exports.return_sheets import indicator_words, round_words, state_words
from data.exports.sheet import Column, Kind, Row, Sheet
from data.exports.texts import Language
from data.exports.texts import return_sheets as words
from data.exports.texts.sheets import INDICATOR, UNIT
from data.returns.comparison import Comparison
from data.returns.return_table import TableRow


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
    rows = (line for found in ledger.returns for row in found.table.rows for line in _lines(found, row, language))
    return Sheet(words.BOOK(language), columns, rows)


def _lines(found: Comparison, row: TableRow, language: Language) -> Iterator[Row]:
    of, unit = found.table.round, row.unit.unit
    head = (of.title, round_words(of, language), unit.name, state_words(row, language))
    if not row.values and row.now is None:
        yield *head, None, None, None, None
        return
    reported = found.reported.get(unit.id, {})
    for each in found.table.indicators:
        now = (row.now or {}).get(each.name)
        yield *head, indicator_words(each, language), row.values.get(each.name), now, reported.get(each.name)
