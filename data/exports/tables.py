"""Tables as workbooks or CSV that are safe to open in a spreadsheet: no text of users becomes a formula."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import chain
from unicodedata import category

from data.exports.texts import Language

MOST = 32767
"""Maximum number of characters in a cell in Excel."""
FORMULAS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
"""Beginnings of a cell that a spreadsheet may evaluate, including full-width ones in China and Japan."""


def cleaned(text: str) -> str:
    """Return a text without control characters and surrogates, keeping line breaks, cut to MOST characters."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    if not plain.isprintable():
        plain = "".join(each for each in plain if each in "\n\t" or category(each) not in ("Cc", "Cs"))
        plain = plain.replace("\ufffe", "").replace("\uffff", "")
    return plain[:MOST]


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


class ColumnKind(StrEnum):
    """The kinds of values in a column: text, day, moment, number, share of one."""

    TEXT = "text"
    DAY = "day"
    MOMENT = "moment"
    NUMBER = "number"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Column:
    """The heading of a column, its width in characters, and the kind of its values."""

    name: str
    width: int
    kind: ColumnKind = ColumnKind.TEXT


Row = Sequence[object]
Written = Callable[[int], None]
"""Is called with the number of rows written so far."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a table, whose rows may be generated on demand.

    `light` is the index of the column that holds the light of a row, and `printed` is the number of columns to print if
    not all fit on the paper.
    """

    name: str
    columns: Sequence[Column]
    rows: Iterable[Row]
    light: int | None = None
    printed: int | None = None


def sheet_of_words(name: str, headings: Sequence[str], widths: Sequence[int], rows: Iterable[Row]) -> Sheet:
    """Return a sheet of text only, with widths in characters."""
    columns = zip(headings, widths, strict=True)
    return Sheet(name, [Column(heading, width) for heading, width in columns], rows)


def counting_rows(rows: Iterable[Row], written: Written, numbers: Iterator[int]) -> Iterator[Row]:
    """Yield the rows, calling `written` with the next of `numbers` after each."""
    for row in rows:
        yield row
        written(next(numbers))


def ignore_count(rows: int) -> None:
    """Ignore the number of rows written."""


def as_workbook(
    title: str, of: str, sheets: Iterable[Sheet], language: Language, written: Written = ignore_count
) -> bytes:
    """Return the sheets as a workbook, with the title and the line `of` above each.

    `written` is called with the number of rows written so far.
    """
    from data.exports.workbook import book_of

    return book_of(title, of, sheets, language, written)
