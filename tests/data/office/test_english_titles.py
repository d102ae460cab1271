"""An English title comes with a plan file, and stays when a file without one is imported."""

import csv
import io
from datetime import datetime

import pytest

from data.office.importing import PlanChanges, compare_plan, import_plan
from data.plan.files.plan import PlanReading, read_plan
from data.plan.unit_names import shipped_unit_names
from data.store import Database
from tests.data.conftest import ISSUED, NOW, assignment, at

HEADINGS = ["任务名称", "任务细项", "任务简称", "细化措施", "完成时间", "负责单位"]


def reading(title: str, english: str | None, heading: str = "英文简称") -> PlanReading:
    text = io.StringIO()
    rows = [HEADINGS, ["一、集中整治", "1. 专项整治", title, "查假劣种子", "2019年12月31日", "市公安局"]]
    csv.writer(text).writerows(rows if english is None else [[*rows[0], heading], [*rows[1], english]])
    return read_plan(text.getvalue().encode(), "计划.csv", ISSUED, shipped_unit_names())


def take_over(db: Database, file: PlanReading, now: datetime = NOW) -> PlanChanges:
    return import_plan(db, file, "测试任务表", ISSUED, "计划.csv", now)


@pytest.mark.parametrize("heading", ["英文简称", "任务简称（英文）", "title_en", "Title_EN"])
def test_the_column_is_read_under_its_headings(heading: str) -> None:
    [row] = reading("种子打假", "Seeds against fakes", heading).rows
    assert (row.title, row.title_en) == ("种子打假", "Seeds against fakes")


def test_each_reads_the_title_in_the_own_language(db: Database) -> None:
    take_over(db, reading("种子打假", "Fake seeds"))
    title = assignment(db, "1-1").title
    assert (title, title.said_in("zh"), title.said_in("en")) == ("种子打假", "种子打假", "Fake seeds")


def test_without_an_english_title_everybody_reads_the_original(db: Database) -> None:
    take_over(db, reading("种子打假", None))
    assert assignment(db, "1-1").title.said_in("en") == "种子打假"


def test_a_file_without_english_titles_leaves_those_that_are_there(db: Database) -> None:
    take_over(db, reading("种子打假", "Fake seeds"))
    assert compare_plan(db, reading("种子打假", None)).same == 1
    take_over(db, reading("种子打假", None), at("2019-11-26 09:00"))
    assert assignment(db, "1-1", "2019-11-27").title.said_in("en") == "Fake seeds"


def test_the_english_title_goes_with_the_title_that_it_translates(db: Database) -> None:
    take_over(db, reading("种子打假", "Fake seeds"))
    take_over(db, reading("种子抽查", None), at("2019-11-26 09:00"))
    assert assignment(db, "1-1", "2019-11-27").title.said_in("en") == "种子抽查"


def test_a_new_english_title_is_a_change_that_the_import_tells(db: Database) -> None:
    take_over(db, reading("种子打假", None))
    [change] = compare_plan(db, reading("种子打假", "Fake seeds")).changed
    assert change.fields == ("title_en",)
