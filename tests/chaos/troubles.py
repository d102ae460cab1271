"""Random troubles of the city, all at once."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import timedelta
from enum import StrEnum
from random import Random
from time import monotonic
from typing import Any, TypeVar

from bot.emulator import FaultKind
from bot.emulator.records import Json, Message
from tests.chaos.answers import marks
from tests.chaos.city import City
from tests.journeys.town import GROUP

HOUR = timedelta(hours=1)
LONGEST_RESTART = 120
OFTEN = 0.8
"""The share of troubles that can end the bot which come only after it has begun to poll."""
CALLS_BETWEEN = (4, 9)
"""The number of calls between two network faults: on a busy machine, the bot calls so rarely that by the clock alone
every call would meet one."""
NOTICES_BETWEEN = (2, 8)
"""The number of notices that arrive before one meets trouble."""


class Trouble(StrEnum):
    """What can go wrong besides the network faults."""

    KILL = "kill -9"
    MIDWAY = "kill -9 while a notice was on its way"
    UNHEARD = "notices that arrived, and were not told so"
    STOP = "SIGTERM"
    FULL = "full disk"
    REFUSED = "disk that refuses every write"
    AHEAD = "clock an hour ahead"
    BEHIND = "clock an hour behind"
    TWICE = "update handed out twice"
    MIGRATED = "group migrated"


REPLIES = (*("sendMessage", "editMessageText", "answerCallbackQuery") * 3, None)
POLLS = ("getUpdates",)
FAULTS: tuple[tuple[FaultKind, tuple[str | None, ...], float | None], ...] = (
    (FaultKind.TOO_MANY_REQUESTS, (*REPLIES, *POLLS), 1),
    (FaultKind.TOO_MANY_REQUESTS, (*REPLIES, *POLLS), None),
    *[(FaultKind.SERVER_ERROR, (*REPLIES, *POLLS), None)] * 2,
    (FaultKind.HANG, REPLIES, None),
    *[(FaultKind.CUT_BEFORE, (*REPLIES, *POLLS), None)] * 2,
    *[(FaultKind.CUT_AFTER, (*REPLIES, *POLLS), None)] * 3,
    (FaultKind.SLOW, REPLIES, 0.5),
)
JUMPS = ((Trouble.AHEAD, HOUR), (Trouble.BEHIND, -HOUR))
ENDS = (*[Trouble.KILL] * 4, Trouble.STOP)
FATES = (Trouble.MIDWAY, Trouble.UNHEARD)
DISKS = (Trouble.REFUSED, Trouble.FULL)
Kind = TypeVar("Kind")


class Troubles:
    """Makes trouble until told to stop, and counts it."""

    def __init__(self, city: City, small_disk: bool) -> None:
        self.city, self.small_disk = city, small_disk
        self.counts: Counter[str] = Counter()
        self._noticed: Random | None = None
        self._next_fault = 0
        self._notices_left = NOTICES_BETWEEN[0]
        city.world.on_change(self._strike_at_notice)
        self._decks: dict[tuple[Any, ...], list[Any]] = {}
        self.yesterday = self.today = city.world.updates.next_id
        """The first update ids of yesterday and today: an update delivered twice must not be older than the bot's
        memory."""

    async def make(self) -> None:
        """Make all kinds of trouble at once, each at its own pace."""
        self.city.world.updates.shuffle = self.city.luck("shuffle").shuffle
        self._noticed = self.city.luck("notices")
        async with asyncio.TaskGroup() as group:
            for pace, trouble in (
                ((0.1, 0.8), self._network),
                ((3, 8), self._kill),
                ((0.1, 0.6), self._twice),
                ((6, 14), self._clock),
                ((6, 12), self._disk),
            ):
                group.create_task(self._again_and_again(pace, trouble))
            group.create_task(self._migrate())

    @property
    def missing(self) -> set[str]:
        """The kinds of trouble that could have occurred and have not."""
        possible = {*Trouble, *FaultKind} - ({Trouble.FULL} if not self.small_disk else set())
        blocked = any("my_chat_member" in update for update in self.city.world.updates.history.values())
        return (possible - self.counts.keys()) | (set() if blocked else {"bot blocked"})

    def end(self) -> None:
        """End all trouble."""
        self.city.world.faults.clear()
        self.city.world.updates.shuffle = self._noticed = None
        self.city.machine.mend_disk()
        self.city.jump(timedelta())

    async def _again_and_again(self, pace: tuple[float, float], trouble: Callable[[Random], Awaitable[None]]) -> None:
        luck = self.city.luck(trouble.__name__)
        while True:
            await asyncio.sleep(luck.uniform(*pace))
            await trouble(luck)

    def _draw(self, kinds: tuple[Kind, ...], luck: Random) -> Kind:
        """Return the kinds in random order, one after another, so that none is missing from a short run."""
        deck = self._decks.setdefault(kinds, [])
        if not deck:
            deck += luck.sample(kinds, len(kinds))
        kind: Kind = deck.pop()
        return kind

    async def _network(self, luck: Random) -> None:
        """Add a network fault, unless enough are waiting for a request, so that they do not pile up while the bot is
        down or slow."""
        calls = len(self.city.world.calls)
        if len(self.city.world.faults.active) >= 3 or calls < self._next_fault:
            return
        self._next_fault = calls + luck.randint(*CALLS_BETWEEN)
        kind, methods, seconds = self._draw(FAULTS, luck)
        self.counts[kind] += 1
        self.city.world.faults.add(
            kind, luck.choice(methods), times=1 if seconds else luck.randint(1, 3), seconds=seconds
        )

    def _strike_at_notice(self, event: Json) -> None:
        """Let an unasked message that has arrived be the last that this process sends, or the last whose arrival it
        learns of."""
        match event:
            case {"event": "message", "message": Message() as message} if self._noticed and marks(message):
                self._notices_left -= 1
                if self._notices_left <= 0:
                    self._notices_left = self._noticed.randint(*NOTICES_BETWEEN)
                    self._strike(self._draw(FATES, self._noticed))

    def _strike(self, fate: Trouble) -> None:
        self._count(fate)
        if fate is Trouble.MIDWAY:
            self.city.machine.kill()
        else:
            self.city.world.faults.add(FaultKind.CUT_AFTER, "sendMessage", times=2)

    async def _kill(self, luck: Random) -> None:
        """End the process. Mostly, let the next one then live for a while after it has begun to poll."""
        before, since = self.city.machine.lives, monotonic()
        trouble = self._draw(ENDS, luck)
        self._count(trouble)
        if trouble is Trouble.KILL:
            self.city.machine.kill()
        else:
            self.city.machine.ask_to_stop()
        if luck.random() < OFTEN:
            await self._wait_for_poll(before)
            await asyncio.sleep(monotonic() - since)

    def forget_the_day_before(self) -> None:
        """Drop updates to be delivered twice that are older than a day, as Telegram does."""
        updates = self.city.world.updates
        self.yesterday, self.today = self.today, updates.next_id
        updates.again = [each for each in updates.again if each["update_id"] >= self.yesterday]

    async def _twice(self, luck: Random) -> None:
        updates = self.city.world.updates
        if updates.next_id > self.yesterday:
            self._count(Trouble.TWICE)
            updates.redeliver(luck.randrange(self.yesterday, updates.next_id))

    async def _clock(self, luck: Random) -> None:
        trouble, by = self._draw(JUMPS, luck)
        self._count(trouble)
        self.city.jump(by)
        await asyncio.sleep(luck.uniform(2, 4))
        self.city.jump(timedelta())

    async def _disk(self, luck: Random) -> None:
        """Let the disk be full or refuse writes for a while. Before filling it, restart the bot in an orderly way,
        because a WAL that has grown is overwritten and needs no space."""
        machine = self.city.machine
        if luck.random() < OFTEN:
            await self._wait_for_poll(-1)
        trouble = self._draw(DISKS if self.small_disk else DISKS[:1], luck)
        self._count(trouble)
        if trouble is Trouble.REFUSED:
            machine.refuse_writes()
        else:
            await self._restart()
            machine.fill_disk()
        await asyncio.sleep(luck.uniform(2, 4))
        machine.mend_disk()

    async def _restart(self) -> None:
        """Stop the bot in an orderly way and wait until it polls again."""
        before = self.city.machine.lives
        self.city.machine.ask_to_stop()
        await self._wait_for_poll(before)

    async def _wait_for_poll(self, before: int) -> None:
        """Wait, but not for ever, until the bot polls in a later life than `before`. On a busy machine that takes long;
        without waiting, it would be killed over and over."""
        machine, updates = self.city.machine, self.city.world.updates
        with suppress(TimeoutError):
            async with asyncio.timeout(LONGEST_RESTART):
                while machine.lives == before or not updates.is_polled:
                    await asyncio.sleep(0.05)

    async def _migrate(self) -> None:
        await asyncio.sleep(self.city.luck("migration").uniform(5, 15))
        self._count(Trouble.MIGRATED)
        self.city.group = self.city.world.upgrade_group(GROUP)

    def _count(self, trouble: Trouble) -> None:
        self.counts[trouble] += 1
