from datetime import timedelta

import pytest
from telegram.error import BadRequest

from bot.emulator import FaultKind
from bot.emulator.methods import callbacks
from bot.outgoing import limiter
from handlers.entrance import gate
from tests.journeys.town import Resident, Town


async def test_what_one_person_says_is_answered_in_order(town: Town, lin: Resident) -> None:
    await lin.begins("1-2", "已完成")
    for words in ("一", "统计没有", "/help"):
        town.world.say(lin.id, words)
    await town.settle()
    assert town.rows("SELECT note FROM drafts") == [{"note": "一"}]
    assert lin.heard()[-2].startswith("我可以做这些") and "佐证材料吗" in lin.sees()


async def test_many_people_at_once_each_get_their_own_answer(town: Town, lin: Resident, zhou: Resident) -> None:
    for _ in range(5):
        town.world.say(lin.id, "我的任务")
        town.world.say(zhou.id, "我的任务")
    await town.settle()
    assert {text.splitlines()[0][:6] for text in lin.heard()} == {"共 8 项 "}
    assert {text.splitlines()[0][:6] for text in zhou.heard()} == {"共 53 项"}


async def test_an_update_that_comes_twice_answers_once(town: Town, lin: Resident) -> None:
    await lin.begins("1-2", "进行中")
    await lin.says("80")
    last = town.world.updates.next_id - 1
    town.world.updates.redeliver(last)
    await lin.says("立案一件")
    assert town.rows("SELECT percent, note FROM drafts") == [{"percent": 80, "note": "立案一件"}]


async def test_a_press_whose_spinner_cannot_be_ended_counts_all_the_same(town: Town, lin: Resident) -> None:
    await lin.begins("1-2")
    town.world.faults.add(FaultKind.SERVER_ERROR, "answerCallbackQuery")
    assert "百分之几" in await lin.presses("进行中")


async def test_a_press_that_changes_nothing_on_the_screen_is_no_failure(town: Town, lin: Resident) -> None:
    await lin.says("我的任务")
    assert (await lin.forges("list:all:0")) in ("", lin.sees())
    assert town.failures == []


async def test_a_press_answered_too_late_counts_all_the_same(
    town: Town, lin: Resident, monkeypatch: pytest.MonkeyPatch
) -> None:
    await lin.begins("1-2")
    monkeypatch.setattr(callbacks, "ANSWERABLE", timedelta(seconds=-1))
    await lin.presses("进行中")
    assert town.rows("SELECT step FROM drafts") == [{"step": "percent"}]
    assert "已经过时了" in await lin.forges("report:999999999:x")
    assert town.failures == []


async def test_an_answer_that_fails_comes_all_the_same(
    town: Town, lin: Resident, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limiter, "PAUSES", (0.01, 0.01))
    town.world.faults.add(FaultKind.SERVER_ERROR, "sendMessage", times=2)
    assert (await lin.says("我的任务")).startswith("共 8 项")


async def test_an_answer_that_is_lost_leaves_the_report_stored(
    town: Town, lin: Resident, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limiter, "PAUSES", ())
    await lin.begins("1-2", "已完成")
    await lin.skips_to_the_preview()
    for method in ("editMessageText", "sendMessage"):
        town.world.faults.add(FaultKind.SERVER_ERROR, method, times=None)
    await lin.presses("提交")
    town.world.faults.clear()
    town.failures.clear()
    assert len(town.rows("SELECT * FROM reports")) == 1
    assert "已提交" in await lin.presses("提交")
    assert len(town.rows("SELECT * FROM reports")) == 1


async def test_an_answer_that_telegram_refuses_is_apologised_for(
    town: Town, lin: Resident, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*args: object) -> None:
        raise BadRequest("Button_data_invalid")

    monkeypatch.setattr("handlers.tasks.keyboard.task_list", refused)
    assert (await lin.says("我的任务")).startswith("抱歉，刚才出了点问题")
    assert [type(failure) for failure in town.failures] == [BadRequest]
    town.failures.clear()


async def test_somebody_who_blocked_the_bot_meanwhile_is_no_failure_of_the_bot(
    town: Town, lin: Resident, zhou: Resident
) -> None:
    town.world.say(lin.id, "我的任务")
    town.world.block(lin.id)
    await town.settle()
    town.failures.clear()
    assert (await zhou.says("我的任务")).startswith("共 53 项")


async def test_something_that_goes_wrong_at_the_gate_is_apologised_for_once(
    town: Town, lin: Resident, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(gate, "who_is", broken)
    answer = await lin.says("我的任务")
    assert answer.startswith("抱歉，刚才出了点问题") and answer.count("抱歉") == 1
    assert [type(failure) for failure in town.failures] == [RuntimeError]
    town.failures.clear()
