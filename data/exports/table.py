"""The ledger's tasks as a table of plain text (.csv), which every program reads."""

from itertools import count

from data.exports.ledger import Ledger
from data.exports.plain_table import as_csv
from data.exports.sheet import Written, nobody_hears, told
from data.exports.sheets import tasks_sheet
from data.exports.texts import Language


def table(ledger: Ledger, language: Language, written: Written = nobody_hears) -> bytes:
    """The tasks with their present state, a line each; shares are numbers from 0 to 1. `written` hears how many lines
    there are."""
    sheet = tasks_sheet(ledger, language)
    return as_csv([column.name for column in sheet.columns], told(sheet.rows, written, count(1)))
