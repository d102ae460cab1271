"""The ledger as a workbook (.xlsx), a sheet for each kind of thing, or its tasks as plain text (.csv)."""

from itertools import count

from data.exports.ledger import Ledger
from data.exports.sheet import Written, nobody_hears, told
from data.exports.sheets import sheets_of, tasks_sheet
from data.exports.tables import as_csv
from data.exports.texts import AS_OF, Language, day_words, days_words, units_words
from data.exports.texts import sheets as words


def workbook(ledger: Ledger, language: Language, written: Written = nobody_hears) -> bytes:
    """The whole ledger as a file. `written` hears how many rows there are."""
    from data.exports.workbook import book_of

    title = words.BOOK(language, title=ledger.progress.title)
    return book_of(title, describes(ledger, language), sheets_of(ledger, language), language, written)


def describes(ledger: Ledger, language: Language) -> str:
    """What an export is of: whose, which days, and as of when."""
    told = ledger.progress
    of = words.OF(
        language,
        units=units_words(ledger.units, language),
        days=days_words(told.first, told.last, language),
        as_of=AS_OF(language, day=day_words(told.last, language)),
    )
    if ledger.scope.sections is not None:
        of += words.OF_SECTIONS(language, sections="；".join(ledger.scope.sections))
    return of


def table(ledger: Ledger, language: Language, written: Written = nobody_hears) -> bytes:
    """The tasks with their present state, a line each; shares are numbers from 0 to 1. `written` hears how many lines
    there are."""
    sheet = tasks_sheet(ledger, language)
    return as_csv([column.name for column in sheet.columns], told(sheet.rows, written, count(1)))
