"""Reading a plan file: every row as it was understood, with what a coordinator should check."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from data.patterns import Pattern
from data.plan.deadlines import Deadline, DeadlineKind, read_deadline
from data.plan.files.codes import (
    LONGEST_CODE,
    Place,
    can_be_said,
    is_date_like,
    numbers_restart,
    task_codes,
    tidy_code,
    told_apart,
)
from data.plan.files.headers import Header, choose_sheet, missing_columns, unknown_columns
from data.plan.files.plan_table import COLUMNS, NEEDED, TableRow, check_not_exported, task_rows
from data.plan.files.problems import Damaged, HeaderMissing, Problem, ProblemKind, problem
from data.plan.files.prose import Measure, is_prose, read_prose
from data.plan.files.responsible import with_roles_before
from data.plan.files.shared_cells import split_shared_cells
from data.plan.files.sheets import Sheet, read_paragraphs, read_sheets
from data.plan.files.titles import imprint, short_title
from data.plan.files.unit_cells import UnitsRead, read_units
from data.plan.unit_names import UnitNames, names_of

_OCTOBER_OR_JANUARY = Pattern(r"\d{4}\.1")


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One task of a plan file.

    `row` is its row in the file, counted from 1. `title` is made from the measure if the file has none. `leads` and
    `joints` are the `units` that the file marks as 牵头 and 配合.
    """

    row: int
    code: str
    code_given: bool
    section: str
    item: str
    title: str
    measure: str
    deliverable: str
    deadline_text: str
    deadline: Deadline
    units: tuple[str, ...]
    leads: tuple[str, ...]
    joints: tuple[str, ...]
    groups: tuple[str, ...]
    remark: str
    problems: tuple[Problem, ...]
    title_en: str = ""

    @property
    def roles(self) -> dict[str, str | None]:
        """The role of each unit: 'lead', 'joint', or None if the file does not tell them apart."""
        return {unit: "lead" if unit in self.leads else "joint" if unit in self.joints else None for unit in self.units}


@dataclass(frozen=True, slots=True)
class PlanReading:
    """A plan file as it was understood.

    `problems` concern the whole file; those of a row are in the row. `title` (empty if not found) and `issued` are what
    the file says about itself.
    """

    rows: tuple[PlanRow, ...]
    problems: tuple[Problem, ...]
    title: str = ""
    issued: date | None = None


TABLES_ALONE = (".csv", ".tsv")
"""Endings of files that are never read as prose: a table with a broken quote would become tasks that nobody wrote."""


def read_plan(content: bytes, filename: str, issued: date, names: UnitNames) -> PlanReading:
    """Read a .xlsx, .docx or .csv plan, or one in prose (.docx, .txt). Raises a FileProblem if that fails.

    Deadlines are counted from the day `issued`.
    """
    try:
        return _read_table(read_sheets(content, filename), issued, names)
    except (HeaderMissing, Damaged):
        paragraphs = [] if filename.lower().endswith(TABLES_ALONE) else read_paragraphs(content)
        if not is_prose(paragraphs):
            raise
        return read_text(paragraphs, issued, names)


def read_text(paragraphs: Sequence[str], issued: date, names: UnitNames) -> PlanReading:
    """Read a plan in prose. If its title names another place, known unit names are not applied."""
    said = imprint(paragraphs)
    names = names_of(said.title, names)
    prose = read_prose(paragraphs)
    tasks = [_prose_row(each) for each in prose.measures]
    places = [_place(task) for task in tasks]
    problems = [problem(ProblemKind.ITEM_NUMBERS_RESTART)] if numbers_restart(places) else []
    rows = [
        row if not measure.doubtful else _doubtful(row, measure)
        for row, measure in zip(_rows(tasks, places, issued, names), prose.measures, strict=True)
    ]
    return PlanReading(tuple(rows), (*problems, *prose.skipped), said.title, said.issued)


def _prose_row(measure: Measure) -> TableRow:
    cells = dict.fromkeys(COLUMNS, "")
    said = {"section": measure.section, "item": measure.item, "measure": measure.text}
    return TableRow(measure.number, {**cells, **said, "units": measure.units, "deadline": measure.deadline})


def _doubtful(row: PlanRow, measure: Measure) -> PlanRow:
    """Return the row with a problem for a measure that names several days, of which none is used."""
    unclear = problem(ProblemKind.DEADLINE_UNCLEAR, text="、".join(measure.doubtful))
    others = [each for each in row.problems if each.kind is not ProblemKind.DEADLINE_MISSING]
    return replace(row, problems=(*others, unclear))


def _read_table(sheets: Sequence[Sheet], issued: date, names: UnitNames) -> PlanReading:
    sheet, header, problems = choose_sheet(sheets, COLUMNS, ("measure", "deadline"))
    check_not_exported(sheet, header)
    said = imprint([*sheet.around, *_lines_above(sheet, header)])
    names = names_of(said.title, names)
    sheet, differing = split_shared_cells(sheet, header)
    tasks, skipped = task_rows(sheet, header)
    places = [_place(task) for task in tasks]
    if unusable := [code for task in tasks if (code := _code_given(task)) and not can_be_said(code)]:
        problems.append(
            problem(ProblemKind.CODES_UNUSABLE, codes="、".join(each[:LONGEST_CODE] for each in unusable[:3]))
        )
    problems += [*missing_columns(header, NEEDED), *unknown_columns(sheet, header)]
    if not tasks:
        problems.append(problem(ProblemKind.NOTHING_READ))
    if numbers_restart(places) and not all(place.code for place in places):
        problems.append(problem(ProblemKind.ITEM_NUMBERS_RESTART))
    rows = tuple(_rows(tasks, places, issued, names))
    return PlanReading(rows, (*problems, *differing, *skipped), said.title, said.issued)


def _lines_above(sheet: Sheet, header: Header) -> list[str]:
    said = [set(filter(str.strip, row)) for row in sheet.rows[: header.last]]
    return [texts.pop() for texts in said if len(texts) == 1]


def _place(task: TableRow) -> Place:
    code = _code_given(task)
    return Place(task.cells["section"], task.cells["item"], code if can_be_said(code) else "")


def _code_given(task: TableRow) -> str:
    code = task.cells["code"]
    return "" if is_date_like(code) else tidy_code(code)


def _rows(tasks: Sequence[TableRow], places: Sequence[Place], issued: date, names: UnitNames) -> Iterator[PlanRow]:
    units = read_units([with_roles_before(task.cells["units"]) for task in tasks], names)
    written = task_codes(places)
    stored = told_apart(written, places)
    rows = {code: task.row for code, task in zip(stored, tasks, strict=True)}
    for task, place, code, own, read in zip(tasks, places, written, stored, units, strict=True):
        row = _row(task, own, bool(place.code), read, _deadline(task.cells["deadline"], issued))
        if own != code:
            duplicate = problem(ProblemKind.CODE_DUPLICATE, code=code, row=rows[code], stored=own)
            row = replace(row, code_given=False, problems=(*row.problems, duplicate))
        yield row


def _row(task: TableRow, code: str, code_given: bool, units: UnitsRead, deadline: Deadline) -> PlanRow:
    cells = task.cells
    return PlanRow(
        row=task.row,
        code=code,
        code_given=code_given,
        section=cells["section"],
        item=cells["item"],
        title=cells["title"] or short_title(cells["measure"] or cells["deliverable"] or cells["item"]),
        title_en=cells["title_en"],
        measure=cells["measure"],
        deliverable=cells["deliverable"],
        deadline_text=cells["deadline"],
        deadline=deadline,
        units=units.units,
        leads=units.leads,
        joints=units.joints,
        groups=units.groups,
        remark=cells["remark"],
        problems=tuple(_problems(cells, deadline, units)),
    )


def row_issued_on(row: PlanRow, issued: date) -> PlanRow:
    """Return the row with its deadline counted from another day of issue."""
    deadline = _deadline(row.deadline_text, issued)
    unclear = _unclear(row.deadline_text, deadline)
    others = [each for each in row.problems if each not in _unclear(row.deadline_text, row.deadline)]
    return replace(row, deadline=deadline, problems=(*unclear, *others))


def _deadline(text: str, issued: date) -> Deadline:
    """Return the reading of a deadline cell. 2019.1 is unclear: spreadsheets turn a typed 2019.10 into it."""
    if _OCTOBER_OR_JANUARY.fullmatch(text):
        return Deadline(DeadlineKind.UNCLEAR)
    return read_deadline(text, issued)


def _problems(cells: Mapping[str, str], deadline: Deadline, units: UnitsRead) -> Iterator[Problem]:
    if not cells["measure"]:
        yield problem(ProblemKind.MEASURE_MISSING)
    if deadline.kind is DeadlineKind.MISSING:
        yield problem(ProblemKind.DEADLINE_MISSING)
    yield from _unclear(cells["deadline"], deadline)
    yield from units.problems
    if is_date_like(cells["code"]):
        yield problem(ProblemKind.CODE_UNCLEAR, text=cells["code"])


def _unclear(text: str, deadline: Deadline) -> tuple[Problem, ...]:
    return (problem(ProblemKind.DEADLINE_UNCLEAR, text=text),) if deadline.kind is DeadlineKind.UNCLEAR else ()
