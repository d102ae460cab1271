"""The ticker, which starts everything that is due. It keeps no state: all that is due is in SQLite."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from telegram.error import InvalidToken

from bot.outgoing.courier import Courier
from bot.outgoing.limiter import Limiter
from bot.outgoing.planner import Planner
from bot.outgoing.progress import ProgressUpdater
from bot.outgoing.redrawing import DigestRedrawer
from bot.upkeep import watchdog
from data.announcing.coming_announcements import next_waiting_at, send_due_announcements
from data.notices.outbox import hold_interrupted, is_due, shorten_waits
from data.notices.planning import next_moment_to_act
from data.people.absence import mute_absent
from data.people.arrivals import begin_due_roles
from data.people.invitations import forget_numbers
from data.people.leaving import end_expired
from data.returns.rounds import open_due_rounds
from data.store.inbox import purge_handled
from data.summary.regular_summaries import post_regular_summaries
from handlers.telegram.context import App

log = logging.getLogger(__name__)

JUMP = timedelta(seconds=60)
"""A change of the system clock larger than this is logged and handled."""
A_MOMENT = 0.1
"""In seconds: for a shorter wait the database is not searched for the next due moment, which is slow while many
messages go out."""
NEVER = datetime.max.replace(tzinfo=UTC)


class Ticker:
    """Ticks while the process runs: when something becomes due, when a message has been sent, when a user's act has
    made something due, and twice a minute at least. Sleeps by a monotonic clock and never waits for a message."""

    def __init__(
        self, app: App, pulse: watchdog.Pulse, limiter: Limiter, sleep: Callable[[float], Awaitable[object]]
    ) -> None:
        """`sleep` waits the given seconds until a message's turn comes."""
        self._app, self._pulse = app, pulse
        self._woken = app.bot_data.woken
        self.planner = Planner(app, self._woken.set)
        self.progress = ProgressUpdater(app, pulse.monotonic)
        self.courier = Courier(app, limiter, sleep, self._note_return)
        self.redrawing = DigestRedrawer(app, limiter)
        self._running: asyncio.Task[None] | None = None
        self._stopped = False
        self._offset = self._clock_ahead()
        self._was_cut_off = True

    async def start(self) -> None:
        """Hold what an earlier process was about to send, and start ticking."""
        self._pulse.feel_tick()
        self._hold_interrupted()
        self._running = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """Claim nothing more, and wait for the messages being sent."""
        self._stopped = True
        self._woken.set()
        if self._running is not None:
            await self._running
        await self.planner.finish()
        await self.courier.finish()
        await self.progress.finish()
        await self.redrawing.finish()

    def beat(self) -> None:
        """Tick once. Failures are logged, because the next tick may succeed."""
        try:
            self.courier.check()
            self._check_clock()
            self._hold_interrupted()
            self._prepare()
            if not self._stopped:
                self.planner.begin()
                self.courier.send_off()
                self.progress.begin()
                self.redrawing.begin()
        except InvalidToken:
            self._pulse.token_refused = True
        except Exception:
            self._was_cut_off = True
            log.exception("the tick failed")

    async def tick(self) -> int:
        """Do all that is due now, wait for it, and return how many messages arrived. Raises any failure."""
        self._prepare()
        await self.planner.finish()  # what was begun earlier knows nothing of now
        self.planner.begin()
        await self.planner.finish()
        arrived = await self.courier.send_due()
        await self.progress.show()
        await self.redrawing.redraw()
        return arrived

    def wake(self) -> None:
        """Tick at once if a message is due or a digest needs redrawing, perhaps because of an update just handled."""
        services = self._app.bot_data
        if self._woken.is_set():
            return
        if self.redrawing.is_due() or is_due(services.db, services.now()):
            self._woken.set()

    def _note_return(self, arrived: bool) -> None:
        if arrived:
            self._pulse.feel_delivery()
        self._woken.set()

    def until_next(self) -> float:
        """Return the seconds until the next tick, unless something wakes the ticker earlier."""
        wait = min(self.courier.until_next(), self.progress.until_next(), watchdog.TICK_SECONDS)
        if wait <= A_MOMENT:
            return wait
        services = self._app.bot_data
        now = services.now()
        moment = min(next_moment_to_act(services.db, now), next_waiting_at(services.db) or NEVER)
        return min((moment - now).total_seconds(), wait)

    async def _run(self) -> None:
        while not self._stopped:
            self._woken.clear()
            self.beat()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._woken.wait(), self._pause())

    def _pause(self) -> float:
        """Return the seconds until the next tick; after a failure, a full interval."""
        try:
            return watchdog.TICK_SECONDS if self._was_cut_off else self.until_next()
        except Exception:
            log.exception("it cannot be told what is due next")
            return watchdog.TICK_SECONDS

    def _prepare(self) -> None:
        """Open, expire or purge whatever is due for it."""
        services = self._app.bot_data
        purge_handled(services.db, services.now())
        forget_numbers(services.db, services.now())
        begin_due_roles(services.db, services.now())
        mute_absent(services.db, services.now())
        end_expired(services.db, services.now())
        open_due_rounds(services.db, services.now())
        post_regular_summaries(services.db, services.now())
        send_due_announcements(services.db, services.now())
        self._pulse.feel_tick()

    def _hold_interrupted(self) -> None:
        """Hold what an earlier process, or a failed tick, was about to send."""
        if self._was_cut_off:
            services = self._app.bot_data
            hold_interrupted(services.db, services.now(), self.courier.under_way)
            self._was_cut_off = False

    def _check_clock(self) -> None:
        jumped = self._clock_ahead() - self._offset
        if abs(jumped) > JUMP:
            log.warning("the clock has jumped by %d seconds", jumped.total_seconds())
            self._offset += jumped
            services = self._app.bot_data
            shorten_waits(services.db, services.now())

    def _clock_ahead(self) -> timedelta:
        """Return how far the system clock is ahead of the monotonic clock, which changes when the system clock is
        set."""
        epoch = self._app.bot_data.now().timestamp()
        return timedelta(seconds=epoch - self._pulse.monotonic())
