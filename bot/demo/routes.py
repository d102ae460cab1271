"""HTTP routes with which the page controls the demo: its clock, faults, and restarts of the bot."""

import asyncio
import json
from collections.abc import Callable, Coroutine
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from aiohttp import web

from bot.demo import texts as m
from bot.demo.cast import COORDINATOR_ID
from bot.demo.demo_database import PLAN, shipped_plan
from bot.demo.show import Show
from bot.emulator import FaultKind
from bot.emulator.local_only import local_route
from data.errors import Refusal
from handlers.wording import plain, refusals

SECONDS = {FaultKind.SLOW: 1.0, FaultKind.TOO_MANY_REQUESTS: 3.0, FaultKind.SERVER_ERROR: None}
"""The faults that can be switched on, with the seconds that each makes the bot wait."""

Wish = dict[str, Any]
Deed = Callable[[Show, Wish], Coroutine[Any, Any, None]]


async def run_deed(show: Show, deed: Deed, request: web.Request) -> web.Response:
    """Run the act to its end, even if the page has gone; answer {}, or why it failed, a sentence in both languages."""
    try:
        await asyncio.shield(deed(show, json.loads(await request.read() or "{}")))
    except (m.DemoRefusal, Refusal) as error:
        return refusal(error)
    except (ValueError, KeyError, TypeError, OverflowError, AttributeError, RecursionError):
        return refusal(m.DemoRefusal(m.NO_SUCH_WISH))
    return web.json_response({})


def refusal(error: m.DemoRefusal | Refusal) -> web.Response:
    """Return the answer that says why an act was refused."""
    why = error.why if isinstance(error, m.DemoRefusal) else partial(refusals.refusal, error)
    return web.json_response({"error": {language: plain(why(language)) for language in m.LANGUAGES}}, status=400)


async def move_clock(show: Show, wish: Wish) -> None:
    """Move the clock as asked by {"to_next": true}, {"to": ISO moment with its offset} or {"advance": seconds}."""
    if wish.get("to_next"):
        following = show.machine.next_notice()
        if following is None:
            raise m.DemoRefusal(m.NOTHING_AHEAD)
        await show.machine.move_to(following)
    elif "to" in wish:
        await show.machine.move_to(datetime.fromisoformat(wish["to"]))
    else:
        await show.machine.advance(timedelta(seconds=float(wish["advance"])))


async def switch_fault(show: Show, wish: Wish) -> None:
    """Switch a fault on or off as asked by {"kind": "slow" | "429" | "500", "on": bool}."""
    kind = FaultKind(wish["kind"])
    seconds = SECONDS[kind]
    show.world.faults.clear(kind)
    if wish["on"]:
        show.world.faults.add(kind, times=None, seconds=seconds)
    show.tell_faults()


async def restart(show: Show, wish: Wish) -> None:
    """Kill the bot and start it again."""
    await show.bot.restart()
    show.tour.look()


async def send_plan(show: Show, wish: Wish) -> None:
    """Let the coordinator send the shipped plan to the bot."""
    show.world.send_document(COORDINATOR_ID, PLAN, shipped_plan())


DEEDS: dict[str, Deed] = {
    "/demo/clock": move_clock,
    "/demo/fault": switch_fault,
    "/demo/restart": restart,
    "/demo/plan": send_plan,
}


def demo_routes(show: Show) -> list[web.RouteDef]:
    """Return the demo's routes."""
    return [local_route("POST", path, partial(run_deed, show, deed)) for path, deed in DEEDS.items()]
