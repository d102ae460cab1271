"""Reporting no change for many tasks at once: previewed before it is stored, with some left out."""

import pytest

from data.people.people import Role
from tests.journeys.reporting.unchanged_tasks import STORED
from tests.journeys.town import Resident, Town


async def test_many_at_once_are_shown_before_they_are_stored(town: Town, lin: Resident) -> None:
    await lin.says("本期无变化")
    codes = [words.split()[0] for words in lin.buttons()[1:]]
    shown = (await lin.presses("全部本期无变化")).splitlines()
    assert shown[0] == f"下面 {len(codes)} 项各记一份“本期无变化”。请核对，无误后点“提交”："
    assert [line.split()[1] for line in shown[1:]] == codes
    assert lin.buttons() == ["提交", "取消"] and town.rows(STORED) == []


@pytest.mark.parametrize("words", ["全部本期无变化", "都没变化", "好的"])
async def test_what_the_list_offers_can_be_said(town: Town, lin: Resident, words: str) -> None:
    await lin.says("这个月没什么进展")
    assert "项各记一份“本期无变化”" in await lin.says(words) and town.rows(STORED) == []


@pytest.mark.parametrize("words", ["可以", "提交", "对，提交", "全部提交", "没问题", "对 都没变化"])
async def test_many_at_once_are_agreed_to_in_words(town: Town, lin: Resident, words: str) -> None:
    await lin.says("本期无变化")
    count = len(lin.buttons()) - 1
    await lin.presses("全部本期无变化")
    assert f"（{count} 项）" in await lin.says(words)
    await town.restart_undone()
    assert len(town.rows(STORED)) == count


@pytest.mark.parametrize("words", ["38-1不要了", "把38-1删掉", "最后一项不报", "drop 38-1", "除了38-1", "38-1不算"])
async def test_one_of_many_is_left_out_in_words(town: Town, lin: Resident, words: str) -> None:
    await lin.says("本期无变化")
    assert lin.buttons()[-1].startswith("38-1")
    await lin.presses("全部本期无变化")
    assert (await lin.says(words)).startswith("已去掉：38-1。\n下面 ")
    await town.restart()
    await lin.says("可以")
    assert town.rows(STORED) and "38-1" not in {row["code"] for row in town.rows(STORED)}


async def test_tasks_are_left_out_and_put_back_clause_by_clause(town: Town, lin: Resident) -> None:
    await lin.says("除了38-1，都没变化")
    assert (await lin.says("再去掉18-1")).startswith("已去掉：18-1。\n")
    assert "18-1 公安部" in await lin.says("18-1加回来")
    assert (await lin.says("最后一个除外")).startswith("已去掉：18-1。\n")
    assert (await lin.says("7-1不算，2-3也不算")).startswith("已去掉：2-3、7-1。\n")
    assert (await lin.says("7-1也要，8-2别报了")).startswith("已去掉：8-2。\n下面 3 项")
    assert (await lin.says("跨国打假协作那个加回来")).startswith("下面 4 项")
    assert (await lin.says("只留7-1和38-1")).startswith("已去掉：6-7、14-2。\n")
    await lin.says("可以")
    assert {row["code"] for row in town.rows(STORED)} == {"7-1", "38-1"}


async def test_several_are_left_out_below_the_list_clause_by_clause(lin: Resident) -> None:
    await lin.says("本期无变化")
    shown = await lin.says("38-1不算，2-3也不算")
    assert shown.startswith("下面 5 项") and "38-1" not in shown and "2-3" not in shown


@pytest.mark.parametrize("words", ["38-1不算", "最后一个不算", "38-1除外", "除了38-1"])
async def test_one_is_left_out_below_the_list(town: Town, lin: Resident, words: str) -> None:
    await lin.says("本期无变化")
    codes = [each.split()[0] for each in lin.buttons()[1:]]
    assert (await lin.says(words)).startswith(f"下面 {len(codes) - 1} 项各记一份“本期无变化”。")
    assert town.rows(STORED) == []
    await lin.says("可以")
    assert {row["code"] for row in town.rows(STORED)} == {*codes} - {"38-1"}


@pytest.mark.parametrize(
    "words",
    [
        *("38-1先别报", "除了38-1抓了5个人", "38-1不算完成", "除了38-1不报"),
        *("38-1取消", "38-1不交了", "38-1删掉吧", "把38-1去掉", "drop 38-1"),
    ],
)
async def test_what_is_told_of_one_below_the_list_says_nothing_of_the_others(lin: Resident, words: str) -> None:
    await lin.says("本期无变化")
    assert "本期无变化" not in await lin.says(words)


@pytest.mark.parametrize("words", ["39-1取消", "39-1不交了", "39-1删掉吧"])
async def test_dropping_one_of_two_reports_nothing_of_the_other(town: Town, words: str) -> None:
    mei = town.member(1060, "梅科长", "武昌区人民政府", Role.LIAISON)
    await mei.says("本期无变化")
    assert mei.buttons()[1:] == ["39-1 本期无变化", "42-1 本期无变化"]
    await mei.says(words)
    assert town.rows(STORED) == [] and not any("42-1" in each for each in mei.heard()[-1:])


@pytest.mark.parametrize("words", ["39-1不算", "除了39-1"])
async def test_the_one_that_is_left_is_shown_before_it_is_stored(town: Town, words: str) -> None:
    mei = town.member(1060, "梅科长", "武昌区人民政府", Role.LIAISON)
    await mei.says("本期无变化")
    assert (await mei.says(words)).startswith("下面 1 项各记一份“本期无变化”。") and town.rows(STORED) == []
    await mei.says("可以")
    assert [row["code"] for row in town.rows(STORED)] == ["42-1"]


async def test_many_at_once_that_are_given_up_store_nothing(town: Town, lin: Resident) -> None:
    await lin.says("本期无变化")
    assert await lin.presses("全部本期无变化", "取消") == "已取消，没有提交任何内容。"
    assert town.rows(STORED) == []


async def test_what_is_not_understood_of_many_stores_nothing(town: Town, lin: Resident) -> None:
    await lin.says("本期无变化")
    await lin.presses("全部本期无变化")
    assert (await lin.says("今天领导来过")).startswith("“今天领导来过”没有写进去。")
    assert lin.buttons() == ["提交", "取消"] and town.rows(STORED) == []


async def test_a_report_on_one_of_many_is_begun_and_the_others_are_offered(town: Town, lin: Resident) -> None:
    await lin.says("本期无变化")
    count = len(lin.buttons()) - 1
    await lin.presses("全部本期无变化")
    heard = await lin.says("38-1 40%，与海关会商")
    assert "填报 38-1" in heard and heard.endswith(f"{count} 项“本期无变化”还没提交，要接着办请点“继续”。")
    await lin.presses("提交", on=next(each for each in reversed(lin.messages()) if "填报 38-1" in each.text))
    shown = await lin.presses(
        "继续", on=next(each for each in reversed(lin.messages()) if "“本期无变化”还没提交" in each.text)
    )
    assert f"下面 {count - 1} 项" in shown and "38-1 本期已由林警官" in shown
    await lin.says("可以")
    assert len(town.rows(f"{STORED} WHERE unchanged")) == count - 1
