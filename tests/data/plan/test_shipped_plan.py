"""The shipped plan: complete, readable on a phone, and open about what the scan lost."""

import csv
import re
import tomllib
from collections import Counter
from datetime import date
from importlib import resources

import pytest

PLANS = resources.files("data") / "plan" / "shipped"
HEADER = "任务名称,任务细项,任务简称,英文简称,细化措施,成果形式,完成时间,负责单位,备注"
MEASURES_LOST = 6

Row = dict[str, str]


def rows_of(name: str) -> list[Row]:
    return list(csv.DictReader((PLANS / name).read_text("utf-8").splitlines(), strict=True))


@pytest.fixture(scope="module")
def plan() -> list[Row]:
    return rows_of("wuhan-2019-2020.csv")


@pytest.fixture(scope="module")
def names_and_aliases() -> list[str]:
    rows = rows_of("units.csv")
    return [word for row in rows for word in (row["name"], *row["aliases"].split("、"))]


def test_the_file_is_plain_utf8_with_the_agreed_header() -> None:
    raw = (PLANS / "wuhan-2019-2020.csv").read_bytes()
    assert raw.startswith(f"{HEADER}\n".encode())
    assert b"\r" not in raw


def test_all_230_tasks_stand_in_15_sections_in_their_order(plan: list[Row]) -> None:
    sections = list(dict.fromkeys(row["任务名称"] for row in plan))
    assert len(plan) == 230
    numerals = " ".join(section.split("、")[0] for section in sections)
    assert numerals == "一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五"


def test_only_items_15_16_and_24_are_without_a_task(plan: list[Row]) -> None:
    items = dict.fromkeys(row["任务细项"] for row in plan)
    assert [int(item.split(". ")[0]) for item in items] == [n for n in range(1, 45) if n not in (15, 16, 24)]


def test_the_damaged_section_titles_are_not_completed(plan: list[Row]) -> None:
    first_rows = {row["任务名称"]: row["备注"] for row in reversed(plan)}
    assert first_rows["五、…化建设（标题残缺）"].startswith("待核实：第五部分标题残缺")
    assert first_rows["九、（标题待核实）"].startswith("待核实：第九部分标题未印出")


def test_every_task_has_a_short_english_title_and_no_two_are_alike(plan: list[Row]) -> None:
    titles = [row["英文简称"] for row in plan]
    assert [title for title in titles if not (1 <= len(title) <= 40 and title.isascii())] == []
    assert len(set(titles)) == len(titles)


def test_every_title_fits_a_button_and_no_two_are_alike(plan: list[Row]) -> None:
    titles = [row["任务简称"] for row in plan]
    assert [title for title in titles if not 1 <= len(title) <= 16] == []
    assert [title for title, times in Counter(titles).items() if times > 1] == []


@pytest.mark.parametrize("column", ["细化措施", "完成时间", "负责单位"])
def test_whatever_was_lost_is_marked_for_checking(plan: list[Row], column: str) -> None:
    lost = [row for row in plan if not row[column]]
    assert lost
    assert [row["任务简称"] for row in lost if not row["备注"].startswith("待核实：")] == []


def test_a_title_says_so_where_the_measure_was_lost(plan: list[Row]) -> None:
    lost = [row["任务简称"] for row in plan if not row["细化措施"]]
    assert len(lost) == MEASURES_LOST
    assert all(title.endswith("（措施待核实）") for title in lost)


def test_remarks_are_short_and_in_plain_chinese(plan: list[Row]) -> None:
    remarks = [row["备注"] for row in plan if row["备注"]]
    assert [r for r in remarks if not r.startswith("待核实：") or len(r) > 60] == []
    assert [r for r in remarks if re.search(r"[A-Za-z]|审：", r)] == []


def test_a_unit_that_is_only_inferred_stays_out_of_the_unit_column(plan: list[Row]) -> None:
    inferred = [row for row in plan if "推断单位为" in row["备注"] or "单位未印出" in row["备注"]]
    assert inferred
    assert [row["任务简称"] for row in inferred if row["负责单位"]] == []


def test_no_telephone_number_or_mail_address_is_shipped() -> None:
    for file in PLANS.iterdir():
        if file.name.endswith((".csv", ".toml")):
            assert re.findall(r"\d{7,}|\d{3,4}[- ]\d{7,8}|\S+@\S+", file.read_text("utf-8")) == [], file.name


def test_every_unit_of_the_plan_is_known(plan: list[Row]) -> None:
    named = {unit for row in plan for unit in row["负责单位"].split("、") if unit}
    known = {row["name"] for row in rows_of("units.csv")}
    assert named - known == set()
    assert len(named) == 26


def test_the_thirteen_districts_are_the_members_of_the_one_group() -> None:
    groups = Counter(row["group"] for row in rows_of("units.csv") if row["group"])
    assert groups == {"各区人民政府": 13}


def test_no_name_or_alias_belongs_to_two_units(names_and_aliases: list[str]) -> None:
    assert "" not in names_and_aliases
    assert [word for word, times in Counter(names_and_aliases).items() if times > 1] == []


def test_the_plan_names_its_document_and_its_day_of_issue() -> None:
    about = tomllib.loads((PLANS / "wuhan-2019-2020.toml").read_text("utf-8"))
    assert about == {
        "title": "武汉市2019-2020年打击侵权假冒工作任务细化表",
        "document": "武打假办发〔2019〕4号",
        "issued": date(2019, 10, 24),
    }
