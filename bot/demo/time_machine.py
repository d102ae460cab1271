"""The time machine, which moves the bot's clock and runs the schedule as if time had passed."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.demo import texts as m
from bot.demo.demo_bot import RunningBot
from data.announcing.coming_announcements import next_waiting_at
from data.notices.planning import next_moment_to_act, upcoming_messages
from data.times import day_of

LOOK_AHEAD, WEEK = timedelta(days=60), timedelta(days=7)
FURTHEST = timedelta(days=731)
FIRST_GAP, WIDEST_GAP = timedelta(minutes=5), timedelta(hours=1)


class TimeMachine:
    """Moves the clock forward, stopping wherever something is due. `moved` is called at every stop."""

    def __init__(self, bot: RunningBot, moved: Callable[[], None]) -> None:
        self._bot, self._clock, self._moved = bot, bot.clock, moved
        self._moving = asyncio.Lock()

    async def advance(self, by: timedelta) -> None:
        """Move on by a span. Raises DemoRefusal if it is negative or longer than two years."""
        await self.move_to(self._clock.now() + by)

    async def move_to(self, target: datetime) -> None:
        """Move on to a moment; everything in between is sent at its own time. Raises DemoRefusal as `advance` does.

        Messages that cannot be sent are retried at ever longer intervals, so that moving far stays fast during trouble.
        """
        async with self._moving:
            if target < self._clock.now():
                raise m.DemoRefusal(m.PAST)
            if target > self._clock.now() + FURTHEST:
                raise m.DemoRefusal(m.TOO_FAR)
            earliest, gap = self._clock.now(), FIRST_GAP
            while (stop := max(due := self._next_stop(), earliest)) < target:
                gap = FIRST_GAP if due >= earliest else min(2 * gap, WIDEST_GAP)
                await self._stop_at(stop)
                earliest = stop + gap
            await self._stop_at(max(target, self._clock.now()))

    def next_notice(self) -> datetime | None:
        """Return the moment of the next message to go out within two months, or None."""
        now = self._clock.now()
        today = day_of(now, self._bot.db.zone)
        for first in (today + timedelta(days=ahead) for ahead in range(0, LOOK_AHEAD.days, WEEK.days)):
            for message in upcoming_messages(self._bot.db, first, first + WEEK - timedelta(days=1)):
                if message.at > now and message.to.chat_id:
                    return message.at
        return None

    def _next_stop(self) -> datetime:
        planned = next_moment_to_act(self._bot.db, self._clock.now())
        return min(planned, next_waiting_at(self._bot.db) or planned)

    async def _stop_at(self, moment: datetime) -> None:
        self._clock.move_to(moment)
        self._moved()
        await self._bot.tick()
