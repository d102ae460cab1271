"""Reading Word documents: their tables and the paragraphs between them."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from data.patterns import Pattern
from data.plan.files.limits import check_amount
from data.plan.files.problems import Damaged, FileProblem

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DELETED = (f"{_WORD}del", f"{_WORD}moveFrom")
_HOLDING = ("ins", "moveTo", "smartTag", "customXml", "sdt", "sdtContent", "fldSimple", "dir", "bdo")
_HOLDERS = tuple(f"{_WORD}{name}" for name in _HOLDING)
_OF_HOLDERS = tuple(f"{_WORD}{name}" for name in ("sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr"))
_ROW, _OF_ROWS = f"{_WORD}tr", f"{_WORD}trPr"
_CONTROL, _ONLY_PROMPTS, _RUN = f"{_WORD}sdt", f"{_WORD}sdtPr/{_WORD}showingPlcHdr", f"{_WORD}r"


def accept(body: Any) -> None:
    """Remove deleted text and unfilled prompts (单击此处输入文字) from a document's XML.

    Elements that only wrap others, such as insertions and content controls, are replaced by what they hold.
    """
    for row in list(body.iter(_ROW)):
        if any(row.find(f"{_OF_ROWS}/{each}") is not None for each in _DELETED):
            _take_out(row)
    for control in body.iter(_CONTROL):
        if control.find(_ONLY_PROMPTS) is not None:
            for run in list(control.iter(_RUN)):
                _take_out(run)
    for element in list(body.iter(*_DELETED, *_OF_HOLDERS)):
        _take_out(element)
    for element in list(body.iter(*_HOLDERS)):
        parent, place = element.getparent(), element.getparent().index(element)
        parent[place : place + 1] = list(element)


def _take_out(element: Any) -> None:
    element.getparent().remove(element)


if TYPE_CHECKING:
    from docx.table import Table
    from docx.text.paragraph import Paragraph

BREAK = "\v"
r"""Stands for a line break within a paragraph; the paragraphs of a cell are separated by \n."""
_TABLE, _PARAGRAPH = "tbl", "p"
HEADING_STYLES = ("title", "heading", "标题")


class Cell(str):
    """The text of a table cell, with a line for each paragraph. Cells that are merged have the same `area`."""

    area: int

    def __new__(cls, text: str, area: int) -> "Cell":
        """Create a cell with its text and its `area`."""
        made = super().__new__(cls, text)
        made.area = area
        return made


Rows = list[list[str]]
"""The rows of a table, including those of later tables that continue it.

A table continues the one before it if both have the same number of columns and it either begins with blank cells, which
carry down, or is separated by nothing but blank paragraphs, section headings and words such as 续表. It also does if
both have the same first row, as in plans with a table for each section. A section heading above such a table becomes a
row of its own.
"""
_SECTION = Pattern(
    "^(?:[一二三四五六七八九十]+[、.．]|第[一二三四五六七八九十]+[章部]|[（(][一二三四五六七八九十]+[）)])"
)
_CONTINUED = Pattern(
    r"(?i)^[（(]?(?:(?:接|续)?上[表页]|续[上前]?[表页]?|(?:table )?continued)[0-9一二三四五六七八九十]*[）)]?[:：]?$"
)
_APART = -1_000_000


@dataclass(frozen=True, slots=True)
class Document:
    """A document's tables, its paragraphs outside of tables, and the index of the first heading among these."""

    tables: tuple[Rows, ...]
    paragraphs: tuple[str, ...]
    heading: int | None = None


def read_document(content: bytes) -> Document:
    """Return the tables and paragraphs of a .docx file. Raises Damaged, TooManyRows or TooManyCells."""
    import docx

    try:
        return _read(docx.Document(io.BytesIO(content)))
    except (FileProblem, MemoryError):
        raise
    except Exception as broken:  # python-docx lets any error of zip, XML and its own objects escape
        raise Damaged from broken


def _read(document: Any) -> Document:
    from docx.table import Table
    from docx.text.paragraph import Paragraph

    accept(document.element.body)
    tables, paragraphs, joined = list[Rows](), list[str](), False
    areas: dict[Any, int] = {}
    heading: int | None = None
    above = first = ""
    rows = cells = 0
    for element in document.element.body.iterchildren():
        kind = element.tag.rpartition("}")[2]
        if kind == _TABLE:
            table = [list[str](row) for row in _rows(Table(element, document), areas)]
            rows, cells = rows + len(table), cells + sum(map(len, table))
            if tables and tables[-1][:1] == table[:1]:
                tables[-1][1:1] = _section_row(first, table)
                tables[-1] += [*_section_row(above, table), *table[1:]]
                first = ""
            elif tables and _width(tables[-1]) == _width(table) and (joined or _begins_blank(table)):
                tables[-1] += [*_section_row(above, table), *table]
            else:
                tables.append(table)
                first = above
            joined, above = True, ""
        elif kind == _PARAGRAPH:
            paragraph = Paragraph(element, document)
            text = _text(paragraph)
            if heading is None and text.strip() and _is_heading(paragraph):
                heading = len(paragraphs)
            paragraphs.append(text)
            above = text.strip() or above
            joined = joined and bool(not text.strip() or _CONTINUED.match(text.strip()) or _SECTION.match(text.strip()))
        check_amount(rows, cells)
    return Document(tuple(tables), tuple(paragraphs), heading)


def _section_row(above: str, table: Rows) -> Rows:
    return [[Cell(above, _APART) for _ in table[0]]] if table and _SECTION.match(above) else []


def _begins_blank(table: Rows) -> bool:
    """Return whether the first two cells of a table are blank, as where they carry down from the table before."""
    return bool(table) and len(table[0]) > 2 and not any(map(str.strip, table[0][:2])) and any(map(str.strip, table[0]))


def _rows(table: "Table", areas: dict[Any, int]) -> Iterator[list[Cell]]:
    """Yield each row with a cell for every column; python-docx repeats a merged cell at each of its places.

    `areas` numbers the cells of all tables of the document.
    """
    for row in table.rows:
        yield [
            Cell("\n".join(filter(str.strip, _texts(cell))), areas.setdefault(cell._tc, len(areas)))
            for cell in row.cells
        ]


def _texts(cell: Any) -> Iterator[str]:
    """Yield the paragraphs of a cell, including those of tables inside it."""
    from docx.table import Table

    for each in cell.iter_inner_content():
        if isinstance(each, Table):
            yield from {text.area: text for row in _rows(each, {}) for text in row}.values()
        else:
            yield _text(each)


def _width(table: Rows) -> int:
    return max(map(len, table), default=0)


def _is_heading(paragraph: "Paragraph") -> bool:
    """Return whether a paragraph has a style for titles or headings, as Word and WPS name them."""
    style = paragraph.style
    return style is not None and (style.name or "").lower().startswith(HEADING_STYLES)


def _text(paragraph: "Paragraph") -> str:
    return str(paragraph.text).replace("\n", BREAK)
