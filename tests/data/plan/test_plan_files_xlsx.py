"""Plans in Excel workbooks: merged cells, several sheets, numbers and dates as shown in the cells."""

import io
from datetime import date
from zipfile import ZipFile

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from data.plan.files.plan import PlanReading, read_plan
from data.plan.files.problems import HeaderMissing, ProblemKind
from data.plan.files.sheets import read_sheets
from data.plan.unit_names import shipped_unit_names

HEADER = ["任务名称", "任务细项", "细化措施", "成果形式", "完成时间", "负责单位"]


@pytest.fixture
def book() -> Workbook:
    return Workbook()


@pytest.fixture
def sheet(book: Workbook) -> Worksheet:
    """A plan in the usual layout: a title across all columns, section and item merged downwards."""
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.append(["2019年打击侵权假冒工作任务细化表"])
    sheet.append(HEADER)
    sheet.append(["一、强化整治", "1. 专项整治", "查处网络盗版", "办案", "2019年底", "市公安局\n市税务局"])
    sheet.append([None, None, "清查电商平台", None, None, "市 商务局"])
    sheet.append([None, "2. 随机抽查", "抽查", None, "持续开展", "各区人民政府"])
    for area in ("A1:F1", "A3:A5", "B3:B4", "E3:E4"):
        sheet.merge_cells(area)
    return sheet


def saved(book: Workbook) -> bytes:
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def read(book: Workbook) -> PlanReading:
    return read_plan(saved(book), "plan.xlsx", date(2019, 10, 24), shipped_unit_names())


def shown(book: Workbook) -> list[list[str]]:
    return read_sheets(saved(book), "plan.xlsx")[0].rows


def test_merged_cells_count_for_all_their_rows(book: Workbook, sheet: Worksheet) -> None:
    rows = read(book).rows
    assert [(row.row, row.code, row.section) for row in rows] == [
        (3, "1-1", "一、强化整治"),
        (4, "1-2", "一、强化整治"),
        (5, "2-1", "一、强化整治"),
    ]
    assert [row.deadline_text for row in rows] == ["2019年底", "2019年底", "持续开展"]
    assert [row.deliverable for row in rows] == ["办案", "", ""]


def test_breaks_and_blanks_between_units_are_understood(book: Workbook, sheet: Worksheet) -> None:
    rows = read(book).rows
    assert [row.units for row in rows[:2]] == [("市公安局", "市税务局"), ("市商务局",)]
    assert (len(rows[2].units), rows[2].groups) == (13, ("各区人民政府",))
    assert [row.problems for row in rows] == [(), (), ()]


def test_a_section_merged_over_all_columns_heads_the_rows_below(book: Workbook, sheet: Worksheet) -> None:
    sheet.append(["二、加强协作"])
    sheet.merge_cells("A6:F6")
    sheet.append([None, "3. 协作", "互通线索", "通报", "2020年2月", "市公安局"])
    reading = read(book)
    assert (reading.rows[-1].section, reading.rows[-1].code) == ("二、加强协作", "3-1")
    assert (len(reading.rows), reading.problems) == (4, ())


def test_a_note_merged_over_all_columns_is_reported(book: Workbook, sheet: Worksheet) -> None:
    sheet.append(["以上由领导小组办公室负责解释"])
    sheet.merge_cells("A6:F6")
    (found,) = read(book).problems
    assert (found.kind, dict(found.values)) == (
        ProblemKind.ROW_SKIPPED,
        {"row": "6", "text": "以上由领导小组办公室负责解释"},
    )


def test_the_sheet_with_the_headings_is_read(book: Workbook, sheet: Worksheet) -> None:
    cover = book.create_sheet("封面", 0)
    cover.append(["关于印发任务细化表的通知"])
    reading = read(book)
    assert (len(reading.rows), reading.problems) == (3, ())


def test_a_second_sheet_with_headings_is_not_lost_in_silence(book: Workbook, sheet: Worksheet) -> None:
    more = book.create_sheet("续表")
    more.append(HEADER)
    (found,) = read(book).problems
    assert (found.kind, dict(found.values)) == (ProblemKind.SHEET_IGNORED, {"sheet": "续表"})


def test_a_hidden_sheet_comes_after_the_visible_one(book: Workbook, sheet: Worksheet) -> None:
    old = book.create_sheet("旧稿", 0)
    old.append(HEADER)
    old.sheet_state = "hidden"
    reading = read(book)
    assert len(reading.rows) == 3
    assert [dict(found.values) for found in reading.problems] == [{"sheet": "旧稿"}]


def test_a_hidden_sheet_does_not_stand_in_for_a_visible_one_that_cannot_be_read(
    book: Workbook, sheet: Worksheet
) -> None:
    sheet.sheet_state = "hidden"
    book.create_sheet("任务分工", 0).append(("事项", "办到哪天"))
    with pytest.raises(HeaderMissing):
        read(book)


def test_a_table_that_was_not_read_is_named_whatever_its_headings(book: Workbook, sheet: Worksheet) -> None:
    book.create_sheet("任务分工", 0).append(("事项", "办到哪天"))
    assert [dict(found.values) for found in read(book).problems] == [{"sheet": "任务分工"}]


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (1.0, "General", "1"),
        (2, "General", "2"),
        (2019.1, "0.00", "2019.10"),
        (2019.6, "General", "2019.6"),
        (date(2019, 12, 31), "yyyy-mm-dd", "2019-12-31"),
        (date(2019, 12, 1), 'yyyy"年"m"月"', "2019年12月"),
        (date(2019, 1, 1), 'yyyy"年"', "2019年"),
        (date(2025, 10, 15), 'm"月"d"日"', "10月15日"),
    ],
)
def test_a_cell_is_read_as_it_is_shown(book: Workbook, value: float | date, number_format: str, text: str) -> None:
    book.worksheets[0].cell(1, 1, value).number_format = number_format
    assert shown(book)[0][0] == text


@pytest.mark.parametrize(("built_in", "text"), [(57, "2019年12月"), (58, "12月1日"), (31, "2019-12-01"), (0, "43800")])
def test_the_date_formats_that_chinese_excel_has_built_in_are_known(book: Workbook, built_in: int, text: str) -> None:
    cell = book.worksheets[0].cell(1, 1, 43800)
    cell.number_format = "0.000000"
    content = io.BytesIO()
    with ZipFile(io.BytesIO(saved(book))) as old, ZipFile(content, "w") as new:
        for member in old.namelist():
            data = old.read(member)
            if member == "xl/styles.xml":
                data = data.replace(b'xf numFmtId="164"', f'xf numFmtId="{built_in}"'.encode())
            new.writestr(member, data)
    assert read_sheets(content.getvalue(), "plan.xlsx")[0].rows == [[text]]


def test_the_returns_that_excel_writes_out_are_no_text(book: Workbook, sheet: Worksheet) -> None:
    sheet["C3"] = "查处_x000D_\n网络盗版"
    assert read(book).rows[0].measure == "查处\n网络盗版"


def test_a_row_of_numbers_alone_is_reported_and_not_made_a_task() -> None:
    book = Workbook()
    book.worksheets[0].append(["序号", *HEADER])
    book.worksheets[0].append([1, "一、整治", "1. 查处", "查处网络盗版", "办案", "2019年底", "市公安局"])
    book.worksheets[0].append([2])
    reading = read(book)
    assert len(reading.rows) == 1
    assert [dict(found.values) for found in reading.problems] == [{"row": "3", "text": "2"}]


def test_headings_go_on_below_one_that_is_merged_over_several_columns(book: Workbook, sheet: Worksheet) -> None:
    own = book.create_sheet("分工", 0)
    own.append(("序号", "重点任务", None, "具体举措", "进度安排", "责任分工", None))
    own.append((None, "领域", "事项", None, None, "牵头单位", "配合单位"))
    own.append((1, "强化执法", "行刑衔接", "移送案件", "2023年9月20日", "市公安局", "市检察院"))
    for area in ("A1:A2", "B1:C1", "D1:D2", "E1:E2", "F1:G1"):
        own.merge_cells(area)
    (row,) = read(book).rows
    assert (row.section, row.item, row.measure) == ("强化执法", "行刑衔接", "移送案件")
    assert (row.deadline.due, row.leads, row.joints) == (date(2023, 9, 20), ("市公安局",), ("市检察院",))
