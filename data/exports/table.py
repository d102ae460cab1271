"""The ledger's tasks as a table of plain text (.csv), which every program reads."""

import csv
from io import StringIO
from itertools import count

from data.exports.cells import for_csv
from data.exports.ledger import Ledger
from data.exports.sheet import Written, nobody_hears, told
from data.exports.sheets import tasks_sheet
from data.exports.texts import Language

MARK = "\ufeff"
"""By which Excel and WPS know that the file is UTF-8."""


def table(ledger: Ledger, language: Language, written: Written = nobody_hears) -> bytes:
    """The tasks with their present state, a line each; shares are numbers from 0 to 1. `written` hears how many lines
    there are."""
    sheet, text = tasks_sheet(ledger, language), StringIO()
    writer = csv.writer(text)
    writer.writerow([for_csv(column.name) for column in sheet.columns])
    writer.writerows([for_csv(value) for value in row] for row in told(sheet.rows, written, count(1)))
    return (MARK + text.getvalue()).encode()
