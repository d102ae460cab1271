"""Tables in text files: which characters, which delimiter, which rows."""

import csv
import io
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections import Counter
from dataclasses import dataclass
from itertools import islice

from data.plan.files.limits import check_amount
from data.plan.files.problems import Damaged

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
    """The delimiter that makes the most cells in rows of one width."""
    return max(DELIMITERS, key=lambda delimiter: _regular_cells(text, delimiter))


def _regular_cells(text: str, delimiter: str) -> int:
    table = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        widths = Counter(len(row) for row in islice(table, SAMPLE))
    except csv.Error:
        return 0
    return max(((width - 1) * rows for width, rows in widths.items()), default=0)
