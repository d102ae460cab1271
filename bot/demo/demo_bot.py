"""The demo's bot, which can be killed without warning and restarted from what it has stored."""

import asyncio
import logging
from collections.abc import Coroutine
from contextvars import Context, ContextVar, copy_context
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from weakref import WeakSet
from zoneinfo import ZoneInfo

from telegram.error import TelegramError

from bot.app import LiaisonBot, build_application
from bot.clock import Clock
from bot.process import start_bot, stop_bot
from bot.settings import Settings
from data.store import Database, open_database

Task = asyncio.Task[Any]
_LIFE: ContextVar["Life | None"] = ContextVar("life", default=None)
log = logging.getLogger(__name__)

TOKEN = "10000001:the-demo-needs-no-secret-at-all-000"
START_WITHIN = 5.0
TRY_AGAIN_AFTER = 1.0
"""Seconds to wait for a start, and until a failed one is retried."""


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


@dataclass
class RunningBot:
    """The bot with its database. `app` is None while it is down; `lives` counts its starts."""

    database: Path
    db: Database
    clock: Clock
    api_url: str = ""
    app: LiaisonBot | None = None
    lives: int = 0
    _life: Life | None = field(default=None, repr=False)
    _restarting: asyncio.Lock = field(default_factory=asyncio.Lock, repr=False)

    async def start(self) -> None:
        """Start the bot, retrying while Telegram is in trouble, as a supervisor would."""
        self.lives += 1
        self._life = Life()
        await asyncio.wait({self._life.begin(self._start_with_retries())}, timeout=START_WITHIN)

    async def stop(self) -> None:
        """Stop the bot in an orderly way."""
        if self.app is not None and self.app.running:
            await stop_bot(self.app)
        await self._end()

    async def kill(self) -> None:
        """End the bot at once, without finishing anything, and reopen its database."""
        await self._end()
        self.db.close()
        self.db = open_database(self.database, self.db.zone)

    async def restart(self) -> None:
        """Kill the bot and start it again; concurrent restarts wait for one another."""
        async with self._restarting:
            await self.kill()
            await self.start()

    async def tick(self) -> int:
        """Do all that is due now, and return how many messages went out; 0 if the bot is not running."""
        if self.app is None or self._life is None or not self.app.running:
            return 0
        ticking = self._life.begin(self.app.ticker.tick())
        await asyncio.wait({ticking})
        return 0 if ticking.cancelled() else int(ticking.result())

    async def _end(self) -> None:
        if self._life is not None:
            await self._life.end()
        if self.app is not None:
            await self.app.bot.shutdown()
            for client in self.app.clients:
                await client.shutdown()
        self.app = self._life = None

    async def _start_with_retries(self) -> None:
        settings = demo_settings(self.api_url, self.database, self.db.zone)
        self.app = build_application(settings, self.db, self.clock.now, self._seconds)
        while not self.app.running:
            try:
                await start_bot(self.app)
            except TelegramError as error:
                log.warning("the bot could not start: %s", type(error).__name__)
                await asyncio.sleep(TRY_AGAIN_AFTER)

    def _seconds(self) -> float:
        """Return the demo's clock in seconds, which the bot takes for a monotonic clock."""
        return self.clock.now().timestamp()


def demo_settings(api_url: str, database: Path, zone: ZoneInfo) -> Settings:
    """Return settings that reach nothing but the embedded Telegram."""
    return Settings(
        token=TOKEN,
        api_url=api_url,
        proxy=None,
        database=database,
        coordinators=(),
        zone=zone,
        webhook_url=None,
        webhook_secret=None,
        port=0,
        clock=None,
        log_level="WARNING",
    )
