"""How a topic of the plan stands: its tasks, not the numbers of the whole plan."""

import pytest

from tests.journeys.town import Resident


@pytest.mark.parametrize("said", ["种子那块怎么样了", "领导问种子怎么样了"])
async def test_its_tasks_are_shown(chen: Resident, said: str) -> None:
    assert (await chen.says(said)).startswith("共 5 项 · 有“种子”的 · 🟢4 ⚪1\n🟢 1-3 ")


@pytest.mark.parametrize("said", ["总结", "打假工作总体情况", "工作推进得怎么样了", "how are things"])
async def test_what_may_be_said_of_the_whole_plan_is_no_topic(chen: Resident, said: str) -> None:
    assert (await chen.says(said)).startswith("汇总 · 截至 2019年11月25日\n")


async def test_who_asks_the_office_is_not_searched_for(chen: Resident) -> None:
    assert (await chen.says("领导要看公安局的")).startswith("共 8 项 · 市公安局 · ")
