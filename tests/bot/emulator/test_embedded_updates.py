import asyncio
from collections.abc import Iterable

import pytest
from telegram import Bot, Update
from telegram.error import Conflict

from bot.emulator import World
from tests.bot.emulator.people import ANN, BOB, GROUP, TOKEN, until


def _texts(updates: Iterable[Update]) -> list[str | None]:
    return [update.message.text for update in updates if update.message]


async def test_updates_come_until_they_are_confirmed(world: World, bot: Bot) -> None:
    for word in ("one", "two", "three"):
        world.say(ANN, word)
    first = await bot.get_updates()
    assert _texts(first) == _texts(await bot.get_updates()) == ["one", "two", "three"]
    assert _texts(await bot.get_updates(offset=first[0].update_id + 1)) == ["two", "three"]
    assert _texts(await bot.get_updates()) == ["two", "three"]


async def test_a_limit_is_kept(world: World, bot: Bot) -> None:
    for word in ("one", "two", "three"):
        world.say(ANN, word)
    assert _texts(await bot.get_updates(limit=2)) == ["one", "two"]


async def test_a_repeated_update_never_takes_the_place_of_an_earlier_one_that_waits(world: World, bot: Bot) -> None:
    for word in ("one", "two"):
        world.say(ANN, word)
    world.updates.redeliver(world.updates.next_id - 1)
    assert _texts(await bot.get_updates(limit=1)) == ["one"]


async def test_updates_may_come_in_another_order(world: World, bot: Bot) -> None:
    for word in ("one", "two", "three"):
        world.say(ANN, word)
    world.updates.shuffle = list.reverse
    assert _texts(await bot.get_updates(limit=2)) == ["two", "one"]


async def test_a_negative_offset_forgets_all_but_the_last(world: World, bot: Bot) -> None:
    for word in ("one", "two", "three"):
        world.say(ANN, word)
    assert _texts(await bot.get_updates(offset=-1)) == ["three"]
    assert _texts(await bot.get_updates()) == ["three"]


async def test_update_ids_grow_by_one(world: World, bot: Bot) -> None:
    world.say(ANN, "one")
    world.say(BOB, "two")
    one, two = await bot.get_updates()
    assert two.update_id == one.update_id + 1


async def test_a_waiting_poll_gets_the_news_at_once(world: World, bot: Bot) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=30))
    await until(lambda: world.updates.is_polled)
    world.say(ANN, "news")
    assert _texts(await poll) == ["news"]


async def test_a_second_poll_ends_the_first_with_a_conflict(world: World, bot: Bot, url: str) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=30))
    await until(lambda: world.updates.is_polled)
    async with Bot(TOKEN, base_url=f"{url}/bot") as twin:
        second = asyncio.create_task(twin.get_updates(timeout=30))
        with pytest.raises(Conflict, match="terminated by other getUpdates request"):
            await first
        await until(lambda: world.updates.is_polled)
        world.say(ANN, "for the second")
        assert _texts(await second) == ["for the second"]


async def test_only_wanted_kinds_are_queued(world: World, bot: Bot) -> None:
    await bot.get_updates(allowed_updates=["callback_query"])
    world.say(ANN, "unheard")
    assert await bot.get_updates() == ()
    await bot.get_updates(allowed_updates=[])
    world.say(ANN, "heard")
    assert _texts(await bot.get_updates()) == ["heard"]


async def test_members_coming_and_going_are_told_only_when_asked_for(world: World, bot: Bot) -> None:
    world.add_bot_to_group(ANN, GROUP, "administrator")
    await bot.get_updates(offset=-1, allowed_updates=["chat_member"])
    world.leave(BOB, GROUP)
    changed = (await bot.get_updates())[-1].chat_member
    assert changed
    assert (changed.new_chat_member.user.id, changed.new_chat_member.status) == (BOB, "left")


async def test_an_update_can_come_once_more(world: World, bot: Bot) -> None:
    world.say(ANN, "again")
    (update,) = await bot.get_updates()
    await bot.get_updates(offset=update.update_id + 1)
    world.updates.redeliver(update.update_id)
    (again,) = await bot.get_updates()
    assert again.update_id == update.update_id


async def test_an_update_comes_again_though_a_newer_one_is_confirmed(world: World, bot: Bot) -> None:
    world.say(ANN, "old")
    world.say(ANN, "new")
    old, new = await bot.get_updates()
    world.updates.redeliver(old.update_id)
    assert _texts(await bot.get_updates(offset=new.update_id + 1)) == ["old"]
    assert await bot.get_updates(offset=old.update_id + 1) == ()


async def test_blocking_the_bot_is_told(world: World, bot: Bot) -> None:
    world.start(ANN)
    world.block(ANN)
    told = (await bot.get_updates())[-1].my_chat_member
    assert told
    assert (told.chat.id, told.new_chat_member.status) == (ANN, "kicked")
