"""Tables, and what they hold."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from unicodedata import category

MOST = 32767
"""Maximum number of characters in a cell in Excel."""


def cleaned(text: str) -> str:
    """Return a text without control characters and surrogates, keeping line breaks, cut to MOST characters."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    if not plain.isprintable():
        plain = "".join(each for each in plain if each in "\n\t" or category(each) not in ("Cc", "Cs"))
        plain = plain.replace("\ufffe", "").replace("\uffff", "")
    return plain[:MOST]


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
