"""The bot as a process of its own: killed, stopped, started twice, refused."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Sequence
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Protocol

import pytest

from bot.app import LiaisonBot, build_application
from bot.clock import Clock
from bot.demo.demo_bot import TOKEN, demo_settings
from bot.emulator import EmbeddedServer, FaultKind, World
from bot.incoming.suspects import MOST_ENDS
from bot.process import run_until_stopped, start_bot, stop_bot
from bot.upkeep.watchdog import NoUpdates
from data.people.people import Role, add_membership, add_person
from data.store import Database, open_database
from tests.journeys.town import OPENING, ZONE, FakeClock
from tests.launcher import Launched, Launcher

PEOPLE = range(2001, 2021)
POISON = "毒"
ENDINGS = {"os._exit(77)": 77, "ctypes.PyDLL(None).sleep(60)": 1}
"""What a certain message makes the bot do, with the exit code: ended at once, or by the guard, because it holds the GIL
as a pattern that never ends would."""


def poisoned(ending: str) -> tuple[str, str]:
    """Return the program of a bot that a certain message breaks, with a guard that waits for three seconds."""
    program = f"""
import ctypes, gc, os
gc.disable()
from bot.cli.root import liaison
from bot.upkeep import guard
from handlers import registration
handle = registration.take_text_or_file
async def breaks(update, context):
    if update.message.text == "{POISON}":
        {ending}
    await handle(update, context)
registration.take_text_or_file = breaks
guard.SECONDS = 3.0
liaison()
"""
    return "-c", program


@pytest.fixture
def world() -> World:
    world = World(TOKEN, "liaison_test_bot", FakeClock(OPENING).now)
    for person in PEOPLE:
        world.add_user(person, "联络员", "zh-hans")
    return world


@pytest.fixture
async def url(world: World) -> AsyncIterator[str]:
    server = EmbeddedServer(world)
    yield await server.start()
    await server.stop()


@pytest.fixture
def db(tmp_path: Path) -> Database:
    db = open_database(tmp_path / "x.db")
    for person in PEOPLE:
        add_membership(db, add_person(db, "联络员", OPENING, person), Role.OBSERVER, None)
    return db


class Run(Protocol):
    """Starts the bot."""

    async def __call__(self, url: str, database: Path, program: Sequence[str] = ("-m", "bot")) -> Launched: ...


@pytest.fixture
def run(launcher: Launcher) -> Run:
    async def run(url: str, database: Path, program: Sequence[str] = ("-m", "bot")) -> Launched:
        environment = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": url, "LIAISON_DB": str(database), "LC_ALL": "C"}
        return await launcher.start([*program, "run"], os.environ | environment)

    return run


async def polled(world: World) -> None:
    """Wait until a bot asks for updates."""
    async with asyncio.timeout(20):
        while not world.updates.is_polled:
            await asyncio.sleep(0.02)


async def all_done(db: Database, bot: Launched, updates: int) -> bool:
    """Wait until `updates` updates have been handled; return False if the bot ends first."""
    async with asyncio.timeout(20):
        while bot.returncode is None:
            if db.fetch_all("SELECT count(*) AS n FROM inbox WHERE done_at IS NOT NULL")[0]["n"] >= updates:
                return True
            await asyncio.sleep(0.02)
    return False


def answers(world: World, person: int) -> int:
    return sum(1 for m in world.chat(person).messages if m.sender is not None and m.sender.is_bot)


async def test_nothing_said_is_lost_however_often_the_bot_is_killed(
    world: World, url: str, db: Database, run: Run
) -> None:
    database = Path(db.fetch_all("PRAGMA database_list")[0]["file"])
    for _ in range(3):
        bot = await run(url, database)
        await polled(world)
        for person in PEOPLE:
            world.say(person, "/help")
            world.say(person, "/language")
        async with asyncio.timeout(20):
            while not db.fetch_all("SELECT 1 FROM inbox WHERE done_at IS NULL"):
                await asyncio.sleep(0.002)
        bot.kill()
        await bot.communicate()
    bot = await run(url, database)
    async with asyncio.timeout(20):
        while len(db.fetch_all("SELECT 1 FROM inbox WHERE done_at IS NOT NULL")) < 6 * len(PEOPLE):
            await asyncio.sleep(0.02)
    bot.terminate()
    await bot.communicate()
    assert bot.returncode == 0
    assert {answers(world, person) >= 6 for person in PEOPLE} == {True}
    db.close()


@pytest.mark.parametrize(("ending", "code"), ENDINGS.items())
async def test_an_update_that_ends_or_hangs_the_process_does_not_do_so_for_ever(
    world: World, url: str, db: Database, run: Run, ending: str, code: int
) -> None:
    database = Path(db.fetch_all("PRAGMA database_list")[0]["file"])
    ann, *others = PEOPLE
    world.say(ann, POISON)
    for person in others:
        world.say(person, "/help")
    ends = 0
    while (bot := await run(url, database, poisoned(ending))) and not await all_done(db, bot, len(PEOPLE)):
        _, log = await bot.communicate()
        assert bot.returncode == code
        assert (b"most recent call first" in log) is (code == 1) and POISON.encode() not in log
        ends += 1
    assert ends == MOST_ENDS
    world.say(ann, "/help")
    async with asyncio.timeout(20):
        while answers(world, ann) < 2:
            await asyncio.sleep(0.02)
    bot.terminate()
    _, log = await bot.communicate()
    assert [row["problem"] for row in db.fetch_all("SELECT problem FROM inbox WHERE problem IS NOT NULL")] == [
        "ends the process"
    ]
    apology, _ = [each.text for each in world.chat(ann).messages if each.sender is not None and each.sender.is_bot]
    assert apology.startswith("抱歉，刚才出了点问题")
    assert b"is laid aside" in log and POISON.encode() not in log
    assert {answers(world, person) > 0 for person in others} == {True}
    db.close()


async def test_kills_while_telegram_does_not_answer_count_against_nobody(
    world: World, url: str, db: Database, run: Run
) -> None:
    database = Path(db.fetch_all("PRAGMA database_list")[0]["file"])
    world.faults.add(FaultKind.HANG, "sendMessage", times=None)
    for person in PEOPLE[:3]:
        world.say(person, "/help")
    for _ in range(MOST_ENDS + 1):
        world.calls.clear()
        bot = await run(url, database)
        async with asyncio.timeout(20):
            while [call.method for call in world.calls].count("sendMessage") < 3:
                await asyncio.sleep(0.02)
        bot.kill()
        await bot.communicate()
    assert db.fetch_all("SELECT DISTINCT ends, done_at FROM inbox") == [{"ends": 0, "done_at": None}]
    world.faults.clear()
    bot = await run(url, database)
    assert await all_done(db, bot, 3)
    bot.terminate()
    await bot.communicate()
    assert db.fetch_all("SELECT update_id FROM inbox WHERE problem IS NOT NULL") == []
    assert {answers(world, person) > 0 for person in PEOPLE[:3]} == {True}
    db.close()


async def test_a_bot_that_is_told_to_stop_answers_first_what_has_come_in(
    world: World, url: str, db: Database, run: Run
) -> None:
    database = Path(db.fetch_all("PRAGMA database_list")[0]["file"])
    bot = await run(url, database)
    await polled(world)
    world.faults.add(FaultKind.SLOW, "sendMessage", times=None, seconds=0.3)
    for person in PEOPLE:
        world.say(person, "/help")
    async with asyncio.timeout(20):
        while not db.fetch_all("SELECT 1 FROM inbox"):
            await asyncio.sleep(0.005)
    bot.send_signal(signal.SIGTERM)
    await bot.communicate()
    assert bot.returncode == 0
    heard = len(db.fetch_all("SELECT 1 FROM inbox"))
    assert sum(answers(world, person) for person in PEOPLE) == heard > 0
    assert db.fetch_all("SELECT 1 FROM inbox WHERE done_at IS NULL") == []
    db.close()


async def test_a_stop_does_not_wait_for_a_telegram_that_does_not_answer_and_the_next_start_does(
    world: World, url: str, db: Database, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = Path(db.fetch_all("PRAGMA database_list")[0]["file"])
    monkeypatch.setattr("bot.process.GRACE", 0.1)
    world.faults.add(FaultKind.HANG, "sendMessage", times=None)
    for person in PEOPLE[:3]:
        world.say(person, "/help")
        world.say(person, "/language")
    app: LiaisonBot = build_application(demo_settings(url, database, ZONE), db, Clock().now)
    await start_bot(app)
    async with asyncio.timeout(20):
        while [call.method for call in world.calls].count("sendMessage") < 3:
            await asyncio.sleep(0.005)
    async with asyncio.timeout(3):
        await stop_bot(app)
    assert db.fetch_all("SELECT DISTINCT ends, done_at FROM inbox") == [{"ends": 0, "done_at": None}]
    world.faults.clear()
    bot = await run(url, database)
    assert await all_done(db, bot, 6)
    bot.terminate()
    await bot.communicate()
    assert [answers(world, person) for person in PEOPLE[:3]] == [2, 2, 2]
    db.close()


async def test_a_token_that_is_revoked_ends_the_bot_by_that_name(
    world: World, url: str, db: Database, run: Run
) -> None:
    bot = await run(url, Path(db.fetch_all("PRAGMA database_list")[0]["file"]))
    await polled(world)
    world.token = "7:another"
    world.updates.wake()
    async with asyncio.timeout(20):
        _, log = await bot.communicate()
    assert bot.returncode == 1
    assert log.decode().splitlines()[-1].startswith("TELEGRAM_BOT_TOKEN")
    db.close()


async def test_a_second_bot_on_the_same_database_leaves_with_one_line(
    world: World, url: str, db: Database, run: Run
) -> None:
    database = Path(db.fetch_all("PRAGMA database_list")[0]["file"])
    db.close()
    first = await run(url, database)
    await polled(world)
    second = await run(url, database)
    output, line = await second.communicate()
    first.terminate()
    await first.communicate()
    assert (second.returncode, output) == (1, b"")
    assert line.decode().strip() == f"另一个进程正在用 {database} 运行机器人；一个数据库只能由一个机器人使用。"


async def test_a_bot_that_telegram_leaves_alone_ends(
    url: str, db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.upkeep.watchdog.PATIENCE_SECONDS", -1)
    with pytest.raises(NoUpdates):
        await run_until_stopped(demo_settings(url, tmp_path / "x.db", ZONE), db, Clock())
    db.close()


async def test_a_bot_that_cannot_reach_telegram_at_first_tries_again(
    world: World, url: str, db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.upkeep.watchdog.FIRST_PAUSE", 0.01)
    world.faults.add(FaultKind.SERVER_ERROR, "getMe", times=2)
    running = asyncio.create_task(run_until_stopped(demo_settings(url, tmp_path / "x.db", ZONE), db, Clock()))
    await polled(world)
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running
    assert [call.method for call in world.calls].count("getMe") == 3
    db.close()


async def test_a_running_bot_makes_a_backup_at_night(world: World, url: str, db: Database, tmp_path: Path) -> None:
    clock = Clock(OPENING.replace(hour=4))
    running = asyncio.create_task(run_until_stopped(demo_settings(url, tmp_path / "x.db", ZONE), db, clock))
    async with asyncio.timeout(10):
        while not list(tmp_path.glob("backups/x-2019-11-25.db")):
            await asyncio.sleep(0.02)
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running
    db.close()


async def test_a_webhook_of_earlier_days_is_taken_away_before_polling(
    world: World, url: str, db: Database, tmp_path: Path
) -> None:
    world.webhook = {"url": "https://bot.example.org/hook", "secret": "", "max_connections": 40}
    world.say(PEOPLE[0], "/help")
    app: LiaisonBot = build_application(demo_settings(url, tmp_path / "x.db", ZONE), db, lambda: OPENING)
    await start_bot(app)
    await polled(world)
    await stop_bot(app)
    assert world.webhook["url"] == ""
    assert answers(world, PEOPLE[0]) == 1
    db.close()


async def test_updates_waiting_at_telegram_are_never_dropped(
    world: World, url: str, db: Database, tmp_path: Path
) -> None:
    app = build_application(demo_settings(url, tmp_path / "x.db", ZONE), db, lambda: OPENING + timedelta(hours=1))
    world.say(PEOPLE[0], "/help")
    await start_bot(app)
    await polled(world)
    await stop_bot(app)
    assert not any(call.params.get("drop_pending_updates") for call in world.calls)
    assert answers(world, PEOPLE[0]) == 1
