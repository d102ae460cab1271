"""How much a file may hold, checked before it is parsed (a 1.8 MB workbook was seen to grow to 204 MB)."""

from zipfile import ZipFile

from data.patterns import groups_in
from data.plan.files.problems import (
    ActiveContent,
    Damaged,
    FileTooLarge,
    PasswordProtected,
    TooManyCells,
    TooManyRows,
    UnpacksTooLarge,
)

MOST_BYTES = 5 * 1024 * 1024
MOST_UNPACKED = 50 * 1024 * 1024
MOST_RATIO = 100
MOST_ROWS = 10_000
MOST_CELLS = 300_000
"""Of one sheet, merged areas counted in full: one short tag can merge 17 thousand million cells."""

OBJECT, TEMPLATE, DOCTYPE = "/embeddings/oleobject", b"/attachedTemplate", "<!DOCTYPE"

_ROW = rb"<(?:\w+:)?row[\s>/]"
_CELL = rb"<(?:\w+:)?c[\s>/]"
_MERGED = rb"<(?:\w+:)?mergeCell\s[^>]*\bref\s*=\s*[\"']\$?([A-Za-z]+)\$?(\d+):\$?([A-Za-z]+)\$?(\d+)"


def check_size(content: bytes) -> None:
    """Raise FileTooLarge above 5 MB."""
    if len(content) > MOST_BYTES:
        raise FileTooLarge(len(content), MOST_BYTES)


def check_archive(archive: ZipFile) -> None:
    """Raise UnpacksTooLarge above 50 MB or a ratio of 100, PasswordProtected if members are encrypted."""
    members = archive.infolist()
    if any(member.flag_bits & 1 for member in members):
        raise PasswordProtected
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    most = min(MOST_UNPACKED, packed * MOST_RATIO)
    if unpacked > most:
        raise UnpacksTooLarge(unpacked, most)


def check_harmless(archive: ZipFile) -> None:
    """Raise ActiveContent for an office document with macros, embedded objects or a template from elsewhere, Damaged
    for one whose XML declares entities, as none that an office program has written does. Links are no harm."""
    for member in archive.namelist():
        name = member.lower()
        if name.endswith("vbaproject.bin") or "/activex/" in name or (OBJECT in name and name.endswith(".bin")):
            raise ActiveContent
        if name.endswith((".xml", ".rels")):
            xml = archive.read(member)
            if any(DOCTYPE.encode(encoding) in xml for encoding in ("utf-8", "utf-16-le", "utf-16-be")):
                raise Damaged
            if name.endswith(".rels") and TEMPLATE in xml and b"External" in xml:
                raise ActiveContent


def check_sheets(archive: ZipFile) -> None:
    """Raise TooManyRows or TooManyCells if a sheet of the workbook has too many to be parsed."""
    for member in archive.infolist():
        _check_sheet(archive.read(member))


def check_extent(rows: int, columns: int) -> None:
    """Raise TooManyRows or TooManyCells if cells lie so far out that the grid would be too large."""
    if rows > MOST_ROWS:
        raise TooManyRows(MOST_ROWS)
    if rows * columns > MOST_CELLS:
        raise TooManyCells(MOST_CELLS)


def _check_sheet(xml: bytes) -> None:
    if sum(1 for _ in groups_in(_ROW, xml)) > MOST_ROWS:
        raise TooManyRows(MOST_ROWS)
    cells = sum(1 for _ in groups_in(_CELL, xml)) + sum(_area(*found) for found in groups_in(_MERGED, xml))
    if cells > MOST_CELLS:
        raise TooManyCells(MOST_CELLS)


def _area(left: bytes, top: bytes, right: bytes, bottom: bytes) -> int:
    return (abs(_column(right) - _column(left)) + 1) * (abs(int(bottom) - int(top)) + 1)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number
