"""What can be wrong with a file or its content. The sentences about it are in the `texts` of `handlers` and `bot`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from data.errors import Refusal


class FileProblem(Refusal):
    """A file cannot be read. All subclasses can be pickled, to be passed from the process that read the file."""


class FileEmpty(FileProblem):
    """The file is empty or blank."""


class FileTooLarge(FileProblem):
    """The file is larger than allowed; both sizes are in bytes."""

    size: int
    most: int


class UnpacksTooLarge(FileProblem):
    """The file would unpack to more than allowed, as a zip bomb does; both sizes are in bytes."""

    size: int
    most: int


class TooManyRows(FileProblem):
    """A table has more rows than allowed."""

    most: int


class TooManyCells(FileProblem):
    """A sheet has more cells, including merged ones, than allowed."""

    most: int


class TooMuchWork(FileProblem):
    """Reading the file takes more time or memory than allowed."""


class WrongKind(FileProblem):
    """The file is of a kind that cannot be read; `found` is that kind: pdf, xls, docx, image, html, …"""

    found: str


class CsvWanted(FileProblem):
    """A table of units that is no .csv file."""


class OwnExport(FileProblem):
    """The table is one that the bot itself has exported, with the state of the tasks and without their full texts."""


class PasswordProtected(FileProblem):
    """The file is protected with a password."""


class ActiveContent(FileProblem):
    """The file holds macros, controls, embedded objects, an external template or XML entities."""


class NotCalculated(FileProblem):
    """A formula in a workbook, in this cell, has no stored result: a program wrote it that calculates nothing."""

    cell: str


class Damaged(FileProblem):
    """The file is of the right kind but broken; `line` is the line number in a CSV file where that showed."""

    line: int | None = None


class HeaderMissing(FileProblem):
    """No row of the file has the column headings; `wanted` are headings that would do."""

    wanted: tuple[str, ...]


class ProblemKind(StrEnum):
    """What a coordinator should check before a file is imported; the values of each kind are in brackets."""

    COLUMN_MISSING = "column_missing"
    """No heading names this column (column)."""
    COLUMN_UNKNOWN = "column_unknown"
    """This heading is not recognised (column)."""
    COLUMNS_UNKNOWN = "columns_unknown"
    """These headings are not recognised (columns: the first of them, separated by 、, more: how many more)."""
    NOTHING_READ = "nothing_read"
    """There are no tasks below the headings."""
    ENCODING_DOUBTFUL = "encoding_doubtful"
    """The text may have been decoded wrongly."""
    SHEET_IGNORED = "sheet_ignored"
    """Another sheet that holds a table was not read (sheet)."""
    TABLE_IGNORED = "table_ignored"
    """Another table of a document was not read (text: its first words)."""
    ROW_SKIPPED = "row_skipped"
    """The row is not a task but a total, a note or other text (row, text)."""
    PARTS_DIFFER = "parts_differ"
    """A cell beside several measures has a different number of parts, so they cannot be matched
    (row, column, parts, measures, text).
    """
    ITEM_NUMBERS_RESTART = "item_numbers_restart"
    """Every section numbers its items from 1, so the codes count all items instead."""

    MEASURE_MISSING = "measure_missing"
    DEADLINE_MISSING = "deadline_missing"
    DEADLINE_UNCLEAR = "deadline_unclear"
    """The deadline cannot be read with certainty (text)."""
    UNIT_MISSING = "unit_missing"
    UNIT_SPELLING_CHANGED = "unit_spelling_changed"
    """Another spelling was replaced by the unit's name (written, name)."""
    UNIT_NEAR = "unit_near"
    """The name resembles known ones but was kept (name, near: names separated by 、)."""
    UNIT_DOUBTFUL = "unit_doubtful"
    """The text may not be the name of a single unit (text)."""
    UNIT_TOO_LONG = "unit_too_long"
    """The text is longer than names may be and is not taken as a unit (text: its beginning, most)."""
    UNIT_UNNAMED = "unit_unnamed"
    """Units are meant but not named, as in 各有关单位 or after 等 (text)."""
    CODE_DUPLICATE = "code_duplicate"
    """Another row has the same code, so this one gets the next free one (code, row: the other one, stored)."""
    CODE_UNCLEAR = "code_unclear"
    """A spreadsheet has turned the code into a date; the tasks were counted instead (text)."""
    CODES_UNUSABLE = "codes_unusable"
    """These codes cannot be told from numbers and words in the chat; the tasks were counted instead (codes: the first
    of them, separated by 、)."""

    UNIT_UNKNOWN = "unit_unknown"
    """No known unit has this name (name, near: similar names separated by 、)."""
    OFFICE_UNIT_UNKNOWN = "office_unit_unknown"
    """No known unit has this name, and a coordinator or observer needs none (name)."""
    PERSON_WITHOUT_UNIT = "person_without_unit"
    """No unit is given for somebody who speaks for one."""
    ALIAS_TAKEN = "alias_taken"
    """Another unit has this spelling (alias, name: that unit, row: its row)."""
    NAME_MISSING = "name_missing"
    NAME_TOO_LONG = "name_too_long"
    """The name is longer than names may be (most)."""
    ROLE_UNKNOWN = "role_unknown"
    """There is no such role (text)."""
    LANGUAGE_UNKNOWN = "language_unknown"
    """There is no such language (text)."""
    PHONE_UNCLEAR = "phone_unclear"
    """The text is not a single phone number (text)."""
    PHONE_SHARED = "phone_shared"
    """An earlier row has the same phone for somebody else, so that it tells neither apart (row: the earlier one)."""
    TELEGRAM_ID_UNCLEAR = "telegram_id_unclear"
    """The text is not a positive whole number, as Telegram ids are (text)."""
    TELEGRAM_ID_DUPLICATE = "telegram_id_duplicate"
    """An earlier row has the same Telegram id (telegram_id, row: the earlier one)."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem with the values that a sentence about it needs."""

    kind: ProblemKind
    values: Mapping[str, str] = field(default_factory=dict)


def problem(kind: ProblemKind, **values: object) -> Problem:
    """Return a problem with its values converted to text."""
    return Problem(kind, {name: str(value) for name, value in values.items()})
