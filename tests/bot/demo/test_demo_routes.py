import asyncio
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from aiohttp.streams import EMPTY_PAYLOAD
from aiohttp.test_utils import make_mocked_request

from bot.demo.routes import run_deed
from bot.demo.show import Show
from data.errors.store import DiskFull


@pytest.fixture
async def page(show: Show) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=show.url, headers={"Origin": show.url}) as client:
        yield client


async def state(page: httpx.AsyncClient) -> Any:
    return (await page.get("/chat/state")).json()


async def test_the_page_is_served_with_clock_troubles_and_tour(page: httpx.AsyncClient) -> None:
    assert "<title>联络员助手" in (await page.get("/")).text
    shown = await state(page)
    assert shown["clock"]["now"].startswith("2019-11-25T00:00")
    assert shown["clock"]["next"] == "2019-11-25T09:00:00+08:00"
    assert shown["faults"] == {}
    assert len(shown["tour"]) == 9


@pytest.mark.parametrize(
    ("wish", "hour"),
    [
        ({"advance": 3600}, "2019-11-25T01:00"),
        ({"to": "2019-11-25T09:30:00+08:00"}, "2019-11-25T01:30"),
        ({"to_next": True}, "2019-11-25T01:00"),
    ],
)
async def test_the_clock_is_moved(page: httpx.AsyncClient, wish: dict[str, Any], hour: str) -> None:
    answer = await page.post("/demo/clock", json=wish)
    assert (answer.status_code, answer.json()) == (200, {})
    assert (await state(page))["clock"]["now"].startswith(hour)


async def test_what_was_begun_is_done_even_if_the_page_has_gone(show: Show) -> None:
    begun, may_go_on, done = asyncio.Event(), asyncio.Event(), asyncio.Event()

    async def deed(show: Show, wish: dict[str, Any]) -> None:
        begun.set()
        await may_go_on.wait()
        done.set()

    asked = asyncio.create_task(run_deed(show, deed, make_mocked_request("POST", "/", payload=EMPTY_PAYLOAD)))
    await begun.wait()
    asked.cancel()
    await asyncio.wait([asked])
    may_go_on.set()
    async with asyncio.timeout(1):
        await done.wait()


@pytest.mark.parametrize(
    "wish",
    [
        {},
        {"to": "tomorrow"},
        {"to": "2019-11-26T09:00"},
        {"to": 7},
        {"advance": "x"},
        {"advance": -1},
        {"advance": 1e300},
        [],
        "x",
    ],
)
async def test_a_wish_without_sense_is_refused_in_both_languages(page: httpx.AsyncClient, wish: Any) -> None:
    answer = await page.post("/demo/clock", json=wish)
    assert answer.status_code == 400
    assert set(answer.json()["error"]) == {"zh", "en"}
    assert (await state(page))["clock"]["now"].startswith("2019-11-25T00:00")


async def test_why_the_database_cannot_be_written_is_told_in_both_languages(
    page: httpx.AsyncClient, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fails(moment: object) -> None:
        raise DiskFull("database or disk is full")

    monkeypatch.setattr(show.machine, "move_to", fails)
    answer = await page.post("/demo/clock", json={"to": "2019-11-26T09:00:00+08:00"})
    assert (answer.status_code, [*answer.json()["error"]]) == (400, ["zh", "en"])
    assert answer.json()["error"]["zh"].startswith("服务器磁盘已满")


async def test_a_trouble_is_switched_on_and_off(page: httpx.AsyncClient) -> None:
    await page.post("/demo/fault", json={"kind": "500", "on": True})
    await page.post("/demo/fault", json={"kind": "slow", "on": True})
    assert (await state(page))["faults"] == {"500": True, "slow": True}
    await page.post("/demo/fault", json={"kind": "500", "on": False})
    assert (await state(page))["faults"] == {"slow": True}


@pytest.mark.parametrize("kind", ["hang", "fire"])
async def test_no_other_trouble_can_be_made_from_the_page(page: httpx.AsyncClient, kind: str) -> None:
    answer = await page.post("/demo/fault", json={"kind": kind, "on": True})
    assert answer.status_code == 400
    assert (await state(page))["faults"] == {}


async def test_the_bot_is_killed_and_started_again(page: httpx.AsyncClient, show: Show) -> None:
    before = show.bot.app
    assert (await page.post("/demo/restart", json={})).json() == {}
    assert show.bot.app is not None and show.bot.app is not before and show.bot.app.running


async def test_another_site_cannot_move_the_clock(show: Show) -> None:
    async with httpx.AsyncClient(base_url=show.url, headers={"Origin": "http://elsewhere.example"}) as elsewhere:
        assert (await elsewhere.post("/demo/clock", json={"advance": 3600})).status_code == 403
