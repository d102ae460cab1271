"""The time machine: moving the bot's clock runs the schedule as time would have."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.clock import Clock
from data.outbox import next_moment, upcoming
from data.store import Database
from data.times import day_of

LOOK_AHEAD = timedelta(days=60)


class TimeMachine:
    """Moves a clock forward, stopping wherever the schedule has something to do."""

    def __init__(self, db: Database, clock: Clock, zone: ZoneInfo, tick: Callable[[], Awaitable[object]]) -> None:
        self._db, self._clock, self._zone, self._tick = db, clock, zone, tick
        self._moving = asyncio.Lock()

    async def advance(self, by: timedelta) -> None:
        """Move on by a span."""
        await self.move_to(self._clock.now() + by)

    async def move_to(self, target: datetime) -> None:
        """Move on to a moment; everything in between is sent at its own. Raises ValueError for the past."""
        async with self._moving:
            if target < self._clock.now():
                raise ValueError("the clock moves forward only")
            while (stop := next_moment(self._db, self._clock.now(), self._zone)) <= target:
                self._clock.move_to(stop)
                await self._tick()
            self._clock.move_to(max(target, self._clock.now()))
            await self._tick()

    def next_notice(self) -> datetime | None:
        """The moment of the next message that is to go out, or None within two months."""
        now = self._clock.now()
        today = day_of(now, self._zone)
        messages = upcoming(self._db, today, today + LOOK_AHEAD, self._zone)
        return next((message.at for message in messages if message.at > now and message.to.chat_id), None)
