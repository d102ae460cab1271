"""liaison demo: everything on one port, until it is stopped."""

import asyncio
import tempfile
from collections.abc import Callable
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.demo import cast
from bot.demo.machine import TimeMachine
from bot.demo.routes import demo_routes
from bot.demo.stage import TOKEN, RunningBot, demo_settings
from bot.embedded import EmbeddedServer, World
from bot.process import stop_signal
from data.files.plan import read_plan
from data.plan_import import import_plan
from data.store import Database, open_database
from data.times import at_hour
from data.unit_names import shipped_unit_names

ZONE = ZoneInfo("Asia/Shanghai")
OPENING_HOUR = 8
PAGE = Path(__file__).parent / "page"
PLAN = "wuhan-2019-2020.csv"


async def serve(port: int, day: date, database: Path, ready: Callable[[str], None]) -> None:
    """Serve the demo until SIGINT or SIGTERM; `ready` hears the page's address. Raises OSError for a port in use."""
    clock = Clock(at_hour(day, OPENING_HOUR, ZONE))
    db = open_database(database)
    prepare(db, clock)
    world = World(TOKEN, "liaison_demo_bot", clock.now)
    bot = RunningBot(demo_settings("", database, ZONE), db, clock)
    machine = TimeMachine(db, clock, ZONE, bot.tick)

    def state() -> dict[str, Any]:
        following = machine.next_notice()
        return {
            "clock": {
                "now": clock.now().isoformat(),
                "zone": ZONE.key,
                "next": following.isoformat() if following else None,
            },
            "faults": {fault.kind.value: True for fault in world.faults.active},
        }

    def tell() -> None:
        for name, value in state().items():
            world.emit(name, **{name: value})

    routes = demo_routes(world, bot, machine, tell)
    server = EmbeddedServer(world, port=port, page=PAGE, routes=routes, extra=state)
    url = await server.start()
    bot.settings = demo_settings(url, database, ZONE)
    cast.settle(world)
    await bot.start()
    cast.greet(world)
    ready(url)
    try:
        await stop_signal()
    finally:
        await bot.stop()
        await server.stop()


def prepare(db: Database, clock: Clock) -> None:
    """Import the shipped plan and enrol the cast."""
    content = files("data").joinpath("plans", PLAN).read_bytes()
    issued = date(2019, 10, 24)
    reading = read_plan(content, PLAN, issued, shipped_unit_names())
    import_plan(db, reading, "武汉市2019-2020年打击侵权假冒工作任务细化表", issued, PLAN, clock.now())
    cast.enrol(db, clock.now())


def run_demo(port: int, day: date, ready: Callable[[str], None]) -> None:
    """Run the demo on a database that is thrown away afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(serve(port, day, Path(folder) / "demo.db", ready))
