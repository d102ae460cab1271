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
from openpyxl.utils import get_column_letter

from data.errors import NothingToExport
from data.exports.formats import for_csv
from data.exports.ledger import ExportScope, Ledger, ledger
from data.exports.sheets import ledger_workbook, tasks_csv
from data.exports.texts import Language
from data.office.extensions import ask_for_extension
from data.people.actor import Actor
from data.people.people import Person
from data.plan.indicators import ensure_indicators
from data.plan.units import ensure_unit, find_unit
from data.reporting.reviews import review_report
from data.standing.standing import Verdict
from data.store import Database
from data.times import day_of
from tests.data.conftest import MARKET, NOW, POLICE, ZONE, assignment, at, day, report, rows
from tests.data.exports.office import is_written_on, needs_office, pages_of
from tests.data.happenings import SECTIONS, Happening, added_up, happenings, open_town, raw
from tests.thoroughness import count

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
    assert column(tasks, "状态") == ["进行中", "尚未填报", "尚未填报", "尚未填报", "尚未填报"]
    asked = rows_of(ledger_workbook(of(db), "zh"), "延期")
    assert [each.date() for each in column(asked, "申请延至")] == [day("2019-12-20")]
    assert column(asked, "答复") == ["待答复"]
    overdue = rows_of(ledger_workbook(of(db), "zh"), "逾期")
    assert (column(overdue, "编号"), column(overdue, "逾期天数")) == (["2-2"], [5])


@pytest.mark.usefixtures("plan")
def test_a_returned_report_is_listed_with_its_reason_and_not_shown_as_done(
    db: Database, coordinator: Person, liaison: Person
) -> None:
    ensure_indicators(db)
    for on, verdict, reason in (
        ("2019-11-20", Verdict.RETURNED, "缺总结"),
        ("2019-11-21", Verdict.ACCEPTED, ""),
        ("2019-11-22", Verdict.RETURNED, "数字不对"),
        ("2019-11-23", None, ""),
    ):
        report(db, "1-1" if reason != "数字不对" else "1-2", "submitted", on, 100)
        [[report_id]] = rows(db, "SELECT max(id) FROM reports")
        assert isinstance(report_id, int)
        db.change("UPDATE reports SET note = '两期都开了', person_id = ? WHERE id = ?", [liaison.id, report_id])
        db.insert("report_figures", report_id=report_id, indicator="立案件数", value=7.0)
        if verdict:
            review_report(db, Actor(coordinator, at(f"{on} 15:00"), ZONE), report_id, verdict, reason)
    content = ledger_workbook(of(db), "zh")
    reports = rows_of(content, "填报")
    assert column(reports, "状态") == ["已完成"] * 4 and column(reports, "填报人") == [liaison.name] * 4
    assert column(reports, "审核") == ["退回：缺总结", "通过", "退回：数字不对", "待审核"]
    assert column(rows_of(content, "任务"), "情况")[:3] == ["两期都开了", "已退回：数字不对", None]
    assert column(rows_of(content, "统计数据"), "合计")[-1] == 14


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


@pytest.mark.usefixtures("plan")
@pytest.mark.parametrize("language", ["zh", "en"])
def test_words_fit_their_columns_and_stand_clear_of_what_is_beside_them(db: Database, language: Language) -> None:
    for page in load_workbook(io.BytesIO(ledger_workbook(of(db), language))):
        for place, heading in enumerate(page[3], start=1):
            room = page.column_dimensions[get_column_letter(place)].width
            assert all(len(word) < room for word in str(heading.value).split())
        written = [each.alignment for each in page[4] if isinstance(each.value, str) and page.max_row > 4]
        assert all(each.wrap_text and each.indent for each in written)


@given(
    st.lists(happenings, min_size=3, max_size=16),
    st.sampled_from([None, POLICE, MARKET]),
    st.sampled_from([None, SECTIONS[:1]]),
    st.booleans(),
)
@settings(max_examples=count(12, 40), deadline=None)
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
    reports = [row for row in rows_of(content, "填报") if row[0] != "（无）"]
    assert len(counted) == sum(not str(each).startswith("退回") for each in column(reports, "审核"))
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
