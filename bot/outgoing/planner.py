"""Planning of the day's messages in the background: in a thread, and into the outbox in slices."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.outgoing.background import InBackground
from data.errors.plans import NoPlan
from data.notices.plan_rules import planning_due
from data.notices.planning import put_messages, todays_messages
from data.notices.rules import Message
from data.store import path_of, snapshot
from handlers.telegram.context import App


class Planner(InBackground):
    """Plans one day at a time. Failures are logged and tried again at the next tick."""

    def __init__(self, app: App, planned: Callable[[], None]) -> None:
        """`planned` is called when all messages of a day are in the outbox."""
        super().__init__("the day's messages could not be planned")
        self._app, self._planned = app, planned

    def begin(self) -> None:
        """Start planning today if that has not been done yet."""
        services = self._app.bot_data
        if self._work is None and planning_due(services.db, services.now()):
            self._begin(self._plan())

    async def _plan(self) -> None:
        """Plan today if there is a plan."""
        services = self._app.bot_data
        now, zone = services.now(), services.db.zone
        messages = await asyncio.to_thread(_messages_of_today, path_of(services.db), now, zone)
        if messages is not None:
            for _ in put_messages(services.db, messages, now):
                await asyncio.sleep(0)
            self._planned()


def _messages_of_today(path: Path, now: datetime, zone: ZoneInfo) -> list[Message] | None:
    with snapshot(path, zone) as db, suppress(NoPlan):
        return todays_messages(db, now)
    return None
