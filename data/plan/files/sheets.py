"""Reading tables from files, whose kind is told from their bytes.

Workbooks are read in `xlsx`, so that the bot can start without importing openpyxl.
"""

import csv
import io
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections import Counter
from dataclasses import dataclass
from itertools import islice
from pathlib import PurePath

from data.plan.files.documents import read_document
from data.plan.files.kinds import Content, kind_of, named_kind
from data.plan.files.limits import OF_TABLES, check_amount, check_size
from data.plan.files.problems import Damaged, FileEmpty, WrongKind

DELIMITERS = ",;\t"
csv.field_size_limit(OF_TABLES.size)  # a cell may be as long as a file
SAMPLE = 50
"""Number of rows from which the delimiter is guessed."""


def decode_text(content: bytes) -> tuple[str, bool]:
    """Decode UTF-8, UTF-16 (with BOM) or GB18030, and return whether the text may have been decoded wrongly.

    Raises Damaged for any other encoding.
    """
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return _decode(content, "utf-16")
    try:
        return _decode(content, "utf-8-sig")
    except Damaged:
        return _decode(content, "gb18030")


def parse_rows(text: str) -> list[list[str]]:
    """Return the rows of comma-, semicolon- or tab-separated text. Raises Damaged or TooManyRows.

    The delimiter is the one that makes the most cells in rows of equal width.
    """
    delimiter = max(DELIMITERS, key=lambda each: _regular_cells(text, each))
    table = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[list[str]] = []
    try:
        for row in table:
            rows.append(row)
            check_amount(len(rows))
    except csv.Error as broken:
        raise Damaged(table.line_num) from broken
    return rows


def _decode(content: bytes, encoding: str) -> tuple[str, bool]:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as broken:
        raise Damaged from broken
    foreign = any(char == "\ufffd" or "\ue000" <= char <= "\uf8ff" for char in text)
    return text, foreign or (encoding == "gb18030" and not _mostly_everyday(text))


def _mostly_everyday(text: str) -> bool:
    """Return whether nearly all characters are in GB2312; other encodings read as GB18030 give rare ones."""
    written = [char for char in text if not char.isascii()]
    return len("".join(written).encode("gb2312", errors="ignore")) >= 2 * 0.9 * len(written)


def _regular_cells(text: str, delimiter: str) -> tuple[int, int]:
    table = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        widths = Counter(len(row) for row in islice(table, SAMPLE))
    except csv.Error:
        return 0, 0
    return max((((width - 1) * (rows - 1), width - 1) for width, rows in widths.items()), default=(0, 0))


_UNLIKE_THEIR_NAME = {Content.TEXT: (".docx",), Content.BINARY: (".docx", ".xlsx")}
"""Endings of files that are damaged if they hold this; programs also give tables in text the ending .xlsx."""
TEXT_TABLES = ("", ".csv", ".tsv", ".txt", ".xlsx", ".xls")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of a file. `rows[0]` is row 1 of the file; rows may differ in length, and blank ones are kept."""

    name: str
    """The name of a worksheet; empty for a table of another file."""
    rows: list[list[str]]
    doubtful: bool = False
    """Whether the text may have been decoded wrongly."""
    numbers: tuple[int, ...] = ()
    """The row number in the file of each row, if rows were split."""
    around: tuple[str, ...] = ()
    """The paragraphs of the document outside of its tables."""
    hidden: bool = False

    def number(self, index: int) -> int:
        """Return the row number in the file of the row at `index`."""
        return self.numbers[index] if self.numbers else index + 1


def read_sheets(content: bytes, filename: str) -> tuple[Sheet, ...]:
    """Return the tables of a .xlsx, .docx or .csv file (UTF-8, UTF-16 or GB18030).

    Every cell of a merged area has its value, whole numbers have no decimals, and dates are in ISO form unless the cell
    shows only a part of the date. Raises a FileProblem if the file cannot be read or exceeds the limits.
    """
    check_size(len(content))
    if not content.strip(b"\0\t\r\n "):
        raise FileEmpty
    kind = named_kind(content, filename)
    if kind is Content.XLSX:
        from data.plan.files.xlsx import read_workbook

        return tuple(Sheet(name, rows, hidden=hidden) for name, rows, hidden in read_workbook(content))
    if kind is Content.DOCX:
        document = read_document(content)
        return tuple(Sheet("", rows, around=document.paragraphs) for rows in document.tables)
    suffix = PurePath(filename).suffix.lower()
    if suffix in _UNLIKE_THEIR_NAME.get(kind, ()):
        raise Damaged
    if kind is not Content.TEXT:
        raise WrongKind(str(kind))
    text, doubtful = decode_text(content)
    if suffix not in TEXT_TABLES:
        raise WrongKind(suffix.removeprefix("."))
    return (Sheet("", parse_rows(text), doubtful),)


def read_paragraphs(content: bytes) -> list[str]:
    """Return the paragraphs of a .docx or text file outside of tables; empty for other files.

    Raises Damaged.
    """
    kind = kind_of(content)
    if kind is Content.DOCX:
        return list(read_document(content).paragraphs)
    return decode_text(content)[0].splitlines() if kind is Content.TEXT else []
