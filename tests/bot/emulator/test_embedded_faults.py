import asyncio
from datetime import timedelta

import pytest
from telegram import Bot
from telegram.error import NetworkError, RetryAfter, TimedOut

from bot.emulator import EmbeddedServer, FaultKind, World
from tests.bot.emulator.people import ANN, TOKEN, until

pytestmark = pytest.mark.usefixtures("ann_has_started")


def _sent(world: World) -> list[str]:
    return [message.text for message in world.chat(ANN).messages if message.sender is world.bot]


async def test_too_many_requests_name_their_pause(world: World, bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    world.faults.add(FaultKind.TOO_MANY_REQUESTS, "sendMessage", seconds=7)
    with pytest.raises(RetryAfter) as refused:
        await bot.send_message(ANN, "one")
    assert refused.value.retry_after == timedelta(seconds=7)
    await bot.send_message(ANN, "two")
    assert _sent(world) == ["two"]


async def test_too_many_requests_may_name_no_pause(world: World, bot: Bot) -> None:
    world.faults.add(FaultKind.TOO_MANY_REQUESTS)
    with pytest.raises(NetworkError, match="Too Many Requests: retry later"):
        await bot.send_message(ANN, "one")


async def test_a_trouble_lasts_as_often_as_it_was_asked_for(world: World, bot: Bot) -> None:
    world.faults.add(FaultKind.SERVER_ERROR, times=2)
    for _ in range(2):
        with pytest.raises(NetworkError, match="Internal Server Error"):
            await bot.send_message(ANN, "lost")
    await bot.send_message(ANN, "three")
    assert _sent(world) == ["three"]


async def test_a_lasting_trouble_goes_when_it_is_cleared(world: World, bot: Bot) -> None:
    world.faults.add(FaultKind.SERVER_ERROR, times=None)
    world.faults.add(FaultKind.SLOW, times=None, seconds=0)
    with pytest.raises(NetworkError):
        await bot.send_message(ANN, "lost")
    world.faults.clear(FaultKind.SERVER_ERROR)
    assert await bot.send_message(ANN, "two")
    assert [fault.kind for fault in world.faults.active] == [FaultKind.SLOW]


async def test_other_methods_and_polling_are_spared(world: World, bot: Bot) -> None:
    world.faults.add(FaultKind.SERVER_ERROR, "sendDocument")
    assert await bot.send_message(ANN, "one")
    world.faults.clear()
    world.faults.add(FaultKind.SERVER_ERROR)
    assert await bot.get_updates()


async def test_a_request_cut_before_is_not_applied(world: World, bot: Bot) -> None:
    world.faults.add(FaultKind.CUT_BEFORE, "sendMessage")
    with pytest.raises(NetworkError):
        await bot.send_message(ANN, "one")
    assert _sent(world) == []


async def test_a_request_cut_after_is_applied_though_nobody_is_told(world: World, bot: Bot) -> None:
    world.faults.add(FaultKind.CUT_AFTER, "sendMessage")
    with pytest.raises(NetworkError):
        await bot.send_message(ANN, "one")
    assert _sent(world) == ["one"]


async def test_a_hanging_request_is_never_answered_nor_applied(world: World, bot: Bot) -> None:
    world.faults.add(FaultKind.HANG, "sendMessage")
    with pytest.raises(TimedOut):
        await bot.send_message(ANN, "one", read_timeout=0.01)
    assert _sent(world) == []


async def test_a_hanging_request_does_not_keep_the_others(world: World, bot: Bot) -> None:
    world.faults.add(FaultKind.HANG, "sendMessage")
    hanging = asyncio.create_task(bot.send_message(ANN, "one", read_timeout=60))
    await until(lambda: not world.faults.active)
    assert await bot.send_message(ANN, "two")
    hanging.cancel()
    await asyncio.gather(hanging, return_exceptions=True)
    assert _sent(world) == ["two"]


async def test_a_hanging_request_ends_with_the_server(world: World) -> None:
    world.faults.add(FaultKind.HANG, "sendMessage")
    server = EmbeddedServer(world)
    async with Bot(TOKEN, base_url=f"{await server.start()}/bot") as bot:
        hanging = asyncio.create_task(bot.send_message(ANN, "one", read_timeout=60))
        await until(lambda: not world.faults.active)
        await server.stop()
        with pytest.raises(NetworkError):
            await hanging
    assert _sent(world) == []


async def test_a_slow_request_is_applied_though_the_bot_has_gone(world: World, bot: Bot) -> None:
    world.faults.add(FaultKind.SLOW, "sendMessage", seconds=0.1)
    with pytest.raises(TimedOut):
        await bot.send_message(ANN, "one", read_timeout=0.01)
    await until(lambda: _sent(world) == ["one"])


async def test_a_slow_request_is_applied_all_the_same(world: World, bot: Bot) -> None:
    world.faults.add(FaultKind.SLOW, "sendMessage", seconds=0.001)
    await bot.send_message(ANN, "one")
    assert _sent(world) == ["one"]


async def test_a_failed_attempt_counts_as_a_call(world: World, bot: Bot) -> None:
    world.faults.add(FaultKind.SERVER_ERROR)
    with pytest.raises(NetworkError):
        await bot.send_message(ANN, "one")
    assert [call.method for call in world.calls].count("sendMessage") == 1
