"""Tracking of all tasks that the bot has started, so that they can be ended as abruptly as by kill -9."""

import asyncio
from collections.abc import Coroutine
from contextvars import Context, ContextVar, copy_context
from typing import Any
from weakref import WeakSet

Task = asyncio.Task[Any]
_LIFE: ContextVar["Life | None"] = ContextVar("life", default=None)


class Life:
    """The tasks started in a life of the bot, and those that they have started in turn: tasks and timers inherit the
    context of their creator."""

    def __init__(self) -> None:
        self._tasks: WeakSet[Task] = WeakSet()
        self._context = copy_context()
        self._context.run(_LIFE.set, self)
        asyncio.get_running_loop().set_task_factory(_create_task)

    def begin(self, work: Coroutine[Any, Any, Any]) -> Task:
        """Start a task that ends with this life."""
        return asyncio.get_running_loop().create_task(work, context=self._context.copy())

    async def end(self) -> None:
        """Cancel all tasks at once, without finishing anything."""
        while tasks := [task for task in self._tasks if not task.done()]:
            for task in tasks:
                task.cancel()
            await asyncio.wait(tasks)


def _create_task(loop: asyncio.AbstractEventLoop, work: Any, **details: Any) -> Task:
    task: Task = asyncio.Task(work, loop=loop, **details)
    context: Context | None = details.get("context")
    life = context.get(_LIFE) if context is not None else _LIFE.get()
    if life is not None:
        life._tasks.add(task)
    return task
