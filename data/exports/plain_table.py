"""A table of texts as a workbook or as CSV, safe to be opened in a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Sequence
from itertools import chain

from data.exports.cells import cleaned, for_csv


def as_workbook(title: str, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """A workbook of one sheet; every cell is text, whatever it begins with."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book, content = Workbook(write_only=True), io.BytesIO()
    sheet = book.create_sheet(cleaned(title)[:31])
    for row in (headings, *rows):
        cells = [WriteOnlyCell(sheet, cleaned(text)) for text in row]
        for cell in cells:
            cell.data_type = "s"
        sheet.append(cells)
    book.save(content)
    return content.getvalue()


def as_csv(headings: Iterable[object], rows: Iterable[Iterable[object]]) -> bytes:
    """CSV in UTF-8 with a mark, by which Excel and WPS know it; no cell can be taken for a formula."""
    content = io.BytesIO()
    with io.TextIOWrapper(content, "utf-8-sig", newline="") as text:
        csv.writer(text).writerows(map(for_csv, row) for row in chain((headings,), rows))
        text.flush()
        return content.getvalue()
