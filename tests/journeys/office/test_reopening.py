"""Reopening a closed task (取消办结); for a task that is not closed, the bot says so."""

import pytest

from tests.journeys.town import Resident, Town


@pytest.mark.parametrize("said", ["29-4取消办结", "29-4改回未办结", "29-4还没办结呢", "reopen 29-4"])
async def test_what_is_not_closed_stays_as_it_is(town: Town, chen: Resident, said: str) -> None:
    assert await chen.says(said) == "29-4 本来就没有办结，不用改。"
    assert town.rows("SELECT * FROM dialogs") == []


@pytest.mark.parametrize("said", ["14-1办结撤诉案件3件", "14-1办结撤回起诉案件3件", "14-1办结收回房产3套"])
async def test_work_that_begins_with_the_word_for_taking_back_closes_it(chen: Resident, said: str) -> None:
    assert (await chen.says(said)).startswith("办结：14-1 ")


@pytest.mark.parametrize("said", ["29-4的办结撤了吧", "29-4办结状态撤销，点错了", "29-4的办结去掉一下"])
async def test_the_word_for_taking_back_with_nothing_behind_it_takes_it_back(chen: Resident, said: str) -> None:
    assert await chen.says(said) == "29-4 本来就没有办结，不用改。"


@pytest.mark.parametrize("said", ["29-4取消办结", "29-4没办结 点错了"])
async def test_what_the_office_has_closed_is_open_again_with_its_deadline(chen: Resident, said: str) -> None:
    await chen.submits("29-4办结", "弄错了")
    asked = await chen.says(said)
    assert "29-4 现在是办结" in asked and "为什么改" in asked
    checked = await chen.says("弄错了")
    assert "请核对，还没有改" in checked and "5月" in checked
    await chen.presses("提交")
    assert "已办结" not in await chen.says("29-4")


@pytest.mark.parametrize("said", ["4-6取消办结", "取消4-6的办结"])
async def test_what_the_plan_says_is_done_is_asked_for_a_day(chen: Resident, said: str) -> None:
    assert "4-6 现在是办结" in await chen.says(said)
    await chen.submits("2020年3月31日", "还要再办")
    assert "2020年3月31日" in await chen.says("4-6") and "已办结" not in chen.sees()


@pytest.mark.parametrize("said", ["1-2取消办结", "1-2的办结撤了", "把1-2的办结给撤销了"])
async def test_a_verdict_that_closed_it_is_taken_back(town: Town, lin: Resident, chen: Resident, said: str) -> None:
    await lin.reports("1-2", "已完成")
    assert "1-2" in await chen.says("1-2通过", said)
    await chen.presses("撤销")
    assert town.rows("SELECT * FROM reviews") == []


async def test_of_several_it_is_said_of_each_what_becomes_of_it(chen: Resident) -> None:
    await chen.says("取消4-6和43-5的办结")
    told, asked = chen.heard()[-2:]
    assert told == "43-5 本来就没有办结，不用改。" and "4-6 现在是办结" in asked


async def test_its_deadline_is_read_from_the_day_of_the_plan_and_of_the_event(town: Town, chen: Resident) -> None:
    town.replan("UPDATE tasks SET deadline_text = '三个月内' WHERE code = '1-9'")
    await chen.submits("《化妆品监督管理条例》2019年11月20日出台")
    await town.move_to("2020-04-10 10:00")
    for code, due in (
        ("1-9", "三个月内（2020年"),
        ("2-20", "《化妆品监督管理条例》出台后10个月内完成（2020年9月20日）"),
    ):
        await chen.submits(f"办结{code}，因为已完成")
        asked = await chen.says(f"{code}取消办结")
        assert due in asked and "2020年7月10日" not in asked
        await chen.says("取消", "确认取消")
