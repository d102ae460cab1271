"""Tables out of files. What a file is shows in its bytes; its name only tells tables from other text."""

from dataclasses import dataclass
from pathlib import PurePath

from data.plan.files.csv_text import Text, decode, parse
from data.plan.files.documents import read_document
from data.plan.files.kinds import Content, kind_of
from data.plan.files.limits import check_size
from data.plan.files.problems import FileEmpty, WrongKind

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

    def number(self, index: int) -> int:
        """The file's number of a row."""
        return self.numbers[index] if self.numbers else index + 1


def read_sheets(content: bytes, filename: str) -> tuple[Sheet, ...]:
    """The tables of a .xlsx, .docx or .csv file (UTF-8, UTF-16 or GB18030), those that are visible first. Merged cells
    carry their value to their whole area, whole numbers have no decimals, dates are ISO unless the cell shows less than
    a day. Raises a FileProblem if the file can not be read or is beyond the limits."""
    check_size(content)
    if not content.strip(b"\0\t\r\n "):
        raise FileEmpty
    kind = kind_of(content)
    if kind is Content.XLSX:
        from data.plan.files.xlsx import read_workbook

        return tuple(Sheet(name, rows) for name, rows in read_workbook(content))
    if kind is Content.DOCX:
        document = read_document(content)
        return tuple(Sheet("", table.rows, around=document.paragraphs) for table in document.tables)
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
