"""Limits on the size of files, checked before parsing (a 1.8 MB workbook was seen to grow to 204 MB)."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from zipfile import ZipFile

from data.patterns import groups_in
from data.plan.files.problems import (
    FileTooLarge,
    NotCalculated,
    PasswordProtected,
    TooManyCells,
    TooManyRows,
    UnpacksTooLarge,
)

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits on reading a file: sizes and memory in bytes, processor time in seconds.

    `cells` applies to one sheet and counts merged areas in full: a short tag can merge 17 thousand million cells.
    `memory` includes what Python needs itself.
    """

    size: int
    unpacked: int
    rows: int
    cells: int
    seconds: float
    memory: int


OF_TABLES = Limits(5 * MEGABYTE, 50 * MEGABYTE, 10_000, 300_000, 20, 1024 * MEGABYTE)
"""Limits on plan and roster files, in the chat and at the command line alike."""
OF_THE_COMMAND_LINE = replace(OF_TABLES, seconds=120)
"""Whoever is at the command line keeps nobody else waiting."""
MOST_RATIO = 100
_LIMITS: ContextVar[Limits] = ContextVar("limits", default=OF_TABLES)


_ROW = rb"<(?:\w+:)?row[\s>/]"
_CELL = rb"<(?:\w+:)?c[\s>/]"
_NOT_CALCULATED = (
    rb"<(?:\w+:)?c\s([^>]*)>\s*<(?:\w+:)?f(?:\s[^>]*)?(?:/>|>[^<]*</(?:\w+:)?f>)"
    rb"\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
"""A formula without a result; one whose result is an empty text says so in the attributes of its cell."""
_MERGED = rb"<(?:\w+:)?mergeCell\s[^>]*\bref\s*=\s*[\"']\$?([A-Za-z]+)\$?(\d+):\$?([A-Za-z]+)\$?(\d+)"


@contextmanager
def limits_applied(limits: Limits) -> Iterator[None]:
    """Apply `limits` to files that are read in this context, instead of OF_TABLES."""
    token = _LIMITS.set(limits)
    try:
        yield
    finally:
        _LIMITS.reset(token)


def present_limits() -> Limits:
    """Return the limits that apply now."""
    return _LIMITS.get()


def check_size(size: int) -> None:
    """Raise FileTooLarge if a file of this size exceeds the limit."""
    if size > present_limits().size:
        raise FileTooLarge(size, present_limits().size)


def check_archive(archive: ZipFile) -> None:
    """Raise UnpacksTooLarge above the size limit or MOST_RATIO, PasswordProtected if a member is encrypted."""
    members = archive.infolist()
    if any(member.flag_bits & 1 for member in members):
        raise PasswordProtected
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    most = min(present_limits().unpacked, packed * MOST_RATIO)
    if unpacked > most:
        raise UnpacksTooLarge(unpacked, most)


def check_sheets(archive: ZipFile) -> None:
    """Raise TooManyRows or TooManyCells if any sheet of the workbook exceeds the limits, NotCalculated if one has
    formulas without results."""
    for member in archive.infolist():
        xml = archive.read(member)
        check_amount(sum(1 for _ in groups_in(_ROW, xml)))
        merged = sum(
            (abs(_column(right) - _column(left)) + 1) * (abs(int(bottom) - int(top)) + 1)
            for left, top, right, bottom in groups_in(_MERGED, xml)
        )
        check_amount(0, sum(1 for _ in groups_in(_CELL, xml)) + merged)
        for (attributes,) in groups_in(_NOT_CALCULATED, xml):
            if next(groups_in(rb"\bt\s*=\s*[\"'](str)[\"']", attributes), None) is None:
                (place,) = next(groups_in(rb"\br\s*=\s*[\"'](\w{1,10})", attributes), (b"",))
                raise NotCalculated(place.decode())


def check_amount(rows: int, cells: int = 0) -> None:
    """Raise TooManyRows or TooManyCells if these numbers exceed the limits."""
    if rows > present_limits().rows:
        raise TooManyRows(present_limits().rows)
    if cells > present_limits().cells:
        raise TooManyCells(present_limits().cells)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number
