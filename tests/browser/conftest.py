"""The chat page in a real browser, on a small Telegram world in which the test plays the bot."""

import os
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from telegram import Bot

import bot.demo
from bot.emulator import EmbeddedServer, World
from bot.emulator.records import Json
from tests.browser.chromium import Tab, find_chromium, open_tab, running
from tests.plain_http import plain_http

TOKEN = "7:secret"
LI, WANG, GROUP = 1001, 1002, -4001
NOW = datetime(2019, 11, 25, 1, tzinfo=UTC)
PAGE = Path(bot.demo.__file__).parent / "page"


@pytest.fixture(scope="package")
def devtools(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    executable = find_chromium()
    if executable is None and "CI" in os.environ:
        pytest.fail("no Chromium is installed, and here the chat page must be tried in a browser")
    if executable is None:
        pytest.skip("no Chromium is installed, so the chat page was not tried in a browser")
    with running(executable, tmp_path_factory.mktemp("profile")) as address:
        yield address


@pytest.fixture
def world() -> World:
    world = World(TOKEN, "liaison_bot", now=lambda: NOW)
    world.add_user(LI, "李敏", phone="13800000001", role={"zh": "市公安局 · 联络员", "en": "Police · liaison"})
    world.add_user(WANG, "王强", role={"zh": "市税务局 · 联络员", "en": "Taxes · liaison"})
    world.add_group(GROUP, "联络员群", [LI, WANG])
    world.start(LI)
    return world


@pytest.fixture
def extra() -> Json:
    """What the demo adds to the state."""
    clock = {"now": NOW.isoformat(), "zone": "Asia/Shanghai", "next": None}
    return {"clock": clock, "faults": {}, "tour": [{"id": "ask", "zh": "问任务", "en": "Ask", "done": False}]}


@pytest.fixture
async def url(world: World, extra: Json) -> AsyncIterator[str]:
    server = EmbeddedServer(world, page=PAGE, extra=lambda: extra)
    yield await server.start()
    await server.stop()


@pytest.fixture
async def liaison_bot(url: str) -> AsyncIterator[Bot]:
    async with Bot(TOKEN, f"{url}/bot", request=plain_http(), get_updates_request=plain_http()) as liaison_bot:
        yield liaison_bot


@pytest.fixture
async def tab(devtools: str, url: str) -> AsyncIterator[Tab]:
    """Open the page as Li; the test fails if the page has errors or fetches from elsewhere."""
    tab = await open_tab(devtools, f"{url}/#{LI}")
    await tab.sees("document.querySelector('.message')")
    yield tab
    await tab.close()
    assert tab.complaints == []
    assert [one for one in tab.requested if not one.startswith((url, "blob:", "about:"))] == []
