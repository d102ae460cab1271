"""Turning the page of what was shown last in words: 下一页, 更多."""

import pytest

from data.people.people import Role
from tests.journeys.town import Resident, Town


@pytest.mark.parametrize("words", ["更多", "下一页", "还有吗", "more", "next"])
async def test_the_next_page_of_a_list_comes_below(chen: Resident, words: str) -> None:
    assert "第 2/26 页" in await chen.says("所有任务", words)
    assert chen.buttons()[-2:] == ["上一页", "下一页"]
    assert "第 3/26 页" in await chen.says(words)
    assert "第 2/26 页" in await chen.says("上一页")


async def test_what_is_not_understood_turns_no_page_away(zhu: Resident) -> None:
    await zhu.says("我的任务", "食堂中午吃什么")
    assert zhu.buttons() == ["告诉办公室"]
    assert " · 第 2/" in await zhu.says("下一页")


async def test_the_last_and_the_first_page_are_said(chen: Resident) -> None:
    assert await chen.says("所有任务", "上一页") == "已经是第一页了。"
    for _ in range(25):
        await chen.presses("下一页")
    assert await chen.says("下一页") == "已经是最后一页了。"


async def test_the_mornings_message_has_its_pages_too(town: Town, zhou: Resident) -> None:
    for _ in range(2):
        await town.move_to("2020-01-02 09:00")
    assert "第 1/2 页" in zhou.sees()
    assert "第 2/2 页" in await zhou.says("下一页")


async def test_what_is_no_page_of_several_has_no_next_one(chen: Resident, lin: Resident) -> None:
    assert (await lin.says("下一页")).startswith("上面没有可以翻页的列表。")
    assert (await chen.says("所有任务", "汇总", "下一页")).startswith("上面没有可以翻页的列表。")
    assert "没听明白" in await chen.says("更多")


async def test_while_something_is_asked_the_question_comes_back_below_the_page(town: Town) -> None:
    hai = town.member(1031, "关科长", "武汉海关", Role.LIAISON)
    await hai.begins("1-7")
    await hai.says("我的任务", "下一页")
    *_, page, question = hai.heard()
    assert "第 2/2 页" in page and question.startswith("填报 1-7")


async def test_the_page_is_of_what_the_person_may_see_now(town: Town, chen: Resident) -> None:
    await chen.says("所有任务")
    town.replan("DELETE FROM memberships WHERE role = 'coordinator'")
    assert "第 2" not in await chen.says("下一页")


async def test_a_page_is_turned_to_by_its_number(chen: Resident) -> None:
    await chen.says("还没报的任务")
    assert "第 2/26 页" in await chen.says("第二页")
    assert "第 5/26 页" in await chen.says("翻到第5页")
    assert "第 1/26 页" in await chen.says("第1页")
    assert "第 26/26 页" in await chen.says("第99页")


async def test_where_there_are_no_pages_that_is_said(chen: Resident) -> None:
    assert "没有可以翻页的列表" in await chen.says("第二页")


async def test_a_page_by_its_number_is_no_word_of_a_nudge(town: Town, chen: Resident, zhou: Resident) -> None:
    await chen.says("谁还没报")
    await chen.says("催办")
    await chen.says("43-4")
    await chen.says("第二页")
    page, question = chen.heard()[-2:]
    assert "第 2/4 页" in page and "要附一句话吗" in question
