"""A small Telegram world, its server, and PTB's own client as the bot."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from telegram import Bot

from bot.emulator import EmbeddedServer, World
from tests.bot.emulator.people import ANN, BOB, GROUP, TOKEN, Clock
from tests.plain_http import plain_http


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def world(clock: Clock) -> World:
    world = World(TOKEN, "liaison_bot", now=clock.now)
    world.add_user(ANN, "Ann", username="ann", phone="+8613800000001")
    world.add_user(BOB, "Bob", language_code="en")
    world.add_group(GROUP, "联络员", [ANN, BOB])
    return world


@pytest.fixture
async def url(world: World, tmp_path: Path) -> AsyncIterator[str]:
    (tmp_path / "index.html").write_text("<p>the page</p>")
    (tmp_path / "main.js").write_text("start()")
    server = EmbeddedServer(world, page=tmp_path, webhook_retry=0)
    yield await server.start()
    await server.stop()


@pytest.fixture
async def bot(url: str) -> AsyncIterator[Bot]:
    calls, polls = plain_http(), plain_http()
    files = f"{url}/file/bot"
    async with Bot(TOKEN, f"{url}/bot", files, request=calls, get_updates_request=polls) as bot:
        yield bot


@pytest.fixture
def ann_has_started(world: World) -> None:
    world.start(ANN)
