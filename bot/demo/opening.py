"""Start of the demo: its database, embedded Telegram, people and bot, all on one port."""

import asyncio
import secrets
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing, nullcontext
from dataclasses import dataclass
from datetime import date
from errno import EACCES, EADDRINUSE
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.demo import cast
from bot.demo import texts as m
from bot.demo.demo_bot import TOKEN, RunningBot
from bot.demo.demo_database import clock_of, fill_database, keep_clock
from bot.demo.routes import demo_routes
from bot.demo.show import Show
from bot.emulator import EmbeddedServer, World
from bot.process import catch_stop_signals
from bot.upkeep.lock import locked
from data.store import open_database

ZONE = ZoneInfo("Asia/Shanghai")
PAGE = Path(__file__).parent / "page"


@dataclass(frozen=True, slots=True)
class DemoOptions:
    """Options of the demo: the address of its page (port 0: any free one), its first day, whether to leave out the
    reports, and whether to start as an office does on its first day."""

    host: str = "127.0.0.1"
    port: int = 8080
    day: date = date(2019, 11, 25)
    empty: bool = False
    first_day: bool = False


def run_demo(wishes: DemoOptions, database: Path | None, ready: Callable[[str], None]) -> None:
    """Serve the demo until SIGINT or SIGTERM. `ready` is called with the page's address.

    Without a database, a temporary one is used. Raises whatever `open_demo` raises.
    """
    with tempfile.TemporaryDirectory() if database is None else nullcontext() as folder:
        asyncio.run(_serve(wishes, database or Path(folder or "") / "demo.db", ready))


async def _serve(wishes: DemoOptions, database: Path, ready: Callable[[str], None]) -> None:
    async with open_demo(wishes, database) as demo:
        stopped = catch_stop_signals()
        ready(demo.url)
        await stopped.wait()


@asynccontextmanager
async def open_demo(wishes: DemoOptions, database: Path) -> AsyncIterator[Show]:
    """Context manager for the running demo. Raises DemoRefusal for a port in use or a database that is not the demo's,
    AlreadyRunning for one in use, and DatabaseUnusable."""
    with locked(database), closing(open_database(database, ZONE)) as db:
        bot = RunningBot(database, db, clock_of(db, wishes.day))
        try:
            async with _served(bot, wishes) as show:
                yield show
        finally:
            bot.db.close()


@asynccontextmanager
async def _served(bot: RunningBot, wishes: DemoOptions) -> AsyncIterator[Show]:
    world = World(TOKEN, "liaison_demo_bot", bot.clock.now)
    world.updates.next_id += secrets.randbelow(1_000_000_000)  # a continued database has seen earlier update ids
    show = Show(world, bot)
    server = EmbeddedServer(world, wishes.host, wishes.port, PAGE, routes=demo_routes(show), extra=show.state)
    try:
        show.url = bot.api_url = await server.start()
    except OSError as error:
        reason = str(error.strerror).partition(" (")[0]
        if error.errno not in (EADDRINUSE, EACCES):
            raise m.DemoRefusal(m.HOST_UNUSABLE, host=wishes.host, reason=reason) from error
        other = wishes.port % 65535 + 1
        raise m.DemoRefusal(m.PORT_UNUSABLE, host=wishes.host, port=wishes.port, reason=reason, other=other) from error
    try:
        await _begin(show, wishes)
        yield show
        keep_clock(bot.db, bot.clock)
    finally:
        world.faults.clear()
        await bot.stop()
        await server.stop()


async def _begin(show: Show, wishes: DemoOptions) -> None:
    fill_database(show.bot.db, show.bot.clock, empty=wishes.empty, first_day=wishes.first_day)
    cast.add_cast_to_world(show.world, show.bot.db)
    show.begin_tour()
    await show.bot.start()
    cast.press_start(show.world, show.bot.db)
