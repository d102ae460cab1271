"""Order of handling: updates of one person one after another, those of different people concurrently."""

from asyncio import Lock, Semaphore, Task, current_task, gather
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import closing
from typing import Any, cast
from weakref import WeakSet, WeakValueDictionary

from telegram import Update
from telegram.ext import BaseUpdateProcessor

from bot.incoming.suspects import Suspects

AT_ONCE = 64
"""The number of updates handled concurrently, not counting those that wait for an earlier one of the same person."""
NO_LIMIT = 1_000_000


class OnePersonAtATime(BaseUpdateProcessor):
    """Handles updates concurrently, but never two of the same person (or chat, if there is no person) at a time."""

    def __init__(self, done: Callable[[int], None], suspects: Suspects) -> None:
        """`done` is called with the id of every handled update, whether or not its handler failed."""
        super().__init__(NO_LIMIT)
        self._places = Semaphore(AT_ONCE)
        self._done, self._suspects = done, suspects
        self._locks: WeakValueDictionary[int, Lock] = WeakValueDictionary()
        self._tasks: WeakSet[Task[object]] = WeakSet()

    async def do_process_update(self, update: object, coroutine: Awaitable[object]) -> None:
        """Handle an update once the person's earlier ones are done; asyncio's locks are first come, first served."""
        if task := current_task():
            self._tasks.add(task)
        with closing(cast(Coroutine[Any, Any, object], coroutine)):
            await self._process(update, coroutine)

    async def _process(self, update: object, coroutine: Awaitable[object]) -> None:
        async with self.turn_of(_whose(update)), self._places:
            if not isinstance(update, Update):
                await coroutine
                return
            async with self._suspects.working_on(update.update_id):
                await coroutine
            self._done(update.update_id)

    async def break_off(self) -> None:
        """Cancel all handling at once; unfinished updates are not marked as done."""
        tasks = list(self._tasks)
        for each in tasks:
            each.cancel()
        await gather(*tasks, return_exceptions=True)

    def turn_of(self, person: int) -> Lock:
        """Return the lock held while an update of `person` (a Telegram id) is handled. Take it to change the person's
        chat undisturbed."""
        return self._locks.setdefault(person, Lock())

    async def initialize(self) -> None:
        """Do nothing; required by the base class."""

    async def shutdown(self) -> None:
        """Do nothing; required by the base class."""


def _whose(update: object) -> int:
    if not isinstance(update, Update):
        return 0
    whose = update.effective_user or update.effective_chat
    return whose.id if whose else 0
