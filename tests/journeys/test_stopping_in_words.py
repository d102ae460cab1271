"""A bare word for stopping ends the open dialog, whatever it asks; and a negated wish begins nothing."""

import pytest

from tests.journeys.town import Resident, Town

STOPS = "真的取消吗？已填的内容不会保留。"
CANCELLED = "已取消，没有提交任何内容。"
NOTHING_CHANGED = "好的，什么也没有改，也没有发。"
WHY = "为什么改？有关单位会看到原因。"


@pytest.mark.parametrize("word", ["撤销", "撤回", "先不改", "不改了", "先别", "算了"])
async def test_a_word_of_stopping_is_no_reason(town: Town, chen: Resident, word: str) -> None:
    assert WHY in await chen.says("29-4改到12月20号")
    assert await chen.says(word) == STOPS and chen.buttons() == ["不要了", "继续"]
    assert await chen.says("不要了") == CANCELLED
    assert town.rows("SELECT * FROM plan_changes") == []


@pytest.mark.parametrize("word", ["撤销", "算了", "先别发", "取消"])
async def test_a_word_of_stopping_is_nothing_to_be_told_to_others(town: Town, chen: Resident, word: str) -> None:
    await chen.says("群发", "明天下午3点开会")
    await chen.presses("全体联络员", "需要回复")
    assert await chen.says(word) == "不发了吗？写好的内容不会保留。"
    assert await chen.says("取消") == CANCELLED
    assert town.rows("SELECT * FROM broadcasts") == []


async def test_a_word_of_stopping_is_no_deliverable(chen: Resident) -> None:
    assert await chen.says("新增一项：开展冬季执法检查", "2-7", "撤销") == STOPS
    assert "成果形式是什么" in await chen.says("继续")
    assert await chen.says("先不改了") == STOPS
    assert "成果形式是什么" in await chen.presses("继续")


async def test_a_word_of_stopping_at_the_preview(town: Town, chen: Resident) -> None:
    assert await chen.says("43-5交给商务局", "分工调整", "先别") == STOPS
    assert await chen.says("确认") == CANCELLED
    assert town.rows("SELECT * FROM plan_changes") == []


@pytest.mark.parametrize(
    "word",
    [
        *("算了不撤了", "先别取消", "还是不撤回了吧", "no, don't cancel it", "别取消", "不", "继续"),
        *("算了还是交吧", "不撤了 提交", "等等，还是要交的", "no wait, submit it", "actually keep it"),
    ],
)
@pytest.mark.parametrize("stop", ["撤回", "不交了", "never mind"])
async def test_what_is_not_to_be_stopped_goes_on(town: Town, lin: Resident, stop: str, word: str) -> None:
    assert await lin.says("2-3 60%", stop) == STOPS
    assert "60%" in await lin.says(word)
    assert lin.buttons()[0].startswith("提交")
    assert town.rows("SELECT * FROM reports") == []


@pytest.mark.parametrize("word", ["对，不要了", "不，取消吧", "算了，不报了", "确认取消", "不交了", "no, drop it"])
async def test_what_is_to_be_stopped_is_not_kept(town: Town, lin: Resident, word: str) -> None:
    assert await lin.says("2-3 60%", "取消") == STOPS
    assert await lin.says(word) == CANCELLED
    assert town.rows("SELECT * FROM dialogs WHERE state <> 'ended'") == []


async def test_what_says_more_is_neither(lin: Resident) -> None:
    assert await lin.says("2-3 60%", "取消") == STOPS
    assert "80%" in await lin.says("进度改成80%")


async def test_whether_to_stop_is_asked_again_after_something_in_between(lin: Resident) -> None:
    assert await lin.says("2-3 进行中", "取消") == STOPS
    assert await lin.says("我的任务", "算了") == STOPS
    assert await lin.says("取消填报") == CANCELLED


async def test_the_command_said_twice_stops(chen: Resident) -> None:
    assert await chen.says("29-4改到12月20号", "/cancel") == STOPS
    assert await chen.says("/cancel") == CANCELLED


async def test_a_hurried_second_press_does_not_stop(chen: Resident) -> None:
    await chen.says("29-4改到12月20号")
    assert await chen.presses("取消") == STOPS
    assert chen.buttons() == ["不要了", "继续"]
    assert WHY in await chen.presses("继续")


async def test_consent_to_nothing_is_no_search(chen: Resident) -> None:
    assert await chen.says("确认") == "现在没有要您确认的内容。"
    assert await chen.says("没问题") == "现在没有要您确认的内容。"


@pytest.mark.parametrize("said", ["商务局别催了，他们没数", "不用催农业局了", "先别发通知", "别催了", "月报先不催了"])
async def test_a_wish_that_is_denied_begins_nothing(town: Town, chen: Resident, said: str) -> None:
    assert await chen.says(said) == NOTHING_CHANGED
    assert town.rows("SELECT * FROM dialogs") == []


async def test_what_others_are_told_may_deny_something(chen: Resident) -> None:
    shown = await chen.says("通知大家明天不用发材料了")
    assert "明天不用发材料了" in shown and "确认发送" in chen.buttons()


async def test_a_task_that_is_open_again_is_said_to_be_so(chen: Resident) -> None:
    await chen.says("2-8办结", "早就公布了", "确认")
    assert "办结 → 未办结" in await chen.presses("撤销")


async def test_a_change_is_undone_once(chen: Resident) -> None:
    await chen.says("43-5交给商务局", "分工调整", "确认", "撤销")
    assert "已撤销" in await chen.presses("撤销")
    await chen.presses("撤销")
    assert any(each.text.startswith("这项改动已经撤销过了，这次没有再改：") for each in chen.messages())


async def test_quiet_hours_are_no_answer_about_another_setting(town: Town, chen: Resident) -> None:
    assert "免打扰时段：21 点到 8 点 → 22 点到 8 点" in await chen.says("提前10天提醒", "晚上10点以后别打扰")
    assert town.rows("SELECT * FROM settings WHERE name = 'days_before'") == []
