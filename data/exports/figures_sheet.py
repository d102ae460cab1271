"""The sheet of the ledger with the figures of the units by month."""

from collections.abc import Iterable, Sequence
from datetime import date

from data.calendar import add_months
from data.exports.ledger import Ledger, month_of, totals_by
from data.exports.tables import Column, ColumnKind, Row, Sheet
from data.exports.texts import Language, indicator_name, month_words
from data.exports.texts import sheets as words


def figures_sheet(ledger: Ledger, language: Language) -> Sheet:
    """Return the sheet of figures: a row for each unit and indicator, and a column for each month."""
    months = months_of(ledger.progress.first, ledger.progress.last)
    columns = [
        Column(words.UNIT(language), 16, ColumnKind.LONG),
        Column(words.INDICATOR(language), 16),
        Column(words.MEASURED_IN(language), 9),
        *(Column(month_words(month, language), 11, ColumnKind.NUMBER) for month in months),
        Column(words.TOTAL(language), 12, ColumnKind.NUMBER),
    ]
    return Sheet(words.FIGURES(language), columns, _figures(ledger, months, language))


def _figures(ledger: Ledger, months: Sequence[date], language: Language) -> Iterable[Row]:
    """Yield a row for each unit and indicator that has figures, and the totals of all units at the end."""
    reports, known = ledger.progress.reports, ledger.indicators
    by_unit_and_month = totals_by(reports, known, lambda report: (report.unit, month_of(report)))
    by_unit = totals_by(reports, known, lambda report: report.unit)
    by_month = totals_by(reports, known, month_of)
    units = dict.fromkeys([*(part.unit for part in ledger.progress.parts if part.unit), *by_unit])
    whole = {each.indicator: each.total for each in ledger.progress.figures}
    for unit in units:
        for each in known:
            if total := by_unit.get(unit, {}).get(each.name):
                values = (by_unit_and_month.get((unit, month), {}).get(each.name) for month in months)
                yield unit, indicator_name(each, language), each.unit, *values, total
    for each in known:
        if total := whole.get(each.name):
            values = (by_month.get(month, {}).get(each.name) for month in months)
            yield words.TOTAL(language), indicator_name(each, language), each.unit, *values, total


def months_of(first: date, last: date) -> list[date]:
    """Return the first days of the months that a span touches."""
    month, found = first.replace(day=1), []
    while month <= last:
        found.append(month)
        month = add_months(month, 1)
    return found
