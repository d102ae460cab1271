"""The ticker, which starts everything that is due. It keeps no state: all that is due is in SQLite."""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from telegram.error import InvalidToken

from bot.clock import Sleep
from bot.outgoing.courier import Courier
from bot.outgoing.limiter import Limiter
from bot.outgoing.planner import Planner
from bot.outgoing.progress import ProgressUpdater
from bot.outgoing.redrawing import DigestRedrawer
from bot.upkeep import watchdog
from data.announcing.coming_announcements import next_waiting_at, send_due_announcements
from data.errors.store import DatabaseUnusable
from data.notices.outbox import hold_interrupted, is_due, shorten_waits
from data.notices.planning import next_moment_to_act
from data.people.arrivals import begin_due_roles
from data.people.invitations import forget_numbers
from data.people.leaving import end_expired
from data.returns.rounds import open_due_rounds
from data.store import Database
from data.store.inbox import purge_handled
from data.summary.regular_summaries import post_regular_summaries
from handlers.telegram.context import App

log = logging.getLogger(__name__)

JUMP = timedelta(seconds=60)
"""A change of the system clock larger than this is logged and handled."""
A_MOMENT = 0.1
"""In seconds: for a shorter wait the database is not searched for the next due moment, which is slow while many
messages go out."""
PREPARATIONS: tuple[Callable[[Database, datetime], object], ...] = (
    purge_handled,
    forget_numbers,
    begin_due_roles,
    end_expired,
    open_due_rounds,
    post_regular_summaries,
    send_due_announcements,
)
"""What opens, expires or is purged once it is due, before anything is sent."""
NEVER = datetime.max.replace(tzinfo=UTC)


class Ticker:
    """Ticks while the process runs: when something becomes due, when a message has been sent, when a user's act has
    made something due, and twice a minute at least. Sleeps by a monotonic clock and never waits for a message."""

    def __init__(
        self, app: App, pulse: watchdog.Pulse, limiter: Limiter, sleep: Sleep, note_handled: Callable[[], None]
    ) -> None:
        """`sleep` waits the given seconds until a message's turn comes; `note_handled` marks handled updates that could
        not be marked before."""
        self._app, self._pulse, self._note_handled = app, pulse, note_handled
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
        parts = (self.planner, self.courier, self.progress, self.redrawing)
        await asyncio.gather(*(each.finish() for each in parts), return_exceptions=True)  # each logs its failure

    def beat(self) -> None:
        """Tick once. What fails is logged and keeps nothing else from being done, because the next tick may succeed;
        only while the database cannot be written is the rest left to that."""
        services = self._app.bot_data
        try:
            for each in (self._note_handled, self._hold_interrupted, self.courier.check, self._check_clock):
                self._succeeds(each)
            prepared = [self._succeeds(each, services.db, services.now()) for each in PREPARATIONS]
            if all(prepared):
                self._pulse.feel_tick()
            if not (self._stopped or self._pulse.token_refused):
                for begin in (self.planner.begin, self.courier.send_off, self.progress.begin, self.redrawing.begin):
                    self._succeeds(begin)
        except DatabaseUnusable:
            self._was_cut_off = True
            log.exception("the tick failed")

    async def tick(self) -> int:
        """Do all that is due now, wait for it, and return how many messages arrived. Raises any failure."""
        services = self._app.bot_data
        for each in PREPARATIONS:
            each(services.db, services.now())
        self._pulse.feel_tick()
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

    def _succeeds(self, part: Callable[..., object], *given: object) -> bool:
        """Do a part of a tick and return whether it succeeded; a failure is logged. Raises DatabaseUnusable."""
        try:
            part(*given)
        except InvalidToken:
            self._pulse.token_refused = True
        except DatabaseUnusable:
            raise
        except Exception:
            self._was_cut_off = True
            log.exception("a part of the tick failed")
        else:
            return True
        return False

    def _hold_interrupted(self) -> None:
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
        """Return how far the system clock is ahead of the monotonic one, which changes when the system clock is set."""
        epoch = self._app.bot_data.now().timestamp()
        return timedelta(seconds=epoch - self._pulse.monotonic())
