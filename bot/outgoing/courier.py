"""Concurrent sending of due messages, so that a slow or missing answer delays nobody else."""

import asyncio
from collections.abc import Callable
from math import inf

from telegram.error import InvalidToken

from bot.clock import Sleep
from bot.outgoing.limiter import LONGEST_TURN, Limiter
from bot.outgoing.sender import send_one, shrink_replaced_digest
from data.notices.outbox import Claimed, claim, is_due
from data.notices.rules import Audience
from handlers.telegram.context import App

AT_ONCE = 32
"""The number of messages that may be under way; fewer than there are connections, so that answers to users find one."""

DOUBT = 3
"""After this many messages in a row have failed, only one is tried at a time: in an outage, all others would be lost or
uncertain."""


class Courier:
    """Claims due messages from the outbox and sends each in a task of its own.

    A message is claimed only when its turn has come and no other message is being sent to its chat.
    """

    def __init__(self, app: App, limiter: Limiter, sleep: Sleep, returned: Callable[[bool], None]) -> None:
        """`returned` is called for every message that is no longer under way, with whether it arrived."""
        self._app, self._limiter, self._sleep, self._returned = app, limiter, sleep, returned
        self._under_way: dict[asyncio.Task[bool], Claimed] = {}
        self._arrived: dict[int, Claimed] = {}
        self._replacing: set[asyncio.Task[None]] = set()
        self._failures: list[BaseException] = []
        self._missed_in_a_row = 0

    @property
    def under_way(self) -> list[int]:
        """Outbox ids of the messages being sent."""
        return [each.id for claimed in self._under_way.values() for each in (claimed, *claimed.beside)]

    def send_off(self) -> None:
        """Start sending the messages that are due and may go out now."""
        services = self._app.bot_data
        most = min(self._free_places(), self._limiter.free())
        if most <= 0:
            return
        for claimed in claim(services.db, services.now(), most, self._limiter.held()):
            self._limiter.book(claimed.chat_id)
            task = asyncio.create_task(send_one(self._app, claimed))
            self._under_way[task] = claimed
            task.add_done_callback(self._note_return)
        self._shrink_replaced()

    def until_next(self) -> float:
        """Return the seconds until more messages may go out; infinite if none is due or the next waits for another."""
        if (wait := self._limiter.until_free()) > 0:
            return wait
        services = self._app.bot_data
        if self._free_places() <= 0:
            return inf
        held = self._limiter.held()
        if is_due(services.db, services.now()):
            may_go = is_due(services.db, services.now(), held)
            return 0 if may_go else min(held.values())
        return min((held.get(chat_id, 0) for chat_id in self._arrived), default=inf) if not self._under_way else inf

    def check(self) -> None:
        """Raise the first unexpected failure since the last call, InvalidToken before others."""
        failures, self._failures = self._failures, []
        for failure in sorted(failures, key=lambda each: not isinstance(each, InvalidToken)):
            raise failure

    async def send_due(self) -> int:
        """Send all due messages whose turn comes within two seconds, wait for them, and return how many arrived. While
        no message arrives, do not wait for turns."""
        arrived = 0
        self.send_off()
        while (wait := self.until_next()) <= self._patience() or self._under_way:
            returned = await self._wait_for_return(wait if wait <= self._patience() else None)
            arrived += sum(task.result() for task in returned)
            self.send_off()
        await self.finish()
        return arrived

    async def finish(self) -> None:
        """Wait for the messages being sent."""
        if under_way := [*self._under_way, *self._replacing]:
            await asyncio.wait(under_way)

    def _shrink_replaced(self) -> None:
        """Shrink the digests that newly arrived ones replace, once nothing else is due."""
        services = self._app.bot_data
        if self._under_way or not self._arrived or is_due(services.db, services.now()):
            return
        held = self._limiter.held()
        for claimed in [each for chat_id, each in self._arrived.items() if chat_id not in held]:
            if self._limiter.free() <= 0:
                return
            del self._arrived[claimed.chat_id]
            if (edit := shrink_replaced_digest(self._app, claimed)) is not None:
                self._limiter.book(claimed.chat_id)
                task = asyncio.create_task(edit)
                self._replacing.add(task)
                task.add_done_callback(self._replacing.discard)

    async def _wait_for_return(self, wait: float | None) -> set[asyncio.Task[bool]]:
        """Wait until a message returns, for `wait` seconds at most (None: no limit), and return the finished tasks."""
        turn = [asyncio.ensure_future(self._sleep(wait))] if wait is not None else []
        under_way = set(self._under_way)
        await asyncio.wait([*under_way, *turn], return_when=asyncio.FIRST_COMPLETED)
        for each in turn:
            each.cancel()
        return {task for task in under_way if task.done()}

    def _patience(self) -> float:
        return LONGEST_TURN if self._missed_in_a_row < DOUBT else 0

    def _free_places(self) -> int:
        return (1 if self._missed_in_a_row >= DOUBT else AT_ONCE) - len(self._under_way)

    def _note_return(self, task: asyncio.Task[bool]) -> None:
        claimed = self._under_way.pop(task)
        failure = None if task.cancelled() else task.exception()
        if failure is not None:
            self._failures.append(failure)
        arrived = not task.cancelled() and failure is None and task.result()
        self._missed_in_a_row = 0 if arrived else self._missed_in_a_row + 1
        if arrived and claimed.letter is None and claimed.audience is not Audience.GROUP:
            self._arrived[claimed.chat_id] = claimed
        self._returned(arrived)
