"""The tick that keeps things moving. It remembers nothing: what is due stands in SQLite."""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta

from telegram.error import InvalidToken
from telegram.ext import Job

from bot.outgoing.sender import send_waiting
from bot.upkeep.watchdog import Pulse
from data.errors import NoPlan
from data.notices.outbox import hold_interrupted, wait_no_longer
from data.notices.planning import plan_today
from data.people.deputies import end_expired
from data.store.inbox import purge
from handlers.telegram.context import App, Context

log = logging.getLogger(__name__)

TICK_SECONDS = 30
NEVER_DROPPED = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
JUMP = timedelta(seconds=60)


async def tick(app: App, go_on: Callable[[], bool] = lambda: True) -> int:
    """Plan today's messages where that is still to do, and send what waits. Returns how many went out."""
    services = app.bot_data
    purge(services.db, services.now())
    end_expired(services.db, services.now(), services.zone)
    with suppress(NoPlan):
        plan_today(services.db, services.now(), services.zone)
    return await send_waiting(app, go_on)


class Ticker:
    """Ticks for as long as the process runs: one repeating job that is never dropped for being late.

    A job waits for a time of day, and would stall for an hour when the clock is set back by one; a guard that sleeps by
    a clock that only goes forward sets it going again.
    """

    def __init__(self, app: App, pulse: Pulse) -> None:
        self._app, self._pulse = app, pulse
        self._stopping = asyncio.Event()
        self._job: Job[Context] | None = None
        self._guard: asyncio.Task[None] | None = None
        self._offset = self._clock_ahead()
        self._was_cut_off = True

    async def start(self) -> None:
        """Hold what an earlier process was about to send, and begin to tick."""
        self._pulse.feel_tick()
        self._hold_what_was_cut_off()
        assert self._app.job_queue is not None
        self._job = self._app.job_queue.run_repeating(self._on_time, TICK_SECONDS, first=0, job_kwargs=NEVER_DROPPED)
        self._guard = asyncio.create_task(self._keep_going())

    async def stop(self) -> None:
        """Let the message that is being sent be the last; the application waits for it as it stops."""
        self._stopping.set()
        if self._guard is not None:
            await self._guard

    async def beat(self) -> None:
        """One tick; what goes wrong is logged, for the next may go well."""
        try:
            self._look_at_the_clock()
            self._hold_what_was_cut_off()
            await tick(self._app, self._goes_on)
        except InvalidToken:
            self._pulse.token_refused = True
        except Exception:
            self._was_cut_off = True
            log.exception("the tick failed")

    def _hold_what_was_cut_off(self) -> None:
        """Hold what an earlier process, or a tick that went wrong, was about to send."""
        if self._was_cut_off:
            hold_interrupted(self._app.bot_data.db, self._app.bot_data.now())
            self._was_cut_off = False

    def _goes_on(self) -> bool:
        self._pulse.feel_tick()
        return not self._stopping.is_set()

    async def _on_time(self, context: Context) -> None:
        await self.beat()

    async def _keep_going(self) -> None:
        while not self._stopping.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), TICK_SECONDS)
            self.wake_if_stalled()

    def wake_if_stalled(self) -> bool:
        """Set the job going again when it has missed two ticks; True when it had."""
        stalled = self._pulse.since(self._pulse.ticked) > 2 * TICK_SECONDS and not self._stopping.is_set()
        if stalled and self._job is not None:
            self._job.job.reschedule("interval", seconds=TICK_SECONDS)
        return stalled

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
