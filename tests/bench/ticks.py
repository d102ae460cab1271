"""`python -m tests.bench.ticks FILE`: print as JSON the milliseconds of a tick with nothing due, of planning a morning,
and for which that blocks everything else. Nothing is sent."""

import asyncio
import json
import logging
import statistics
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from bot.app import LiaisonBot, build_application
from bot.demo.demo_bot import demo_settings
from data.standing.rows import ensure_rows
from data.store import open_database
from tests.journeys.town import ZONE, FakeClock, at

SATURDAY, MONDAY = at("2019-11-30 08:00"), at("2019-12-02 09:00")
NOWHERE = "http://127.0.0.1:9"


async def main(file: Path) -> None:
    """Measure, and print the results."""
    logging.disable(logging.CRITICAL)
    db, clock = open_database(file), FakeClock(SATURDAY)
    ensure_rows(db, clock.now())
    app = build_application(demo_settings(NOWHERE, file, ZONE), db, clock.now)
    idle = [_took(app.ticker.beat) for _ in range(12)][2:]
    clock.moment = MONDAY
    vars(app.ticker.courier)["send_off"] = lambda: None
    planned, held = await _planned(app)
    notices = db.fetch_one("SELECT count(*) AS n FROM outbox")
    told = {"idle": statistics.median(idle), "planned": planned, "held": held}
    print(json.dumps({**told, "notices": notices["n"] if notices else 0}))


async def _planned(app: LiaisonBot) -> tuple[float, float]:
    """Return the milliseconds until the morning is planned, and the longest for which the event loop was blocked."""
    begun = last = perf_counter()
    held = 0.0
    app.ticker.beat()
    planning = asyncio.create_task(app.ticker.planner.finish())
    while not planning.done():
        await asyncio.sleep(0.001)
        held, last = max(held, perf_counter() - last), perf_counter()
    return 1000 * (last - begun), 1000 * held


def _took(act: Callable[[], object]) -> float:
    begun = perf_counter()
    act()
    return 1000 * (perf_counter() - begun)


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
