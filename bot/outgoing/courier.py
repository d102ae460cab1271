"""Sends what is due side by side, so that an answer that is slow or never comes holds up nobody else."""

import asyncio
from collections.abc import Awaitable, Callable
from math import inf

from telegram.error import InvalidToken

from bot.outgoing.limiter import LONGEST_TURN, Limiter
from bot.outgoing.sender import replacement, send_one
from data.notices.outbox import Claimed, claim, is_due
from data.notices.rules import Audience
from handlers.telegram.context import App

AT_ONCE = 32
"""How many messages may be under way. There are more connections than that, so that answers to people find one."""

DOUBT = 3
"""After so many in a row that have not arrived, one at a time feels the way: in an outage each of the others would be
lost or uncertain."""


class Courier:
    """Takes due messages from the outbox and sends each in a task of its own.

    A message is claimed only when its turn has come, and only if nothing else is being sent to its chat.
    """

    def __init__(
        self, app: App, limiter: Limiter, sleep: Callable[[float], Awaitable[object]], returned: Callable[[bool], None]
    ) -> None:
        """`returned` hears of every message that is no longer under way, whether it has arrived."""
        self._app, self._limiter, self._sleep, self._returned = app, limiter, sleep, returned
        self._under_way: dict[asyncio.Task[bool], Claimed] = {}
        self._arrived: dict[int, Claimed] = {}
        self._replacing: set[asyncio.Task[None]] = set()
        self._failures: list[BaseException] = []
        self._missed_in_a_row = 0

    @property
    def under_way(self) -> list[int]:
        """The outbox ids of the messages that are being sent."""
        return [each.id for claimed in self._under_way.values() for each in (claimed, *claimed.beside)]

    def send_off(self) -> None:
        """Begin to send what is due and may go out now."""
        services = self._app.bot_data
        most = min(self._places(), self._limiter.free())
        if most <= 0:
            return
        for claimed in claim(services.db, services.now(), most, self._limiter.held()):
            self._limiter.book(claimed.chat_id)
            task = asyncio.create_task(send_one(self._app, claimed))
            self._under_way[task] = claimed
            task.add_done_callback(self._note_return)
        self._replace()

    def until_next(self) -> float:
        """The seconds until more may go out; infinite if nothing is due, or if it waits for another message to
        return."""
        if (wait := self._limiter.until_free()) > 0:
            return wait
        services = self._app.bot_data
        if self._places() <= 0:
            return inf
        held = self._limiter.held()
        if is_due(services.db, services.now()):
            may_go = is_due(services.db, services.now(), held)
            return 0 if may_go else min(held.values())
        return min((held.get(chat_id, 0) for chat_id in self._arrived), default=inf) if not self._under_way else inf

    def check(self) -> None:
        """Raise what went wrong since the last call, except Telegram's ordinary failures; InvalidToken first."""
        failures, self._failures = self._failures, []
        for failure in sorted(failures, key=lambda each: not isinstance(each, InvalidToken)):
            raise failure

    async def send_due(self) -> int:
        """Send all that is due and whose turn comes within two seconds, and wait for it; while nothing arrives, do
        not wait for turns. Returns how many arrived; raises as `check` does."""
        arrived = 0
        self.send_off()
        while (wait := self.until_next()) <= self._patience() or self._under_way:
            returned = await self._first_return(wait if wait <= self._patience() else None)
            arrived += sum(task.result() for task in returned)
            self.send_off()
        await self.finish()
        return arrived

    async def finish(self) -> None:
        """Wait for what is being sent."""
        if under_way := [*self._under_way, *self._replacing]:
            await asyncio.wait(under_way)

    def _replace(self) -> None:
        """Let the digests that have arrived replace those before them, when nothing else is due: that holds up none."""
        services = self._app.bot_data
        if self._under_way or not self._arrived or is_due(services.db, services.now()):
            return
        held = self._limiter.held()
        for claimed in [each for chat_id, each in self._arrived.items() if chat_id not in held]:
            if self._limiter.free() <= 0:
                return
            del self._arrived[claimed.chat_id]
            if (edit := replacement(self._app, claimed)) is not None:
                self._limiter.book(claimed.chat_id)
                task = asyncio.create_task(edit)
                self._replacing.add(task)
                task.add_done_callback(self._replacing.discard)

    async def _first_return(self, wait: float | None) -> set[asyncio.Task[bool]]:
        """Wait until something returns, or for some seconds at most. Returns what has returned."""
        turn = [asyncio.ensure_future(self._sleep(wait))] if wait is not None else []
        under_way = set(self._under_way)
        await asyncio.wait([*under_way, *turn], return_when=asyncio.FIRST_COMPLETED)
        for each in turn:
            each.cancel()
        return {task for task in under_way if task.done()}

    def _patience(self) -> float:
        """The seconds that the next turn is waited for."""
        return LONGEST_TURN if self._missed_in_a_row < DOUBT else 0

    def _places(self) -> int:
        """How many more may be under way; none where it is less than one."""
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
