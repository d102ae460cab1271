"""What a sheet of a workbook is: its columns and rows, whatever file they go into."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum


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


def told(rows: Iterable[Row], written: Written, numbers: Iterator[int]) -> Iterator[Row]:
    """The rows; `written` hears the next of the numbers when one has been taken."""
    for row in rows:
        yield row
        written(next(numbers))


def nobody_hears(rows: int) -> None:
    """It need not be known how many rows have been written."""
