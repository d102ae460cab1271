"""Plan files as officials send them: how each row is read, and which problems are reported."""

import csv
import io
from collections.abc import Sequence
from datetime import date
from importlib.resources import files

import pytest

from data.plan.deadlines import DeadlineKind
from data.plan.files.plan import PlanReading, PlanRow, read_plan, row_issued_on
from data.plan.files.problems import ProblemKind
from data.plan.unit_names import shipped_unit_names

ISSUED = date(2019, 10, 24)
HEADER = ["任务名称", "任务细项", "细化措施", "成果形式", "完成时间", "负责单位"]
TASK = ["一、强化整治", "1. 专项整治", "查处网络盗版", "办案", "2019年底", "市公安局"]
TITLE_ROW = ["2019年打击侵权假冒工作任务细化表"]


def table(*rows: Sequence[str], delimiter: str = ",") -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue()


def read(*rows: Sequence[str]) -> PlanReading:
    return read_plan(table(*rows).encode(), "plan.csv", ISSUED, shipped_unit_names())


def only(reading: PlanReading) -> PlanRow:
    assert len(reading.rows) == 1
    return reading.rows[0]


def kinds(holder: PlanReading | PlanRow) -> list[ProblemKind]:
    return [problem.kind for problem in holder.problems]


def values(holder: PlanReading | PlanRow) -> list[dict[str, str]]:
    return [dict(problem.values) for problem in holder.problems]


def test_a_row_is_read_whole() -> None:
    row = only(read(HEADER, TASK))
    assert (row.row, row.code, row.section, row.item) == (2, "1-1", "一、强化整治", "1. 专项整治")
    assert (row.measure, row.deliverable, row.title) == ("查处网络盗版", "办案", "查处网络盗版")
    assert (row.deadline_text, row.deadline.due) == ("2019年底", date(2019, 12, 31))
    assert (row.units, row.groups, row.remark, row.problems) == (("市公安局",), (), "", ())


def test_the_shipped_plan_has_230_tasks_and_no_doubtful_unit_or_deadline() -> None:
    content = files("data").joinpath("plan", "shipped", "wuhan-2019-2020.csv").read_bytes()
    reading = read_plan(content, "wuhan-2019-2020.csv", ISSUED, shipped_unit_names())
    assert (len(reading.rows), reading.problems) == (230, ())
    assert len({row.code for row in reading.rows}) == 230
    assert {kind for row in reading.rows for kind in kinds(row)} <= {
        ProblemKind.MEASURE_MISSING,
        ProblemKind.DEADLINE_MISSING,
        ProblemKind.UNIT_MISSING,
    }
    assert all(row.remark.startswith("待核实：") for row in reading.rows if row.problems)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_every_usual_encoding_reads_the_same(encoding: str) -> None:
    reading = read_plan(table(HEADER, TASK).encode(encoding), "plan.csv", ISSUED, shipped_unit_names())
    assert reading == read(HEADER, TASK)


def test_a_cell_may_be_long() -> None:
    long = "开展检查。" * 40_000
    content = table(HEADER, [long if each == TASK[HEADER.index("细化措施")] else each for each in TASK]).encode()
    assert read_plan(content, "plan.csv", ISSUED, shipped_unit_names()).rows[0].measure == long


def test_one_row_full_of_another_sign_does_not_part_the_others() -> None:
    full = [*TASK[:2], "查处" + "; 再查" * 30, *TASK[3:]]
    assert [row.units for row in read(HEADER, full, TASK).rows] == [("市公安局",)] * 2


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_found_though_cells_hold_the_others(delimiter: str) -> None:
    task = [*TASK[:2], "查处, 办案; 总结", "通知, 总结", "2019年底", "市公安局;市税务局"]
    content = table(HEADER, task, task, delimiter=delimiter).encode()
    row = read_plan(content, "plan.csv", ISSUED, shipped_unit_names()).rows[1]
    assert (row.measure, row.units) == ("查处, 办案; 总结", ("市公安局", "市税务局"))


@pytest.mark.parametrize("encoding", ["big5", "cp1252"])
def test_another_encoding_read_as_gb18030_is_called_doubtful(encoding: str) -> None:
    words = {"big5": ["網絡盜版", "監察機關"], "cp1252": ["Überprüfung", "Zollämter"]}[encoding]
    content = table(["measure", "units"], words).encode(encoding)
    assert ProblemKind.ENCODING_DOUBTFUL in kinds(read_plan(content, "plan.csv", ISSUED, shipped_unit_names()))


def test_replaced_characters_are_called_doubtful() -> None:
    assert kinds(read(HEADER, [*TASK[:2], "查处\ufffd\ufffd盗版", *TASK[3:]])) == [ProblemKind.ENCODING_DOUBTFUL]


def test_a_title_row_and_blank_rows_keep_the_files_row_numbers() -> None:
    reading = read(TITLE_ROW, [], HEADER, TASK, ["", ""], TASK)
    assert [row.row for row in reading.rows] == [4, 6]
    assert reading.problems == ()


def test_headings_may_be_longer_broken_and_in_several_unit_columns() -> None:
    header = [
        "任务\n名称",
        "任务细项",
        "具体措施（细化措施）",
        "工作成果",
        "完成时限",
        "牵头单位（盖章）",
        "配合单位",
    ]
    row = only(read(header, [*TASK, "市税务局、市公安局"]))
    assert (row.section, row.measure, row.units) == ("一、强化整治", "查处网络盗版", ("市公安局", "市税务局"))


def test_english_headings_are_known() -> None:
    header = ["Section", "Item", "Measure", "Deliverable", "Deadline", "Responsible units", "Short title"]
    row = only(read(header, [*TASK, "网络盗版"]))
    assert (row.title, row.units, row.deadline.due) == ("网络盗版", ("市公安局",), date(2019, 12, 31))


def test_a_heading_in_two_rows_is_read_together() -> None:
    reading = read([*HEADER[:5], "责任单位", ""], ["", "", "", "", "", "牵头单位", "配合单位"], [*TASK, "市税务局"])
    assert only(reading).units == ("市公安局", "市税务局")


def test_a_column_about_progress_is_not_taken_for_the_measure() -> None:
    row = only(read([*HEADER, "措施落实情况"], [*TASK, "已落实"]))
    assert row.measure == "查处网络盗版"


def test_blank_section_and_item_carry_down_and_nothing_else_does() -> None:
    row = read(HEADER, TASK, ["", "", "清查电商", "", "", ""]).rows[1]
    assert (row.section, row.item, row.code) == ("一、强化整治", "1. 专项整治", "1-2")
    assert (row.deliverable, row.deadline.kind, row.units) == ("", DeadlineKind.MISSING, ())
    assert kinds(row) == [ProblemKind.DEADLINE_MISSING, ProblemKind.UNIT_MISSING]


def test_an_item_does_not_carry_into_the_next_section() -> None:
    row = read(HEADER, TASK, ["二、协作", "", "互通信息", "", "持续开展", "市公安局"]).rows[1]
    assert (row.section, row.item) == ("二、协作", "")


def test_sections_may_stand_in_rows_of_their_own() -> None:
    header = ["序号", "任务细项", "细化措施", "完成时间", "责任单位"]
    reading = read(
        header,
        ["一、强化整治"],
        ["1", "1. 专项整治", "查处", "2019年底", "市公安局"],
        ["二、协作"],
        ["2", "2. 互通", "通报", "2019年底", "市公安局"],
    )
    assert [(row.section, row.code) for row in reading.rows] == [("一、强化整治", "1-1"), ("二、协作", "2-1")]
    assert values(reading) == [{"column": "section"}]


def test_headings_repeated_on_a_new_page_are_no_task() -> None:
    reading = read(HEADER, TASK, HEADER, TASK)
    assert ([row.row for row in reading.rows], reading.problems) == ([2, 4], ())


@pytest.mark.parametrize("note", ["合计", "备注：本表由办公室解释", "注：时限以通知为准", "总 计：2项"])
def test_a_total_or_note_is_left_out_and_reported(note: str) -> None:
    reading = read(HEADER, TASK, [note, "", "", "", "2"])
    assert len(reading.rows) == 1
    assert kinds(reading) == [ProblemKind.ROW_SKIPPED]
    assert values(reading)[0]["row"] == "3"


def test_a_measure_that_begins_like_a_note_stays_a_task() -> None:
    row = only(read(HEADER, [*TASK[:2], "注册商标专项保护", *TASK[3:]]))
    assert row.measure == "注册商标专项保护"


def test_what_is_missing_is_said_row_by_row() -> None:
    row = only(read([*HEADER, "备注"], ["一、强化整治", "1. 专项整治", "", "办案", "", "", "待核实：原件残缺"]))
    assert kinds(row) == [
        ProblemKind.MEASURE_MISSING,
        ProblemKind.DEADLINE_MISSING,
        ProblemKind.UNIT_MISSING,
    ]
    assert (row.title, row.remark) == ("办案", "待核实：原件残缺")


@pytest.mark.parametrize("text", ["分阶段推进", "2019.1", "43830"])
def test_an_unclear_deadline_is_listed_and_not_guessed(text: str) -> None:
    row = only(read(HEADER, [*TASK[:4], text, "市公安局"]))
    assert (row.deadline.kind, row.deadline.due, row.deadline_text) == (DeadlineKind.UNCLEAR, None, text)
    assert values(row) == [{"text": text}]


def test_a_deadline_in_two_lines_is_read_as_two_statements() -> None:
    row = only(read(HEADER, [*TASK[:4], "2019年8月\n检查工作持续开展", "市公安局"]))
    assert (row.deadline.kind, row.deadline.due) == (DeadlineKind.MILESTONE_THEN_ONGOING, date(2019, 8, 31))


def test_missing_columns_are_named() -> None:
    reading = read(["细化措施", "成果形式"], ["查处", "办案"])
    assert values(reading) == [{"column": "section"}, {"column": "deadline"}, {"column": "units"}]


def test_headings_without_rows_say_that_nothing_was_read() -> None:
    assert kinds(read(HEADER)) == [ProblemKind.NOTHING_READ]


def test_a_column_that_is_not_known_is_named() -> None:
    text = "任务名称,细化措施,完成时间,负责单位,经费（万元）,序号\n一、整治,查处,2019年底,市公安局,12,1\n"
    found = read_plan(text.encode(), "plan.csv", date(2019, 10, 24), shipped_unit_names())
    assert [(each.kind, dict(each.values)) for each in found.problems] == [
        (ProblemKind.COLUMN_UNKNOWN, {"column": "经费（万元）"})
    ]


@pytest.mark.parametrize(
    "day",
    ["2019年10月24日", "（2019年10月24日印发）", "二〇一九年十月二十四日", "（武〔2019〕4号，2019年10月24日印发）"],
)
def test_what_stands_above_the_headings_tells_title_and_day(day: str) -> None:
    text = table(["附件1"], TITLE_ROW, [day], HEADER, TASK)
    found = read_plan(text.encode(), "plan.csv", ISSUED, shipped_unit_names())
    assert (found.title, found.issued) == (TITLE_ROW[0], ISSUED)


def test_all_that_depends_on_the_day_of_issue_is_read_anew_for_another() -> None:
    row = only(read(HEADER, [*TASK[:4], "已于2020年1月完成", "市公安局"]))
    assert (row.deadline.kind, kinds(row)) == (DeadlineKind.UNCLEAR, [ProblemKind.DEADLINE_UNCLEAR])
    later = row_issued_on(row, date(2020, 3, 1))
    assert (later.deadline.kind, kinds(later)) == (DeadlineKind.DONE, [])
    assert row_issued_on(later, ISSUED) == row


def test_a_heading_that_names_both_roles_tells_neither() -> None:
    row = only(read([*HEADER[:5], "牵头单位及配合单位"], [*TASK[:5], "市公安局、市司法局"]))
    assert (row.units, row.leads, row.joints) == (("市公安局", "市司法局"), (), ())


def test_the_units_of_another_citys_table_are_its_own() -> None:
    rows = ["临海市2019年任务分解表"], HEADER, [*TASK[:-1], "市农业农村委"]
    found = read_plan(table(*rows).encode(), "plan.csv", ISSUED, shipped_unit_names())
    assert (found.rows[0].units, found.rows[0].problems) == (("市农业农村委",), ())
