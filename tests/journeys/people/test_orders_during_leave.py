"""While leave or a hand-over is entered: wishes about reminders, orders of the office, and the successor's name."""

import pytest

from tests.journeys.town import Resident, Town

WHO = "2019年12月2日至2019年12月8日由谁代为查看和填报？"


@pytest.mark.parametrize("words", ["这个月都别催我", "12月中旬前别提醒我", "让我静静 这周别提醒了"])
async def test_a_wish_about_reminders_moves_no_leave(town: Town, lin: Resident, words: str) -> None:
    await lin.says("下周我出差")
    shown = await lin.says(words)
    assert WHO in shown and "已记下" not in shown
    assert "2019年12月4日至2019年12月6日由谁" in await lin.says("改成下周三到周五")


@pytest.mark.parametrize("words", ["1-2 这个月别催我了", "1-2 月底前别催我", "1-2 这周别催"])
async def test_no_reminders_for_a_running_period_ends_after_it(town: Town, lin: Resident, words: str) -> None:
    assert await lin.says(words) == "好的，1-2 到12月2日（周一）再提醒您。"


async def test_who_is_away_and_names_a_day_for_the_reminder_asks_for_the_reminder(lin: Resident) -> None:
    await lin.says("1-2")
    assert await lin.says("周末我出差 下周一再提醒我") == "好的，1-2 到12月2日（周一）再提醒您。"


async def test_no_reminders_before_a_day_ends_on_it(lin: Resident) -> None:
    assert await lin.says("1-2 12月中旬前别提醒我") == "好的，1-2 到12月10日（周二）再提醒您。"


@pytest.mark.parametrize(
    ("order", "begins"),
    [
        ("赵六不干了", "名单里没找到您说的人"),
        ("再给农业局加一个人 张伟", "要邀请 1 人"),
        ("催市监局 12月5日", "市市场监管局"),
    ],
)
async def test_an_order_is_no_stand_in(town: Town, chen: Resident, lin: Resident, order: str, begins: str) -> None:
    await chen.says("市公安局林警官休产假 明天开始到明年三月")
    shown = await chen.says(order)
    assert begins in shown and "答不了这里问的" not in shown and "不在市公安局的名单上" not in shown


@pytest.mark.parametrize("words", ["下个月调走 接手的是刘芳", "给刘芳发邀请", "由刘芳接手", "接我的人叫刘芳"])
async def test_the_successor_is_a_name(lin: Resident, words: str) -> None:
    await lin.says("我调走了")
    assert (await lin.says(words)).startswith("您会得到一条给刘芳的链接。")


@pytest.mark.parametrize(
    "words",
    ["周科长请假了 我代他两周", "林警官请假了，我来代他", "周科长的活我下周替他，提醒发给我", "李科长休假我帮他报"],
)
async def test_who_wants_to_stand_in_is_not_put_on_leave(town: Town, lin: Resident, words: str) -> None:
    assert "请对方发“我下周休假”选您，或发 /deputy" in await lin.says(words)
    assert town.rows("SELECT id FROM absences") == []


async def test_who_is_missing_is_invited_while_it_is_asked_who_stands_in(lin: Resident, chen: Resident) -> None:
    assert "李科长不在市公安局的名单上" in await chen.says("林警官请假到下周五，李科长代")
    await chen.says("给公安局加一个联络员李科长")
    invited, waits = chen.messages()[-2:]
    assert invited.text.startswith("还没有生成链接。要邀请 1 人：\n· 市公安局 李科长：联络员")
    assert "请假还没办完" in waits.text
