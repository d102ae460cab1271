"""The shipped plan in the layout of the official document: cells merged across pages, several measures in a cell."""

import csv
import io
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from docx import Document

from tests.data.conftest import SHIPPED_PLAN

COLUMNS = ("任务名称", "任务细项", "细化措施", "成果形式", "完成时间", "负责单位")
HEADINGS = ("任务名称", "任务细项", "细化措施", "工作成果", "完成时间", "负责单位")
A_PAGE, IN_A_CELL, A_LINE = 40, 4, 9
Task = dict[str, str]


def shipped_tasks() -> list[Task]:
    """Return the rows of the shipped plan."""
    return list(csv.DictReader(SHIPPED_PLAN.read_text(encoding="utf-8-sig").splitlines()))


def official_document(tasks: Sequence[Task]) -> bytes:
    """Return these tasks as a .docx: one table a page with repeated headings, section and item merged, up to four
    measures in a cell with their deliverables, deadlines and units, and lines broken at the column's width."""
    document = Document()
    document.add_paragraph("武汉市2019—2020年打击侵权假冒工作任务细化表")
    for start in range(0, len(tasks), A_PAGE):
        _add_page(document, tasks[start : start + A_PAGE])
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def _add_page(document: Any, tasks: Sequence[Task]) -> None:
    cells = list(_cells(tasks))
    table = document.add_table(rows=1 + len(cells), cols=len(COLUMNS))
    grid = [row.cells for row in table.rows]  # table.cell() counts through the whole table each time
    for column, heading in enumerate(HEADINGS):
        grid[0][column].text = heading
    for at, together in enumerate(cells, 1):
        for column, name in enumerate(COLUMNS):
            shown = together if column > 1 else together[:1]
            _write(grid[at][column], [task[name] for task in shown])
    for column in (0, 1):
        _merge(grid, column, [together[0][COLUMNS[0]] + together[0][COLUMNS[1]] * column for together in cells])


def _cells(tasks: Sequence[Task]) -> Iterator[list[Task]]:
    """Yield the tasks that share cells: those of one item with nothing missing, up to IN_A_CELL at a time."""
    for _, of_item in groupby(tasks, key=lambda task: (task["任务名称"], task["任务细项"], _is_whole(task))):
        rows = list(of_item)
        size = IN_A_CELL if _is_whole(rows[0]) else 1
        yield from (rows[start : start + size] for start in range(0, len(rows), size))


def _is_whole(task: Task) -> bool:
    return all(task[name] for name in COLUMNS)


def _write(cell: Any, texts: Sequence[str]) -> None:
    for number, text in enumerate(texts):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        for start in range(0, len(text), A_LINE):
            run = paragraph.add_run(text[start : start + A_LINE])
            if start + A_LINE < len(text):
                run.add_break()


def _merge(grid: Sequence[Sequence[Any]], column: int, values: Sequence[str]) -> None:
    start = 0
    for _, same in groupby(values):
        count = len(list(same))
        if count > 1:
            top, bottom = grid[start + 1][column], grid[start + count][column]
            text = top.text
            for row in range(start + 1, start + count):
                grid[row + 1][column].text = ""
            top.merge(bottom)
            assert text
        start += count
