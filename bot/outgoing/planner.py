"""Planning of the day's messages in the background: in a thread, and into the outbox in slices."""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from data.errors.plans import NoPlan
from data.notices.plan_rules import planning_due
from data.notices.planning import put_messages, todays_messages
from data.notices.rules import Message
from data.store import path_of, snapshot
from handlers.telegram.context import App

log = logging.getLogger(__name__)


class Planner:
    """Plans one day at a time. Failures are logged and tried again at the next tick."""

    def __init__(self, app: App, planned: Callable[[], None]) -> None:
        """`planned` is called when all messages of a day are in the outbox."""
        self._app, self._planned = app, planned
        self._planning: asyncio.Task[bool] | None = None

    def begin(self) -> None:
        """Start planning today if that has not been done yet."""
        services = self._app.bot_data
        if self._planning is None and planning_due(services.db, services.now()):
            self._planning = asyncio.create_task(self._plan())
            self._planning.add_done_callback(self._note_end)

    async def finish(self) -> None:
        """Wait for the planning to end. Raises its failure."""
        if self._planning is not None:
            await self._planning

    async def _plan(self) -> bool:
        """Plan today and return True; False while there is no plan."""
        services = self._app.bot_data
        now, zone = services.now(), services.db.zone
        messages = await asyncio.to_thread(_messages_of_today, path_of(services.db), now, zone)
        for _ in put_messages(services.db, messages, now) if messages is not None else ():
            await asyncio.sleep(0)
        return messages is not None

    def _note_end(self, task: asyncio.Task[bool]) -> None:
        self._planning = None
        if task.cancelled():
            return
        if (failure := task.exception()) is not None:
            log.error("the day's messages could not be planned", exc_info=failure)
        elif task.result():
            self._planned()


def _messages_of_today(path: Path, now: datetime, zone: ZoneInfo) -> list[Message] | None:
    with snapshot(path, zone) as db, suppress(NoPlan):
        return todays_messages(db, now)
    return None
