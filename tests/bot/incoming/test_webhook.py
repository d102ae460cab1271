"""Updates by webhook, to which everything that holds for polling applies."""

import asyncio
import socket
import sqlite3
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from bot.app import LiaisonBot, build_application
from bot.demo.demo_bot import TOKEN, demo_settings
from bot.emulator import EmbeddedServer, FaultKind, World
from bot.incoming.webhook import LONGEST_UPDATE, SECRET_HEADER, Webhook
from bot.process import start_bot, stop_bot
from bot.settings import BadSetting, Settings
from bot.upkeep.watchdog import NoUpdates, check_pulse
from data.store import Database
from data.store.inbox import Received, receive_updates
from tests.bot.cli.terminal import Terminal
from tests.bot.incoming.conftest import MEMBER
from tests.bot.incoming.updates import said
from tests.journeys.town import OPENING, ZONE, FakeClock

SECRET = "a-secret_1"


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(OPENING)


@pytest.fixture
def world(clock: FakeClock) -> World:
    world = World(TOKEN, "liaison_test_bot", clock.now)
    world.add_user(MEMBER, "陈主任", "zh-hans")
    return world


@pytest.fixture
async def telegram(world: World) -> AsyncIterator[str]:
    server = EmbeddedServer(world, webhook_retry=0.02)
    yield await server.start()
    await server.stop()


@pytest.fixture
def settings(telegram: str, tmp_path: Path) -> Settings:
    port = free_port()
    url = f"http://127.0.0.1:{port}/hook"
    return replace(demo_settings(telegram, tmp_path / "x.db", ZONE), webhook_url=url, webhook_secret=SECRET, port=port)


@pytest.fixture
async def app(settings: Settings, db: Database, clock: FakeClock) -> AsyncIterator[LiaisonBot]:
    app = build_application(settings, db, clock.now)
    await start_bot(app)
    yield app
    await stop_bot(app)
    db.close()


@pytest.fixture
async def stranger(app: LiaisonBot, settings: Settings) -> AsyncIterator[httpx.AsyncClient]:
    """An HTTP client of somebody who has found the webhook's address."""
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{settings.port}", trust_env=False) as client:
        yield client


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as bound:
        return int(bound.getsockname()[1])


async def answered(world: World) -> str:
    """Wait for the bot to write to the member, and return its last message."""
    async with asyncio.timeout(5):
        while not (texts := [m.text for m in world.chat(MEMBER).messages if m.sender and m.sender.is_bot]):
            await asyncio.sleep(0.01)
    return texts[-1]


async def is_told(world: World, settings: Settings) -> None:
    """Wait until the webhook has been set at Telegram."""
    async with asyncio.timeout(5):
        while world.webhook["url"] != settings.webhook_url:
            await asyncio.sleep(0.01)


def stored(db: Database) -> list[int]:
    return [row["update_id"] for row in db.fetch_all("SELECT update_id FROM inbox ORDER BY arrival")]


@pytest.mark.usefixtures("app")
async def test_what_telegram_tells_is_stored_and_answered(world: World, db: Database) -> None:
    world.say(MEMBER, "/help")
    assert "我可以做这些" in await answered(world)
    assert len(stored(db)) == 1
    assert world.updates.allowed == {"message", "edited_message", "callback_query", "my_chat_member"}


@pytest.mark.parametrize("given", [{}, {SECRET_HEADER: "a-secret_2"}, {SECRET_HEADER: ""}, {SECRET_HEADER: "é"}])
async def test_nobody_without_the_secret_is_heard(
    stranger: httpx.AsyncClient, db: Database, given: dict[str, str]
) -> None:
    headers = [(name.encode(), value.encode("latin-1")) for name, value in given.items()]
    answer = await stranger.post("/hook", json=said(7), headers=headers)
    assert answer.status_code == 403
    assert stored(db) == []


async def test_the_secret_is_compared_in_constant_time(
    stranger: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hmac.compare_digest", lambda given, secret: False)
    answer = await stranger.post("/hook", json=said(7), headers={SECRET_HEADER: SECRET})
    assert answer.status_code == 403


async def test_what_is_stored_is_accepted_and_a_repetition_too(stranger: httpx.AsyncClient, db: Database) -> None:
    for _ in range(2):
        answer = await stranger.post("/hook", json=said(7), headers={SECRET_HEADER: SECRET})
        assert answer.status_code == 200
    assert stored(db) == [7]


async def test_what_cannot_be_stored_is_not_accepted_and_comes_again(
    stranger: httpx.AsyncClient, world: World, db: Database
) -> None:
    db.conn.execute("VACUUM")
    [pages] = db.fetch_all("PRAGMA page_count")
    db.conn.execute(f"PRAGMA max_page_count = {pages['page_count']}").fetchall()
    answer = await stranger.post("/hook", json=said(7, "x" * 4000), headers={SECRET_HEADER: SECRET})
    assert answer.status_code == 503
    world.say(MEMBER, "/help " + "x" * 4000)
    while "last_error_message" not in world.webhook:
        await asyncio.sleep(0.01)
    assert stored(db) == []
    assert "恢复后会自动处理，不用重发" in await answered(world)
    db.conn.execute("PRAGMA max_page_count = 100000").fetchall()
    while "我可以做这些" not in await answered(world):
        await asyncio.sleep(0.01)
    assert len([m for m in world.chat(MEMBER).messages if "不用重发" in m.text]) == 1


@pytest.mark.parametrize("body", ["", "nonsense", "[]", "7", '{"message": {}}'])
async def test_nonsense_is_refused(stranger: httpx.AsyncClient, db: Database, body: str) -> None:
    answer = await stranger.post("/hook", content=body, headers={SECRET_HEADER: SECRET})
    assert answer.status_code == 400
    assert stored(db) == []


async def test_what_is_too_long_for_an_update_is_refused(stranger: httpx.AsyncClient, db: Database) -> None:
    answer = await stranger.post("/hook", json=said(7, "x" * LONGEST_UPDATE), headers={SECRET_HEADER: SECRET})
    assert answer.status_code == 413
    assert stored(db) == []


async def test_an_update_that_arrives_while_the_bot_stops_is_left_with_telegram(
    stranger: httpx.AsyncClient, app: LiaisonBot, settings: Settings, db: Database
) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", settings.port)
    head = f"POST /hook HTTP/1.1\r\nHost: bot\r\n{SECRET_HEADER}: {SECRET}\r\nContent-Length: 99\r\n\r\n"
    writer.write(head.encode() + b'{"update_id": 7')
    await stranger.get("/healthz")
    await app.receiver.stop()
    assert await reader.read() == b""
    writer.close()
    assert stored(db) == []


async def test_a_bot_that_does_its_work_is_well(stranger: httpx.AsyncClient) -> None:
    answer = await stranger.get("/healthz")
    assert (answer.status_code, answer.json()) == (200, {"updates": True, "notices": True})


async def test_a_bot_whose_database_cannot_be_read_is_not_well(stranger: httpx.AsyncClient, db: Database) -> None:
    db.conn.set_authorizer(lambda *reading: sqlite3.SQLITE_DENY)
    answer = await stranger.get("/healthz")
    db.conn.set_authorizer(None)
    assert (answer.status_code, answer.json()) == (503, {"updates": False, "notices": False})


async def test_a_webhook_that_another_program_took_away_is_set_again(
    app: LiaisonBot, world: World, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.incoming.webhook.LOOK_EVERY_SECONDS", 0.01)
    await app.receiver.stop()
    await app.receiver.start()
    await is_told(world, settings)
    world.webhook = {"url": ""}
    await is_told(world, settings)


async def test_a_webhook_that_telegram_does_not_take_is_seen_in_the_bots_health_and_ends_the_bot(
    stranger: httpx.AsyncClient, app: LiaisonBot, world: World
) -> None:
    world.faults.add(FaultKind.SERVER_ERROR, "setWebhook", times=None)
    await app.receiver.stop()
    app.pulse.polled = None
    await app.receiver.start()
    async with asyncio.timeout(5):
        while [call.method for call in world.calls].count("setWebhook") < 2:
            await asyncio.sleep(0.01)
    assert app.pulse.polled is not None
    app.pulse.polled -= 91
    answer = await stranger.get("/healthz")
    assert (answer.status_code, answer.json()) == (503, {"updates": False, "notices": True})
    with pytest.raises(NoUpdates):
        check_pulse(app.pulse)


async def test_an_update_that_lies_about_is_seen_in_the_bots_health(
    stranger: httpx.AsyncClient, db: Database, clock: FakeClock
) -> None:
    receive_updates(db, [Received(7, "{}")], clock.now() - timedelta(minutes=5))
    answer = await stranger.get("/healthz")
    assert (answer.status_code, answer.json()) == (503, {"updates": False, "notices": True})


async def test_a_message_that_does_not_go_out_is_seen_in_the_bots_health(
    stranger: httpx.AsyncClient, db: Database, clock: FakeClock
) -> None:
    db.conn.execute(
        "INSERT INTO outbox (recipient, chat_id, day, not_before) VALUES ('person', 5, '2019-11-25', ?)",
        ["2019-11-25T01:00:00+00:00"],
    )
    clock.moment += timedelta(minutes=36)
    answer = await stranger.get("/healthz")
    assert (answer.status_code, answer.json()) == (503, {"updates": True, "notices": False})


async def test_messages_that_wait_for_their_turn_in_a_long_broadcast_are_well_while_others_arrive(
    stranger: httpx.AsyncClient, app: LiaisonBot, db: Database, clock: FakeClock
) -> None:
    clock.moment += timedelta(minutes=36)
    sql = "INSERT INTO outbox (recipient, chat_id, day, not_before) VALUES ('person', 5, '2019-11-25', ?)"
    db.conn.execute(sql, ["2019-11-25T01:00:00+00:00"])
    app.pulse.feel_delivery()
    assert (await stranger.get("/healthz")).status_code == 200
    app.pulse.delivered = app.pulse.monotonic() - 91
    assert (await stranger.get("/healthz")).json() == {"updates": True, "notices": False}


async def test_a_schedule_that_stands_still_is_seen_in_the_bots_health(
    stranger: httpx.AsyncClient, app: LiaisonBot
) -> None:
    app.pulse.ticked = app.pulse.monotonic() - 91
    answer = await stranger.get("/healthz")
    assert (answer.status_code, answer.json()) == (503, {"updates": True, "notices": False})


@pytest.mark.parametrize("secret", [None, "with blanks", "秘密", "x" * 257])
def test_a_webhook_without_a_proper_secret_is_refused(
    secret: str | None, settings: Settings, db: Database, clock: FakeClock
) -> None:
    with pytest.raises(BadSetting, match="LIAISON_WEBHOOK_SECRET"):
        build_application(replace(settings, webhook_secret=secret), db, clock.now)
    db.close()


async def test_a_port_that_another_program_has_is_named(app: LiaisonBot, settings: Settings, db: Database) -> None:
    second = Webhook(app, app.inbox, settings, app.pulse)
    with pytest.raises(BadSetting, match=f"PORT: {settings.port} cannot be used"):
        await second.start()
    await second.stop()


def test_running_a_webhook_without_a_secret_leaves_with_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.cli.run.set_up_logging", lambda level, token: None)
    line = Terminal(tmp_path / "y.db").is_refused(
        "run", TELEGRAM_BOT_TOKEN=TOKEN, LIAISON_WEBHOOK_URL="https://bot.example.org/hook", LIAISON_CLOCK=""
    )
    assert line.startswith("LIAISON_WEBHOOK_SECRET 用 webhook 时必须设置")


BROKEN = {
    "broken off": b"POST /hook HTTP/1.1\r\nHost: x\r\nX-Telegram-Bot-Api-Secret-Token: a-secret_1\r\n"
    b"Content-Length: 50\r\n\r\n{",
    "no length": b"POST /hook HTTP/1.1\r\nHost: x\r\nContent-Length: abc\r\n\r\n{}",
    "not packed": b"POST /hook HTTP/1.1\r\nHost: x\r\nX-Telegram-Bot-Api-Secret-Token: a-secret_1\r\n"
    b"Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}",
    "by a stranger": b"POST /hook HTTP/1.1\r\nHost: x\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}",
}


@pytest.mark.usefixtures("app")
@pytest.mark.parametrize("sent", BROKEN.values(), ids=BROKEN)
async def test_what_is_no_request_or_breaks_off_is_no_error_of_the_bot(
    settings: Settings, db: Database, caplog: pytest.LogCaptureFixture, sent: bytes
) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", settings.port)
    writer.write(sent)
    with suppress(TimeoutError):
        async with asyncio.timeout(0.2):
            assert b" 500 " not in await reader.read(100)
    writer.close()
    with suppress(ConnectionError):
        await writer.wait_closed()
    await asyncio.sleep(0.1)
    assert not [each.getMessage() for each in caplog.records if each.levelname == "ERROR"]
    assert stored(db) == []
