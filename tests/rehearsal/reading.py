"""What the bot shows the office and writes into files, read back and compared with the truth."""

from __future__ import annotations

import re
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx
from openpyxl import load_workbook

from data.exports.texts import NEVER_REPORTED, NO_UNIT, STATUS
from data.standing.standing import Status
from tests.rehearsal.comparison import Difference, run
from tests.rehearsal.figures import CHINESE
from tests.rehearsal.truth import State

if TYPE_CHECKING:
    from tests.rehearsal.play import Play

FIRST_ROW = 4
"""The first row of a workbook's sheet below its title and headings."""
SAID = {
    "overdue": "🔴 逾期",
    "due_soon": "🔵 7天内到期",
    "closed": "已办结",
    "submitted": "待审核",
    "in_progress": "进行中",
    "blocked": "受阻",
}
"""How the numbers of the summary are named in the chat."""


def in_files(play: Play, day: date, first: date) -> Iterator[Difference]:
    """Yield the differences in the workbook and the document of a month."""
    with tempfile.TemporaryDirectory() as folder:
        book, report = Path(folder, "x.xlsx"), Path(folder, "x.docx")
        for option, file in (("--xlsx", book), ("--docx", report)):
            run(play, "summary", "--at", str(day), "--from", str(first), option, str(file))
        sheets = load_workbook(book)
        document = "".join(each.text for each in docx.Document(str(report)).paragraphs)
    yield from _tasks(play, day, sheets["任务"].iter_rows(min_row=FIRST_ROW, values_only=True))
    wanted = _totals(play, first, day)
    rows = sheets["统计数据"].iter_rows(min_row=FIRST_ROW, values_only=True)
    found = {str(row[1]): float(str(row[-1] or 0)) for row in rows if row[0] == "合计"}
    yield from _numbers(day, "workbook", wanted, found)
    for name, value in wanted.items():
        if f"{name}{value:g}" not in document:
            yield Difference(day, f"document {name}", f"{value:g}", "not there")


def in_chat(play: Play, day: date, text: str) -> Iterator[Difference]:
    """Yield the differences in the summary that the office reads in the chat."""
    counts = play.city.truth.counts(day)
    found = {name: _number_behind(words, text) for name, words in SAID.items()}
    yield from _numbers(day, "/summary", {name: counts[name] for name in SAID}, found)
    shown = {name: value for name, value in _totals(play, day.replace(day=1), day).items() if f"{name} " in text}
    yield from _numbers(day, "/summary", shown, {name: _number_behind(name, text) for name in shown})


def _tasks(play: Play, day: date, rows: Iterator[tuple[Any, ...]]) -> Iterator[Difference]:
    found = {(row[0], row[2]): (row[3], round(100 * row[5]), _day(row[6])) for row in rows}
    for duty in play.city.truth.duties:
        state, unit = duty.state(day), duty.unit or NO_UNIT("zh")
        there = found.pop((duty.code, unit), None)
        if there != (wanted := _shown(state, is_heard_of=duty.last is not None)):
            last = duty.last.sentence if duty.last else ""
            yield Difference(day, f"workbook {duty.code} {unit}", str(wanted), str(there), last)
    for code, unit in found:
        yield Difference(day, f"workbook {code} {unit}", "none", "there")


def _shown(state: State, *, is_heard_of: bool) -> tuple[str, int, date | None]:
    status = Status(state.status)
    words = NEVER_REPORTED if status is Status.NOT_STARTED and not is_heard_of else STATUS[status]
    return words("zh"), state.percent, state.due


def _day(cell: object) -> object:
    return cell.date() if isinstance(cell, datetime) else cell


def _totals(play: Play, first: date, last: date) -> dict[str, float]:
    totals: dict[str, float] = defaultdict(float)
    for (_, indicator), value in play.city.truth.figures(first, last).items():
        totals[indicator] += value
    return {name: totals[name] for name in CHINESE if totals[name]}


def _number_behind(words: str, text: str) -> float:
    """Return the number that follows some words at the beginning of a line or figure; 0 if they are missing."""
    found = re.search(rf"(?:^|[，：\n]| · ){re.escape(words)} ([\d,.]+)", text)
    return float(found[1].replace(",", "")) if found else 0.0


def _numbers(day: date, where: str, wanted: Mapping[str, float], found: Mapping[str, float]) -> Iterator[Difference]:
    for name, value in wanted.items():
        if abs(value - found.get(name, 0)) > 1e-6:
            yield Difference(day, f"{where} {name}", f"{value:g}", f"{found.get(name, 0):g}")
