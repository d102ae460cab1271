"""Reading tables from Excel workbooks."""

import io
import warnings
from datetime import date, datetime
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.utils.datetime import from_excel
from openpyxl.worksheet.worksheet import Worksheet

from data.patterns import Pattern
from data.plan.files.limits import check_amount, check_sheets
from data.plan.files.problems import Damaged, FileProblem

_DECIMALS = Pattern(r"0\.(0+)")
_LITERAL = Pattern(r'"[^"]*"|\\.|\[[^\]]*\]')
_CHINESE_DATES = {
    **dict.fromkeys((27, 36, 50, 52, 57), "yyyy-m"),
    **dict.fromkeys((28, 51, 53, 54, 58), "m-d"),
    **dict.fromkeys((29, 30, 31), "yyyy-m-d"),
}
"""Built-in date formats of Chinese Excel that openpyxl does not know (ECMA-376 part 1, 18.8.30)."""


def read_workbook(content: bytes) -> list[tuple[str, list[list[str]], bool]]:
    """Return the name and rows of every worksheet and whether it is hidden.

    Raises Damaged, NotCalculated, TooManyRows or TooManyCells.
    """
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            check_sheets(archive)
        with warnings.catch_warnings(action="ignore"):  # about formatting that is not read here
            sheets = load_workbook(io.BytesIO(content), data_only=True).worksheets
        return [(sheet.title, _rows(sheet), sheet.sheet_state != "visible") for sheet in sheets]
    except (FileProblem, MemoryError):
        raise
    except Exception as broken:  # openpyxl lets any error of zip, XML and its own objects escape
        raise Damaged from broken


def _rows(sheet: Worksheet) -> list[list[str]]:
    check_amount(sheet.max_row, sheet.max_row * sheet.max_column)
    rows = [[_shown(cell) for cell in row] for row in sheet.iter_rows()]
    for area in sheet.merged_cells.ranges:
        value = rows[area.min_row - 1][area.min_col - 1]
        for row in rows[area.min_row - 1 : area.max_row]:
            row[area.min_col - 1 : area.max_col] = [value] * (area.max_col - area.min_col + 1)
    return rows


def _shown(cell: Cell | MergedCell) -> str:
    value, number_format = cell.value, str(cell.number_format)
    number = getattr(getattr(cell, "_style", None), "numFmtId", 0)
    if isinstance(value, int | float) and (chinese := _CHINESE_DATES.get(number)):
        value, number_format = from_excel(value), chinese
    if isinstance(value, date):
        return _shown_date(value, number_format)
    if isinstance(value, float):
        return _shown_number(value, number_format)
    return "" if value is None else str(value)


def _shown_date(day: date, number_format: str) -> str:
    """Return the parts of the date that the cell shows: 2019年12月 is stored as its 1st, 10月15日 with some year."""
    shown = _LITERAL.sub("", number_format).lower()
    if "y" not in shown and "d" in shown:
        return f"{day.month}月{day.day}日"
    if "y" in shown and "d" not in shown:
        return f"{day.year}年{day.month}月" if "m" in shown else f"{day.year}年"
    return day.date().isoformat() if isinstance(day, datetime) else day.isoformat()


def _shown_number(number: float, number_format: str) -> str:
    if decimals := _DECIMALS.fullmatch(number_format):
        return f"{number:.{len(decimals[1])}f}"
    return str(int(number)) if number.is_integer() else str(number)
