"""Writing sheets as a workbook (.xlsx) that can be filtered and printed."""

from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from itertools import count
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from data.exports.tables import Column, ColumnKind, Sheet, Written, cleaned, counting_rows
from data.exports.texts import Language
from data.exports.texts import sheets as words
from data.standing.standing import Light

HEAD = 3
"""The row of the headings; the title and the line about the content are above it."""
FIRST_LETTER, KEPT_IN_SIGHT = "A", 2
"""First column, and the number of columns that stay visible when scrolling sideways."""
HEADING_ROOM = 2
"""Characters that a column is at least wider than the longest word of its heading, which is bold."""
FORMATS = {ColumnKind.DAY: "yyyy-mm-dd", ColumnKind.MOMENT: "yyyy-mm-dd hh:mm", ColumnKind.SHARE: "0%"}
WHOLE, BROKEN = "#,##0", "#,##0.00"
COLOURS = {Light.OVERDUE: "F8CBAD", Light.WORRYING: "FFE699", Light.DUE_SOON: "BDD7EE", Light.CLOSED: "E2EFDA"}
LINE = Side(style="thin", color="BFBFBF")
Page = Any
"""A worksheet that is written row by row; its type stubs are incomplete."""


def book_of(title: str, of: str, sheets: Iterable[Sheet], language: Language, written: Written) -> bytes:
    """Return the sheets as a workbook; called through `as_workbook`, which describes the arguments."""
    book, numbers = Workbook(write_only=True), count(1)
    for sheet in sheets:
        heard = replace(sheet, rows=counting_rows(sheet.rows, written, numbers))
        _write(book.create_sheet(sheet.name), heard, cleaned(title), cleaned(of), language)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _write(page: Page, sheet: Sheet, title: str, of: str, language: Language) -> None:
    _lay_out(page, sheet, language)
    page._values_to_row = _placed
    page.append([_cell(page, " · ".join(dict.fromkeys((title, sheet.name))), Font(bold=True, size=14))])
    page.append([_cell(page, of, Font(color="595959"))])
    page.append([_heading(page, column) for column in sheet.columns])
    cells = [_body(page, column) for column in sheet.columns]
    rows = 0
    for row in sheet.rows:
        for cell, column, value in zip(cells, sheet.columns, row, strict=True):
            _fill(cell, column, value)
        page.append(cells)
        rows += 1
    if not rows:
        page.append([_cell(page, words.NONE(language), Font(color="595959"))])
        return
    last = get_column_letter(len(sheet.columns))
    page.auto_filter.ref = f"{FIRST_LETTER}{HEAD}:{last}{HEAD + rows}"
    if sheet.printed is not None:
        page.print_area = f"{FIRST_LETTER}1:{get_column_letter(sheet.printed)}{HEAD + rows}"
    if sheet.light is not None:
        _colour(page, sheet.light, f"{FIRST_LETTER}{HEAD + 1}:{last}{HEAD + rows}", language)


def _placed(cells: Iterable[Any], row: int) -> Iterator[Any]:
    """Yield the cells of a row with their position set.

    openpyxl would first try each cell as a value and fail, which takes a third of the time.
    """
    for column, cell in enumerate(cells, start=1):
        cell.column, cell.row = column, row
        yield cell


def _lay_out(page: Page, sheet: Sheet, language: Language) -> None:
    """Lay out a page as A4 landscape, fitted to the width, with headings visible and on every printed page."""
    page.freeze_panes = f"{get_column_letter(KEPT_IN_SIGHT + 1)}{HEAD + 1}"
    for number, column in enumerate(sheet.columns, start=1):
        longest_word = max(map(len, column.name.split()), default=0)
        page.column_dimensions[get_column_letter(number)].width = max(column.width, longest_word + HEADING_ROOM)
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = 9
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = f"{HEAD}:{HEAD}"
    page.page_margins.left = page.page_margins.right = 0.4
    page.page_margins.top = page.page_margins.bottom = 0.75
    page.oddFooter.center.text = words.PAGE(language)


def _cell(page: Page, value: str, font: Font) -> Cell:
    cell = WriteOnlyCell(page)
    _set_text(cell, value)
    cell.font = font
    return cell


def _heading(page: Page, column: Column) -> Cell:
    cell = _cell(page, column.name, Font(bold=True, color="FFFFFF"))
    cell.fill = PatternFill("solid", fgColor="305496")
    cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
    cell.border = Border(LINE, LINE, LINE, LINE)
    return cell


def _body(page: Page, column: Column) -> Cell:
    """Return the cell of a column. It is reused for every row, as a new cell for each value takes far longer."""
    cell = WriteOnlyCell(page)
    is_text = column.kind is ColumnKind.TEXT
    cell.alignment = Alignment("left" if is_text else None, "top", indent=int(is_text), wrap_text=is_text)
    cell.border = Border(LINE, LINE, LINE, LINE)
    cell.number_format = FORMATS.get(column.kind, "General")
    return cell


def _fill(cell: Cell, column: Column, value: Any) -> None:
    if isinstance(value, str):
        _set_text(cell, value)
        return
    if isinstance(value, datetime):
        value = value.replace(tzinfo=None)
    if column.kind is ColumnKind.NUMBER and isinstance(value, int | float):
        _set_format(cell, WHOLE if value == int(value) else BROKEN)
    cell.value = value


def _set_format(cell: Any, wanted: str) -> None:
    """Change the number format from this row on; rows already written share the old style object, which is kept."""
    if cell.number_format != wanted:
        cell._style = copy(cell._style)
        cell.number_format = wanted


def _set_text(cell: Cell, text: str) -> None:
    """Store a value as text, even if it begins with = or looks like an Excel error."""
    cell.value = cleaned(text)
    if text:
        cell.data_type = "s"


def _colour(page: Page, place: int, cells: str, language: Language) -> None:
    """Colour each row by the light named in its cell."""
    column = get_column_letter(place + 1)
    for light, colour in COLOURS.items():
        word = words.LIGHTS[light](language)
        fill = PatternFill("solid", bgColor=colour)
        rule = Rule("expression", formula=[f'${column}{HEAD + 1}="{word}"'], dxf=DifferentialStyle(fill=fill))
        page.conditional_formatting.add(cells, rule)
