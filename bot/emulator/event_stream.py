"""The page's stream of events."""

import asyncio

from tornado.iostream import StreamClosedError

from bot.emulator.events import EventLog
from bot.emulator.local_only import LocalHandler

_HEARTBEAT = 15.0
"""Seconds between signs of life on a quiet stream."""


class EventsHandler(LocalHandler):
    """GET /chat/events."""

    def initialize(self, log: EventLog) -> None:
        """Take the log of events."""
        self.log = log
        self.gone = asyncio.Event()

    def on_connection_close(self) -> None:
        """Note that the page is gone."""
        self.gone.set()

    async def get(self) -> None:
        """Stream events until the page goes."""
        self.set_header("Content-Type", "text/event-stream; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        after = self.request.headers.get("Last-Event-ID") or self.get_query_argument("after", "")
        queue = self.log.listen(int(after) if after.isdigit() else None)
        gone = asyncio.create_task(self.gone.wait())
        try:
            await self._stream(queue, gone)
        except StreamClosedError:
            return
        finally:
            gone.cancel()
            self.log.leave(queue)

    async def _stream(self, queue: asyncio.Queue[str], gone: asyncio.Task[bool]) -> None:
        self.write(": hello\n\n")
        await self.flush()
        while not gone.done():
            news = asyncio.create_task(queue.get())
            done, _ = await asyncio.wait({news, gone}, timeout=_HEARTBEAT, return_when=asyncio.FIRST_COMPLETED)
            if news not in done:
                news.cancel()
            self.write(news.result() if news in done else ": still here\n\n")
            await self.flush()
