"""Tables as workbooks or CSV that are safe to open in a spreadsheet: no text of users becomes a formula."""

import csv
import io
from collections.abc import Iterable
from datetime import date, datetime
from itertools import chain

from data.exports.tables import Sheet, Written, cleaned, ignore_count
from data.exports.texts import Language

FORMULAS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
"""Beginnings of a cell that a spreadsheet may evaluate, including full-width ones in China and Japan."""


def for_csv(value: object) -> str:
    """Return a value as text for CSV; text that might be evaluated gets a leading apostrophe."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return f"{value:.15g}"
    if not isinstance(value, str):
        return str(value)
    text = cleaned(value)
    return f"'{text}" if text.startswith(FORMULAS) or value.startswith(FORMULAS) else text


def as_csv(headings: Iterable[object], rows: Iterable[Iterable[object]]) -> bytes:
    """Return a table as CSV in UTF-8 with a byte order mark, which Excel and WPS need, safe from formulas."""
    content = io.BytesIO()
    with io.TextIOWrapper(content, "utf-8-sig", newline="") as text:
        csv.writer(text).writerows(map(for_csv, row) for row in chain((headings,), rows))
        text.flush()
        return content.getvalue()


def as_workbook(
    title: str, of: str, sheets: Iterable[Sheet], language: Language, written: Written = ignore_count
) -> bytes:
    """Return the sheets as a workbook, with the title and the line `of` above each.

    `written` is called with the number of rows written so far.
    """
    from data.exports.workbook import book_of

    return book_of(title, of, sheets, language, written)
