"""The order of handling: one person's updates one after the other, different people's side by side."""

from asyncio import Lock, Semaphore, Task, current_task, gather
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import closing
from typing import Any, cast
from weakref import WeakSet, WeakValueDictionary

from telegram import Update
from telegram.ext import BaseUpdateProcessor

from bot.incoming.suspects import Suspects

AT_ONCE = 64
"""How many updates are worked on side by side; what waits for somebody's earlier ones is not among them."""
NO_LIMIT = 1_000_000


class OnePersonAtATime(BaseUpdateProcessor):
    """Handles updates concurrently, but never two of the same person (or chat, if there is no person) at a time."""

    def __init__(self, done: Callable[[int], None], suspects: Suspects) -> None:
        """`done` hears the id of every update that has been handled, whatever came of it."""
        super().__init__(NO_LIMIT)
        self._places = Semaphore(AT_ONCE)
        self._done, self._suspects = done, suspects
        self._locks: WeakValueDictionary[int, Lock] = WeakValueDictionary()
        self._tasks: WeakSet[Task[object]] = WeakSet()

    async def do_process_update(self, update: object, coroutine: Awaitable[object]) -> None:
        """Handle an update once the person's earlier ones are done (asyncio's locks are first come, first served)."""
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
        """End all work at once; what is not done is not noted as done."""
        tasks = list(self._tasks)
        for each in tasks:
            each.cancel()
        await gather(*tasks, return_exceptions=True)

    def turn_of(self, person: int) -> Lock:
        """The lock held while an update of a person, by Telegram id, is handled; whoever else takes it is alone with
        the person's chat."""
        return self._locks.setdefault(person, Lock())

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to close."""


def _whose(update: object) -> int:
    if not isinstance(update, Update):
        return 0
    whose = update.effective_user or update.effective_chat
    return whose.id if whose else 0
