"""Tables as a workbook or as CSV, safe to be opened in a spreadsheet: no formula comes out of what people wrote."""

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
"""Characters in a cell, as Excel has it."""
FORMULAS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
"""How a cell begins that a spreadsheet may calculate, in China or Japan in full width, too."""


def cleaned(text: str) -> str:
    """A text without control characters and halves of characters; its line breaks stay."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    if not plain.isprintable():
        plain = "".join(each for each in plain if each in "\n\t" or category(each) not in ("Cc", "Cs"))
        plain = plain.replace("\ufffe", "").replace("\uffff", "")
    return plain[:MOST]


def for_csv(value: object) -> str:
    """A value as it stands in a .csv file; a text that might be calculated has a ' before it."""
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
    """CSV in UTF-8 with a mark, by which Excel and WPS know it; no cell can be taken for a formula."""
    content = io.BytesIO()
    with io.TextIOWrapper(content, "utf-8-sig", newline="") as text:
        csv.writer(text).writerows(map(for_csv, row) for row in chain((headings,), rows))
        text.flush()
        return content.getvalue()


class Kind(StrEnum):
    """What stands in a column: a short text, a long one that is wrapped, a day, a moment, a number, a share of one."""

    TEXT = "text"
    LONG = "long"
    DAY = "day"
    MOMENT = "moment"
    NUMBER = "number"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Column:
    """A heading, how wide its column is in characters, and what stands in it."""

    name: str
    width: int
    kind: Kind = Kind.TEXT


Row = Sequence[object]
Written = Callable[[int], None]
"""Hears how many rows have been written."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet. The rows are made when they are asked for; `light` is the column that tells how urgent a row is, and
    `printed` how many columns are printed, where not all fit the paper."""

    name: str
    columns: Sequence[Column]
    rows: Iterable[Row]
    light: int | None = None
    printed: int | None = None


def sheet_of_words(name: str, headings: Sequence[str], widths: Sequence[int], rows: Iterable[Row]) -> Sheet:
    """A sheet of nothing but text, its columns so many characters wide."""
    columns = zip(headings, widths, strict=True)
    return Sheet(name, [Column(heading, width, Kind.LONG) for heading, width in columns], rows)


def told(rows: Iterable[Row], written: Written, numbers: Iterator[int]) -> Iterator[Row]:
    """The rows; `written` hears the next of the numbers when one has been taken."""
    for row in rows:
        yield row
        written(next(numbers))


def nobody_hears(rows: int) -> None:
    """It need not be known how many rows have been written."""


def as_workbook(
    title: str, of: str, sheets: Iterable[Sheet], language: Language, written: Written = nobody_hears
) -> bytes:
    """Sheets as a file; above each stand the title, and what it is of. `written` hears how many rows there are."""
    from data.exports.workbook import book_of

    return book_of(title, of, sheets, language, written)
