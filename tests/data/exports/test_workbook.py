"""The ledger as a workbook and as a table of text."""

import csv
import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from data.errors import NothingToExport
from data.exports.ledger import ExportScope, Ledger, ledger
from data.exports.sheets import ledger_workbook, tasks_csv
from data.exports.tables import for_csv
from data.office.extensions import ask_for_extension
from data.people.actor import Actor
from data.people.people import Person
from data.plan.units import ensure_unit, find_unit
from data.store import Database
from data.times import day_of
from tests.data.conftest import MARKET, NOW, POLICE, ZONE, assignment, day, report
from tests.data.exports.office import is_written_on, needs_office, pages_of
from tests.data.happenings import SECTIONS, Happening, added_up, happenings, open_town, raw

TODAY = day("2019-11-25")
ALL = ExportScope(day("2019-11-01"), TODAY)


def of(db: Database, scope: ExportScope = ALL) -> Ledger:
    return ledger(db, scope, TODAY)


def rows_of(content: bytes, sheet: str) -> list[list[Any]]:
    """Return the rows of a sheet below its headings."""
    return [list(row) for row in load_workbook(io.BytesIO(content))[sheet].iter_rows(min_row=3, values_only=True)]


def column(rows: Sequence[Sequence[Any]], name: str) -> list[Any]:
    place = list(rows[0]).index(name)
    return [row[place] for row in rows[1:]]


@pytest.mark.usefixtures("plan")
def test_every_kind_of_thing_has_its_sheet_with_real_days_and_numbers(db: Database, liaison: Person) -> None:
    report(db, "1-1", "in_progress", "2019-11-20", 40)
    ask_for_extension(db, Actor(liaison, NOW, ZONE), assignment(db, "1-1").id, day("2019-12-20"), "等批复", "x")
    book = load_workbook(io.BytesIO(ledger_workbook(of(db), "zh")))
    assert book.sheetnames == ["任务", "填报", "统计数据", "延期", "逾期", "统计报表"]
    tasks = rows_of(ledger_workbook(of(db), "zh"), "任务")
    assert column(tasks, "编号") == ["1-1", "1-2", "1-2", "2-1", "2-2"]
    assert column(tasks, "到期日")[0].date() == day("2019-12-02") and column(tasks, "进度")[0] == 0.4
    assert column(tasks, "提示") == ["受阻或久未更新", "正常", "正常", "无确定日期", "逾期"]
    assert column(tasks, "单位")[-1] == "未明确单位"
    asked = rows_of(ledger_workbook(of(db), "zh"), "延期")
    assert [each.date() for each in column(asked, "申请延至")] == [day("2019-12-20")]
    assert column(asked, "答复") == ["待答复"]
    overdue = rows_of(ledger_workbook(of(db), "zh"), "逾期")
    assert (column(overdue, "编号"), column(overdue, "逾期天数")) == (["2-2"], [5])


@pytest.mark.usefixtures("plan")
def test_the_sheets_are_made_to_be_read_and_printed(db: Database) -> None:
    page = load_workbook(io.BytesIO(ledger_workbook(of(db), "zh")))["任务"]
    assert page.freeze_panes == "C4" and page.auto_filter.ref == "A3:Q8"
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
    assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (1, 0)
    assert page.print_title_rows == "$3:$3" and "$A$1:$N$8" in str(page.print_area)
    assert page.column_dimensions["I"].width == 28
    assert next(rule.formula for each in page.conditional_formatting for rule in each.rules) == ['$E4="逾期"']
    assert page["A1"].value == "测试任务表 台账 · 任务"
    assert page["A2"].value == "范围：全部单位　时段：2019年11月1日至11月25日　状态截至2019年11月25日"
    assert page["F4"].number_format == "0%" and page["G4"].number_format == "yyyy-mm-dd"


@pytest.mark.usefixtures("plan")
def test_what_somebody_wrote_never_becomes_a_formula_nor_breaks_the_file(db: Database) -> None:
    report(db, "1-1", "in_progress", "2019-11-20", 40)
    db.change(
        "UPDATE reports SET note = ?, obstacle = ?", ['=HYPERLINK("http://x")', "缺\x00设备\x0b\ud800"[:4] + "\ufffe"]
    )
    page = load_workbook(io.BytesIO(ledger_workbook(of(db), "zh")))["任务"]
    note, obstacle = page["I4"], page["J4"]
    assert (note.value, note.data_type) == ('=HYPERLINK("http://x")', "s")
    assert obstacle.value == "缺设备"
    [_, first, *_] = csv.reader(tasks_csv(of(db), "zh").decode("utf-8-sig").splitlines())
    assert first[8:10] == ['\'=HYPERLINK("http://x")', "缺设备"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("=1+1", "'=1+1"),
        ("+86", "'+86"),
        ("-1", "'-1"),
        ("@x", "'@x"),
        ("\tx", "'\tx"),
        ("\rx", "'\nx"),
        ("＝1+1", "'＝1+1"),
        ("＋86", "'＋86"),
        ("\n=1", "'\n=1"),
        ("市公安局", "市公安局"),
        ("a\x07b", "ab"),
        (date(2019, 11, 25), "2019-11-25"),
        (0.4, "0.4"),
        (12345678901.25, "12345678901.25"),
        (-3, "-3"),
        (None, ""),
    ],
)
def test_cells_of_a_csv(value: object, text: str) -> None:
    assert for_csv(value) == text


@pytest.mark.usefixtures("plan")
def test_one_unit_and_one_section_can_be_chosen(db: Database) -> None:
    scope = ExportScope(ALL.first, ALL.last, (find_unit(db, MARKET).id,))
    content = ledger_workbook(of(db, scope), "zh")
    assert column(rows_of(content, "任务"), "单位") == [MARKET]
    assert f"范围：{MARKET}" in str(load_workbook(io.BytesIO(content))["任务"]["A2"].value)
    content = ledger_workbook(of(db, ExportScope(ALL.first, ALL.last, None, ("二、宣传",))), "zh")
    assert column(rows_of(content, "任务"), "编号") == ["2-1", "2-2"]
    assert rows_of(content, "填报")[1][0] == "（无）"


@pytest.mark.usefixtures("plan")
def test_a_part_without_any_task_is_no_export(db: Database) -> None:
    with pytest.raises(NothingToExport):
        of(db, ExportScope(ALL.first, ALL.last, (ensure_unit(db, "市文化馆"),)))


@pytest.mark.usefixtures("plan")
def test_english_readers_have_english_headings(db: Database) -> None:
    assert load_workbook(io.BytesIO(ledger_workbook(of(db), "en"))).sheetnames == [
        "Tasks",
        "Reports",
        "Figures",
        "Extensions",
        "Overdue",
        "Statistics returns",
    ]


@given(
    st.lists(happenings, min_size=3, max_size=16),
    st.sampled_from([None, POLICE, MARKET]),
    st.sampled_from([None, SECTIONS[:1]]),
    st.booleans(),
)
@settings(max_examples=40, deadline=None)
def test_whatever_happens_the_files_have_the_numbers_of_the_raw_reports(
    happened: list[Happening], unit: str | None, sections: tuple[str, ...] | None, latest: bool
) -> None:
    town = open_town(latest=latest)
    town.live(happened)
    first, last = day("2019-10-25"), day_of(town.now, ZONE)
    ids = None if unit is None else (find_unit(town.db, unit).id,)
    content = ledger_workbook(ledger(town.db, ExportScope(first, last, ids, sections), last), "zh")
    figures = rows_of(content, "统计数据")
    counted = raw(town.db, first, last, unit, sections)
    totals = {row[1]: row[-1] for row in figures[1:] if row[0] == "合计"}
    assert totals == {name: value for name, value in added_up(counted, latest).items() if value}
    by_unit = {name: sum(row[-1] for row in figures[1:] if row[1] == name and row[0] != "合计") for name in totals}
    assert by_unit == pytest.approx(totals)
    assert len(counted) == len([row for row in rows_of(content, "填报")[1:] if row[0] != "（无）"])
    town.db.close()


@needs_office
@pytest.mark.usefixtures("plan")
def test_libreoffice_opens_the_workbook_and_prints_it(db: Database, tmp_path: Path) -> None:
    report(db, "1-1", "in_progress", "2019-11-20", 40)
    file = tmp_path / "台账.xlsx"
    file.write_bytes(ledger_workbook(of(db), "zh"))
    pages = pages_of(file)
    assert len(pages) == 6 and all(map(is_written_on, pages))
    assert all(page.width > page.height for page in pages)
