"""The answers to a broadcast's question as a workbook."""

from collections.abc import Sequence
from io import BytesIO

from data.exports.tables import cleaned

WIDTHS = (28, 14, 24, 30, 18)
"""Of the columns, in characters."""


def answer_sheet(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """An .xlsx of one sheet: the title, the heads of the columns, and the rows, all of it words."""
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell
    from openpyxl.styles import Alignment, Font
    from openpyxl.worksheet.worksheet import Worksheet

    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for row in ([title], list(heads), *rows):
        sheet.append([cleaned(value) for value in row])
    for cells in sheet.iter_rows():
        for cell in cells:
            assert isinstance(cell, Cell)
            cell.data_type = "s"
            cell.alignment = Alignment(vertical="top", wrap_text=True)
    for column, width in zip("ABCDE", WIDTHS, strict=True):
        sheet.column_dimensions[column].width = width
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(heads))
    for cell in (*sheet[1], *sheet[2]):
        cell.font = Font(bold=True)
    sheet.freeze_panes = "A3"
    file = BytesIO()
    book.save(file)
    return file.getvalue()
