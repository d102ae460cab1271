"""The course of a run: trouble for a while, then quiet until everything has settled."""

import asyncio
from collections.abc import Coroutine
from datetime import timedelta

from data.plan.workdays import Workdays
from data.times import HOLD, at_hour
from tests.chaos.city import City
from tests.chaos.troubles import Troubles
from tests.journeys.town import ZONE

QUIET_SECONDS, LONGEST_QUIET = 20, 90
"""The usual and the greatest length of the quiet part, in seconds; in a long run up to half of its time."""
LONGEST_OVERTIME = 30
"""The most seconds added to the trouble if some kind of it has not occurred."""
SHORTEST_DAY, DAYS = 10, 18
HOURS = (11, 15)


async def run(city: City, troubles: Troubles, seconds: float) -> None:
    """Run the whole course; at the end the bot has been stopped in an orderly way."""
    running = asyncio.create_task(city.machine.keep_running())
    people = [asyncio.create_task(each.live()) for each in city.people]
    try:
        with_trouble, longest = max(seconds - QUIET_SECONDS, seconds / 2), max(LONGEST_QUIET, seconds / 2)
        await _for_a_while(with_trouble, troubles, troubles.make(), _days(city, troubles, with_trouble, longest))
        troubles.end()
        city.over.set()
        await asyncio.wait(people, timeout=longest / 3)
        await _settle(city, longest)
        city.machine.switch_off()
        await asyncio.wait({running}, timeout=longest / 9)
    finally:
        city.machine.kill()
        for task in (running, *people):
            task.cancel()
        await asyncio.gather(running, *people, return_exceptions=True)
        await city.server.stop()
    for each in people:
        if not each.cancelled():
            each.result()


async def _for_a_while(seconds: float, troubles: Troubles, *work: Coroutine[None, None, None]) -> None:
    """Let endless work go on for `seconds`, or somewhat longer on a slow machine, until every kind of trouble has
    occurred."""
    tasks = [asyncio.create_task(each) for each in work]
    done, _ = await asyncio.wait(tasks, timeout=seconds, return_when=asyncio.FIRST_EXCEPTION)
    for _ in range(LONGEST_OVERTIME):
        if done or not troubles.missing:
            break
        done, _ = await asyncio.wait(tasks, timeout=1, return_when=asyncio.FIRST_EXCEPTION)
    for each in tasks:
        each.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    for each in done:
        each.result()


async def _days(city: City, troubles: Troubles, seconds: float, longest: float) -> None:
    """Let working days pass. The morning, in which notices go out, takes half of a day, or longer if they are slow; the
    slowest are left for the next day. No day ends before it has been planned, because its notices would differ
    later."""
    length = max(SHORTEST_DAY, seconds / DAYS)
    while True:
        await _evening(city, length)
        _next_morning(city, troubles)
        await asyncio.sleep(length / 2)
        await _until(city, _is_planned(city), longest)
        await _until(city, NO_REMINDER_WAITS, length)
        for hour in HOURS:
            city.move_to(at_hour(city.days[-1], hour, ZONE))
            await asyncio.sleep(length / 2 / len(HOURS))


async def _evening(city: City, seconds: float) -> None:
    """Let people finish what they have begun, but for `seconds` at most: what lies unfinished for more than a day is
    asked about again."""
    city.sleep()
    for _ in range(int(seconds / 0.1)):
        if not any(each.is_busy for each in city.people):
            break
        await asyncio.sleep(0.1)
    city.wake()


def _next_morning(city: City, troubles: Troubles) -> None:
    city.begin_day(Workdays().after(city.days[-1]))
    troubles.forget_the_day_before()


async def _settle(city: City, longest: float) -> None:
    """Wait until everything has been handled and sent, including uncertain messages, which are sent again; then let one
    more day begin without trouble."""
    await _until(city, _is_planned(city), longest / 3)
    await _until(city, NOTHING_WAITS, longest / 3)
    city.move_to(city.clock.now() + HOLD + timedelta(minutes=1))
    await _until(city, NOTHING_WAITS, longest / 6)
    city.begin_day(Workdays().after(city.days[-1]))
    await _until(city, _is_planned(city), longest / 9)
    await _until(city, NOTHING_WAITS, longest / 6)


NOTHING_WAITS = """SELECT NOT EXISTS (SELECT 1 FROM inbox WHERE done_at IS NULL) AND NOT EXISTS (
    SELECT 1 FROM outbox WHERE state IN ('pending', 'sending'))"""


NO_REMINDER_WAITS = """SELECT NOT EXISTS (
    SELECT 1 FROM outbox WHERE state IN ('pending', 'sending') AND letter IS NULL)"""


def _is_planned(city: City) -> str:
    return f"SELECT EXISTS (SELECT 1 FROM planned_days WHERE day = '{city.days[-1]}')"


async def _until(city: City, sql: str, seconds: float) -> None:
    """Wait until a query says yes, for `seconds` at most; the checks find what has not happened."""
    for _ in range(int(seconds / 0.3)):
        if city.says(sql):
            return
        await asyncio.sleep(0.3)
