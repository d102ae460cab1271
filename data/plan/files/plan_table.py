"""The task rows of a plan's table: its columns, which rows are tasks, and sections and items that carry down."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from data.patterns import Pattern
from data.plan.files.codes import leading_number
from data.plan.files.headers import Header, repeats_heading
from data.plan.files.problems import OwnExport, Problem, ProblemKind, problem
from data.plan.files.sheets import Sheet
from data.plan.files.unit_cells import comparable, one_line, tidy_lines

COLUMNS = {
    "section": ("任务名称", "重点任务", "工作任务", "任务类别", "任务领域", "section", "sections"),
    "item": ("任务细项", "细项", "item", "items"),
    "title": ("任务简称", "简称", "title", "shorttitle"),
    "title_en": ("英文简称", "任务英文简称", "任务简称(英文)", "简称(英文)", "titleen", "englishtitle"),
    "code": ("编号", "任务编号", "code", "taskcode"),
    "measure": (
        *("细化措施", "工作措施", "具体措施", "主要措施", "措施", "measure", "measures"),
        *("具体任务", "任务内容", "工作内容", "具体举措", "工作举措", "举措"),
    ),
    "deliverable": ("成果形式", "工作成果", "成果", "目标", "工作目标", "deliverable", "deliverables"),
    "deadline": (
        *("完成时间", "完成时限", "完成日期", "时限", "期限", "deadline", "deadlines", "duedate"),
        *("时间节点", "时间安排", "时间要求", "进度安排"),
    ),
    "units": (
        *("单位", "责任主体", "责任分工", "unit", "units", "responsibleunit", "responsibleunits"),
        *(
            duty + who
            for duty in ("负责", "责任", "牵头", "配合", "协办", "主办", "参与", "承办", "主责", "协同")
            for who in ("单位", "部门", "司局")
        ),
    ),
    "remark": ("备注", "remark", "remarks", "note", "notes"),
}
EXPORTED = ({"状态", "进度", "最近填报"}, {"status", "progress", "lastreport"})
"""Headings by which a table that the bot has exported is told from a plan, in Chinese and English."""
NEEDED = ("section", "measure", "deadline", "units")
OF_A_TASK = ("title", "measure", "deliverable", "deadline", "units", "remark")
_IN_LINES = ("measure", "deliverable", "deadline", "units", "remark")
_NO_TASK = Pattern(r"(?:合计|总计|小计|共计|备注|附注|注|说明|填表人?|制表人?|审核人?|total|notes?)(?:$|[:\d(])")
_ROLE = Pattern("牵头|主办|主责|配合|协办|协同|参与")
_SECTION = Pattern("[一二三四五六七八九十]+、|第[一二三四五六七八九十]+[章部]")


@dataclass(frozen=True, slots=True)
class TableRow:
    """One task of a table: its row number in the file, and its tidied texts by the names in COLUMNS."""

    row: int
    cells: Mapping[str, str]


def check_not_exported(sheet: Sheet, header: Header) -> None:
    """Raise OwnExport if the table is a ledger that the bot has exported."""
    headings = {comparable(cell) for cell in sheet.rows[header.last]}
    if any(own <= headings for own in EXPORTED):
        raise OwnExport


def task_rows(sheet: Sheet, header: Header) -> tuple[list[TableRow], list[Problem]]:
    """Return the rows below the headings that are tasks, with section and item carried down, and the skipped rows.

    If there are two columns of sections and none of items, the second one holds items. Blank rows, repeated headings
    and rows with only a section or item are not reported as skipped.
    """
    section, *more = header.columns.get("section", ())[:2] or (0,)
    if more and "item" not in header.columns:
        header = replace(header, columns={**header.columns, "section": (section,), "item": tuple(more)})
    place = {"section": "", "item": ""}
    tasks: list[TableRow] = []
    skipped: list[Problem] = []
    for index, row in enumerate(sheet.rows[header.last + 1 :], header.last + 1):
        number = sheet.number(index)
        if not any(map(comparable, row)) or repeats_heading(row, sheet.rows[header.last], COLUMNS):
            continue
        cells = _cells(row, header, sheet.rows[header.last])
        if heading := _lone_heading(row, header):
            place = _carried(heading, place)
        elif _is_remark(row, cells, header) or not any(cells[name] for name in OF_A_TASK):
            text = " ".join(dict.fromkeys(filter(None, map(one_line, row))))
            skipped.append(problem(ProblemKind.ROW_SKIPPED, row=number, text=text))
        else:
            place = _carried(cells, place)
            tasks.append(TableRow(number, cells | place))
    return tasks, skipped


def _cells(row: Sequence[str], header: Header, headings: Sequence[str]) -> dict[str, str]:
    cells = {name: _text(name, row, header.columns.get(name, ())) for name in COLUMNS}
    return cells | {"units": _units(row, header.columns.get("units", ()), headings)}


def _units(row: Sequence[str], columns: Sequence[int], headings: Sequence[str]) -> str:
    """Return the units of a row, prefixed with the role if the column heading names one, such as 牵头单位."""
    plainly, labelled = list[str](), list[str]()
    for column in columns:
        if column < len(row) and (text := tidy_lines(row[column])):
            heading = headings[column] if column < len(headings) else ""
            roles = {found[0] for found in _ROLE.finditer(comparable(heading))}
            if len(roles) == 1:
                labelled.append(f"{roles.pop()}单位：{text}")
            else:
                plainly.append(text)
    return "\n".join(dict.fromkeys(plainly + labelled))


def _text(name: str, row: Sequence[str], columns: Sequence[int]) -> str:
    tidy = tidy_lines if name in _IN_LINES else one_line
    texts = (tidy(row[column]) for column in columns if column < len(row))
    return "；".join(dict.fromkeys(text for text in texts if text))


def _carried(cells: Mapping[str, str], place: Mapping[str, str]) -> dict[str, str]:
    """Return the section and item of a row, taking missing ones from `place`; a new section starts without an item."""
    section = cells.get("section") or place["section"]
    item = cells.get("item") or (place["item"] if section == place["section"] else "")
    return {"section": section, "item": item}


def _lone_heading(row: Sequence[str], header: Header) -> dict[str, str]:
    """Return the section or item if the row contains nothing else, or an empty mapping."""
    said = [column for column, cell in enumerate(row) if comparable(cell)]
    text = one_line(row[said[0]])
    if not _speaks_alone(row, header) or _NO_TASK.match(comparable(text)):
        return {}
    for name in ("section", "item"):
        if len(said) == 1 and said[0] in header.columns.get(name, ()):
            return {name: text}
    if leading_number(text) is None or text.isdigit():
        return {}
    return {"section" if _SECTION.match(text) else "item": text}


def _speaks_alone(row: Sequence[str], header: Header) -> bool:
    """Return whether the row holds a single text, merged over columns or outside the columns of a task."""
    said = [column for column, cell in enumerate(row) if comparable(cell)]
    merged = len(said) > 2 and len({row[column] for column in said}) == 1
    return merged or (len(said) == 1 and said[0] not in _columns_of_a_task(header))


def _is_remark(row: Sequence[str], cells: Mapping[str, str], header: Header) -> bool:
    """Return whether the row is a total, a note, or a single text that is not a heading."""
    measure = comparable(cells["measure"])
    around = [comparable(cell) for column, cell in enumerate(row) if column not in _columns_of_a_task(header)]
    if _speaks_alone(row, header) or _NO_TASK.match(measure):
        return True
    return not measure and any(_NO_TASK.match(cell) for cell in around)


def _columns_of_a_task(header: Header) -> set[int]:
    return {column for name in OF_A_TASK for column in header.columns.get(name, ())}
