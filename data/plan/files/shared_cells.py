"""Splitting table rows in which several measures share a cell, or one measure spans several rows.

A part is a paragraph; or a line, if the deadlines beside it are told apart by nothing else. Parts are matched by their
number alone. If the numbers differ, nothing is guessed: the cell is left empty and reported.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from data.patterns import Pattern
from data.plan.deadlines import is_deadline
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

_NARROWEST = 5
"""Characters in a line of the narrowest column whose lines may be broken at its width."""

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


def _lines(cell: str) -> list[str]:
    return _paragraphs(cell.replace(BREAK, "\n"))


def _deadlines_apart(cell: str) -> list[str]:
    """Return the lines of a cell if each is a deadline and they are none together; otherwise an empty list."""
    lines = _lines(cell)
    apart = len(lines) > 1 and all(is_deadline(one_line(line)) for line in lines)
    return lines if apart and not is_deadline(one_line("".join(lines))) else []


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
    cell = row[measure] if measure < len(row) else ""
    columns = [(name, at) for name in PARTED for at in header.columns.get(name, ()) if at < len(row)]
    apart = {at: lines for name, at in columns if name == "deadline" and (lines := _deadlines_apart(row[at]))}
    others = {at: _paragraphs(row[at]) for _, at in columns} | apart
    divisions = list(_divisions(_paragraphs(cell)))
    if apart and len(divisions[0]) == 1:
        divisions = [_lines(cell)]
        others |= {at: _lines(row[at]) for _, at in columns if len(others[at]) == 1}
    for measures in divisions:
        fitting = [at for at, parts in others.items() if len(parts) == len(measures)]
        is_one_measure = set(fitting) <= set(header.columns.get("units", ())) and _is_wrapped(measures)
        if len(measures) > 1 and fitting and not is_one_measure:
            return _parted(row, header, number, measures, others)
    if apart and not _is_wrapped(divisions[0]):
        return _parted(row, header, number, divisions[0], others)
    return [row], []


def _parted(
    row: Row, header: Header, number: int, measures: list[str], others: dict[int, list[str]]
) -> tuple[list[Row], list[Problem]]:
    """Return a row for each measure, and a problem for each cell whose parts do not match their number."""
    [measure, *_] = header.columns["measure"]
    count = len(measures)
    odd = [at for at, parts in others.items() if len(parts) not in (0, 1, count)]
    parted_rows: list[Row] = [_part(row, measure, measures, others, odd, place) for place in range(count)]
    return parted_rows, [_parts_differ(row, at, header, number, len(others[at]), count) for at in odd]


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


def _is_wrapped(lines: list[str]) -> bool:
    """Return whether lines are one text: there is one, or the last ends a sentence and the first does not."""
    return len(lines) < 2 or bool(_WHOLE.search(lines[-1].strip()) and not _WHOLE.search(lines[0].strip()))


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
    text = one_line(row[at].replace("\n", " / ").replace(BREAK, " / "))
    return problem(ProblemKind.PARTS_DIFFER, row=number, column=name, parts=parts, measures=measures, text=text)


def _without_layout(paragraph: str) -> str:
    """Return a paragraph without line breaks at the width of its column: those behind lines that are all full."""
    lines = _lines(_WITHIN_WORDS.sub(r"\1 \2", paragraph))
    width = max(map(len, lines), default=0)
    full = width >= _NARROWEST and all(len(line) >= width - 1 for line in lines[:-1])
    return one_line("".join(lines)) if full or _is_wrapped(lines) else "\n".join(map(one_line, lines))


def _tidy(cell: str, column: int, header: Header) -> str:
    """Return a cell without line breaks that are only layout; those between units are kept."""
    if column in header.columns.get("units", ()):
        return cell.replace(BREAK, "\n")
    if column in header.columns.get("deadline", ()) and (lines := _deadlines_apart(cell)):
        return "\n".join(map(one_line, lines))
    if any(column in header.columns.get(name, ()) for name in ("measure", "deliverable")):
        paragraphs = [_without_layout(each) for each in _paragraphs(cell)]
        together = "\n".join(paragraphs)
        return one_line(together) if len(paragraphs) > 1 and _is_wrapped(paragraphs) else together
    return one_line(_WITHIN_WORDS.sub(r"\1 \2", cell).replace(BREAK, ""))
