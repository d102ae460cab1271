"""`python -m tests.bench.ticks FILE`: the milliseconds of a tick with nothing due, and of a morning's first; as JSON.
Nothing is sent: what is measured is what the bot does before."""

import asyncio
import json
import logging
import statistics
import sys
from pathlib import Path
from time import perf_counter

from bot.app import build_application
from bot.demo.demo_bot import demo_settings
from data.standing.rows import ensure_rows
from data.store import fetch_one, open_database
from tests.journeys.town import ZONE, FakeClock, at

SATURDAY, MONDAY = at("2019-11-30 08:00"), at("2019-12-02 09:00")
NOWHERE = "http://127.0.0.1:9"


async def main(file: Path) -> None:
    """Measure, and print it."""
    logging.disable(logging.CRITICAL)
    db, clock = open_database(file), FakeClock(SATURDAY)
    ensure_rows(db, clock.now(), ZONE)
    app = build_application(demo_settings(NOWHERE, file, ZONE), db, clock.now)
    idle = [_took(app.ticker.beat) for _ in range(12)][2:]
    clock.moment = MONDAY
    app.ticker.courier.send_off = lambda: None  # type: ignore[method-assign]
    due = _took(app.ticker.beat)
    notices = fetch_one(db, "SELECT count(*) AS n FROM outbox")
    print(json.dumps({"idle": statistics.median(idle), "due": due, "notices": notices["n"] if notices else 0}))


def _took(act: object) -> float:
    begun = perf_counter()
    act()  # type: ignore[operator]
    return 1000 * (perf_counter() - begun)


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
