"""Plans in Word, as tables of official documents."""

import io
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from docx import Document
from docx.oxml import OxmlElement

from data.plan.deadlines import DeadlineKind
from data.plan.files import limits
from data.plan.files.apart import read_in_process
from data.plan.files.plan import PlanReading, read_plan
from data.plan.files.problems import ActiveContent, FileProblem, HeaderMissing, ProblemKind, TooManyRows
from data.plan.unit_names import shipped_unit_names
from tests.data.conftest import ISSUED, SHIPPED_PLAN
from tests.data.plan.official_table import HEADINGS, official_document, shipped_tasks
from tests.data.plan.workbook_members import with_member

OF_A_TASK = ("code", "section", "item", "measure", "deliverable", "deadline_text", "deadline", "units")


def document(*rows: tuple[str, ...], headings: tuple[str, ...] = HEADINGS) -> Any:
    made = Document()
    table = made.add_table(rows=1 + len(rows), cols=len(headings))
    for at, texts in enumerate((headings, *rows)):
        for column, text in enumerate(texts):
            first, *more = text.split("\n")
            table.cell(at, column).text = first
            for line in more:
                table.cell(at, column).add_paragraph(line)
    return made


def reading(made: Any) -> PlanReading:
    content = io.BytesIO()
    made.save(content)
    return read_plan(content.getvalue(), "任务表.docx", ISSUED, shipped_unit_names())


def told(found: PlanReading) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return [(row.measure, row.deliverable, row.deadline_text, row.units) for row in found.rows]


def test_the_shipped_plan_in_the_layout_of_the_original_reads_back_the_same() -> None:
    names = shipped_unit_names()
    shipped = read_plan(SHIPPED_PLAN.read_bytes(), SHIPPED_PLAN.name, ISSUED, names)
    found = read_in_process(_read, official_document(shipped_tasks()), "任务细化表.docx")
    assert len(found.rows) == 230
    for row, wanted in zip(found.rows, shipped.rows, strict=True):
        assert {name: getattr(row, name) for name in OF_A_TASK} == {name: getattr(wanted, name) for name in OF_A_TASK}


def _read(content: bytes, filename: str) -> PlanReading:
    return read_plan(content, filename, ISSUED, shipped_unit_names())


def test_several_measures_of_a_cell_are_tasks_of_their_own_with_their_own_units() -> None:
    row = ("一、整治", "1. 专项", "查网络。\n查市场。", "通报\n总结", "2019年底\n持续开展", "市公安局\n市商务局")
    assert told(reading(document(row))) == [
        ("查网络。", "通报", "2019年底", ("市公安局",)),
        ("查市场。", "总结", "持续开展", ("市商务局",)),
    ]


def test_what_a_cell_says_once_holds_for_all_its_measures() -> None:
    row = ("一、整治", "1. 专项", "查网络。\n查市场。", "通报\n总结", "2019年底", "市公安局")
    assert [each[2:] for each in told(reading(document(row)))] == [("2019年底", ("市公安局",))] * 2


def test_parts_that_do_not_fit_are_left_empty_and_named() -> None:
    row = (
        "一、整治",
        "1. 专项",
        "查网络。\n查市场。\n查农资。",
        "通报\n总结\n方案",
        "2019年底\n持续开展",
        "市公安局\n市商务局",
    )
    found = reading(document(row))
    assert [each[2:] for each in told(found)] == [("", ())] * 3
    differing = [each for each in found.problems if each.kind is ProblemKind.PARTS_DIFFER]
    assert [each.values["column"] for each in differing] == ["deadline", "units"]


def with_line_breaks(made: Any) -> Any:
    """Return the document with a line break for every | in its table."""
    for cell in made.tables[0]._cells:
        for paragraph in cell.paragraphs:
            paragraph.text = paragraph.text.replace("|", "\n")
    return made


def test_lines_of_a_paragraph_are_tasks_of_their_own_where_the_deadlines_tell_them_apart() -> None:
    row = ("一、整治", "1. 专项", "查网络|查市场", "通报", "2020年4月|2020年5月", "市公安局|市商务局")
    assert told(reading(with_line_breaks(document(row)))) == [
        ("查网络", "通报", "2020年4月", ("市公安局",)),
        ("查市场", "通报", "2020年5月", ("市商务局",)),
    ]


@pytest.mark.parametrize("end", ["\n", "|"])
def test_two_measures_beside_three_deadlines_have_none_and_that_is_said(end: str) -> None:
    days = ("2020年3月", "2020年4月", "2020年5月")
    found = reading(
        with_line_breaks(document(("一、整治", "1. 专项", f"查网络{end}查市场", "通报", end.join(days), "市公安局")))
    )
    assert told(found) == [(measure, "通报", "", ("市公安局",)) for measure in ("查网络", "查市场")]
    [differing] = found.problems
    assert dict(differing.values) == {
        "row": "2",
        "column": "deadline",
        "parts": "3",
        "measures": "2",
        "text": "2020年3月 / 2020年4月 / 2020年5月",
    }


@pytest.mark.parametrize("end", ["\n", "|"])
def test_the_deadlines_of_one_measure_are_not_run_together(end: str) -> None:
    row = (
        "一、整治",
        "1. 专项",
        f"查处网络{end}侵权盗版行为。",
        "通报",
        f"2020年4月{end}2020年5月{end}2020年9月",
        "市公安局",
    )
    [found] = reading(with_line_breaks(document(row))).rows
    assert (found.measure, found.deadline_text, found.deadline.kind) == (
        "查处网络侵权盗版行为。",
        "2020年4月\n2020年5月\n2020年9月",
        DeadlineKind.UNCLEAR,
    )


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("方案|总结", "方案\n总结"),
        ("方案\n总结", "方案\n总结"),
        ("印发工作方案|总结", "印发工作方案总结"),
        ("总结|印发工作方案", "总结\n印发工作方案"),
        ("印发方案|并开展检查。", "印发方案并开展检查。"),
    ],
)
def test_lines_that_the_width_of_a_column_does_not_explain_stay_lines(written: str, read: str) -> None:
    row = ("一、整治", "1. 专项", "查网络", written, "2020年4月", "市公安局")
    assert [each[1] for each in told(reading(with_line_breaks(document(row))))] == [read]


def test_a_deadline_broken_at_the_width_of_its_column_is_one() -> None:
    row = ("一、整治", "1. 专项", "查网络|查市场", "通报", "2020年|12月底前", "市公安局")
    assert [each[2] for each in told(reading(with_line_breaks(document(row))))] == ["2020年12月底前"]


def test_one_measure_in_two_lines_beside_several_units_is_one_task() -> None:
    row = ("一、整治", "1. 专项", "查处网络\n侵权盗版行为。", "通报", "2019年底", "市公安局\n市商务局")
    assert told(reading(document(row))) == [("查处网络侵权盗版行为。", "通报", "2019年底", ("市公安局", "市商务局"))]


def test_one_measure_merged_over_a_row_for_each_unit_is_one_task() -> None:
    made = document(
        ("一、整治", "1. 专项", "查网络", "通报", "2019年底", "市公安局"),
        ("", "", "", "", "", "市商务局"),
    )
    table = made.tables[0]
    for column in range(5):
        table.cell(1, column).merge(table.cell(2, column))
    assert told(reading(made)) == [("查网络", "通报", "2019年底", ("市公安局", "市商务局"))]


def test_measures_merged_over_a_row_for_each_of_them_are_told_apart() -> None:
    made = document(
        ("一、整治", "1. 专项", "查网络\n查市场", "通报", "2019年底", "市公安局"),
        ("", "", "", "总结", "持续开展", "市商务局"),
    )
    table = made.tables[0]
    for column in range(3):
        table.cell(1, column).merge(table.cell(2, column))
    assert told(reading(made)) == [
        ("查网络", "通报", "2019年底", ("市公安局",)),
        ("查市场", "总结", "持续开展", ("市商务局",)),
    ]


def test_a_table_goes_on_over_pages_and_other_tables_are_left_alone() -> None:
    made = document(("一、整治", "1. 专项", "查网络", "通报", "2019年底", "市公安局"))
    made.add_paragraph("")
    more = made.add_table(rows=1, cols=6)
    for column, text in enumerate(("", "", "查市场", "总结", "持续开展", "市商务局")):
        more.cell(0, column).text = text
    made.add_paragraph("联系人：某某")
    made.add_table(rows=1, cols=2).cell(0, 0).text = "附件"
    assert [(each.item, each.measure) for each in reading(made).rows] == [("1. 专项", "查网络"), ("1. 专项", "查市场")]


def with_table_after(made: Any, between: str, *rows: tuple[str, ...]) -> Any:
    made.add_paragraph(between)
    more = made.add_table(rows=len(rows), cols=len(rows[0]))
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            more.cell(at, column).text = text
    return made


def test_tasks_of_two_tables_that_agree_in_all_else_remain_two_tasks() -> None:
    made = document(("一、整治", "1. 专项", "查网络", "通报", "2019年底", "市公安局"))
    with_table_after(made, "续表", HEADINGS, ("二、宣传", "2. 日常", "查市场", "通报", "2019年底", "市公安局"))
    found = reading(made)
    assert [(each.row, each.code, each.section, each.item, each.measure) for each in found.rows] == [
        (2, "1-1", "一、整治", "1. 专项", "查网络"),
        (3, "2-1", "二、宣传", "2. 日常", "查市场"),
    ]
    assert found.problems == ()


@pytest.mark.parametrize("between", ["续表", "（续上表）", "续表1", "接上表：", "二、宣传"])
def test_a_table_without_headings_goes_on_below_words_that_let_it(between: str) -> None:
    made = document(("一、整治", "1. 专项", "查网络", "通报", "2019年底", "市公安局"))
    section = between if between.startswith("二") else "一、整治"
    found = reading(with_table_after(made, between, (section, "2. 日常", "查市场", "总结", "持续开展", "市商务局")))
    assert [(each.section, each.item, each.measure) for each in found.rows] == [
        ("一、整治", "1. 专项", "查网络"),
        (section, "2. 日常", "查市场"),
    ]
    assert found.problems == ()


def test_a_table_that_begins_with_blank_cells_goes_on_whatever_stands_between() -> None:
    made = document(("一、整治", "1. 专项", "查网络", "通报", "2019年底", "市公安局"))
    more = ("", "", "查市场", "总结", "持续开展", "市商务局")
    found = reading(with_table_after(made, "第 2 页，共 2 页", more, more))
    assert [(each.code, each.item) for each in found.rows] == [
        ("1-1", "1. 专项"),
        ("1-2", "1. 专项"),
        ("1-3", "1. 专项"),
    ]
    assert found.problems == ()


@pytest.mark.parametrize(
    "contacts", [("单位", "姓名", "电话"), ("市公安局", "张某", "职务", "027-1", "办公室", "传真")]
)
def test_another_table_of_a_document_is_named_by_its_first_words(contacts: tuple[str, ...]) -> None:
    made = document(("一、整治", "1. 专项", "查网络", "通报", "2019年底", "市公安局"))
    found = reading(with_table_after(made, "附件：联系人", contacts))
    assert [each.measure for each in found.rows] == ["查网络"]
    assert [(each.kind, dict(each.values)) for each in found.problems] == [
        (ProblemKind.TABLE_IGNORED, {"text": contacts[0]})
    ]


def test_tables_without_rows_are_nothing() -> None:
    made = document(("一、整治", "1. 专项", "查网络", "通报", "2019年底", "市公安局"))
    for between in ("二、宣传", "三、培训", "续表"):
        made.add_paragraph(between)
        made.add_table(rows=0, cols=6)
    found = reading(made)
    assert ([each.measure for each in found.rows], found.problems) == (["查网络"], ())


def test_a_table_for_each_section_is_one_plan() -> None:
    made = document(("", "", "查网络", "通报", "2019年底", "市公安局"))
    made.element.body.insert(0, made.add_paragraph("一、市场环境")._p)
    made.add_paragraph("二、法治环境")
    more = made.add_table(rows=2, cols=6)
    for column, text in enumerate(("", "", "清文件", "目录", "2020年底", "市司法局")):
        more.cell(0, column).text = made.tables[0].cell(0, column).text
        more.cell(1, column).text = text
    assert [(each.section, each.measure) for each in reading(made).rows] == [
        ("一、市场环境", "查网络"),
        ("二、法治环境", "清文件"),
    ]
    assert reading(made).problems == ()


def test_documents_that_may_do_harm_or_are_too_large_are_refused() -> None:
    content = io.BytesIO()
    document(("一、整治", "1. 专项", "查网络", "通报", "2019年底", "市公安局")).save(content)
    cases = [
        (with_member(content.getvalue(), "word/vbaProject.bin", b"x"), ActiveContent),
        (with_member(content.getvalue(), "word/embeddings/oleObject1.bin", b"x"), ActiveContent),
    ]
    for harmful, why in cases:
        with pytest.raises(why):
            read_plan(harmful, "任务表.docx", date(2019, 10, 24), shipped_unit_names())
    with limits.limits_applied(replace(limits.OF_TABLES, rows=1)), pytest.raises(TooManyRows):
        read_plan(content.getvalue(), "任务表.docx", date(2019, 10, 24), shipped_unit_names())


def test_a_document_without_a_table_of_tasks_says_so() -> None:
    made = Document()
    made.add_table(rows=1, cols=2).cell(0, 0).text = "附件"
    content = io.BytesIO()
    made.save(content)
    with pytest.raises(FileProblem) as refused:
        read_plan(content.getvalue(), "通知.docx", ISSUED, shipped_unit_names())
    assert isinstance(refused.value, HeaderMissing)


TWO_ROWS = (
    ("一、整治", "1. 专项", "查网络。", "通报", "2019年", "市公安局"),
    ("一、整治", "1. 专项", "查市场。", "总结", "持续开展", "市商务局"),
)
AS_WRITTEN = [("查网络。", "通报", "2019年", ("市公安局",)), ("查市场。", "总结", "持续开展", ("市商务局",))]


def held_in(element: Any, *holders: str) -> None:
    """Wrap an element in others, the innermost last."""
    for name in reversed(holders):
        holder = OxmlElement(f"w:{name}")
        element.getparent().replace(element, holder)
        holder.append(element)
        element = holder


def _of_a_run(table: Any) -> Any:
    return table.cell(1, 2).paragraphs[0].runs[0]._r


@pytest.mark.parametrize(
    ("held", "holders"),
    [
        (_of_a_run, ("sdt", "sdtContent")),
        (_of_a_run, ("ins",)),
        (_of_a_run, ("moveTo",)),
        (_of_a_run, ("smartTag",)),
        (_of_a_run, ("ins", "sdt", "sdtContent")),
        (lambda table: table.cell(1, 2).paragraphs[0]._p, ("sdt", "sdtContent")),
        (lambda table: table.rows[1]._tr, ("sdt", "sdtContent")),
        (lambda table: table._tbl, ("sdt", "sdtContent")),
    ],
)
def test_what_stands_in_content_controls_or_was_put_in_is_read(
    held: Callable[[Any], Any], holders: tuple[str, ...]
) -> None:
    made = document(*TWO_ROWS)
    held_in(held(made.tables[0]), *holders)
    assert told(reading(made)) == AS_WRITTEN


def test_a_document_is_read_with_its_tracked_changes() -> None:
    made = document(*TWO_ROWS)
    words = made.tables[0].cell(1, 4).paragraphs[0]
    for holder, text in (("ins", "11月底"), ("del", "10月底")):
        words.add_run(text)
        held_in(words.runs[-1]._r, holder)
    assert told(reading(made))[0][2] == "2019年11月底"


def test_a_row_that_was_deleted_is_none() -> None:
    made = document(*TWO_ROWS)
    deleted = made.tables[0].rows[2]._tr
    deleted.get_or_add_trPr().append(OxmlElement("w:del"))
    assert told(reading(made)) == AS_WRITTEN[:1]


def test_a_table_within_a_cell_is_read_as_its_lines() -> None:
    made = document(*TWO_ROWS)
    cell = made.tables[0].cell(1, 2)
    cell._tc.append(deepcopy(Document().add_table(1, 1)._tbl))
    cell.tables[0].cell(0, 0).text = "先查平台"
    assert "先查平台" in "".join(row.measure for row in reading(made).rows)


def test_what_only_prompts_for_words_is_none() -> None:
    made = document(*TWO_ROWS)
    prompt = made.tables[0].cell(1, 3).paragraphs[0].runs[0]
    prompt.text = "单击此处输入文字"
    held_in(prompt._r, "sdt", "sdtContent")
    properties = OxmlElement("w:sdtPr")
    properties.append(OxmlElement("w:showingPlcHdr"))
    made.tables[0].cell(1, 3).paragraphs[0]._p.find(".//{*}sdt").insert(0, properties)
    assert [each[1] for each in told(reading(made))] == ["", "总结"]
