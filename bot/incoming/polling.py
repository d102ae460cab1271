"""Long polling for updates. Unlike PTB's Updater, which confirms updates before they are safe and stops silently when
the token is refused, it stores updates first and never gives up; the watchdog decides when to end the process."""

import asyncio
import json
import logging
from collections.abc import Iterable
from contextlib import suppress
from typing import cast
from urllib.parse import urlencode

from telegram.error import Conflict, RetryAfter, TelegramError
from telegram.request import BaseRequest

from bot.clock import Sleep
from bot.incoming.inbox import Inbox
from bot.incoming.receiver import KINDS, updates_in
from bot.upkeep.watchdog import Pauses, Pulse
from data.errors.store import DatabaseUnusable
from handlers.telegram.context import App

log = logging.getLogger(__name__)

LONG_POLL_SECONDS = 20
ANSWER_SECONDS = LONG_POLL_SECONDS + 10
QUESTION = urlencode({"timeout": LONG_POLL_SECONDS, "allowed_updates": json.dumps(KINDS)})
TOGETHER = 0.005
"""Seconds to pause before the next poll while several people write, so that their updates come in one answer and are
stored in one write; a poll costs as much as an answer."""


class Poller:
    """A receiver that uses long polling."""

    def __init__(
        self, app: App, inbox: Inbox, request: BaseRequest, pulse: Pulse, sleep: Sleep = asyncio.sleep
    ) -> None:
        """`request` is python-telegram-bot's separate client for polling, so that no answer waits behind a poll."""
        self._app, self._inbox, self._request, self._pulse, self._sleep = app, inbox, request, pulse, sleep
        self._offset = 0
        self._may_poll = False  # until no webhook is set, also by another program
        pulse.feel_poll()
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Start polling."""
        self._task = asyncio.create_task(self._poll_for_ever())

    async def stop(self) -> None:
        """Stop polling. What has been stored is queued already; Telegram still has the rest."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None

    async def _poll_for_ever(self) -> None:
        pauses = Pauses(self._pulse)
        while True:
            try:
                if await self.poll() > 1:
                    await self._sleep(TOGETHER)
                pauses = Pauses(self._pulse)
            except Exception as error:
                _log_failure(error)
                self._may_poll &= not isinstance(error, Conflict)
                await self._sleep(pauses.after(error))

    async def poll(self) -> int:
        """Ask Telegram once and return the number of updates received; the next call confirms them. Raises
        TelegramError, DatabaseUnusable, or whatever error a malformed answer causes; nothing is then confirmed."""
        if not self._may_poll:
            with suppress(RetryAfter):  # usually there is none to delete
                self._may_poll = await self._app.bot.delete_webhook()
        url = f"{self._app.bot.base_url}/getUpdates?offset={self._offset}&{QUESTION}"
        answer = await self._request.post(url, read_timeout=ANSWER_SECONDS)
        self._pulse.feel_poll()
        updates = updates_in(cast(Iterable[object], answer))
        self._inbox.take_in(updates)
        if updates:
            self._offset = updates[-1]["update_id"] + 1
        return len(updates)


def _log_failure(error: Exception) -> None:
    if isinstance(error, TelegramError):
        log.warning("no updates: %s: %s", type(error).__name__, error)
    elif isinstance(error, DatabaseUnusable):
        log.error("updates cannot be stored and are left with Telegram: %s", error.reason)
    else:
        log.error("the answer to getUpdates makes no sense: %s", type(error).__name__)
