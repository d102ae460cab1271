"""What documents say of statistics returns: how many units have filed, and what it comes to."""

from data.exports.documents.passages import number
from data.exports.return_sheets import indicator_words, round_words
from data.exports.texts import Language, return_sheets, sheets
from data.exports.texts import documents as words
from data.returns.comparison import Comparison


def completeness(found: Comparison, language: Language) -> str:
    """How many units have filed a statistics return."""
    return words.COMPLETENESS(
        language,
        title=found.table.round.title,
        period=round_words(found.table.round, language),
        all=len(found.found.units),
        filed=len(found.found.filed),
    )


def return_totals(found: Comparison, language: Language) -> tuple[list[str], list[list[str]], list[float]]:
    """The headings, rows and widths of the table of what a return comes to, beside other figures."""
    table, before = found.table, found.before.totals if found.before else {}
    sides = (table.totals, before, found.reported_in_all)
    rows = [
        [indicator_words(each, language), *(number(side[each.name]) if each.name in side else "—" for side in sides)]
        for each in table.indicators
    ]
    headings = (sheets.INDICATOR, return_sheets.NOW, return_sheets.BEFORE, return_sheets.REPORTED)
    return [name(language) for name in headings], rows, [3.4, 2.0, 2.0, 2.6]
