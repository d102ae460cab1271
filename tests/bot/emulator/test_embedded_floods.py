"""The embedded server's rate limits."""

from datetime import timedelta

import pytest
from telegram import Bot
from telegram.error import RetryAfter

from bot.emulator import World
from tests.bot.emulator.people import ANN, GROUP, Clock


@pytest.fixture
def watched(world: World, monkeypatch: pytest.MonkeyPatch) -> World:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    world.floods.watching = True
    world.start(ANN)
    return world


@pytest.mark.usefixtures("watched")
async def test_who_does_not_wait_as_told_is_refused_until_the_time_is_over(bot: Bot, clock: Clock) -> None:
    await bot.send_message(ANN, "one")
    clock.pass_by(seconds=0.5)
    for _ in range(2):
        with pytest.raises(RetryAfter):
            await bot.send_message(ANN, "two")
    clock.pass_by(seconds=0.6)
    with pytest.raises(RetryAfter):
        await bot.send_message(ANN, "two")
    clock.pass_by(seconds=1)
    await bot.send_message(ANN, "two")


@pytest.mark.usefixtures("watched")
async def test_a_chat_hears_one_message_a_second(bot: Bot, clock: Clock) -> None:
    await bot.send_message(ANN, "one")
    with pytest.raises(RetryAfter) as refused:
        await bot.send_message(ANN, "two")
    assert refused.value.retry_after == timedelta(seconds=1)
    clock.pass_by(seconds=1)
    await bot.send_message(ANN, "two")


async def test_a_group_hears_twenty_messages_a_minute(watched: World, bot: Bot, clock: Clock) -> None:
    watched.add_bot_to_group(ANN, GROUP)
    for number in range(20):
        await bot.send_message(GROUP, str(number))
        clock.pass_by(seconds=1)
    with pytest.raises(RetryAfter) as refused:
        await bot.send_message(GROUP, "one more")
    assert refused.value.retry_after == timedelta(seconds=40)


async def test_thirty_messages_a_second_go_out_in_all(watched: World, bot: Bot) -> None:
    for number in range(31):
        watched.add_user(7000 + number, "Somebody")
        watched.start(7000 + number)
    for number in range(30):
        await bot.send_message(7000 + number, "hello")
    with pytest.raises(RetryAfter):
        await bot.send_message(7030, "hello")


async def test_where_nobody_watches_a_bot_may_speak_as_fast_as_it_likes(world: World, bot: Bot) -> None:
    world.start(ANN)
    for _ in range(3):
        await bot.send_message(ANN, "again")
