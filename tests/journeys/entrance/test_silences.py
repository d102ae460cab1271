"""Telegram asks for an hour of silence: towards whom it is kept, what they hear afterwards, and who else is told."""

import logging

import pytest

from bot.emulator import FaultKind
from bot.upkeep.health import health_of
from data.notices.silences import silences
from tests.journeys.town import Resident, Town

HOUR = 3600.0


async def told_to_wait(town: Town, *methods: str) -> None:
    """Let Telegram refuse the next call of each method for an hour."""
    for method in methods:
        town.world.faults.add(FaultKind.TOO_MANY_REQUESTS, method, seconds=HOUR)


async def an_hour_passes(town: Town, until: str) -> None:
    """Let an hour pass for the bot, and what is due go out."""
    town.failures.clear()
    await town.pace.sleep(HOUR + 5)
    await town.move_to(until)


async def test_one_who_may_not_be_answered_hears_afterwards_what_came_in_and_others_are_answered_at_once(
    town: Town, lin: Resident, zhou: Resident, chen: Resident
) -> None:
    before = len(lin.heard())
    await told_to_wait(town, "sendMessage")
    await lin.says("1-2 80%，立案12件")
    await lin.says("我的任务")
    assert (await zhou.says("我的任务")).startswith("共 53 项")
    assert len(lin.heard()) == before and health_of(town.app, town.app.pulse).well
    held = "⏸ Telegram 要求暂停发送，这些聊天暂时收不到消息，最晚 09:30 恢复：林警官"
    assert held in await chen.says("/summary") and "⏸" not in await chen.says("/summary 2019-11-24")
    await an_hour_passes(town, "2019-11-25 09:40")
    assert "⏸" not in await chen.says("/summary")
    told = [text for text in lin.heard()[before:] if "没能答复" in text]
    assert told == [
        "刚才中断了一会儿，下面这些收到了，但没能答复您：\n"
        "08:30　1-2 80%，立案12件\n08:30　我的任务\n"
        "请发“我的任务”看现在的情况，还缺的再发一次。"
    ]
    assert (await lin.says("我的任务")).startswith("共 8 项")


async def test_what_was_received_is_told_at_night_and_after_a_restart_too(town: Town, lin: Resident) -> None:
    await town.move_to("2019-11-25 22:10")
    await told_to_wait(town, "sendMessage")
    await lin.says("/help")
    town.failures.clear()
    await town.restart()
    await town.move_to("2019-11-25 23:15")
    assert "22:10　/help" in lin.last().text


@pytest.mark.parametrize("method", ["setMyCommands", "answerCallbackQuery"])
async def test_neither_a_menu_nor_a_spinner_keeps_the_answer_away(
    town: Town, lin: Resident, zhou: Resident, method: str
) -> None:
    await lin.begins("1-2")
    town.world.faults.add(FaultKind.TOO_MANY_REQUESTS, method, times=None, seconds=HOUR)
    assert "百分之几" in await lin.presses("进行中")
    assert (await zhou.says("/start")).startswith("周")
    assert (await lin.says("我的任务")).startswith("共 8 项")


async def test_a_bot_whose_menus_must_wait_starts_all_the_same(
    town: Town, lin: Resident, caplog: pytest.LogCaptureFixture
) -> None:
    town.world.faults.add(FaultKind.TOO_MANY_REQUESTS, "setMyCommands", times=None, seconds=HOUR)
    before = len(town.world.calls)
    with caplog.at_level(logging.WARNING):
        await town.restart()
    assert (await lin.says("我的任务")).startswith("共 8 项")
    assert [call.method for call in town.world.calls[before:]].count("setMyCommands") == 1
    assert [each.message for each in caplog.records if "menus" in each.message] == [
        "the menus were not set: RetryAfter: Flood control exceeded. Retry in 1:00:01"
    ]


async def test_a_bot_that_may_not_ask_for_its_webhook_to_be_deleted_polls_all_the_same(
    town: Town, lin: Resident
) -> None:
    await told_to_wait(town, "deleteWebhook")
    await town.restart()
    assert (await lin.says("我的任务")).startswith("共 8 项")


async def test_a_webhook_that_another_program_sets_does_not_end_the_polling(town: Town, lin: Resident) -> None:
    await lin.says("我的任务")
    await town.app.bot.set_webhook("http://127.0.0.1:9/")
    assert (await lin.says("1-2")).startswith("1-2 ")


async def test_a_silence_towards_all_is_told_to_the_office_when_it_is_over(
    town: Town, lin: Resident, zhou: Resident, chen: Resident
) -> None:
    await told_to_wait(town, "sendMessage", "sendMessage")
    await lin.says("我的任务")
    await zhou.says("我的任务")
    await chen.says("/summary")
    health = health_of(town.app, town.app.pulse)
    assert not health.updates and len(town.failures) == 3
    await an_hour_passes(town, "2019-11-25 09:40")
    assert silences(town.db, town.clock.now()).towards_all is None
    heard = "\n".join(chen.heard())
    assert "08:30 到 09:30，Telegram 不让我给任何人发消息，现在已恢复" in heard
    assert "有 3 条消息收到了没能答复，已分别告诉发的人。" in heard
    assert "请发 /summary 看现在的情况" in heard and "08:30　我的任务" in "\n".join(zhou.heard())
