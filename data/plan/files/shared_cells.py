"""Splitting table rows in which several measures share a cell, or one measure spans several rows.

Parts are matched by their number alone. If the numbers differ, nothing is guessed: the cell is left empty and
reported.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from data.patterns import Pattern
from data.plan.files.documents import BREAK, Cell
from data.plan.files.headers import Header
from data.plan.files.problems import Problem, ProblemKind, problem
from data.plan.files.sheets import Sheet
from data.plan.files.unit_cells import one_line

PARTED = ("deliverable", "deadline", "units")
"""Columns that may have a part for each measure of a cell."""
_WHOLE = Pattern(r"[。；;.!！?？]$")
_NUMBERED = Pattern(r"^[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[①-⑳])[）).．、]?")
_WITHIN_WORDS = Pattern(rf"([A-Za-z,.]){BREAK}([A-Za-z])")

Row = Sequence[str]


def split_shared_cells(sheet: Sheet, header: Header) -> tuple[Sheet, list[Problem]]:
    """Return a Word table with one row for each task, and problems for what could not be matched.

    Other tables are returned unchanged.
    """
    below = sheet.rows[header.last + 1 :]
    measures = header.columns.get("measure", ())
    if not measures or not any(isinstance(cell, Cell) for row in below for cell in row):
        return sheet, []
    rows, numbers, problems = list[list[str]](), list[int](), list[Problem]()
    numbered = list(enumerate(below, header.last + 2))
    for _, group in groupby(numbered, key=lambda each: _area(each[1], measures[0], each[0])):
        together = list(group)
        number = together[0][0]
        for row in _join_rows([row for _, row in together], header):
            parts, found = _split_row(row, header, number)
            rows += [[_tidy(cell, column, header) for column, cell in enumerate(part)] for part in parts]
            numbers += [number] * len(parts)
            problems += found
    above = sheet.rows[: header.last + 1]
    return replace(sheet, rows=[*above, *rows], numbers=(*range(1, header.last + 2), *numbers)), problems


def _area(row: Row, column: int, number: int) -> int:
    """Return a key that is equal for the rows of one measure."""
    cell = row[column] if column < len(row) else ""
    return cell.area if isinstance(cell, Cell) and cell.strip() else -number


def _paragraphs(cell: str) -> list[str]:
    return [line for line in cell.split("\n") if line.strip()]


def _join_rows(rows: list[Row], header: Header) -> list[Row]:
    """Return the rows of one measure: a paragraph of the merged cells for each if their numbers match.

    Otherwise the rows are joined to one, unless they have different deadlines.
    """
    if len(rows) == 1:
        return rows
    [measure, *_] = header.columns["measure"]
    if len(_paragraphs(rows[0][measure])) == len(rows):
        return [[_share(rows, column, place) for column in range(len(row))] for place, row in enumerate(rows)]
    deadlines = {one_line(row[column]) for row in rows for column in header.columns.get("deadline", ())}
    if len(deadlines - {""}) > 1:
        return rows
    columns = range(max(map(len, rows)))
    return [["\n".join(dict.fromkeys(row[at] for row in rows if at < len(row) and row[at].strip())) for at in columns]]


def _share(rows: list[Row], column: int, place: int) -> str:
    """Return a row's part of a column: its paragraph, if the cell is merged over all rows with a paragraph for each."""
    cell = rows[place][column]
    merged = len({_area(row, column, number) for number, row in enumerate(rows, 1)}) == 1
    parts = _paragraphs(cell)
    return parts[place] if merged and len(parts) == len(rows) else cell


def _split_row(row: Row, header: Header, number: int) -> tuple[list[Row], list[Problem]]:
    """Return the tasks of a row, and a problem for each cell whose parts do not match the number of measures."""
    [measure, *_] = header.columns["measure"]
    others = {at: _paragraphs(row[at]) for name in PARTED for at in header.columns.get(name, ()) if at < len(row)}
    for measures in _divisions(_paragraphs(row[measure]) if measure < len(row) else []):
        count = len(measures)
        fitting = [at for at, parts in others.items() if len(parts) == count]
        if count < 2 or not fitting or _is_one_measure(measures, fitting, header):
            continue
        odd = [at for at, parts in others.items() if len(parts) not in (0, 1, count)]
        parted_rows: list[Row] = [_part(row, measure, measures, others, odd, place) for place in range(count)]
        return parted_rows, [_parts_differ(row, at, header, number, len(others[at]), count) for at in odd]
    return [row], []


def _divisions(paragraphs: list[str]) -> Iterator[list[str]]:
    """Yield the possible divisions of a cell into measures: by paragraph, or by sentence ends and leading numbers."""
    yield paragraphs
    joined: list[str] = []
    for each in paragraphs:
        if joined and not _WHOLE.search(joined[-1].strip()) and not _NUMBERED.match(each.strip()):
            joined[-1] += each
        else:
            joined.append(each)
    yield joined


def _is_one_measure(measures: list[str], fitting: list[int], header: Header) -> bool:
    """Return whether the two lines beside units are one measure: only the last ends a sentence."""
    units = set(fitting) <= set(header.columns.get("units", ()))
    return units and bool(_WHOLE.search(measures[-1].strip())) and not _WHOLE.search(measures[0].strip())


def _part(
    row: Row, measure: int, measures: list[str], others: dict[int, list[str]], odd: list[int], place: int
) -> list[str]:
    cells = list(row)
    cells[measure] = measures[place]
    for at, parts in others.items():
        cells[at] = "" if at in odd else parts[place] if len(parts) == len(measures) else cells[at]
    return cells


def _parts_differ(row: Row, at: int, header: Header, number: int, parts: int, measures: int) -> Problem:
    name = next(name for name in PARTED if at in header.columns.get(name, ()))
    text = one_line(row[at].replace("\n", " / "))
    return problem(ProblemKind.PARTS_DIFFER, row=number, column=name, parts=parts, measures=measures, text=text)


def _tidy(cell: str, column: int, header: Header) -> str:
    """Return a cell without line breaks that are only layout; those between units are kept."""
    if column in header.columns.get("units", ()):
        return cell.replace(BREAK, "\n")
    return one_line(_WITHIN_WORDS.sub(r"\1 \2", cell).replace(BREAK, ""))
