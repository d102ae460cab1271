"""People called by their surname and another title than on the list: 丁科, 老丁, 小丁."""

import pytest

from data.people.people import Role
from tests.journeys.town import Resident, Town


@pytest.mark.parametrize("called", ["丁科", "丁处", "老丁", "小丁", "丁科长"])
async def test_the_only_one_with_the_surname_gets_the_regular_summary(
    chen: Resident, ding: Resident, called: str
) -> None:
    assert "发给 丁主任" in await chen.says(f"每周把汇总发给{called}")


@pytest.mark.parametrize("said", ["发给钱科：明天来拿文件", "跟老钱说一声，明天来拿文件"])
async def test_a_notice_goes_to_the_only_one_with_the_surname(chen: Resident, qian: Resident, said: str) -> None:
    assert f"发给{qian.name}（市商务局）" in await chen.says(said)


async def test_the_office_looks_up_removes_and_puts_on_leave(chen: Resident, ding: Resident, qian: Resident) -> None:
    assert (await chen.says("丁科电话多少")).startswith("丁主任")
    assert "要移除丁主任吗？" in await chen.says("把老丁移除")
    await chen.presses("取消")
    assert "由谁代为查看和填报" in await chen.says("老钱请假到周五")


async def test_of_two_with_the_surname_nobody_is_taken(town: Town, chen: Resident, ding: Resident) -> None:
    town.member(1099, "丁干事", "市商务局", Role.LIAISON)
    assert "发给谁？" in await chen.says("每周把汇总发给丁处")
    assert "发给 丁主任" in await chen.says("丁主任")


@pytest.mark.parametrize("said", ["请公安局丁科长加入", "邀请公安局丁科长"])
async def test_somebody_of_another_unit_is_invited(chen: Resident, ding: Resident, said: str) -> None:
    assert "市公安局 丁科长：联络员" in await chen.says(said)
