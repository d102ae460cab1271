"""Delivery of updates to the bot's webhook."""

import asyncio

from aiohttp import ClientError, ClientSession, ClientTimeout

from bot.emulator.state import State

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
_PATIENCE = ClientTimeout(total=20)


class WebhookSender:
    """Sends pending updates in order, one at a time, and repeats one that is refused."""

    def __init__(self, state: State, retry_seconds: float) -> None:
        self._state = state
        self._retry_seconds = retry_seconds
        self._news = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Start watching the queue."""
        self._state.updates.on_push = self._news.set
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """Stop watching the queue."""
        self._state.updates.on_push = None
        if self._task:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _run(self) -> None:
        async with ClientSession(timeout=_PATIENCE) as session:
            while True:
                await self._news.wait()
                self._news.clear()
                while self._state.webhook["url"] and self._state.updates.waiting:
                    if not await self._deliver(session):
                        await asyncio.sleep(self._retry_seconds)

    async def _deliver(self, session: ClientSession) -> bool:
        waiting, webhook = self._state.updates.waiting, self._state.webhook
        update = waiting[0]
        headers = {SECRET_HEADER: webhook["secret"]} if webhook["secret"] else {}
        try:
            async with session.post(webhook["url"], json=update, headers=headers) as answer:
                failure = "" if answer.ok else f"HTTP {answer.status}: {answer.reason}"
        except (ClientError, OSError) as error:
            failure = str(error) or type(error).__name__
        if failure:
            webhook["last_error_date"] = int(self._state.now().timestamp())
            webhook["last_error_message"] = f"Wrong response from the webhook: {failure}"
            return False
        if update in waiting:
            waiting.remove(update)
        return True
