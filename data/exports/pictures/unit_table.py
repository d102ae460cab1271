"""A table of numbers as a picture: a row for each unit, a column for each indicator, totals below."""

from collections.abc import Sequence
from dataclasses import dataclass

from data.exports.pictures.canvas import (
    BODY_SIZE,
    GREY,
    HEAD_SIZE,
    INK,
    LEADING,
    MARGIN,
    PALE,
    SMALL_SIZE,
    TITLE_SIZE,
    WIDTH,
    Canvas,
)
from data.exports.pictures.lettering import in_lines, name_in_lines, narrowed, text_width
from data.exports.texts import Language
from data.exports.texts import pictures as words

ROW, NAME = 50, 296
"""Height of a row, and width of the column of names, in pixels."""
SIZES = HEAD_SIZE - 4, SMALL_SIZE
MOST_ROWS, MOST_COLUMNS = 40, 6
"""Maximum size of a picture; more would be too small to read on a phone."""
STRIPE, SUMS = "#F6F8FA", "#E8EEF4"


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row: its name, its cells, and whether it is drawn `faint` because it holds no figures."""

    name: str
    cells: Sequence[str]
    faint: bool = False


@dataclass(frozen=True, slots=True)
class UnitTable:
    """A table: its title, lines of text above it, columns with units of measure, rows, and rows of totals."""

    title: str
    told: Sequence[str]
    columns: Sequence[tuple[str, str]]
    rows: Sequence[TableRow]
    sums: Sequence[TableRow]


def unit_table(table: UnitTable, language: Language) -> list[bytes]:
    """Return the table as PNG files, several if it has many rows or columns.

    The totals are in the last picture of each group of columns.
    """
    columns = _even_slices(len(table.columns), MOST_COLUMNS)
    rows = _even_slices(len(table.rows), MOST_ROWS)
    pages = [(of_columns, of_rows) for of_columns in columns for of_rows in rows]
    return [
        _page(_part(table, *page, last=page[1].stop >= len(table.rows)), (number, len(pages)), language)
        for number, page in enumerate(pages, start=1)
    ]


def _even_slices(count: int, most: int) -> list[slice]:
    """Return slices that divide `count` items into parts of similar size, none larger than `most`."""
    parts = max(1, -(-count // most))
    size = max(1, -(-count // parts))
    return [slice(start, start + size) for start in range(0, max(count, 1), size)]


def _part(table: UnitTable, columns: slice, rows: slice, *, last: bool) -> UnitTable:
    def cut(row: TableRow) -> TableRow:
        return TableRow(row.name, row.cells[columns], row.faint)

    sums = [cut(each) for each in table.sums] if last else []
    return UnitTable(table.title, table.told, table.columns[columns], [cut(each) for each in table.rows[rows]], sums)


def _page(table: UnitTable, page: tuple[int, int], language: Language) -> bytes:
    canvas = Canvas(900 + 60 * len(table.told) + 3 * ROW * (len(table.rows) + len(table.sums)))
    canvas.paragraph(table.title, TITLE_SIZE, bold=True)
    number, pages = page
    for line in table.told:
        canvas.paragraph(line, BODY_SIZE, GREY)
    if pages > 1:
        canvas.paragraph(words.PAGE(language, page=number, pages=pages), BODY_SIZE, GREY)
    canvas.y += 12
    width = (WIDTH - 2 * MARGIN - NAME) / max(len(table.columns), 1)
    _heads(canvas, table.columns, width)
    for place, row in enumerate(table.rows):
        _row(canvas, row, width, STRIPE if place % 2 == 0 else None)
    canvas.line([(MARGIN, canvas.y), (WIDTH - MARGIN, canvas.y)], INK, 3)
    for row in table.sums:
        _row(canvas, row, width, SUMS, bold=row is table.sums[0])
    return canvas.png()


def _heads(canvas: Canvas, columns: Sequence[tuple[str, str]], width: float) -> None:
    """Draw the names of the indicators, each on as many lines as it needs, with their units of measure below."""
    lines = [in_lines(name, SMALL_SIZE, width - 16) for name, _ in columns]
    high = max(map(len, lines), default=1)
    top = canvas.y
    for place, (_, measure) in enumerate(columns):
        right = MARGIN + NAME + width * (place + 1)
        for number, line in enumerate(lines[place]):
            canvas.text(
                right, top + SMALL_SIZE * 1.3 * (high - len(lines[place]) + number), line, SMALL_SIZE, INK, "ra"
            )
        canvas.text(
            right, top + SMALL_SIZE * 1.3 * high, narrowed(measure, SMALL_SIZE, width - 16), SMALL_SIZE, GREY, "ra"
        )
    canvas.y = top + SMALL_SIZE * 1.3 * (high + 1) + 12
    canvas.line([(MARGIN, canvas.y), (WIDTH - MARGIN, canvas.y)], PALE, 3)


def _row(canvas: Canvas, row: TableRow, width: float, fill: str | None, *, bold: bool = False) -> None:
    name_size, lines = name_in_lines(row.name, SIZES, NAME - 14)
    height = max(ROW, round(len(lines) * name_size * LEADING) + 4)
    middle, ink = canvas.y + height / 2, GREY if row.faint else INK
    if fill is not None:
        canvas.box(MARGIN - 10, canvas.y, WIDTH - MARGIN + 10, canvas.y + height - 1, fill)
    canvas.lines(MARGIN, middle, lines, name_size, ink, bold=bold)
    for place, cell in enumerate(row.cells):
        size = next((size for size in SIZES if text_width(cell, size) <= width - 12), SMALL_SIZE)
        right = MARGIN + NAME + width * (place + 1)
        canvas.text(right, middle, narrowed(cell, size, width - 12), size, ink, "rm", bold=bold)
    canvas.y += height
