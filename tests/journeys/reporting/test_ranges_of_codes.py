"""A range of codes (1-8到1-12) means the tasks of one's own between its ends, wherever tasks are named."""

import pytest

from tests.journeys.town import Resident


@pytest.mark.parametrize(
    "said", ["1-8到1-11都80%", "1-8至1-11 都是80", "1-8～1-11都完成80%", "1-8 to 1-11 are all 80%"]
)
async def test_one_statement_on_a_range_is_a_report_on_each(zhou: Resident, said: str) -> None:
    assert (await zhou.says(said)).startswith("读到 4 条，请核对")
    assert [words for words in zhou.buttons() if words.startswith("提交")] == [
        f"提交 1-{each}" for each in range(8, 12)
    ]


async def test_tasks_of_others_between_the_ends_are_not_meant(zhou: Resident) -> None:
    await zhou.says("看2-12到2-19")
    assert zhou.buttons() == ["2-12", "2-13", "2-14", "2-19"]


async def test_an_end_that_is_another_units_is_told_and_the_others_are_reported_on(zhou: Resident) -> None:
    heard = await zhou.says("43-3到43-9都没变化")
    assert heard.startswith("43-3 不是您单位的任务，没有算在内。\n43-4、43-5、43-6 有完成期限，")
    assert zhou.buttons() == ["43-9 本期无变化"]


async def test_only_tasks_of_other_units_are_refused(zhou: Resident) -> None:
    assert (await zhou.says("43-1、43-3没变化")).startswith("43-1 由市农业农村局负责，不是您单位的任务。")


async def test_the_office_means_all_tasks_of_the_plan(chen: Resident) -> None:
    await chen.says("看1-1到1-5")
    assert chen.buttons() == [f"1-{each}" for each in range(1, 6)]


@pytest.mark.parametrize("said", ["43开头的都是啥", "四十三打头的任务", "tasks starting with 43"])
async def test_what_begins_with_the_number_of_an_item_is_of_that_item(zhou: Resident, said: str) -> None:
    assert (await zhou.says(said)).startswith("共 4 项 · 第 43 项")
    assert zhou.buttons() == ["43-4", "43-5", "43-6", "43-9"]
