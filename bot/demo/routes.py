"""What the page can do to the demo: move its clock, cause trouble, kill the bot and start it again."""

import json
from collections.abc import Callable, Coroutine
from datetime import datetime, timedelta
from typing import Any

from bot.demo.machine import TimeMachine
from bot.demo.stage import RunningBot
from bot.embedded import FaultKind, World
from bot.embedded.origin import LocalHandler

SLOW_SECONDS = 2
RETRY_AFTER = 3
Deed = Callable[[dict[str, Any]], Coroutine[Any, Any, None]]


class DeedHandler(LocalHandler):
    """A POST that changes the demo."""

    def initialize(self, deed: Deed) -> None:
        """Take what is to be done."""
        self._deed = deed

    async def post(self) -> None:
        """Do it; answer {} or one sentence on why not."""
        try:
            await self._deed(json.loads(self.request.body or "{}"))
        except (ValueError, KeyError, TypeError) as error:
            self.set_status(400)
            self.finish({"error": str(error)})
        else:
            self.finish({})


def demo_routes(
    world: World, bot: RunningBot, machine: TimeMachine, tell: Callable[[], None]
) -> list[tuple[str, type[DeedHandler], dict[str, Deed]]]:
    """The demo's own routes; `tell` lets the pages know that the clock or the troubles have changed."""

    async def move(wish: dict[str, Any]) -> None:
        if wish.get("to_next"):
            following = machine.next_notice()
            if following is None:
                raise ValueError("nothing is to be sent within two months")
            await machine.move_to(following)
        elif "to" in wish:
            await machine.move_to(datetime.fromisoformat(wish["to"]).astimezone(bot.settings.zone))
        else:
            await machine.advance(timedelta(seconds=float(wish["advance"])))
        tell()

    async def trouble(wish: dict[str, Any]) -> None:
        kind = FaultKind(wish["kind"])
        world.faults.clear(kind)
        if wish["on"]:
            seconds = {FaultKind.SLOW: SLOW_SECONDS, FaultKind.TOO_MANY_REQUESTS: RETRY_AFTER}.get(kind)
            world.faults.add(kind, times=None, seconds=seconds)
        tell()

    async def restart(wish: dict[str, Any]) -> None:
        await bot.stop()
        await bot.start()
        tell()

    return [
        ("/demo/clock", DeedHandler, {"deed": move}),
        ("/demo/fault", DeedHandler, {"deed": trouble}),
        ("/demo/restart", DeedHandler, {"deed": restart}),
    ]
