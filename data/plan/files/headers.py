"""Finding the header rows of a table and which column is which."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from data.patterns import Pattern
from data.plan.files.problems import HeaderMissing, Problem, ProblemKind, problem
from data.plan.files.sheets import Sheet
from data.plan.files.unit_cells import comparable, one_line

LOOKED_AT = 30
"""Number of rows at the top of a sheet in which the headings are looked for."""
RUNNING = ("", "序号", "序", "no", "no.", "#")
"""Headings of a column of running numbers, and the heading of an empty column."""
LONGEST = 30
"""Length of the longest heading in characters; a longer cell is text."""
MOST_NAMED = 6
"""Number of unknown headings that are named."""

Words = Mapping[str, Sequence[str]]
"""The headings that each column may have: Chinese, or Latin in lower case without spaces."""

_AROUND = Pattern(r"\(.*?\)|[_\-:*]")


@dataclass(frozen=True, slots=True)
class Header:
    """The headings of a sheet: the index of their last row, and the columns that carry each name."""

    last: int
    columns: Mapping[str, tuple[int, ...]]


def choose_sheet(
    sheets: Sequence[Sheet], words: Words, telling: Collection[str]
) -> tuple[Sheet, Header, list[Problem]]:
    """Return the first visible sheet with headings, its headings, and problems such as ignored sheets.

    Raises HeaderMissing unless a visible sheet has two columns that `words` name, one of them in `telling`.
    """
    headers = ((sheet, find_header(sheet, words)) for sheet in sheets if not sheet.hidden)
    found = [(sheet, header) for sheet, header in headers if header and not header.columns.keys().isdisjoint(telling)]
    if not found:
        raise HeaderMissing(tuple(words[each][0] for each in telling))
    sheet, header = found[0]
    tables = [each for each in sheets if any(len(set(filter(str.strip, row))) > 1 for row in each.rows)]
    problems = [_ignored(each) for each in tables if each is not sheet]
    if sheet.doubtful:
        problems.append(problem(ProblemKind.ENCODING_DOUBTFUL))
    return sheet, header, problems


def _ignored(sheet: Sheet) -> Problem:
    """Return the problem that a sheet, or a table of a document, was not read."""
    if sheet.name:
        return problem(ProblemKind.SHEET_IGNORED, sheet=sheet.name)
    first = next(text for row in sheet.rows for cell in row if (text := one_line(cell)))
    return problem(ProblemKind.TABLE_IGNORED, text=first[:LONGEST])


def find_header(sheet: Sheet, words: Words) -> Header | None:
    """Return the headings of the sheet, which may span several rows; None if no row names two columns."""
    top = sheet.rows[:LOOKED_AT]
    first = max(range(len(top)), key=lambda index: len(_named(top[index], words)), default=0)
    if not top or len(_named(top[first], words)) < 2:
        return None
    last = first
    while last + 1 < len(sheet.rows) and _continues_header(sheet.rows[last + 1], sheet.rows[last], words):
        last += 1
    return Header(last, _columns(sheet.rows[first : last + 1], words))


def missing_columns(header: Header, needed: Sequence[str]) -> list[Problem]:
    """Return a problem for each needed column that no heading names."""
    missing = (name for name in needed if name not in header.columns)
    return [problem(ProblemKind.COLUMN_MISSING, column=name) for name in missing]


def unknown_columns(sheet: Sheet, header: Header) -> list[Problem]:
    """Return one problem for the headings that are not recognised, running numbers aside, if there are any."""
    known = {column for columns in header.columns.values() for column in columns}
    headings = enumerate(sheet.rows[header.last])
    unknown = (one_line(cell) for column, cell in headings if column not in known and comparable(cell) not in RUNNING)
    return headings_unknown(list(unknown))


def headings_unknown(headings: Sequence[str]) -> list[Problem]:
    """Return one problem for unknown headings, with the first of their names; empty if there are none."""
    if len(headings) > 1:
        more = max(0, len(headings) - MOST_NAMED)
        return [problem(ProblemKind.COLUMNS_UNKNOWN, columns="、".join(headings[:MOST_NAMED]), more=more or "")]
    return [problem(ProblemKind.COLUMN_UNKNOWN, column=heading) for heading in headings]


def repeats_heading(row: Sequence[str], heading: Sequence[str], words: Words) -> bool:
    """Return whether the row consists only of the headings in `heading` or other known headings."""
    above = {comparable(cell) for cell in heading}
    said = [cell for cell in row if comparable(cell)]
    return bool(said) and all(comparable(cell) in above or _exact(cell, words) for cell in said)


def _continues_header(row: Sequence[str], above: Sequence[str], words: Words) -> bool:
    """Return whether `row` continues the headings of the row above.

    Cells that are not headings are allowed only below a heading that is merged over several columns.
    """
    below = [cell for cell, head in zip(row, above, strict=False) if above.count(head) == 1 or not comparable(head)]
    named = any(_exact(cell, words) for cell in row)
    return repeats_heading(below, above, words) and (named or repeats_heading(row, above, words))


def _columns(headings: Sequence[Sequence[str]], words: Words) -> dict[str, tuple[int, ...]]:
    """Return the columns of each name: those whose heading is one of its words, or else those that contain one."""
    exact: dict[int, str] = {}
    close: dict[int, str] = {}
    for row in headings:
        for column, cell in enumerate(row):
            if name := _exact(cell, words):
                exact[column] = name
            elif name := _contained(cell, words):
                close[column] = name
    by_name: dict[str, tuple[int, ...]] = {}
    for name in words:
        columns = [column for column in exact if exact[column] == name]
        columns = columns or [column for column in close if close[column] == name and column not in exact]
        if columns:
            by_name[name] = tuple(sorted(columns))
    return by_name


def _named(row: Sequence[str], words: Words) -> set[str]:
    names = (_exact(cell, words) or _contained(cell, words) for cell in row)
    return {name for name in names if name}


def _exact(cell: str, words: Words) -> str | None:
    """Return the name that has this heading, with or without what stands in brackets, or None."""
    whole = comparable(cell)
    spelled = (whole, _AROUND.sub("", whole))
    return next((name for heading in spelled for name, known in words.items() if heading in known), None)


def _contained(cell: str, words: Words) -> str | None:
    """Return the name whose word the heading contains (the longest word, the first of equally long ones), or None."""
    heading = _AROUND.sub("", comparable(cell))
    if len(heading) > LONGEST:
        return None
    hits = [(len(word), -heading.index(word), name) for name in words for word in words[name] if word in heading]
    return max(hits)[2] if hits else None
