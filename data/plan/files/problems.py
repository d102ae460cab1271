"""What can be wrong with a file and with what it says. The sentences for it stand with the texts of the rooms."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from data.errors import Refusal


class FileProblem(Refusal):
    """A file cannot be read. All of its kinds can be pickled, to leave the process that read the file."""


class FileEmpty(FileProblem):
    """The file holds nothing, or nothing but blanks."""


class FileTooLarge(FileProblem):
    """The file is larger than may be read; both in bytes."""

    size: int
    most: int


class UnpacksTooLarge(FileProblem):
    """The file would unpack to more than may be read, as a zip bomb does; both in bytes."""

    size: int
    most: int


class TooManyRows(FileProblem):
    """A table has more rows than may be read."""

    most: int


class TooManyCells(FileProblem):
    """A sheet has more cells, merged ones included, than may be read."""

    most: int


class TooMuchWork(FileProblem):
    """Reading the file takes more time or memory than it may."""


class WrongKind(FileProblem):
    """The file is of a kind that can not be read; `found` is that kind: pdf, xls, docx, image, html, ..."""

    found: str


class PasswordProtected(FileProblem):
    """The file opens only with a password."""


class ActiveContent(FileProblem):
    """The file holds macros, controls, embedded objects, a template from elsewhere or entities, which none needs."""


class Damaged(FileProblem):
    """The file is of the right kind but broken; `line` is the line of a CSV file where that showed."""

    line: int | None = None


class HeaderMissing(FileProblem):
    """No row of the file has the column headings; `wanted` are headings that would do."""

    wanted: tuple[str, ...]


class ProblemKind(StrEnum):
    """What a coordinator should look at before a file is taken over; in brackets, the values given."""

    COLUMN_MISSING = "column_missing"
    COLUMN_UNKNOWN = "column_unknown"
    """The file has no such column (column)."""
    NOTHING_READ = "nothing_read"
    """There is no row below the headings."""
    ENCODING_DOUBTFUL = "encoding_doubtful"
    """The characters may have been read wrongly."""
    SHEET_IGNORED = "sheet_ignored"
    """Another sheet with such headings was not read (sheet)."""
    ROW_SKIPPED = "row_skipped"
    """A row holds no task: a total, a note, a lone heading (row, text)."""
    PARTS_DIFFER = "parts_differ"
    """A cell beside several measures has another number of parts, so it is not known which belongs to which (row,
    column, parts, measures, text)."""
    ITEM_NUMBERS_RESTART = "item_numbers_restart"
    """Every section numbers its items from 1 again, so the codes count the items through."""

    MEASURE_MISSING = "measure_missing"
    DEADLINE_MISSING = "deadline_missing"
    DEADLINE_UNCLEAR = "deadline_unclear"
    """The deadline can not be read for sure (text)."""
    UNIT_MISSING = "unit_missing"
    UNIT_SPELLING_CHANGED = "unit_spelling_changed"
    """Another spelling was brought to the unit's name (written, name)."""
    UNIT_NEAR = "unit_near"
    """A name resembles a known one but was left as it is (name, near: names joined by 、)."""
    UNIT_DOUBTFUL = "unit_doubtful"
    """What stands there is not the name of one unit for sure (text)."""
    UNIT_UNNAMED = "unit_unnamed"
    """Units are meant but not named, as in 各有关单位 or after 等 (text)."""
    CODE_DUPLICATE = "code_duplicate"
    """An earlier row has the same code (code, row: the earlier one)."""
    CODE_UNCLEAR = "code_unclear"
    """A spreadsheet has made a date of the code; the row was counted instead (text)."""

    UNIT_UNKNOWN = "unit_unknown"
    """No known unit is called so (name, near: known names like it, joined by 、)."""
    NAME_MISSING = "name_missing"
    ROLE_UNKNOWN = "role_unknown"
    """No such role (text)."""
    LANGUAGE_UNKNOWN = "language_unknown"
    """No such language (text)."""
    PHONE_UNCLEAR = "phone_unclear"
    """That is no single phone number (text)."""
    TELEGRAM_ID_UNCLEAR = "telegram_id_unclear"
    """A Telegram id is a positive whole number (text)."""
    TELEGRAM_ID_DUPLICATE = "telegram_id_duplicate"
    """An earlier row has the same Telegram id (telegram_id, row: the earlier one)."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to look at, with the values that a sentence about it needs."""

    kind: ProblemKind
    values: Mapping[str, str] = field(default_factory=dict)


def problem(kind: ProblemKind, **values: object) -> Problem:
    """A problem with its values as text."""
    return Problem(kind, {name: str(value) for name, value in values.items()})
