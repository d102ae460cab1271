"""Tables out of files. What a file is shows in its bytes; its name only tells tables from other text. Workbooks have a
file of their own, since the bot starts without the library that reads them."""

import csv
import io
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections import Counter
from dataclasses import dataclass
from itertools import islice
from pathlib import PurePath

from data.plan.files.documents import read_document
from data.plan.files.kinds import Content, kind_of
from data.plan.files.limits import check_amount, check_size
from data.plan.files.problems import Damaged, FileEmpty, WrongKind

DELIMITERS = ",;\t"
SAMPLE = 50
"""Rows looked at to tell the delimiter."""


@dataclass(frozen=True, slots=True)
class Text:
    """A file's characters, and whether they may have been read wrongly."""

    text: str
    doubtful: bool


def decode(content: bytes) -> Text:
    """The characters of UTF-8, UTF-16 (with BOM) or GB18030. Raises Damaged for what is none of them."""
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return _decode(content, "utf-16")
    try:
        return _decode(content, "utf-8-sig")
    except Damaged:
        return _decode(content, "gb18030")


def parse(text: str) -> list[list[str]]:
    """The rows of comma-, semicolon- or tab-separated text. Raises Damaged or TooManyRows."""
    table = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    rows: list[list[str]] = []
    try:
        for row in table:
            rows.append(row)
            check_amount(len(rows))
    except csv.Error as broken:
        raise Damaged(table.line_num) from broken
    return rows


def _decode(content: bytes, encoding: str) -> Text:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as broken:
        raise Damaged from broken
    foreign = any(char == "\ufffd" or "\ue000" <= char <= "\uf8ff" for char in text)
    return Text(text, foreign or (encoding == "gb18030" and not _mostly_everyday(text)))


def _mostly_everyday(text: str) -> bool:
    """Whether nearly all is in the everyday GB2312: other encodings read as GB18030 give rare characters."""
    written = [char for char in text if not char.isascii()]
    return len("".join(written).encode("gb2312", errors="ignore")) >= 2 * 0.9 * len(written)


def _delimiter(text: str) -> str:
    """The delimiter that makes the most cells in rows of one width, beside the first of them: one row may be full of
    another sign."""
    return max(DELIMITERS, key=lambda delimiter: _regular_cells(text, delimiter))


def _regular_cells(text: str, delimiter: str) -> tuple[int, int]:
    table = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        widths = Counter(len(row) for row in islice(table, SAMPLE))
    except csv.Error:
        return 0, 0
    return max((((width - 1) * (rows - 1), width - 1) for width, rows in widths.items()), default=(0, 0))


TEXT_TABLES = ("", ".csv", ".tsv", ".txt")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of a file. `rows[0]` is the file's row 1; rows may differ in length, blank ones are kept."""

    name: str
    rows: list[list[str]]
    doubtful: bool = False
    """Whether the characters may have been read wrongly."""
    numbers: tuple[int, ...] = ()
    """The file's number of each row, where one was parted into several."""
    around: tuple[str, ...] = ()
    """What the document says outside of its tables."""
    hidden: bool = False

    def number(self, index: int) -> int:
        """The file's number of a row."""
        return self.numbers[index] if self.numbers else index + 1


def read_sheets(content: bytes, filename: str) -> tuple[Sheet, ...]:
    """The tables of a .xlsx, .docx or .csv file (UTF-8, UTF-16 or GB18030). Merged cells carry their value to their
    whole area, whole numbers have no decimals, dates are ISO unless the cell shows less than a day. Raises a
    FileProblem if the file can not be read or is beyond the limits."""
    check_size(content)
    if not content.strip(b"\0\t\r\n "):
        raise FileEmpty
    kind = kind_of(content)
    if kind is Content.XLSX:
        from data.plan.files.xlsx import read_workbook

        return tuple(Sheet(name, rows, hidden=hidden) for name, rows, hidden in read_workbook(content))
    if kind is Content.DOCX:
        document = read_document(content)
        return tuple(Sheet(str(n), rows, around=document.paragraphs) for n, rows in enumerate(document.tables, 1))
    if kind is not Content.TEXT:
        raise WrongKind(str(kind))
    return (_read_text(decode(content), filename),)


def read_paragraphs(content: bytes) -> list[str]:
    """The paragraphs of a .docx or text file outside of tables; none of any other file. Raises Damaged."""
    kind = kind_of(content)
    if kind is Content.DOCX:
        return list(read_document(content).paragraphs)
    return decode(content).text.splitlines() if kind is Content.TEXT else []


def _read_text(text: Text, filename: str) -> Sheet:
    suffix = PurePath(filename).suffix.lower()
    if suffix not in (*TEXT_TABLES, ".xlsx", ".xls"):
        raise WrongKind(suffix.removeprefix("."))
    return Sheet("", parse(text.text), text.doubtful)
