"""Codes and titles of tasks in plan files."""

import csv
import io
from collections.abc import Sequence
from datetime import date

import pytest

from data.office.row_matching import match_codes
from data.plan.files.plan import PlanReading, read_plan
from data.plan.files.problems import ProblemKind
from data.plan.files.titles import short_title
from data.plan.unit_names import UnitNames

HEADER = ["任务名称", "任务细项", "细化措施", "完成时间", "负责单位"]


def read(header: Sequence[str], *rows: Sequence[str]) -> PlanReading:
    text = io.StringIO()
    csv.writer(text).writerows([header, *rows])
    return read_plan(text.getvalue().encode(), "plan.csv", date(2019, 10, 24), UnitNames(("市公安局",)))


def task(section: str, item: str, *more: str) -> list[str]:
    return [section, item, "查处", "2019年底", "市公安局", *more]


def codes(*rows: Sequence[str]) -> list[str]:
    return [row.code for row in read(HEADER, *rows).rows]


@pytest.mark.parametrize(
    "item",
    [
        "12. 监管",
        "12、监管",
        "12．监管",
        "（十二）监管",
        "十二、监管",
        "(12)监管",
        "第十二项 监管",
        "⑫监管",
        "12 监管",
        "12",
    ],
)
def test_the_number_before_an_item_is_read_in_every_usual_writing(item: str) -> None:
    assert codes(task("一、整治", item)) == ["12-1"]


@pytest.mark.parametrize("item", ["2019年专项行动", "3D打印监管", "一批案件", "12.5万件清查", "监管"])
def test_a_number_that_belongs_to_the_text_is_none(item: str) -> None:
    assert codes(task("一、整治", "5. 监管"), task("一、整治", item)) == ["5-1", "2-1"]


def test_tasks_are_counted_within_their_item_in_file_order() -> None:
    one, two = task("一、整治", "1. 甲"), task("一、整治", "2. 乙")
    assert codes(one, one, two, one) == ["1-1", "1-2", "2-1", "1-3"]


def test_items_without_numbers_are_counted_through() -> None:
    assert codes(task("整治", "甲"), task("整治", "乙"), task("整治", "乙")) == ["1-1", "2-1", "2-2"]


def test_a_plan_without_items_counts_within_its_sections() -> None:
    header = ["任务名称", "细化措施", "完成时间", "负责单位"]
    row = ["查处", "2019年底", "市公安局"]
    reading = read(header, ["二、整治", *row], ["三、协作", *row], ["", *row])
    assert [found.code for found in reading.rows] == ["2-1", "3-1", "3-2"]


def test_items_that_restart_in_every_section_are_counted_through_and_reported() -> None:
    reading = read(HEADER, task("一、甲", "（一）子"), task("一、甲", "（二）丑"), task("二、乙", "（一）寅"))
    assert [row.code for row in reading.rows] == ["1-1", "2-1", "3-1"]
    assert [found.kind for found in reading.problems] == [ProblemKind.ITEM_NUMBERS_RESTART]


def test_one_number_for_items_of_two_sections_is_a_duplicate() -> None:
    reading = read(HEADER, task("一、甲", "2. 子"), task("二、乙", "2. 丑"))
    (found,) = reading.rows[1].problems
    assert (found.kind, dict(found.values)) == (
        ProblemKind.CODE_DUPLICATE,
        {"code": "2-1", "row": "2", "stored": "2-2"},
    )
    assert reading.rows[0].problems == ()
    assert [row.code for row in reading.rows] == ["2-1", "2-2"]


def test_of_rows_with_one_code_the_first_has_it_and_the_others_what_an_import_stores() -> None:
    given = [task("一、甲", "1. 子", code) for code in ("", "S-1", "S-1", "S-2", "1-1", "S-1", "A", "A")]
    rows = read([*HEADER, "编号"], *given).rows
    assert [row.code for row in rows] == ["1-2", "S-1", "S-3", "S-2", "1-1", "S-4", "A", "A-1"]
    assert [row.code for row in rows] == match_codes(rows, {})
    said = [(row.row, dict(each.values)) for row in rows for each in row.problems]
    assert said == [
        (2, {"code": "1-1", "row": "6", "stored": "1-2"}),
        (4, {"code": "S-1", "row": "3", "stored": "S-3"}),
        (7, {"code": "S-1", "row": "3", "stored": "S-4"}),
        (9, {"code": "A", "row": "8", "stored": "A-1"}),
    ]


def test_a_code_column_wins_and_a_blank_code_is_counted() -> None:
    reading = read(
        [*HEADER, "编号"], task("一、甲", "2. 子", "２－７"), task("一、甲", "2. 子", ""), task("", "", "A1")
    )
    assert [row.code for row in reading.rows] == ["2-7", "2-2", "A1"]
    assert [row.code_given for row in reading.rows] == [True, False, True]


@pytest.mark.parametrize("code", ["3", "(三)", "完成", "80%", "/start", "=1+1", "x" * 21])
def test_a_code_that_the_chat_cannot_tell_from_other_words_is_not_taken(code: str) -> None:
    reading = read([*HEADER, "编号"], task("一、甲", "2. 子", code), task("一、甲", "2. 子", code))
    assert [(row.code, row.code_given) for row in reading.rows] == [("2-1", False), ("2-2", False)]
    [found] = reading.problems
    assert found.kind is ProblemKind.CODES_UNUSABLE and found.values["codes"].startswith(code[:3])


@pytest.mark.parametrize(
    ("written", "code"),
    [("2.7", "2-7"), ("2/7", "2-7"), ("A-1", "A-1"), ("公安01", "公安01"), ("第3项", "第3项"), ("No.5", "No.5")],
)
def test_a_code_that_can_be_said_is_taken(written: str, code: str) -> None:
    reading = read([*HEADER, "编号"], task("一、甲", "2. 子", written))
    assert [(row.code, row.code_given) for row in reading.rows] == [(code, True)] and not reading.problems


@pytest.mark.parametrize("code", ["2月7日", "2020-02-07", "7-Feb"])
def test_a_code_that_a_spreadsheet_made_a_date_is_not_believed(code: str) -> None:
    (row,) = read([*HEADER, "编号"], task("一、甲", "2. 子", code)).rows
    assert (row.code, [found.kind for found in row.problems]) == ("2-1", [ProblemKind.CODE_UNCLEAR])


@pytest.mark.parametrize(
    ("measure", "title"),
    [
        ("查处网络盗版，曝光典型案例", "查处网络盗版"),
        ("一是，查处网络盗版；二是曝光", "一是，查处网络盗版"),
        ("1. 查处网络盗版。曝光", "查处网络盗版"),
        ("2019年农资打假：查种子", "2019年农资打假"),
        ("协同有关部门治理农村地区销售的假劣食品", "协同有关部门治理农村地区销售的…"),
        ("开展春季、秋季农资打假专项行动，集中检查", "开展春季、秋季农资打假专项行动"),
        ("12月20日前将失信主体纳入黑名单，公示", "失信主体纳入黑名单"),
        ("2018年12月至2019年6月检查抗菌制剂厂家", "检查抗菌制剂厂家"),
        ("按总局、省局要求在重要节点开展宣传，发放材料", "重要节点开展宣传"),
        ("依本单位分工配合专项整治", "配合专项整治"),
        ("按要求报送", "按要求报送"),
        ("查处", "查处"),
        ("", ""),
    ],
)
def test_a_missing_title_is_the_measures_beginning_up_to_a_natural_break(measure: str, title: str) -> None:
    assert short_title(measure) == title
    assert len(title) <= 16


def test_an_item_without_a_number_takes_none_that_another_has() -> None:
    rows = task("一、要求", ""), task("二、整治", "1. 甲"), task("三、保障", "3. 乙"), task("四、其他", "")
    assert codes(*rows) == ["4-1", "1-1", "3-1", "5-1"]
