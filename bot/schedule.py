"""The tick that keeps things moving. It remembers nothing: what is due stands in SQLite."""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta

from telegram.error import InvalidToken

from bot.sender import send_waiting
from bot.watchdog import Pulse
from data.errors import NoPlan
from data.inbox import purge
from data.outbox import hold_interrupted, wait_no_longer
from data.planning import plan_today
from handlers.context import App

log = logging.getLogger(__name__)

TICK_SECONDS = 30
JUMP = timedelta(seconds=60)


async def tick(app: App, go_on: Callable[[], bool] = lambda: True) -> int:
    """Plan today's messages where that is still to do, and send what waits. Returns how many went out."""
    services = app.bot_data
    purge(services.db, services.now())
    with suppress(NoPlan):
        plan_today(services.db, services.now(), services.zone)
    return await send_waiting(app, go_on)


class Ticker:
    """Ticks for as long as the process runs.

    It sleeps by a clock that only goes forward, for a job that waits for a time of day stalls when that is set back.
    """

    def __init__(self, app: App, pulse: Pulse) -> None:
        self._app, self._pulse = app, pulse
        self._stopping = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._offset = self._clock_ahead()

    async def start(self) -> None:
        """Hold what an earlier process was about to send, and begin to tick."""
        self._pulse.feel_tick()
        hold_interrupted(self._app.bot_data.db, self._app.bot_data.now())
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """Finish the message that is being sent, and no more."""
        self._stopping.set()
        if self._task is not None:
            await self._task

    async def beat(self) -> None:
        """One tick; what goes wrong is logged, for the next may go well."""
        try:
            self._look_at_the_clock()
            await tick(self._app, self._goes_on)
        except InvalidToken:
            self._pulse.token_refused = True
        except Exception:
            log.exception("the tick failed")

    def _goes_on(self) -> bool:
        self._pulse.feel_tick()
        return not self._stopping.is_set()

    async def _run(self) -> None:
        while not self._stopping.is_set():
            await self.beat()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), TICK_SECONDS)

    def _look_at_the_clock(self) -> None:
        jumped = self._clock_ahead() - self._offset
        if abs(jumped) > JUMP:
            log.warning("the clock has jumped by %d seconds", jumped.total_seconds())
            self._offset += jumped
            wait_no_longer(self._app.bot_data.db, self._app.bot_data.now())

    def _clock_ahead(self) -> timedelta:
        """By how much the time of day is ahead of the clock that only goes forward; it changes when one is set."""
        epoch = self._app.bot_data.now().timestamp()
        return timedelta(seconds=epoch - self._pulse.monotonic())
