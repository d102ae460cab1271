"""Requests made while something else is asked are carried out, and the open question comes back."""

import pytest

from tests.journeys.town import Resident, Town


@pytest.mark.parametrize(
    ("words", "shown"),
    [("这项不是我们牵头的", "哪一项要告诉办公室？"), ("我调走了，以后换李四", "李四"), ("公安局的电话", "林警官")],
)
async def test_a_wish_in_the_middle_of_leave_is_no_name_of_a_stand_in(lin: Resident, words: str, shown: str) -> None:
    await lin.says("我下周休假", words)
    assert any(shown in each.text for each in lin.messages()[-3:])
    assert "答不了" not in lin.sees()


@pytest.mark.parametrize("words", ["谁还没登记", "哪些单位没登记", "没登记的单位", "who is not registered yet"])
async def test_who_has_not_come_in_is_a_list_of_units(chen: Resident, words: str) -> None:
    assert "个单位没有联络员" in await chen.says(words)


@pytest.mark.parametrize("words", ["确定", "好的", "可以"])
async def test_a_report_shown_to_be_withdrawn_is_withdrawn_by_agreement(town: Town, lin: Resident, words: str) -> None:
    await lin.reports("1-2", "进行中", "30", "已立案两起")
    assert "您最近的一份填报" in await lin.says("撤回")
    assert (await lin.says(words)).startswith("已撤回，1-2 恢复到之前的状态。")
    assert [row["withdrawn_at"] is not None for row in town.rows("SELECT withdrawn_at FROM reports")] == [True]


async def test_what_is_said_otherwise_leaves_the_report_as_it_is(town: Town, lin: Resident) -> None:
    await lin.reports("1-2", "进行中", "30", "已立案两起")
    await lin.says("撤回", "我的任务", "好的")
    assert town.rows("SELECT withdrawn_at FROM reports") == [{"withdrawn_at": None}]
