from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from telegram import Bot
from telegram.error import BadRequest, Conflict

from bot.emulator import World
from tests.bot.emulator.people import ANN, until


class Receiver:
    """A webhook that records what it receives and answers with its `statuses` in turn, then with 200."""

    def __init__(self) -> None:
        self.url = ""
        self.statuses: list[int] = []
        self.texts: list[str] = []
        self.secrets: set[str | None] = set()

    async def take(self, request: web.Request) -> web.Response:
        body = await request.json()
        self.texts.append(body["message"]["text"])
        self.secrets.add(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        return web.Response(status=self.statuses.pop(0) if self.statuses else 200)


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    receiver = Receiver()
    application = web.Application()
    application.add_routes([web.post("/hook", receiver.take)])
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    [(_, port)] = runner.addresses
    receiver.url = f"http://127.0.0.1:{port}/hook"
    yield receiver
    await runner.cleanup()


async def test_updates_go_to_the_webhook_with_its_secret(world: World, bot: Bot, receiver: Receiver) -> None:
    await bot.set_webhook(receiver.url, secret_token="s3cret")
    world.say(ANN, "one")
    world.say(ANN, "two")
    await until(lambda: not world.updates.pending)
    assert receiver.texts == ["one", "two"]
    assert receiver.secrets == {"s3cret"}


async def test_a_redelivered_update_comes_through_the_webhook_too(world: World, bot: Bot, receiver: Receiver) -> None:
    await bot.set_webhook(receiver.url)
    world.say(ANN, "one")
    await until(lambda: not world.updates.waiting)
    world.updates.redeliver(world.updates.next_id - 1)
    await until(lambda: not world.updates.waiting)
    assert receiver.texts == ["one", "one"]


async def test_a_refused_update_comes_again(world: World, bot: Bot, receiver: Receiver) -> None:
    receiver.statuses = [500, 503]
    await bot.set_webhook(receiver.url)
    world.say(ANN, "one")
    await until(lambda: not world.updates.pending)
    assert receiver.texts == ["one", "one", "one"]
    info = await bot.get_webhook_info()
    assert info.last_error_message
    assert (info.url, info.pending_update_count) == (receiver.url, 0)


async def test_there_is_no_polling_beside_a_webhook(bot: Bot, receiver: Receiver) -> None:
    await bot.set_webhook(receiver.url)
    with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook()
    assert await bot.get_updates() == ()


async def test_pending_updates_can_be_dropped(world: World, bot: Bot) -> None:
    world.say(ANN, "old")
    await bot.delete_webhook(drop_pending_updates=True)
    assert await bot.get_updates() == ()


async def test_a_secret_of_other_characters_is_refused(bot: Bot, receiver: Receiver) -> None:
    with pytest.raises(BadRequest, match="Secret token contains unallowed characters"):
        await bot.set_webhook(receiver.url, secret_token="no spaces")
